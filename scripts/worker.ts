/** Bundles the threads that read articles and carry discussions over (our files only, packages stay outside) into where `in-worker.ts` looks for each. */
import { rename } from "node:fs/promises";
import { READING_FILE } from "../server/importing/in-worker";
import { CARRYING_FILE } from "../server/revising/in-worker";
import { bundle } from "./bundle.mjs";

/** Where they lie. */
export const THREADS = [READING_FILE, CARRYING_FILE];

export async function buildWorker(): Promise<void> {
  await Promise.all([built("server/importing/worker.ts", READING_FILE), built("server/revising/worker.ts", CARRYING_FILE)]);
}

async function built(entry: string, file: string): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await bundle(entry, unfinished);
  // Put in place at once: a server that starts a thread meanwhile finds the old one or the new one.
  await rename(unfinished, file);
}
