/** Reads an article in a thread of its own. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ImportedArticle } from "../../domain/importing/article";
import { inThread, type ThreadLimits } from "../in-thread";
import { type Turns, turns } from "../turns";
import type { Material, MaterialRefusal } from "./material";

export type WorkerRefusal = MaterialRefusal | { refused: "reading-too-long"; seconds: number } | { refused: "reading-too-much"; megabytes: number };

/** The longest law we know takes two seconds; what takes thirty is made to. Its tokens and blocks take 150 MB. */
const LIMITS: ThreadLimits = { ms: 30_000, megabytes: 512 };

/** As many as leave a small machine's other processor to readers. */
const AT_ONCE = 2;

/** Made by `scripts/worker.ts`: under the command line, under Next and in tests the code around us lies in different places, the project's folder does not. */
export const READING_FILE = path.join(".build", "reading-worker.mjs");

declare global {
  /** On globalThis, as bundles may load this module more than once: a process has so many turns, not each bundle. */
  var paragoraReading: Turns | undefined;
}

export function readInWorker(material: Material, progress?: (done: number, total: number) => void, limits = LIMITS): Promise<ImportedArticle | WorkerRefusal> {
  globalThis.paragoraReading ??= turns(AT_ONCE);
  return globalThis.paragoraReading(async () => {
    const read = await inThread<ImportedArticle | MaterialRefusal>((options) => new Worker(path.resolve(READING_FILE), options), material, limits, ({ done, total }) => progress?.(done, total));
    if ("answer" in read) return read.answer;
    return read.refused === "too-long" ? { refused: "reading-too-long", seconds: read.seconds } : { refused: "reading-too-much", megabytes: read.megabytes };
  });
}
