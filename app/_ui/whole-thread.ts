/** A thread with every comment, flat: a chain of ten thousand nested lists would break browsers and printers. */
import { type CommentView, SHOWN_LEVELS } from "../../domain/thread";

/** `level`: how far it is set in. `answers`: the name answered, where that no longer tells. */
export type FlatComment = { comment: CommentView; level: number; answers: string | null };

/** Each comment followed by its replies, from rows in which every parent comes before its replies. Iterative. */
export function flattened(rows: readonly CommentView[]): FlatComment[] {
  const { byId, roots, replies } = related(rows);
  const ordered: FlatComment[] = [];
  const waiting = roots.reverse();
  for (let comment = waiting.pop(); comment !== undefined; comment = waiting.pop()) {
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    ordered.push({ comment, level: Math.min(comment.depth, SHOWN_LEVELS), answers: parent?.by?.name ?? null });
    for (const reply of (replies.get(comment.id) ?? []).reverse()) waiting.push(reply);
  }
  return ordered;
}

function related(rows: readonly CommentView[]) {
  const byId = new Map(rows.map((comment) => [comment.id, comment]));
  const replies = new Map<string, CommentView[]>();
  const roots: CommentView[] = [];
  for (const comment of rows) {
    if (comment.parentId === null || !byId.has(comment.parentId)) roots.push(comment);
    else if (replies.get(comment.parentId)?.push(comment) === undefined) replies.set(comment.parentId, [comment]);
  }
  return { byId, roots, replies };
}
