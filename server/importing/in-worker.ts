/** Reads in a thread of its own, so that a long article holds up nobody else, and for so long and with so much memory only. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ImportedArticle } from "../../domain/importing/article";
import type { Material, MaterialRefusal } from "./material";
import { type Turns, turns } from "../turns";

export type WorkerRefusal = MaterialRefusal | { refused: "reading-too-long"; seconds: number } | { refused: "reading-too-much"; megabytes: number };

export type WorkerLimits = { ms: number; megabytes: number };

/** The longest law we know takes two seconds; what takes thirty is made to. Its tokens and blocks take 150 MB. */
const LIMITS: WorkerLimits = { ms: 30_000, megabytes: 512 };

/** As many as leave a small machine's other processor to readers. */
const AT_ONCE = 2;

/** Made by `scripts/worker.ts`: under the command line, under Next and in tests the code around us lies in different places, the project's folder does not. */
export const WORKER_FILE = path.join(".build", "reading-worker.mjs");

declare global {
  /** On globalThis, as bundles may load this module more than once: a process has so many turns, not each bundle. */
  var paragoraReading: Turns | undefined;
}

type Said = { done: number; total: number } | { article: ImportedArticle | MaterialRefusal };

export function readInWorker(material: Material, progress?: (done: number, total: number) => void, limits = LIMITS): Promise<ImportedArticle | WorkerRefusal> {
  globalThis.paragoraReading ??= turns(AT_ONCE);
  return globalThis.paragoraReading(() => read(material, progress, limits));
}

async function read(material: Material, progress: ((done: number, total: number) => void) | undefined, { ms, megabytes }: WorkerLimits): Promise<ImportedArticle | WorkerRefusal> {
  // Nothing of the environment goes in: what reads strangers' bytes knows no secret.
  const worker = new Worker(path.resolve(WORKER_FILE), { workerData: material, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done, failed) => {
      late = setTimeout(() => done({ refused: "reading-too-long", seconds: ms / 1000 }), ms);
      worker.on("message", (said: Said) => ("article" in said ? done(said.article) : progress?.(said.done, said.total)));
      worker.on("error", (error) => ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? done({ refused: "reading-too-much", megabytes }) : failed(error)));
      worker.on("exit", () => failed(new Error("the worker ended without a word")));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
