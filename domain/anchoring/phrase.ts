/** Where the words of a phrase are in the blocks its block lives on in: word by word, never by search. */
import { diffArrays } from "diff";
import type { Span } from "../blocks";
import { type Word, wordsOf } from "./words";

/** So many of the words must be there, close together, or the phrase is gone. */
const LEAST_KEPT = 0.5;
/** Words that stand this much wider apart than they did are no phrase any more. */
const WIDEST = 2.5;

/** `block`: which of the texts; `kept`: how many of its words are there, from 0 to 1. */
export type Found = Span & { block: number; kept: number };

/** Words changed in one block beyond which it is another text; the search for the shortest edit grows with their square. */
const MOST_CHANGES = 4_000;

/** Which words of `to` the words of `from` became, by a shortest edit (Myers 1986); null: none. */
function became(from: readonly Word[], to: readonly { folded: string }[]): (number | null)[] {
  const places: (number | null)[] = [];
  let at = 0;
  const edit = diffArrays(from.map(({ folded }) => folded), to.map(({ folded }) => folded), { maxEditLength: MOST_CHANGES });
  for (const { added, removed, count } of edit ?? []) {
    for (let step = 0; step < count; step += 1) {
      if (removed) places.push(null);
      else if (added) at += 1;
      else places.push(at++);
    }
  }
  return places;
}

/** For a block's text and the texts it lives on in: where a span of its words is, or null where they went. */
export function carrierOf(text: string, blocks: readonly string[]): (span: Span) => Found | null {
  const words = wordsOf(text);
  const all = blocks.flatMap((block, index) => wordsOf(block).map((word) => ({ ...word, block: index })));
  const places = became(words, all);
  return ({ start, end }) => {
    const [first, last] = [words.findIndex((word) => word.end > start), words.findLastIndex((word) => word.start < end)];
    if (first < 0 || last < first) return null;
    const length = last - first + 1;
    const kept = places.slice(first, last + 1).filter((place) => place !== null);
    const span = densest(kept, Math.max(length + 2, Math.round(length * WIDEST)), (at) => all[at]?.block ?? -1);
    if (!span || span.count < length * LEAST_KEPT) return null;
    const [from, to] = [all[span.from], all[span.to]];
    return from && to ? { block: from.block, start: from.start, end: to.end, kept: span.count / length } : null;
  };
}

/** The stretch of at most `width` words, in one block, that holds the most of `places`; the first of equals. */
function densest(places: readonly number[], width: number, blockOf: (at: number) => number): { from: number; to: number; count: number } | null {
  let best: { from: number; to: number; count: number } | null = null;
  for (let first = 0; first < places.length; first += 1) {
    const from = places[first] ?? 0;
    let last = first;
    while (last + 1 < places.length && (places[last + 1] ?? 0) - from < width && blockOf(places[last + 1] ?? 0) === blockOf(from)) last += 1;
    if (best === null || last - first + 1 > best.count) best = { from, to: places[last] ?? from, count: last - first + 1 };
  }
  return best;
}
