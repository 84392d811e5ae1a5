/** Carrying a discussion over to the next revision: where each thread is shown there, measured against what its writer saw. */
import { type About, type Carried, carrierBetween } from "./anchoring/carry";
import { likenessOf } from "./anchoring/likeness";
import { carrierOf } from "./anchoring/phrase";
import type { Fate, Method } from "./anchoring/work";
import { plain } from "./anchoring/words";
import { type Span, slice } from "./blocks";

/** "person": an editor chose the passage. "whole": it is about the article, which is always there. */
export type CarryMethod = Method | "person" | "whole";

/** How many threads a revision left as they were, and what became of the others; `decided`: by an editor, where there are any. */
export type CarriedCounts = { exact: number; changed: number; moved: number; removed: number; decided?: number };

/** What became of a block: the numbers of its new blocks, how it was found, and how like they are, in hundredths. */
export type StoredFate = [to: number[], method: Method, likeness: number];

export function storedFate({ to, method, likeness }: Fate): StoredFate {
  return [to.map((at) => at + 1), method, Math.round(likeness * 100)];
}

/** What a thread was meant to be about: a block of some revision, its text then, and the words of it; `span` null: all of it. */
export type Meant = { revision: string; block: number; text: string; span: Span | null };

/** Where the newest revision shows the thread: its block, from 0, null where that was removed, and its words there. */
export type Shown = { block: number | null; span: Span | null };

/** From any earlier revision, by its id, to the draft. */
export type CarriersFrom = (revision: string) => ReturnType<typeof carrierBetween>;

/** Below this nothing of what was meant is left, however small the steps were that led here. */
const LEAST_LEFT = 0.2;

/** `meant` null: the whole article. */
export function carriedOver(carry: (about: About) => Carried, from: CarriersFrom, texts: readonly string[], meant: Meant | null, shown: Shown): Carried {
  if (meant === null) return WHOLE;
  const stepped = shown.block === null ? null : carry({ block: shown.block, span: shown.span });
  // What was gone, or goes now, may be back as it was meant: the anchor itself is asked, and only a certain answer counts.
  if (stepped === null || stepped.block === null) {
    const back = from(meant.revision).carry({ block: meant.block, span: meant.span });
    return back.block !== null && !back.needsHuman ? judged(back, texts, meant) : (stepped ?? back);
  }
  return judged(stepped, texts, meant);
}

const WHOLE: Carried = { place: "same", text: "exact", block: null, span: null, needsHuman: false, method: "identical", likeness: 1, nearest: null };

/** Held against the words that were meant, so that many small changes do not pass for none. */
function judged(carried: Carried, texts: readonly string[], { text, span }: Meant): Carried {
  const now = texts[carried.block ?? -1] ?? "";
  if (span === null) {
    const left = likenessOf(text, now);
    return { ...carried, text: plain(text) === plain(now) ? "exact" : "changed", needsHuman: carried.needsHuman || (left < LEAST_LEFT && carried.method !== "split" && carried.method !== "merged") };
  }
  const found = carrierOf(text, [now])(span);
  if (found === null) return { ...carried, span: null, text: "changed" };
  const words = { start: found.start, end: found.end };
  return { ...carried, span: words, text: plain(slice(text, span)) === plain(slice(now, words)) ? "exact" : "changed" };
}

/** What the review sorts threads under: what must be decided first. */
export const carryGroups = ["needs-you", "changed", "removed", "moved", "exact"] as const;
export type CarryGroup = (typeof carryGroups)[number];

export function isCarryGroup(name: string | null): name is CarryGroup {
  return carryGroups.some((group) => group === name);
}

export function groupOf({ place, text, needsHuman }: Pick<Carried, "place" | "text" | "needsHuman">): CarryGroup {
  if (needsHuman) return "needs-you";
  if (place === "removed") return "removed";
  if (text === "changed") return "changed";
  return place === "moved" ? "moved" : "exact";
}
