/** Bundles the thread that reads articles (our files only, packages stay outside) into where `in-worker.ts` looks for it. */
import { rename } from "node:fs/promises";
import * as esbuild from "esbuild";
import { WORKER_FILE } from "../server/importing/in-worker";

export async function buildWorker(): Promise<void> {
  const unfinished = `${WORKER_FILE}.${process.pid}`;
  await esbuild.build({
    entryPoints: ["server/importing/worker.ts"],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  // Put in place at once: a server that starts a thread meanwhile finds the old one or the new one.
  await rename(unfinished, WORKER_FILE);
}
