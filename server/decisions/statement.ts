/** The statement of reasons: all that is said of a decision to whom it concerns. */
import { and, asc, eq } from "drizzle-orm";
import { comment } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { appeal, appealNote, held, logRow, sanction, sealed } from "../../db/schema/moderation";
import { canModerate } from "../../domain/moderation/authority";
import { canObject } from "../../domain/moderation/appeals";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import { type VisibleDecision, visibleDecision } from "./visible";

type Asked = Context & { reader: Reader };

/** Notes shown of one appeal; more than two sides write before it is decided. */
const MOST_NOTES = 200;

/** @throws Refusal noSuch.decision */
export async function statementOn(ctx: Asked, input: { decision: string }) {
  return statementOf(ctx, await visibleDecision(ctx, input.decision));
}

/** Of one that the reader may see. */
export async function statementOf(ctx: Asked, { decision: row, article }: VisibleDecision) {
  const [words, [bears], objection, [logged]] = await Promise.all([
    wordsOf(ctx, row.commentId),
    ctx.db.select({ kind: sanction.kind, acknowledgedAt: sanction.acknowledgedAt, endedAt: sanction.endedAt }).from(sanction).where(eq(sanction.decisionId, row.id)),
    appealOn(ctx, row.id),
    ctx.db.select({ redactedAt: logRow.redactedAt }).from(logRow).where(and(eq(logRow.decision, row.id), eq(logRow.act, row.act))),
  ]);
  const isMine = row.memberId === ctx.reader.id;
  // What a student writes to moderators is not their teachers' to read.
  const told = objection && row.classId !== null && !isMine && !canModerate(ctx.reader) ? { ...objection, notes: [] } : objection;
  const { id, act, subject, ground, law, facts, isAutomatic, caught, byRole, threadId, commentId, reverses, reversedBy } = row;
  return {
    ...{ id, act, subject, ground, law, facts, isAutomatic, caught, byRole, threadId, commentId, reverses, reversedBy, isMine, words },
    article: article && article.state === "published" && article.title !== null && article.language !== null ? { slug: article.slug ?? "", title: article.title, language: article.language } : null,
    isRedacted: logged?.redactedAt != null,
    until: row.until?.toISOString() ?? null,
    at: row.createdAt.toISOString(),
    appealUntil: row.appealUntil?.toISOString() ?? null,
    warning: bears?.kind === "warn" ? { acknowledgedAt: bears.acknowledgedAt?.toISOString() ?? null, isOpen: bears.endedAt === null } : null,
    canObject: isMine && canObject({ ...row, hasAppeal: objection !== null }, ctx.now()),
    appeal: told,
    /** Decided by the teachers of a class. */
    isOfClass: row.classId !== null,
  };
}

export type StatementView = Awaited<ReturnType<typeof statementOn>>;

/**
 * The words it is about: whether all can read them again, they are kept apart, or they are gone. What is public is not
 * repeated here, it may have been changed since.
 */
async function wordsOf({ db }: Asked, commentId: string | null): Promise<{ body: string; isPublic: boolean } | null> {
  if (commentId === null) return null;
  const [[kept], [waits], [shown]] = await Promise.all([
    db.select({ body: sealed.body }).from(sealed).where(eq(sealed.commentId, commentId)),
    db.select({ post: held.post }).from(held).where(eq(held.id, commentId)),
    db.select({ deletedAt: comment.deletedAt }).from(comment).where(eq(comment.id, commentId)),
  ]);
  if (shown && shown.deletedAt === null) return { body: "", isPublic: true };
  const body = kept?.body ?? waits?.post.body ?? null;
  return body === null ? null : { body, isPublic: false };
}

async function appealOn({ db }: Asked, decisionId: typeof appeal.$inferSelect.decisionId) {
  const [found] = await db.select({ appeal, name: member.name, deletedAt: member.deletedAt }).from(appeal).innerJoin(member, eq(member.id, appeal.memberId)).where(eq(appeal.decisionId, decisionId));
  if (!found) return null;
  const notes = await db.select().from(appealNote).where(eq(appealNote.appealId, found.appeal.id)).orderBy(asc(appealNote.id)).limit(MOST_NOTES);
  const { id, outcome, resultId, version, closedAt } = found.appeal;
  return {
    ...{ id, outcome, resultId, version },
    closedAt: closedAt?.toISOString() ?? null,
    notes: notes.map((note) => ({ id: note.id, isByModerator: note.isByModerator, body: note.body, at: note.createdAt.toISOString() })),
  };
}
