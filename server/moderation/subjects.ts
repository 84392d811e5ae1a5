/** What moderators decide about, fetched by id here or nowhere: what a moderator may not see looks missing. */
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { assignment, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { comment, discussion, participant, thread } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { held, queueItem, report, sealed } from "../../db/schema/moderation";
import type { DecisionId } from "../../domain/moderation/decision";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

/** `classRole`: as what they are in the class whose discussion it is; null: in public, or of who is in it no more. */
const author = { memberId: member.id, memberRole: member.role, memberName: member.name, language: member.language, email: member.confirmedEmail, classRole: enrolment.role, enrolmentId: enrolment.id, leftAt: enrolment.leftAt };
/** What a class reads is the newest there is for it. */
const newest = sql<number>`coalesce(${assignment.revision}, ${article.newest})`.mapWith(Number);
const where = { discussionId: discussion.id, articleId: article.id, slug: article.slug, newest, revisionId: revision.id, assignmentId: assignment.id, hasPseudonyms: assignment.hasPseudonyms, textLanguage: revision.language };

const isItsGroup = eq(studyGroup.id, discussion.audience);
const isItsWork = eq(assignment.id, studyGroup.assignmentId);
const isItsAuthor = and(eq(enrolment.classId, assignment.classId), eq(enrolment.memberId, member.id));
const isNewest = and(eq(revision.articleId, article.id), eq(revision.number, newest));

/** In the discussions of a class; null: in public ones. */
function within(classId: string | null): SQL {
  return classId === null ? eq(discussion.audience, "public") : eq(assignment.classId, classId);
}

/** Shown or restricted comments, of a class or in public. @throws Refusal noSuch.comment when one is not there */
export async function moderatedComments({ db }: Pick<Context, "db">, ids: readonly string[], classId: string | null = null) {
  const rows = await db
    .select({
      ...author,
      ...where,
      ...{ id: comment.id, threadId: comment.threadId, parentId: comment.parentId, sequence: comment.sequence, depth: comment.depth, kind: comment.kind, version: comment.version },
      ...{ deletedAt: comment.deletedAt, restrictedBy: comment.restrictedBy, restriction: comment.restriction },
      /** Of a restricted one: its words, unless the time to object has passed. */
      sealed: sealed.commentId,
    })
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, comment.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(studyGroup, isItsGroup)
    .leftJoin(assignment, isItsWork)
    .leftJoin(enrolment, isItsAuthor)
    .innerJoin(revision, isNewest)
    .leftJoin(sealed, eq(sealed.commentId, comment.id))
    .where(and(inArray(comment.id, [...ids]), within(classId)))
    .orderBy(asc(comment.id));
  return rows;
}

export type ModeratedComment = Awaited<ReturnType<typeof moderatedComments>>[number];

/** Comments that nobody has seen yet, of a class or in public. */
export async function heldComments({ db }: Pick<Context, "db">, ids: readonly string[], classId: string | null = null) {
  return db
    .select({ ...author, ...where, id: held.id, post: held.post, decisionId: held.decisionId, refusedBy: held.refusedBy, version: held.version, createdAt: held.createdAt, memberSince: member.createdAt, memberDeletedAt: member.deletedAt })
    .from(held)
    .innerJoin(member, eq(member.id, held.memberId))
    .innerJoin(discussion, eq(discussion.id, held.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(studyGroup, isItsGroup)
    .leftJoin(assignment, isItsWork)
    .leftJoin(enrolment, isItsAuthor)
    .innerJoin(revision, isNewest)
    .where(and(inArray(held.id, [...ids]), within(classId)))
    .orderBy(asc(held.id));
}

export type HeldComment = Awaited<ReturnType<typeof heldComments>>[number];

/** A thread of a class or in public, with who began it. @throws Refusal noSuch.thread */
export async function moderatedThread({ db }: Pick<Context, "db">, id: string, classId: string | null = null) {
  const [found] = await db
    .select({ ...author, ...where, id: thread.id, lockedBy: thread.lockedBy })
    .from(thread)
    .innerJoin(comment, and(eq(comment.threadId, thread.id), eq(comment.sequence, 1)))
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, thread.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(studyGroup, isItsGroup)
    .leftJoin(assignment, isItsWork)
    .leftJoin(enrolment, isItsAuthor)
    .innerJoin(revision, isNewest)
    .where(and(eq(thread.id, id), within(classId)));
  if (!found) throw noSuch("thread");
  return found;
}

/** The items of the queue with these ids, by id. */
export async function itemsOf(db: Db, ids: readonly string[]) {
  const rows = await db.select({ id: queueItem.id, version: queueItem.version, openedAt: queueItem.openedAt, reports: queueItem.reports, weight: queueItem.weight, ground: queueItem.ground, closedAt: queueItem.closedAt, closedBy: queueItem.closedBy, claimedBy: queueItem.claimedBy, claimedAt: queueItem.claimedAt, claimer: member.name }).from(queueItem).leftJoin(member, eq(member.id, queueItem.claimedBy)).where(inArray(queueItem.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The reports on these comments that wait for an answer, by comment. */
export async function waitingReports(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: report.id, commentId: report.commentId, memberId: report.memberId, email: report.email, confirmed: member.confirmedEmail, language: report.language, ground: report.ground, weight: report.weight })
    .from(report)
    .leftJoin(member, eq(member.id, report.memberId))
    .where(and(inArray(report.commentId, [...ids]), isNull(report.outcome)))
    .orderBy(asc(report.id));
  const byComment = new Map<string, typeof rows>();
  for (const row of rows) byComment.set(row.commentId, [...(byComment.get(row.commentId) ?? []), row]);
  return byComment;
}

/** The decisions by which these comments are, or would be, kept from view: the one in force and those it took the place of, by comment. Giving one back reverses all. */
export async function standingDecisions(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: decision.id, commentId: decision.commentId })
    .from(decision)
    .where(and(inArray(decision.commentId, [...ids]), inArray(decision.act, ["hide", "remove", "hold"]), isNull(decision.reversedBy), isNull(decision.undoneAt)))
    .orderBy(asc(decision.id));
  const by = new Map<string, DecisionId[]>();
  for (const { id, commentId } of rows) if (commentId) by.set(commentId, [...(by.get(commentId) ?? []), id]);
  return by;
}

/** Those who were told that these decisions followed their reports, by decision. */
export async function reportersOf(db: Db, decisions: readonly DecisionId[]) {
  if (decisions.length === 0) return new Map<DecisionId, WaitingReport[]>();
  const rows = await db
    .select({ decisionId: report.decisionId, id: report.id, commentId: report.commentId, memberId: report.memberId, email: report.email, confirmed: member.confirmedEmail, language: report.language, ground: report.ground, weight: report.weight })
    .from(report)
    .leftJoin(member, eq(member.id, report.memberId))
    .where(and(inArray(report.decisionId, [...decisions]), eq(report.outcome, "upheld")))
    .orderBy(asc(report.id));
  const by = new Map<DecisionId, WaitingReport[]>();
  for (const { decisionId, ...one } of rows) if (decisionId) by.set(decisionId, [...(by.get(decisionId) ?? []), one]);
  return by;
}

export type WaitingReport = NonNullable<ReturnType<Awaited<ReturnType<typeof waitingReports>>["get"]>>[number];
