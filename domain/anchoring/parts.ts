/** Splits and merges: a block left over is part of a neighbour when that neighbour has words that only it explains. */
import { beyond, shared } from "./bags";
import { finderIn } from "./candidates";
import type { Looks, Rarities } from "./likeness";
import { MARGIN, type Work } from "./work";

/** So much of the smaller block's pairs must be in what the larger has beyond its own partner. */
const LEAST_EXPLAINED = 0.6;
/** Fewer words than these occur anywhere. */
const LEAST_WEIGHT = 6;
/** How far around a leftover a neighbour is looked for. */
const REACH = 2;

/** How much of `part` the words of `whole` that its own `partner` does not explain do explain. */
function explained(part: Looks, whole: Looks, partner: Looks, rarities: Rarities): number {
  return shared(part.pairs, beyond(whole.pairs, partner.pairs), rarities.pairs) / part.worth.pairs;
}

export function joinParts(work: Work): void {
  joinMerged(work);
  joinSplit(work);
  joinContained(work);
}

/** An old block left over lives on in the new one of its neighbour, which grew by it. */
function joinMerged({ from, to, rarities, fates, takenBy }: Work): void {
  from.forEach((part, old) => {
    if (fates[old]?.method !== "gone" || part.weight < LEAST_WEIGHT) return;
    let best = { at: -1, score: LEAST_EXPLAINED };
    for (let near = Math.max(0, old - REACH); near <= old + REACH; near += 1) {
      for (const at of fates[near]?.to ?? []) {
        const [whole, partner] = [to[at], from[near]];
        const score = near !== old && whole && partner ? explained(part, whole, partner, rarities) : 0;
        if (score > best.score) best = { at, score };
      }
    }
    if (best.at < 0) return;
    fates[old] = { to: [best.at], likeness: best.score, method: "merged", nearest: null };
    takenBy[best.at]?.push(old);
  });
}

/** A new block left over was part of the old one of its neighbour, which shrank by it. */
function joinSplit({ from, to, rarities, fates, takenBy }: Work): void {
  to.forEach((part, at) => {
    if (takenBy[at]?.length !== 0 || part.weight < LEAST_WEIGHT) return;
    let best = { old: -1, score: LEAST_EXPLAINED };
    for (let near = Math.max(0, at - REACH); near <= at + REACH; near += 1) {
      for (const old of takenBy[near] ?? []) {
        const [whole, partner] = [from[old], to[near]];
        const score = near !== at && whole && partner ? explained(part, whole, partner, rarities) : 0;
        if (score > best.score) best = { old, score };
      }
    }
    const fate = fates[best.old];
    if (!fate) return;
    takenBy[at]?.push(best.old);
    fates[best.old] = { ...fate, to: [...fate.to, at].sort((one, other) => (to[other]?.weight ?? 0) - (to[one]?.weight ?? 0)), method: "split" };
  });
}

/** Away from its neighbours a block is part of another only when nearly all of it stands there, and it says enough. */
const LEAST_CONTAINED = 0.75;
const LEAST_WEIGHT_CONTAINED = 8;

/** An old block left over that stands whole within a new one, wherever, in words that none of that one's own blocks explain. */
function joinContained({ from, to, rarities, fates, takenBy }: Work): void {
  const isLeft = (part: Looks, old: number): boolean => fates[old]?.method === "gone" && part.weight >= LEAST_WEIGHT_CONTAINED;
  const finder = finderIn({ to, rarities }, () => true, from.filter(isLeft));
  from.forEach((part, old) => {
    if (!isLeft(part, old)) return;
    const scores = finder(part).flatMap((at) => {
      const whole = to[at];
      // Whoever has too little of it at all decides nothing, and need not be asked what its own blocks explain.
      if (!whole || shared(part.pairs, whole.pairs, rarities.pairs) / part.worth.pairs < LEAST_CONTAINED - MARGIN) return [];
      const rest = (takenBy[at] ?? []).reduce((bag, one) => beyond(bag, from[one]?.pairs ?? bag), whole.pairs);
      return [{ at, score: shared(part.pairs, rest, rarities.pairs) / part.worth.pairs }];
    });
    const [best, rival] = scores.sort((one, other) => other.score - one.score);
    if (!best || best.score < LEAST_CONTAINED || best.score - (rival?.score ?? 0) < MARGIN) return;
    fates[old] = { to: [best.at], likeness: best.score, method: "merged", nearest: null };
    takenBy[best.at]?.push(old);
  });
}
