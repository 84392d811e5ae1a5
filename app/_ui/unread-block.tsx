import type { UnreadComment } from "./catch-up-page";
import { Comment } from "./comment";
import { articlePath, threadPath } from "./paths";
import type { Place } from "./place";
import { Quote } from "./thread";

/** `beginning`: how the block begins; null on the whole article. */
type Props = { place: Place; block: number | null; /** On passages that are gone. */ isRemoved: boolean; beginning: string | null; language: string; comments: readonly UnreadComment[] };

/** A block and what is new on it: each thread with the words it is about, and the way into it. */
export function UnreadBlock({ place, block, isRemoved, beginning, language, comments }: Props) {
  const { words, slug } = place;
  const path = words.to(articlePath(slug));
  const at = isRemoved ? "removed" : "whole";
  return (
    <section aria-labelledby={`on-${block ?? at}`}>
      <h2 className="rule" id={`on-${block ?? at}`}>
        <a href={block === null ? `${path}#${at}` : `${path}#b-${block}`}>{block === null ? words.t(isRemoved ? "article.removed" : "catchUp.whole") : <>¶&#8239;{block}</>}</a>
      </h2>
      {beginning !== null && (
        <p className="passage" lang={language}>
          {beginning}
        </p>
      )}
      {threadsOf(comments).map((thread) => (
        <section key={thread[0]?.thread} className="thread" id={`t-${thread[0]?.thread}`} data-thread-id={thread[0]?.thread} aria-label={words.t("catchUp.thread", { count: thread.length })}>
          <NewInThread place={place} comments={thread} />
        </section>
      ))}
    </section>
  );
}

function NewInThread({ place, comments }: { place: Place; comments: readonly UnreadComment[] }) {
  const [first] = comments;
  if (!first) return null;
  const { words, slug } = place;
  return (
    <>
      {first.quote !== null && <Quote place={place} words={first.quote} />}
      {comments.map(({ comment, answers }) => (
        <Comment key={comment.id} place={place} comment={comment} answers={answers} />
      ))}
      <p className="more">
        <a href={words.to(threadPath(slug, first.thread))}>{words.t("catchUp.wholeThread")}</a>
      </p>
    </>
  );
}

function threadsOf(comments: readonly UnreadComment[]): UnreadComment[][] {
  const threads = new Map<string, UnreadComment[]>();
  for (const one of comments) threads.set(one.thread, [...(threads.get(one.thread) ?? []), one]);
  return [...threads.values()];
}
