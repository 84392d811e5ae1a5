import { wordDiff } from "../../domain/word-diff";
import type { Words } from "./words";

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
  return wordDiff(before, after, language)
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
