/** Aligns and carries over in a thread of its own. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { MOST_CHARACTERS, tooLarge, type TooLarge } from "../../domain/carry-over";
import { inThread, type ThreadLimits, type ThreadRefusal } from "../in-thread";
import { type Turns, turns } from "../turns";
import type { AllCarried, Told, ToCarry, ToRecognise } from "./compute";

/** 20,000 blocks take six seconds on a quick machine and five times that on a slow one; their words and those of earlier revisions half of this memory. */
const LIMITS: ThreadLimits = { ms: 60_000, megabytes: 1_024 };

/** One: it takes a processor and a good part of a small machine's memory, and the other is the readers'. */
const AT_ONCE = 1;

/** Made by `scripts/worker.ts`: under the command line, under Next and in tests the code around us lies in different places, the project's folder does not. */
export const CARRYING_FILE = path.join(".build", "carrying-worker.mjs");

declare global {
  /** On globalThis, as bundles may load this module more than once: a process has so many turns, not each bundle. */
  var paragoraCarrying: Turns | undefined;
}

export type CarryingRefusal = TooLarge | ThreadRefusal;

/** @throws Error when the thread dies */
export async function carryInWorker(given: ToCarry, told?: Told, limits = LIMITS): Promise<AllCarried | CarryingRefusal> {
  const large = tooLarge(given.newest) ?? tooLarge(given.draft) ?? earlierTooLarge(given);
  if (large) return large;
  return inTurn<AllCarried>({ act: "carry", ...given }, told, limits);
}

/** @throws Error when the thread dies */
export async function recogniseInWorker(given: ToRecognise, told?: Told, limits = LIMITS): Promise<(string | null)[] | CarryingRefusal> {
  const large = tooLarge(given.from.map(({ text }) => text)) ?? tooLarge(given.to);
  if (large) return large;
  return inTurn<(string | null)[]>({ act: "recognise", ...given }, told, limits);
}

/** A few revisions as long as can be, or many of the usual length. */
const EARLIER_TIMES = 4;

function earlierTooLarge({ earlier }: ToCarry): TooLarge | null {
  const limit = EARLIER_TIMES * MOST_CHARACTERS;
  const characters = Object.values(earlier).reduce((sum, blocks) => sum + blocks.reduce((length, { text }) => length + text.length, 0), 0);
  return characters > limit ? { refused: "too-many-characters", limit } : null;
}

async function inTurn<Answer>(given: unknown, told: Told | undefined, limits: ThreadLimits): Promise<Answer | CarryingRefusal> {
  globalThis.paragoraCarrying ??= turns(AT_ONCE);
  return globalThis.paragoraCarrying(async () => {
    const made = await inThread<Answer>((options) => new Worker(path.resolve(CARRYING_FILE), options), given, limits, ({ phase, done, total }) => told?.(phase === "placing" ? "placing" : "aligning", done, total));
    return "answer" in made ? made.answer : made;
  });
}
