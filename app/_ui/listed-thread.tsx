import type { ListedThread } from "../../domain/reading";
import type { ThreadWish } from "../../domain/thread-list";
import { AnswerTag } from "./answer";
import { Kind } from "./kind";
import { markdownText } from "./markdown";
import { Name } from "./name";
import { articlePath, threadPath, threadsPath } from "./paths";
import type { Place } from "./place";
import { Quote } from "./thread";
import { Tile } from "./tile";

type Props = { place: Place; threads: readonly ListedThread[]; wish: ThreadWish };

/** Threads in a list: what each is about, how it begins, and how far it has come. */
export function ListedThreads({ place, threads, wish }: Props) {
  return (
    <ol className="listed-threads" role="list">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Listed place={place} thread={thread} wish={wish} />
        </li>
      ))}
    </ol>
  );
}

function Listed({ place, thread, wish }: { place: Place; thread: ListedThread; wish: ThreadWish }) {
  const { words, slug } = place;
  const { block, passage, quote, first, replies, lastAt, answer, isPinned } = thread;
  const path = words.to(articlePath(slug));
  return (
    <>
      <p className="who">
        {first.by && <By place={place} by={first.by} wish={wish} />}
        {first.kind && <Kind kind={first.kind} words={words} />}
        {answer !== null && <AnswerTag words={words} kind={answer} />}
        {isPinned && <span className="tag">{words.t("answers.pinned")}</span>}
        <time dateTime={first.at}>{words.day(first.at)}</time>
      </p>
      {quote !== null && <Quote place={place} words={quote} />}
      <p className="begins">
        <a href={words.to(threadPath(slug, thread.id))} dir="auto">
          {first.by === null ? words.t("threads.gone") : markdownText(first.body)}
        </a>
      </p>
      <p className="facts">
        <span>{block === null ? <a href={`${path}#${passage === "removed" ? "removed" : "whole"}`}>{words.t(passage === "removed" ? "threads.removed" : "threads.whole")}</a> : <a href={`${path}#b-${block}`}>¶&#8239;{block}</a>}</span>
        {passage === "changed" && <span>{words.t("threads.changed")}</span>}
        <span>{words.t("threads.replies", { count: replies })}</span>
        {replies > 0 && <time dateTime={lastAt}>{words.t("threads.last", { day: words.day(lastAt) })}</time>}
      </p>
    </>
  );
}

/** The name leads to the threads in which this person wrote. */
function By({ place: { words, slug }, by, wish }: { place: Place; by: NonNullable<ListedThread["first"]["by"]>; wish: ThreadWish }) {
  return (
    <>
      <Tile id={by.tile ?? by.id} />
      <Name words={words} by={by} href={words.to(threadsPath(slug, { ...wish, by: by.id }))} />
      {by.badge && <span className="tag accented">{words.t(`badges.${by.badge}`)}</span>}
    </>
  );
}
