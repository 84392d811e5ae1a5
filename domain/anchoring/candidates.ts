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

/** Answers, for a block that asks, the new ones that share most of its rare pairs, those sharing most first. */
export type Finder = (looks: Looks) => number[];

/** Only what those who will ask have is looked up: mostly little of a text is new, and the table of all of it costs more than the asking. */
export function finderIn({ to, rarities }: Pick<Work, "to" | "rarities">, isOpen: (at: number) => boolean, asking: readonly Looks[]): Finder {
  const { starts, holders } = holdersOf(to, rarities.pairs.length, isOpen, asking);
  const votes = new Float64Array(to.length);
  return ({ pairs }) => {
    const voted: number[] = [];
    forDistinct(pairs, (pair) => {
      const [start, end] = [starts[pair] ?? 0, starts[pair + 1] ?? 0];
      if (end - start > MOST_HOLDERS) return;
      for (let here = start; here < end; here += 1) {
        const at = holders[here] ?? 0;
        if (votes[at] === 0) voted.push(at);
        votes[at] = (votes[at] ?? 0) + 1 / (end - start);
      }
    });
    const best = mostVoted(voted, votes);
    for (const at of voted) votes[at] = 0;
    return best;
  };
}

/** The first `COMPARED` by votes, then by place: sorting all of them would take longer than finding them. */
function mostVoted(voted: readonly number[], votes: Float64Array): number[] {
  const best: number[] = [];
  const isBefore = (one: number, other: number): boolean => (votes[one] ?? 0) - (votes[other] ?? 0) > 0 || (votes[one] === votes[other] && one < other);
  for (const at of voted) {
    let place = best.length;
    while (place > 0 && isBefore(at, best[place - 1] ?? at)) place -= 1;
    if (place >= COMPARED) continue;
    best.splice(place, 0, at);
    if (best.length > COMPARED) best.pop();
  }
  return best;
}

/** The open new blocks that have each pair, one pair's after the other's: those of `pair` from `starts[pair]` to `starts[pair + 1]`. */
function holdersOf(to: readonly Looks[], pairs: number, isOpen: (at: number) => boolean, asking: readonly Looks[]): { starts: Int32Array; holders: Int32Array } {
  const isAsked = new Uint8Array(pairs);
  for (const looks of asking) forDistinct(looks.pairs, (pair) => void (isAsked[pair] = 1));
  const forHolders = (each: (pair: number, at: number) => void): void => {
    to.forEach((looks, at) => {
      if (isOpen(at)) forDistinct(looks.pairs, (pair) => void (isAsked[pair] === 1 && each(pair, at)));
    });
  };
  const starts = new Int32Array(pairs + 1);
  forHolders((pair) => void (starts[pair + 1] = (starts[pair + 1] ?? 0) + 1));
  for (let pair = 0; pair < pairs; pair += 1) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const holders = new Int32Array(starts[pairs] ?? 0);
  const next = starts.slice();
  forHolders((pair, at) => {
    const here = next[pair] ?? 0;
    holders[here] = at;
    next[pair] = here + 1;
  });
  return { starts, holders };
}

/** The likeness of each old block that is free to its nearest new ones that nobody took. */
export function resembling(work: Work): Likenesses {
  const nearest = finderIn(work, (at) => isUntaken(work, at), work.from.filter((_, old) => isFree(work, old)));
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
