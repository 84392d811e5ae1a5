import type { CommentKind } from "../../domain/thread";
import type { Words } from "./words";

/** Kinds differ by colour, letter and outline, so that no one has to tell colours apart. */
const OUTLINES: Record<CommentKind, { outline: React.ReactNode; letterAt: number }> = {
  question: { outline: <circle cx="9" cy="9" r="8" />, letterAt: 9 },
  evidence: { outline: <rect x="1.5" y="1.5" width="15" height="15" />, letterAt: 9 },
  objection: { outline: <path d="M9 .8 17.2 9 9 17.2.8 9Z" />, letterAt: 9 },
  suggestion: { outline: <path d="M1 2h10.5L17 9l-5.5 7H1Z" />, letterAt: 7.6 },
};

export function Kind({ kind, words }: { kind: CommentKind; words: Words }) {
  const { outline, letterAt } = OUTLINES[kind];
  return (
    <span className={`kind ${kind}`}>
      <svg viewBox="0 0 18 18" aria-hidden="true">
        {outline}
        <text x={letterAt} y="12.4">
          {words.t(`kinds.${kind}.letter`)}
        </text>
      </svg>
      {words.t(`kinds.${kind}.word`)}
    </span>
  );
}
