import type { ReactNode } from "react";
import type { PassageSaid, Review, ReviewCase } from "../../../server/revising/queries";
import { slice } from "../../../domain/blocks";
import { WordDiff } from "../word-diff";
import type { Words } from "../words";

type Props = { words: Words; review: Pick<Review, "number" | "language">; case: ReviewCase };

/** The passage as it was and as it would be, with the words that went and came. */
export function ReviewSides({ words, review: { number, language }, case: { old, now, nearest } }: Props) {
  const shown = now ?? nearest;
  const [before, after] = [old === null ? null : wordsOf(old), shown === null ? null : wordsOf(shown)];
  const side = (which: "before" | "after"): ReactNode => {
    const passage = which === "before" ? old : shown;
    if (passage === null) return null;
    const own = wordsOf(passage);
    // Where one side is about words and the other about all of its passage, there is nothing to hold against each other.
    const isComparable = before !== null && after !== null && (old?.span === null) === (shown?.span === null);
    const told = isComparable ? <WordDiff words={words} before={before} after={after} language={language} side={which} /> : own;
    return <Around passage={passage}>{told}</Around>;
  };
  return (
    <div className="sides">
      <Side title={words.t("review.before", { number: number - 1 })} passage={old} none={words.t("review.wasGone")} language={language}>
        {side("before")}
      </Side>
      <Side title={words.t("review.after", { number })} passage={shown} none={words.t("review.gone")} language={language} perhaps={now === null && nearest !== null ? words.t("review.perhaps") : null}>
        {side("after")}
      </Side>
    </div>
  );
}

const wordsOf = ({ text, span }: PassageSaid): string => (span === null ? text : slice(text, span));

function Side({ title, passage, none, language, perhaps = null, children }: { title: string; passage: PassageSaid | null; none: string; language: string; perhaps?: string | null; children: ReactNode }) {
  return (
    <div>
      <h4>
        {title}
        {passage !== null && <span className="muted"> ¶ {passage.number}</span>}
      </h4>
      {(passage === null || perhaps !== null) && <p className="none">{none}</p>}
      {passage !== null && (
        <>
          {perhaps !== null && <p className="quiet">{perhaps}</p>}
          <p className="words" lang={language}>
            {children}
          </p>
        </>
      )}
    </div>
  );
}

/** The block around the words that a thread is about, which are marked. */
function Around({ passage: { text, span }, children }: { passage: PassageSaid; children: ReactNode }) {
  if (span === null) return children;
  return (
    <>
      {slice(text, { start: 0, end: span.start })}
      <mark>{children}</mark>
      {slice(text, { start: span.end, end: Array.from(text).length })}
    </>
  );
}
