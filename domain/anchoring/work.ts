/** What an alignment is made in: both revisions, and what is known so far of each block. */
import type { Looks, Rarities } from "./likeness";

/** How it was found; "gone": not at all. */
export type Method = "identical" | "same-words" | "moved-identical" | "in-order" | "moved" | "split" | "merged" | "gone";

/**
 * The new blocks a block lives on in, the one with most of its words first, and how like it they are (0 to 1). Of one that is gone:
 * none, and the new block that nobody else explains and that is nearest to it, if any is.
 */
export type Fate = { to: number[]; likeness: number; method: Method; nearest: number | null };

const GONE: Fate = { to: [], likeness: 0, method: "gone", nearest: null };

export type Work = { from: Looks[]; to: Looks[]; rarities: Rarities; fates: Fate[]; takenBy: number[][] };

/** Between two neighbours that stayed, half the words may go. Below a third (method.md, 3b) it is another block in the same place. */
export const LEAST_IN_ORDER = 0.34;
/** By so much the right block must be liker than any rival, or a place in order be worth nothing. */
export const MARGIN = 0.12;

export function startOf(looks: { from: Looks[]; to: Looks[]; rarities: Rarities }): Work {
  return { ...looks, fates: looks.from.map(() => GONE), takenBy: looks.to.map(() => []) };
}

export function keep(work: Work, old: number, at: number, method: Method, score: number): void {
  work.fates[old] = { to: [at], likeness: score, method, nearest: null };
  work.takenBy[at] = [old];
}

export const isFree = (work: Work, old: number): boolean => work.fates[old]?.method === "gone";
export const isUntaken = (work: Work, at: number): boolean => work.takenBy[at]?.length === 0;
