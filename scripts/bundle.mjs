// How our own files become one that Node runs: packages stay outside, where `npm ci` put them.
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

// Node asks for import attributes that Next and TypeScript do not write: data files of packages go into the bundle.
const bundledJson = {
  name: "bundled-json",
  setup(build) {
    build.onResolve({ filter: /^[^./].*\.json$/ }, ({ path: file }) => ({ path: fileURLToPath(import.meta.resolve(file)) }));
  },
};

/** @param {string} entry @param {string} outfile */
export async function bundle(entry, outfile) {
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
    plugins: [bundledJson],
  });
}
