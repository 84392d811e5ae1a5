import { noteNumber } from "../../domain/notes";
import { branchOf, type OldWords as Old, type ThreadView } from "../../domain/thread";
import { Answer } from "./answer";
import { BranchOfThread } from "./branch";
import { OldWords } from "./old-words";
import { threadPath } from "./paths";
import type { Place } from "./place";

/** What a thread is about is said in its label; `block` is the number shown on this page, null for the whole article. */
export function Thread({ place, thread, whole = false }: { place: Place; thread: ThreadView; whole?: boolean }) {
  const first = thread.comments.find((comment) => comment.parentId === null);
  const branch = first === undefined ? null : branchOf(first.id, thread.comments);
  if (branch === null) return null;
  return (
    <section className="thread" id={`t-${thread.id}`} data-thread-id={thread.id} data-total={thread.total} data-note={noteNumber(thread.block, thread.ordinal)} aria-label={threadLabel(place, thread)}>
      {thread.isPinned && <p className="pinned">{place.words.t("answers.pinned")}</p>}
      {thread.quote !== null && <Quote place={place} words={thread.quote} />}
      {thread.old !== null && <OldWords place={place} old={thread.old} isQuoted={thread.quote !== null} />}
      <BranchOfThread place={place} threadId={thread.id} branch={branch} whole={whole} />
      {thread.answer !== null && <Answer place={place} answer={thread.answer} />}
      {!whole && <Rest place={place} thread={thread} />}
    </section>
  );
}

/** What a card at rest leaves out; the link is to the thread's page, and a script unfolds it instead. */
function Rest({ place, thread }: { place: Place; thread: ThreadView }) {
  const { words } = place;
  return (
    <p className="rest">
      <a href={words.to(threadPath(place, thread.id))}>{thread.total > 1 ? words.t("thread.replies", { count: thread.total - 1 }) : words.t("thread.read")}</a>
    </p>
  );
}

/** On a passage that is gone, on the whole article, or on a block. */
export function threadLabel({ words }: Place, thread: Pick<ThreadView, "block" | "total"> & { old: Old | null }): string {
  const { block, total, old } = thread;
  if (block === null && old !== null) return words.t("thread.labelRemoved", { count: total });
  return block === null ? words.t("thread.labelWhole", { count: total }) : words.t("thread.label", { number: block, count: total });
}

export function Quote({ place, words }: { place: Place; words: string }) {
  return (
    <blockquote className="quote" dir="auto">
      <span className="unseen">{place.words.t("thread.onTheWords")}</span>
      {words}
    </blockquote>
  );
}
