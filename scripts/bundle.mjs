// How our own files become one that Node runs: packages stay outside, where `npm ci` put them.
import * as esbuild from "esbuild";

/** @param {string} entry @param {string} outfile @param {import("esbuild").Plugin[]} [plugins] */
export async function bundle(entry, outfile, plugins = []) {
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
    plugins,
  });
}
