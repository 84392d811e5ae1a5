/** Carrying a discussion over to the next revision: where each thread is shown there, measured against what its writer saw. */
import { type About, type Carried } from "./anchoring/carry";
import { likenessOf } from "./anchoring/likeness";
import { carrierOf } from "./anchoring/phrase";
import type { Fate, Method } from "./anchoring/work";
import { plain } from "./anchoring/words";
import { codePoints, type Span, slice } from "./blocks";

/**
 * "person": an editor chose the passage. "whole": it is about the article, which is always there. "proposal": an editor put the
 * wording that the thread proposes in place of its passage, so where that stands is known.
 */
export type CarryMethod = Method | "person" | "whole" | "proposal";

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
export type CarriersFrom = (revision: string) => { carry: (about: About) => Carried };

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

/** Where a thread is carried to, and by which method. */
export type CarriedBy = Omit<Carried, "method"> & { method: CarryMethod };

/** A wording that an editor took from a thread: the block it was put into, from 0, that block's text, and the wording. */
export type Accepted = { block: number; text: string; after: string };

/**
 * By what was accepted, however little it is like the words before. `meant` null: all of the block, which is all of the wording then.
 * A text that does not say it any more was reworded since, and is found like any other.
 */
export function carriedByProposal(carried: Carried, { block, text, after }: Accepted, meant: Span | null): CarriedBy {
  const place = carried.block === block ? carried.place : "same";
  const common = { place, text: "changed" as const, block, needsHuman: false, method: "proposal" as const, likeness: carried.likeness, nearest: null };
  if (meant === null) return text === after ? { ...common, span: null } : carried;
  const points = codePoints(after);
  // Where it says so more than once, the one nearest to where the passage stood.
  const [start] = placesOf(text, after).sort((one, other) => Math.abs(one - meant.start) - Math.abs(other - meant.start));
  return start === undefined ? carried : { ...common, span: { start, end: start + points } };
}

/** In code points. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); words !== "" && at >= 0; at = text.indexOf(words, at + 1)) places.push(codePoints(text.slice(0, at)));
  return places;
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

/** Below this almost nothing of the article is left, and it is likely that the wrong text was taken; of 166 steps of real histories three are, all written anew. */
const LEAST_OF_ARTICLE = 10;

/** How much of a text, by its length, lives on in the next, in hundredths. */
export function keptOf(texts: readonly string[], fates: readonly Fate[]): number {
  let [all, kept] = [0, 0];
  texts.forEach((text, at) => {
    all += text.length;
    if (fates[at]?.method !== "gone") kept += text.length;
  });
  return all === 0 ? 100 : Math.round((100 * kept) / all);
}

/** Whether a text is so unlike the one before that a person must say it is the same article. `kept`: as `keptOf` says. */
export function seemsAnother(kept: number | null): boolean {
  return kept !== null && kept < LEAST_OF_ARTICLE;
}

/** Blocks of a text that is carried over: 20,000 are aligned in six seconds, more than the longest law has. */
export const MOST_BLOCKS = 20_000;
/** Its length in UTF-16 units: the texts of both sides and their words take a quarter of the memory that the thread has. */
export const MOST_CHARACTERS = 10_000_000;

export type TooLarge = { refused: "too-many-blocks" | "too-many-characters"; limit: number };

/** Null: a text that can be carried over. */
export function tooLarge(texts: readonly string[]): TooLarge | null {
  if (texts.length > MOST_BLOCKS) return { refused: "too-many-blocks", limit: MOST_BLOCKS };
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return characters > MOST_CHARACTERS ? { refused: "too-many-characters", limit: MOST_CHARACTERS } : null;
}
