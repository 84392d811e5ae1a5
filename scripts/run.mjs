// Runs a script of this folder written in TypeScript: bundles it (our files only, packages stay outside) and imports it,
// so that no compiler stays in the running process. Usage: node scripts/run.mjs NAME [arguments]
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { bundle } from "./bundle.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2];
const outfile = path.join(root, ".build", `${name}-${process.pid}.mjs`);

await bundle(path.join(root, "scripts", `${name}.ts`), outfile);
await esbuild.stop();
process.argv.splice(1, 2, outfile);
process.chdir(root);
const { rmSync } = await import("node:fs");
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
