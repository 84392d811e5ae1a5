/** What is too short or too changed to prove itself is found where its neighbours went. */
import { likeness } from "./likeness";
import { isFree, isUntaken, keep, LEAST_IN_ORDER, MARGIN, type Work } from "./work";

/** A neighbour's neighbour still tells the place; beyond, a section has been left. */
const REACH = 2;

export function matchBesideNeighbours(work: Work): void {
  // A block found here tells the place of the next: once forward, once back.
  for (let old = 0; old < work.from.length; old += 1) matchBeside(work, old);
  for (let old = work.from.length - 1; old >= 0; old -= 1) matchBeside(work, old);
}

function matchBeside(work: Work, old: number): void {
  const looks = work.from[old];
  if (!isFree(work, old) || !looks) return;
  const scores = placesBeside(work, old).flatMap((at) => {
    const other = work.to[at];
    return other && isUntaken(work, at) ? [{ at, score: looks.bare === other.bare ? 1 : likeness(looks, other, work.rarities) }] : [];
  });
  const [best, rival] = scores.sort((one, other) => other.score - one.score || one.at - other.at);
  if (best && best.score >= leastOf(looks) && best.score - (rival?.score ?? 0) >= MARGIN) keep(work, old, best.at, "in-order", best.score);
}

/** A few words alike are chance: of a heading most must stay. */
const leastOf = ({ weight }: { weight: number }): number => (weight < SHORT ? LEAST_SHORT : LEAST_IN_ORDER);
const SHORT = 6;
const LEAST_SHORT = 0.5;

/** The new blocks about where the old block would stand, by its nearest neighbours. */
function placesBeside({ fates }: Work, old: number): number[] {
  const places = new Set<number>();
  for (let away = -REACH; away <= REACH; away += 1) {
    const at = away === 0 ? undefined : fates[old + away]?.to[0];
    if (at !== undefined) for (let step = -REACH; step <= REACH; step += 1) places.add(at - away + step);
  }
  return [...places];
}
