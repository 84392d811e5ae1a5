/** Bundles the threads that read articles and carry discussions over (our files only, packages stay outside) into where `in-thread.ts` looks for them. */
import { rename } from "node:fs/promises";
import * as esbuild from "esbuild";
import { THREADS } from "../server/in-thread";

const ENTRIES: Record<keyof typeof THREADS, string> = { reading: "server/importing/worker.ts", carrying: "server/revising/worker.ts" };

export async function buildWorker(): Promise<void> {
  await Promise.all([built("reading"), built("carrying")]);
}

async function built(thread: keyof typeof THREADS): Promise<void> {
  const unfinished = `${THREADS[thread]}.${process.pid}`;
  await esbuild.build({
    entryPoints: [ENTRIES[thread]],
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
  await rename(unfinished, THREADS[thread]);
}
