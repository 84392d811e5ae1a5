/** A thread with every comment, flat: a chain of ten thousand nested lists would break browsers and printers. */
import { type CommentView, INDENTED_LEVELS } from "./thread";

/**
 * Each comment followed by its replies, from rows in which every parent comes before its replies; `most` of them, after the
 * first `before`. Where indentation does not tell whom a comment answers, or that one is not among them, `answering` says it.
 * Iterative.
 */
export function inReadingOrder(rows: readonly CommentView[], before = 0, most = rows.length): CommentView[] {
  const byId = new Map(rows.map((comment) => [comment.id, comment]));
  const part = ordered(rows, byId).slice(before, before + most);
  const shown = new Set(part.map(({ id }) => id));
  return part.map((comment) => {
    if (comment.parentId === null || (comment.depth <= INDENTED_LEVELS && shown.has(comment.parentId))) return comment;
    return { ...comment, answering: byId.get(comment.parentId)?.by?.name ?? null };
  });
}

function ordered(rows: readonly CommentView[], byId: ReadonlyMap<string, CommentView>): CommentView[] {
  const replies = new Map<string, CommentView[]>();
  const waiting: CommentView[] = [];
  for (const comment of rows) {
    if (comment.parentId === null || !byId.has(comment.parentId)) waiting.push(comment);
    else if (replies.get(comment.parentId)?.push(comment) === undefined) replies.set(comment.parentId, [comment]);
  }
  waiting.reverse();
  const inOrder: CommentView[] = [];
  for (let comment = waiting.pop(); comment !== undefined; comment = waiting.pop()) {
    inOrder.push(comment);
    for (const reply of (replies.get(comment.id) ?? []).reverse()) waiting.push(reply);
  }
  return inOrder;
}
