/** Which new blocks resemble an old one: found by the rare pairs of words they share, so that nobody compares all with all. */
import { forDistinct } from "./bags";
import { likeness, type Looks } from "./likeness";
import { isFree, isUntaken, type Work } from "./work";

export type Likenesses = Map<number, Map<number, number>>;

/** A pair of words that more blocks have is a formula of the document and finds nobody. */
const MOST_HOLDERS = 40;
/** The best by shared pairs are compared in full. */
const COMPARED = 12;
/** Below this two blocks share a subject, not an origin. */
const LEAST_LIKENESS = 0.2;

/** Answers, for a block, the new ones that share most of its rare pairs. */
export type Finder = (looks: Looks) => number[];

export function finderIn({ to, rarities }: Pick<Work, "to" | "rarities">, isOpen: (at: number) => boolean): Finder {
  const holders = new Array<number[] | undefined>(rarities.pairs.length);
  to.forEach(({ pairs }, at) => {
    if (!isOpen(at)) return;
    forDistinct(pairs, (pair) => {
      const here = holders[pair];
      if (here) here.push(at);
      else holders[pair] = [at];
    });
  });
  return ({ pairs }) => {
    const votes = new Map<number, number>();
    forDistinct(pairs, (pair) => {
      const here = holders[pair];
      if (!here || here.length > MOST_HOLDERS) return;
      for (const at of here) votes.set(at, (votes.get(at) ?? 0) + 1 / here.length);
    });
    return [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, COMPARED).map(([at]) => at);
  };
}

/** The likeness of each old block that is free to its nearest new ones that nobody took. */
export function resembling(work: Work): Likenesses {
  const nearest = finderIn(work, (at) => isUntaken(work, at));
  const found: Likenesses = new Map();
  work.from.forEach((looks, old) => {
    if (!isFree(work, old)) return;
    const scores = new Map<number, number>();
    for (const at of nearest(looks)) {
      const other = work.to[at];
      const score = other ? likeness(looks, other, work.rarities) : 0;
      if (score >= LEAST_LIKENESS) scores.set(at, score);
    }
    found.set(old, scores);
  });
  return found;
}
