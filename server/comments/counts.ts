/** What counts comments beside the rows themselves. */
import { and, eq, sql } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { discussion, heat, placement, thread } from "../../db/schema/discussions";
import { must, type Write } from "../../db/writes";
import type { CommentKind } from "../../domain/thread";

export function heatOfThread(w: Writer, where: { id: string; revisionId: string }, threadId: string, by: number): Write[] {
  const number = sql`(select ${placement.blockNumber} from ${placement} where ${placement.threadId} = ${threadId} and ${placement.revisionId} = ${where.revisionId})`;
  return [
    w
      .update(heat)
      .set({ comments: sql`${heat.comments} + ${by}` })
      .where(and(eq(heat.discussionId, where.id), eq(heat.revisionId, where.revisionId), eq(heat.blockNumber, number))),
  ];
}

/** One comment more or less in all that counts it, while its thread stands in that discussion; a thread is of the kind its first comment is. */
export function countedIn(w: Writer, where: { id: string; revisionId: string }, was: { threadId: string; depth: number }, by: 1 | -1, kind: CommentKind | null): Write[] {
  return [
    must(w.update(thread).set({ comments: sql`${thread.comments} + ${by}`, ...(was.depth === 0 ? { kind } : {}) }).where(and(eq(thread.id, was.threadId), eq(thread.discussionId, where.id))), "comment"),
    ...heatOfThread(w, where, was.threadId, by),
    w.update(discussion).set({ comments: sql`${discussion.comments} + ${by}` }).where(eq(discussion.id, where.id)),
  ];
}
