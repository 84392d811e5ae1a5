/**
 * What is left of a thread for who stands before a closed gate: their own comments and their teachers'. Nothing in it may tell how
 * much is hidden: what counts others, by number or by gap, is counted afresh.
 */
import type { CommentView, ThreadView } from "../thread";

/** One thread's comments that may be seen, by arrival, as if there were no others. What answers something hidden stands under the first. */
export function asIfAlone(seen: readonly CommentView[]): CommentView[] {
  const shown = new Map<string, CommentView>();
  const [first] = seen;
  for (const comment of seen) {
    const known = comment.parentId === null ? undefined : shown.get(comment.parentId);
    const parent = known ?? (comment.id === first?.id ? undefined : shown.get(first?.id ?? ""));
    if (parent) parent.replies += 1;
    shown.set(comment.id, {
      ...comment,
      parentId: parent?.id ?? null,
      depth: parent ? parent.depth + 1 : 0,
      sequence: shown.size + 1,
      replies: 0,
      ...(comment.parentId !== null && known === undefined ? { answering: null } : {}),
    });
  }
  return [...shown.values()];
}

/** Threads in the order of their blocks and ages: which one of its block each is, among those that are seen. */
export function numberedAfresh<Placed extends Pick<ThreadView, "block" | "ordinal">>(threads: readonly Placed[]): Placed[] {
  const counted = new Map<number | null, number>();
  return threads.map((thread) => {
    const ordinal = (counted.get(thread.block) ?? 0) + 1;
    counted.set(thread.block, ordinal);
    return { ...thread, ordinal };
  });
}
