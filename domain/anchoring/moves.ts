/** What stands elsewhere than before: it must prove itself by its words, for its place says nothing. */
import type { Likenesses } from "./candidates";
import type { Looks } from "./likeness";
import { isFree, isUntaken, keep, MARGIN, type Work } from "./work";

/** Away from its place a block must prove itself by most of its words. */
const LEAST_MOVED = 0.5;
/** Fewer words than these are found again by their place only: "Scope", "Repealed." */
const LEAST_WEIGHT_MOVED = 4;

export function matchMovedIdentical(work: Work): void {
  for (const key of ["exact", "bare"] as const) {
    const here = onceAmong(work.from, (at) => isFree(work, at), key);
    const there = onceAmong(work.to, (at) => isUntaken(work, at), key);
    for (const [text, old] of here) {
      const at = there.get(text) ?? null;
      if (old === null || at === null || (work.from[old]?.weight ?? 0) < LEAST_WEIGHT_MOVED) continue;
      keep(work, old, at, "moved-identical", 1);
      followNeighbours(work, old, at);
    }
  }
}

/** What moved took its neighbours along, however short they are. */
function followNeighbours(work: Work, old: number, at: number): void {
  for (const step of [-1, 1]) {
    for (let away = step; ; away += step) {
      const [one, other] = [work.from[old + away], work.to[at + away]];
      if (!one || !other || one.bare !== other.bare || !isFree(work, old + away) || !isUntaken(work, at + away)) break;
      keep(work, old + away, at + away, "moved-identical", 1);
    }
  }
}

function onceAmong(looks: readonly Looks[], isOpen: (at: number) => boolean, key: "exact" | "bare"): Map<string, number | null> {
  const places = new Map<string, number | null>();
  looks.forEach((one, at) => {
    if (isOpen(at)) places.set(one[key], places.has(one[key]) ? null : at);
  });
  return places;
}

export function matchMoved(work: Work, likenesses: Likenesses): void {
  const pairs = [...likenesses].flatMap(([old, scores]) => (isFree(work, old) ? [...scores].flatMap(([at, score]) => (isUntaken(work, at) && score >= LEAST_MOVED ? [{ old, at, score }] : [])) : []));
  pairs.sort((one, other) => other.score - one.score || one.old - other.old || one.at - other.at);
  const [ofOld, ofNew] = [groupedBy(pairs, ({ old }) => old), groupedBy(pairs, ({ at }) => at)];
  const isOpen = ({ old, at }: Place): boolean => isFree(work, old) && isUntaken(work, at);
  for (const pair of pairs) {
    if (!isOpen(pair) || (work.from[pair.old]?.weight ?? 0) < LEAST_WEIGHT_MOVED) continue;
    const rivals = [...(ofOld.get(pair.old) ?? []), ...(ofNew.get(pair.at) ?? [])].filter((rival) => rival !== pair && isOpen(rival));
    if (rivals.every(({ score }) => pair.score - score >= MARGIN)) keep(work, pair.old, pair.at, "moved", pair.score);
  }
}

type Place = { old: number; at: number };

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
