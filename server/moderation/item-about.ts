/** What a moderator should know beside the comment: who reported it, who wrote it, what was decided on the like, and what an act would reach. */
import { and, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import { decision } from "../../db/schema/decisions";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { queueItem, report, sealed, snooze } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { beginningOf } from "../../domain/comment-text";
import type { Ground } from "../../domain/moderation/decision";
import { accuracyOf } from "../../domain/moderation/reports";
import { isInForce } from "../../domain/moderation/sanctions";
import type { Context } from "../trpc";
import { borne } from "./on-members";
import type { ModeratedComment } from "./subjects";

type Db = Context["db"];

/** More say the same. */
const REPORTS_TOLD = 50;

/** `accuracy`: of the reporter's earlier reports, 0 to 1; null: of a visitor, or of somebody whose reports nobody has answered yet. */
export async function reportsOn(db: Db, id: string) {
  const reporters = db.select({ id: report.memberId }).from(report).where(and(eq(report.commentId, id), isNotNull(report.memberId)));
  const [rows, answered] = await Promise.all([
    db
      .select({ id: report.id, memberId: report.memberId, name: member.name, memberDeletedAt: member.deletedAt, ground: report.ground, note: report.note, quote: report.quote, start: report.start, end: report.end, commentVersion: report.commentVersion, weight: report.weight, outcome: report.outcome, at: report.createdAt })
      .from(report)
      .leftJoin(member, eq(member.id, report.memberId))
      .where(eq(report.commentId, id))
      .orderBy(desc(report.id))
      .limit(REPORTS_TOLD),
    db.select({ memberId: report.memberId, outcome: report.outcome, count: count() }).from(report).where(and(inArray(report.memberId, reporters), isNotNull(report.outcome), isNull(report.classId))).groupBy(report.memberId, report.outcome),
  ]);
  const of = (memberId: string | null, outcome: "upheld" | "declined") => answered.find((one) => one.memberId === memberId && one.outcome === outcome)?.count ?? 0;
  return rows.map(({ at, memberDeletedAt, name, ...row }) => {
    const [upheld, rejected] = [of(row.memberId, "upheld"), of(row.memberId, "declined")];
    return { ...row, at: at.toISOString(), name: memberDeletedAt === null ? name : null, isVisitor: row.memberId === null, accuracy: row.memberId === null || upheld + rejected === 0 ? null : accuracyOf({ upheld, rejected }) };
  });
}

/** Enough to see a pattern. */
const EARLIER_TOLD = 5;

/** Since when they are here, what they wrote in public, what was decided about it, what they bear. */
export async function recordOf({ db, now }: Context, memberId: string) {
  const restricting = and(eq(decision.memberId, memberId), inArray(decision.act, ["hide", "remove", "lock", "warn", "hold", "silence", "suspend"]), eq(decision.isAutomatic, false), isNull(decision.undoneAt), isNull(decision.reversedBy), isNull(decision.classId));
  const [[about], [written], [decided], earlier, bears, [aside], [waits]] = await Promise.all([
    db.select({ since: member.createdAt, deletedAt: member.deletedAt, suspendedAt: member.suspendedAt }).from(member).where(eq(member.id, memberId)),
    db.select({ count: count() }).from(comment).innerJoin(participant, eq(participant.id, comment.participantId)).innerJoin(discussion, and(eq(discussion.id, participant.discussionId), eq(discussion.audience, "public"))).where(and(eq(participant.memberId, memberId), isNull(comment.deletedAt))),
    db.select({ count: count() }).from(decision).where(restricting),
    db.select({ id: decision.id, act: decision.act, ground: decision.ground, at: decision.createdAt }).from(decision).where(restricting).orderBy(desc(decision.id)).limit(EARLIER_TOLD),
    borne(db, memberId),
    db.select({ left: snooze.left }).from(snooze).where(eq(snooze.memberId, memberId)),
    db.select({ count: count() }).from(queueItem).where(and(eq(queueItem.memberId, memberId), isNull(queueItem.closedAt), isNull(queueItem.classId))),
  ]);
  return {
    since: about?.since.toISOString() ?? "",
    isGone: about?.deletedAt != null,
    comments: written?.count ?? 0,
    decisions: decided?.count ?? 0,
    earlier: earlier.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    bears: bears.filter((one) => isInForce(one, now())).map(({ kind, until, createdAt }) => ({ kind, until: until?.toISOString() ?? null, at: createdAt.toISOString() })),
    /** How many more items until they wait again; null: they are not set aside. */
    snoozed: aside?.left ?? null,
    waiting: waits?.count ?? 0,
  };
}

const LIKE_TOLD = 5;
const other = aliased(comment, "other");
const otherSealed = aliased(sealed, "other_sealed");

/** What people decided on this ground of late, so that like cases are decided alike. Not by rules, nor what was taken back. */
export async function likeCases(db: Db, ground: Ground, id: string) {
  const rows = await db
    .select({ id: decision.id, commentId: decision.commentId, act: decision.act, facts: decision.facts, at: decision.createdAt, reversedBy: decision.reversedBy, body: other.body, sealed: otherSealed.body })
    .from(decision)
    .leftJoin(other, eq(other.id, decision.commentId))
    .leftJoin(otherSealed, eq(otherSealed.commentId, decision.commentId))
    .where(and(eq(decision.ground, ground), eq(decision.subject, "comment"), eq(decision.isAutomatic, false), isNull(decision.undoneAt), isNull(decision.classId), ne(decision.commentId, id)))
    .orderBy(desc(decision.id))
    .limit(LIKE_TOLD);
  return rows.map(({ at, reversedBy, body, sealed: words, ...row }) => ({ ...row, at: at.toISOString(), isReversed: reversedBy !== null, beginning: beginningOf(words ?? body ?? "") }));
}

/** What would change for others. `replies`: direct ones, which stay; `readers`: members who have read in its thread. */
export async function reachOf(db: Db, of: ModeratedComment | null) {
  if (!of) return null;
  const [[replies], [readers]] = await Promise.all([
    db.select({ count: count() }).from(comment).where(and(eq(comment.parentId, of.id), isNull(comment.deletedAt))),
    db.select({ count: count() }).from(readMark).where(and(eq(readMark.threadId, of.threadId), eq(readMark.discussionId, of.discussionId), sql`${readMark.upTo} >= ${of.sequence}`)),
  ]);
  return { isFirst: of.sequence === 1, replies: replies?.count ?? 0, readers: readers?.count ?? 0 };
}
