// Runs a script of this folder written in TypeScript: bundles it (our files only, packages stay outside) and imports it,
// so that no compiler stays in the running process. Usage: node scripts/run.mjs NAME [arguments]
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { bundle } from "./bundle.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2];
const outfile = path.join(root, ".build", `${name}-${process.pid}.mjs`);

// Node asks for import attributes that Next and TypeScript do not write: data files of packages go into the bundle.
const bundledJson = {
  name: "bundled-json",
  setup(build) {
    build.onResolve({ filter: /^[^./].*\.json$/ }, ({ path: file }) => ({ path: fileURLToPath(import.meta.resolve(file)) }));
  },
};

await bundle(path.join(root, "scripts", `${name}.ts`), outfile, [bundledJson]);
await esbuild.stop();
process.argv.splice(1, 2, outfile);
process.chdir(root);
const { rmSync } = await import("node:fs");
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
