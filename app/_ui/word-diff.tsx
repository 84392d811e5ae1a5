import { LRUCache } from "lru-cache";
import { type DiffPart, wordDiff } from "../../domain/word-diff";
import type { Words } from "./words";

/** A page is made anew with each comment, and shows the same passages again: these are worked out once. */
const kept = new LRUCache<string, DiffPart[]>({ maxSize: 8 * 1024 * 1024, sizeCalculation: (_, key) => 4 * key.length + 1 });

function diffOf(before: string, after: string, language: string): DiffPart[] {
  const key = JSON.stringify([language, before, after]);
  const parts = kept.get(key) ?? wordDiff(before, after, language);
  kept.set(key, parts);
  return parts;
}

type Props = {
  words: Words;
  before: string;
  after: string;
  /** BCP 47, of the passage. */
  language: string;
  /** One side only, where both stand next to each other; without it both in one text. */
  side?: "before" | "after";
};

/** A passage's two wordings in one, or one of them with what the other has not; also told to who does not see it. */
export function WordDiff({ words, before, after, language, side }: Props) {
  const isSeen = ({ kind }: { kind: string }) => kind !== (side === "before" ? "come" : side === "after" ? "gone" : "");
  return diffOf(before, after, language)
    .filter(isSeen)
    .map(({ kind, text }, place) => {
      if (kind === "same") return text;
      const Mark = kind === "gone" ? "del" : "ins";
      return (
        <Mark key={place}>
          <span className="unseen" lang={words.tag}>{` ${words.t(`wordDiff.${kind}`)} `}</span>
          {text}
        </Mark>
      );
    });
}
