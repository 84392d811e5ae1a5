/** What a decision does to a comment: its words are sealed and its place stays, or they come back. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { comment } from "../../db/schema/discussions";
import { sealed } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import type { Restriction } from "../../domain/moderation/decision";
import { countedIn } from "../comments/counts";
import type { Decided } from "./decided";
import type { ModeratedComment } from "./subjects";

type Of = Pick<ModeratedComment, "id" | "threadId" | "depth" | "discussionId" | "revisionId" | "kind" | "restriction" | "restrictedBy">;

/** Keeps a comment from view. The words are taken as they are when it is written, so that no edit escapes. */
export function restrict(w: Writer, was: Of, { id }: Pick<Decided, "id">, restriction: Restriction, now: Date): Write[] {
  const set = { restrictedBy: id, restriction, version: sql`${comment.version} + 1` };
  if (was.restriction !== null) return [must(w.update(comment).set(set).where(stillBy(was)), "comment")];
  const shown = and(eq(comment.id, was.id), isNull(comment.deletedAt));
  return [
    must(w.insert(sealed).select(w.select({ commentId: comment.id, body: comment.body, sealedAt: sql`${sql.param(now, sealed.sealedAt)}`.as("sealed_at") }).from(comment).where(shown)), "comment"),
    must(w.update(comment).set({ ...set, body: "", deletedAt: now }).where(shown), "comment"),
    ...countedIn(w, { id: was.discussionId, revisionId: was.revisionId }, was, -1, null),
  ];
}

/** Brings it back, with its words, its place and in all counts. */
export function reinstate(w: Writer, was: Of): Write[] {
  const words = sql`(select ${sealed.body} from ${sealed} where ${sealed.commentId} = ${was.id})`;
  return [
    must(w.update(comment).set({ body: words, deletedAt: null, restrictedBy: null, restriction: null, version: sql`${comment.version} + 1` }).where(stillBy(was)), "comment"),
    must(w.delete(sealed).where(eq(sealed.commentId, was.id)), "sealed"),
    ...countedIn(w, { id: was.discussionId, revisionId: was.revisionId }, was, 1, was.kind),
  ];
}

function stillBy(was: Of) {
  return and(eq(comment.id, was.id), was.restrictedBy === null ? isNull(comment.restrictedBy) : eq(comment.restrictedBy, was.restrictedBy), isNotNull(comment.restriction));
}
