/** What became of each block of one revision in the next: both are aligned once, as a whole, and every anchor reads the answer. */
import { resembling, type Likenesses } from "./candidates";
import { heaviestChain, type Pair } from "./chains";
import { matchIdentical, type Range } from "./identical";
import { likeness, looksOf } from "./likeness";
import { matchMoved, matchMovedIdentical } from "./moves";
import { matchBesideNeighbours } from "./neighbours";
import { joinParts } from "./parts";
import { type Fate, isFree, isUntaken, keep, LEAST_IN_ORDER, MARGIN, startOf, type Work } from "./work";

/** Entries that changed places stand within a screen of each other; farther ones are found as moved. */
const EXCHANGED = 12;
/** Gaps up to so many comparisons are compared in full. */
const FULL_COMPARISON = 4_096;

/** Told after each step of an alignment: how many are done, of how many. */
export type Steps = (done: number, total: number) => void;
/** Those below that take time. */
const STEPS = 6;

export function align(oldTexts: readonly string[], newTexts: readonly string[], told?: Steps): Fate[] {
  const work = startOf(looksOf(oldTexts, newTexts));
  told?.(1, STEPS);
  const gaps = matchInOrder(work);
  told?.(2, STEPS);
  matchMovedIdentical(work);
  const likenesses = likenessesOf(work, gaps);
  told?.(3, STEPS);
  matchAlike(work, gaps, likenesses);
  matchMoved(work, likenesses);
  told?.(4, STEPS);
  matchBesideNeighbours(work);
  told?.(5, STEPS);
  joinParts(work);
  told?.(STEPS, STEPS);
  return work.fates.map((fate, old) => (fate.method === "gone" ? { ...fate, ...nearestOf(work, likenesses.get(old)) } : fate));
}

/** Where a person might look for what is gone. */
function nearestOf(work: Work, scores: ReadonlyMap<number, number> | undefined): Pick<Fate, "nearest" | "likeness"> {
  const open = [...(scores ?? [])].filter(([at]) => isUntaken(work, at)).sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const [nearest, likeness] = open[0] ?? [null, 0];
  return { nearest, likeness };
}

function matchInOrder(work: Work): Range[] {
  const weights = work.from.map(({ weight }) => weight);
  const whole = { fromStart: 0, fromEnd: work.from.length, toStart: 0, toEnd: work.to.length };
  const [oldExact, newExact] = [work.from.map(({ exact }) => exact), work.to.map(({ exact }) => exact)];
  const [oldBare, newBare] = [work.from.map(({ bare }) => bare), work.to.map(({ bare }) => bare)];
  const gaps = matchIdentical(oldExact, newExact, weights, whole, (old, at) => keep(work, old, at, "identical", 1));
  return gaps.flatMap((gap) => matchIdentical(oldBare, newBare, weights, gap, (old, at) => keep(work, old, at, "same-words", 1)));
}

function likenessesOf(work: Work, gaps: readonly Range[]): Likenesses {
  const found = resembling(work);
  for (const { fromStart, fromEnd, toStart, toEnd } of gaps) {
    if ((fromEnd - fromStart) * (toEnd - toStart) > FULL_COMPARISON) continue;
    for (let old = fromStart; old < fromEnd; old += 1) {
      for (let at = toStart; at < toEnd; at += 1) {
        const [one, other] = [work.from[old], work.to[at]];
        const scores = found.get(old);
        if (one && other && scores && !scores.has(at) && isFree(work, old) && isUntaken(work, at)) scores.set(at, likeness(one, other, work.rarities));
      }
    }
  }
  return found;
}

/** The best likeness each side has anywhere. */
function bests(likenesses: Likenesses): { ofOld: Map<number, number>; ofNew: Map<number, number> } {
  const [ofOld, ofNew] = [new Map<number, number>(), new Map<number, number>()];
  for (const [old, scores] of likenesses) {
    for (const [at, score] of scores) {
      ofOld.set(old, Math.max(score, ofOld.get(old) ?? 0));
      ofNew.set(at, Math.max(score, ofNew.get(at) ?? 0));
    }
  }
  return { ofOld, ofNew };
}

/** In each gap the chain that is alike in sum; a pair of which one side has a clearly better partner elsewhere is none. */
function matchAlike(work: Work, gaps: readonly Range[], likenesses: Likenesses): void {
  const { ofOld, ofNew } = bests(likenesses);
  for (const { fromStart, fromEnd, toStart, toEnd } of gaps) {
    const pairs = [];
    for (let from = fromStart; from < fromEnd; from += 1) {
      for (const [to, score] of likenesses.get(from) ?? []) {
        if (to < toStart || to >= toEnd || score < LEAST_IN_ORDER || !isFree(work, from) || !isUntaken(work, to)) continue;
        if (Math.max(ofOld.get(from) ?? 0, ofNew.get(to) ?? 0) - score > MARGIN) continue;
        pairs.push({ from, to, score });
      }
    }
    exchange(heaviestChain(pairs), likenesses).forEach(({ from, to, score }) => keep(work, from, to, "in-order", score));
  }
}

/** Order yields where two blocks of a chain both resemble the other's partner more: entries of a list were sorted anew. */
function exchange(chain: Pair[], likenesses: Likenesses): Pair[] {
  const pairs = [...chain];
  for (let one = 0; one < pairs.length; one += 1) {
    for (let other = one + 1; other < Math.min(pairs.length, one + EXCHANGED); other += 1) {
      const [left, right] = [pairs[one], pairs[other]];
      if (!left || !right) continue;
      const [crossed, back] = [likenesses.get(left.from)?.get(right.to) ?? 0, likenesses.get(right.from)?.get(left.to) ?? 0];
      if (crossed <= left.score || back <= right.score) continue;
      pairs[one] = { from: left.from, to: right.to, score: crossed };
      pairs[other] = { from: right.from, to: left.to, score: back };
    }
  }
  return pairs;
}
