/** Where an unfinished comment belongs, and the one key of that place: the browser and the server make the same. */
import type { Span } from "./blocks";

/** Sentences of a block, from the `first` to the `last`, counted from 0. */
export type Sentences = { first: number; last: number };

export type DraftPlace =
  | { on: "article" }
  /** `block`: its lasting id, so that a draft follows its block to another revision. */
  | { on: "block"; block: string; words?: Span; sentences?: Sentences }
  | { on: "reply"; comment: string }
  | { on: "edit"; comment: string };

export function placeKey(place: DraftPlace): string {
  switch (place.on) {
    case "article":
      return "article";
    case "block":
      return `block:${place.block}${partOf(place)}`;
    case "reply":
    case "edit":
      return `${place.on}:${place.comment}`;
  }
}

function partOf({ words, sentences }: Extract<DraftPlace, { on: "block" }>): string {
  if (words) return `:words:${words.start}-${words.end}`;
  return sentences ? `:sentences:${sentences.first}-${sentences.last}` : "";
}

const ID = "[0-9A-Za-z-]{1,64}";
const NUMBER = "0|[1-9]\\d{0,8}";
const KEY = new RegExp(`^(?:(article)|block:(${ID})(?::(words|sentences):(${NUMBER})-(${NUMBER}))?|(reply|edit):(${ID}))$`);

/** The place a key stands for; null when it is none that `placeKey` makes. */
export function placeOfKey(key: string): DraftPlace | null {
  const [, article, block, part, from, to, act, comment] = KEY.exec(key) ?? [];
  if (article) return { on: "article" };
  if (comment) return { on: act === "edit" ? "edit" : "reply", comment };
  if (!block) return null;
  const [start, end] = [Number(from), Number(to)];
  if (part === "words") return start < end ? { on: "block", block, words: { start, end } } : null;
  if (part === "sentences") return start <= end ? { on: "block", block, sentences: { first: start, last: end } } : null;
  return { on: "block", block };
}
