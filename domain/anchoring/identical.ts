/**
 * Blocks that are the same in both revisions and stand in the same order: a patience diff (Cohen 2003), which goes by what
 * stands once on both sides, and then looks between.
 */
import { heaviestChain } from "./chains";

export type Range = { fromStart: number; fromEnd: number; toStart: number; toEnd: number };

/** Calls `found` for every pair of equal keys that the order proves, and answers the gaps that are left between them. */
export function matchIdentical(from: readonly string[], to: readonly string[], weights: readonly number[], range: Range, found: (from: number, to: number) => void): Range[] {
  const gaps: Range[] = [];
  const open = [range];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const inner = trimmed(from, to, one, found);
    if (inner.fromStart >= inner.fromEnd || inner.toStart >= inner.toEnd) {
      if (inner.fromStart < inner.fromEnd || inner.toStart < inner.toEnd) gaps.push(inner);
      continue;
    }
    const chain = heaviestChain(onceOnBothSides(from, to, weights, inner));
    if (chain.length === 0) {
      gaps.push(inner);
      continue;
    }
    let [fromStart, toStart] = [inner.fromStart, inner.toStart];
    for (const pair of chain) {
      found(pair.from, pair.to);
      open.push({ fromStart, toStart, fromEnd: pair.from, toEnd: pair.to });
      [fromStart, toStart] = [pair.from + 1, pair.to + 1];
    }
    open.push({ fromStart, toStart, fromEnd: inner.fromEnd, toEnd: inner.toEnd });
  }
  return gaps.sort((one, other) => one.fromStart - other.fromStart || one.toStart - other.toStart);
}

/** What a matched neighbour continues into is matched too: this decides between copies. */
function trimmed(from: readonly string[], to: readonly string[], range: Range, found: (from: number, to: number) => void): Range {
  let { fromStart, fromEnd, toStart, toEnd } = range;
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) found(fromStart++, toStart++);
  while (fromStart < fromEnd && toStart < toEnd && from[fromEnd - 1] === to[toEnd - 1]) found(--fromEnd, --toEnd);
  return { fromStart, fromEnd, toStart, toEnd };
}

function onceOnBothSides(from: readonly string[], to: readonly string[], weights: readonly number[], { fromStart, fromEnd, toStart, toEnd }: Range) {
  const there = placesOf(to, toStart, toEnd);
  return [...placesOf(from, fromStart, fromEnd)].flatMap(([key, place]) => {
    const other = there.get(key);
    return place === null || other === undefined || other === null ? [] : [{ from: place, to: other, score: 1 + Math.min(1, (weights[place] ?? 0) / 100) }];
  });
}

/** Where each key stands; null for those that stand more than once. */
function placesOf(keys: readonly string[], start: number, end: number): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let at = start; at < end; at += 1) {
    const key = keys[at] ?? "";
    places.set(key, places.has(key) ? null : at);
  }
  return places;
}
