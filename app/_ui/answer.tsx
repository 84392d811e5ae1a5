import type { AnswerKind, AnswerView } from "../../domain/answers";
import { commentPath, revisionPath } from "./paths";
import type { Place } from "./place";
import type { Words } from "./words";

/** What became of a thread, in a word. */
export function AnswerTag({ words, kind }: { words: Words; kind: AnswerKind }) {
  return <span className={kind === "adopted" || kind === "answered" ? "tag accented" : "tag"}>{words.t(`answers.kinds.${kind}`)}</span>;
}

/** What an editor said to a thread: the word, where the change is, and why. */
export function Answer({ place, answer }: { place: Place; answer: AnswerView }) {
  const { words, slug } = place;
  const { kind, text, change, comment, at } = answer;
  return (
    <div className="answer">
      <p className="facts">
        <AnswerTag words={words} kind={kind} />
        {change !== null && <a href={`${words.to(revisionPath(slug, change.revision))}#b-${change.block}`}>{words.t("answers.change", { revision: change.revision, number: change.block })}</a>}
        {comment !== null && <a href={words.to(commentPath(comment))}>{words.t("answers.byReply")}</a>}
        <time dateTime={at}>{words.day(at)}</time>
      </p>
      {text !== null && (
        <p className="says" dir="auto">
          {text}
        </p>
      )}
    </div>
  );
}
