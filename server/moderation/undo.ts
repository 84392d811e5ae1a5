/** Takes back what was decided a moment ago, one or many: everything is as it was, and nobody has heard of it. The log says so. */
import { and, asc, desc, eq, isNotNull, isNull, inArray, not, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { comment, placement, reattachment, thread } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { held, queueItem, report, sanction } from "../../db/schema/moderation";
import type { NewEvent } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { type Act, type DecisionId, isRestrictive, type Restriction, UNDO_WITHIN_MS } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { objectedAgain } from "./answered";
import { carryOut } from "./deciding";
import { placedAt } from "./on-threads";
import { reinstate, restrict } from "./restrict";
import { chainOf, publicPageOf } from "./scope";
import { type ModeratedComment, moderatedComments, moderatedThread } from "./subjects";
import { isTakenBack } from "./taken-back";
import { untell } from "./tell";

type Asked = Context & { reader: Reader };
type Row = typeof decision.$inferSelect;

/** How many were undone. @throws Refusal noSuch.decision, notAllowed.tooLateToUndo, conflict.changed when somebody went on from there */
export async function undo(ctx: Asked, { batch }: { batch: string }, classId: string | null = null): Promise<{ undone: number }> {
  const now = ctx.now();
  let undone = 0;
  await carryOut(ctx, async () => {
    const rows = await ctx.db.select().from(decision).where(and(eq(decision.batch, batch), eq(decision.byMemberId, ctx.reader.id), classId === null ? isNull(decision.classId) : eq(decision.classId, classId))).orderBy(asc(decision.id));
    const due = rows.filter((row) => row.undoneAt === null && now.getTime() - row.createdAt.getTime() <= UNDO_WITHIN_MS);
    if (rows.length === 0) throw noSuch("decision");
    if (due.length === 0) throw notAllowed("tooLateToUndo");
    undone = due.length;
    const effects = await undoing(ctx, classId, due, now);
    return {
      chain: chainOf({ classId }),
      said: due.map((row) => ({ decided: { id: row.id, row }, act: "undo" as const, about: row.id, at: now })),
      events: due.map((row) => eventOf(row, ctx.reader, now)),
      writes: (w: Writer) => due.flatMap((row) => [must(w.update(decision).set({ undoneAt: now }).where(and(eq(decision.id, row.id), isNull(decision.undoneAt), isNull(decision.reversedBy))), "decision"), ...effects(w, row), ...reopened(w, row), ...objectedAgain(w, row, now), ...untell(w, row.id)]),
    };
  });
  return { undone };
}

function eventOf({ subject, act, articleId, classId, discussionId, commentId, threadId, memberId }: Row, reader: Reader, at: Date): NewEvent {
  const kind = subject === "thread" ? (act === "lock" ? "thread.unlocked" : act === "unlock" ? "thread.locked" : "thread.moved") : subject === "member" ? (act === "lift" ? "member.sanctioned" : "member.lifted") : isRestrictive(act) ? "comment.reinstated" : "comment.restricted";
  return { id: newId(), kind, articleId: publicPageOf({ classId }, articleId), discussionId, subjectId: commentId ?? threadId ?? memberId ?? "", actorId: reader.id, at };
}

const restrictionBy = (act: Act | undefined): Restriction => (act === "remove" ? "removed" : "hidden");

/** Reads what all of them need, once; the writes of each are made of it. */
async function undoing(ctx: Asked, classId: string | null, rows: readonly Row[], now: Date): Promise<(w: Writer, row: Row) => Write[]> {
  const ids = rows.flatMap(({ commentId }) => commentId ?? []);
  const [threadMoved] = rows.filter(({ act }) => act === "move");
  const replaced = rows.flatMap(({ replaces }) => replaces ?? []);
  const [comments, before, where] = await Promise.all([
    moderatedComments(ctx, ids, classId),
    replaced.length > 0 ? ctx.db.select({ id: decision.id, act: decision.act }).from(decision).where(inArray(decision.id, replaced)) : [],
    threadMoved?.threadId ? moderatedThread(ctx, threadMoved.threadId) : null,
  ]);
  const byId = new Map(comments.map((one) => [one.id, one]));
  const acts = new Map(before.map(({ id, act }) => [id, act]));
  const stands = where && threadMoved ? await standing(ctx, where) : null;
  return (w, row) => {
    if (row.subject === "comment") return onComment(w, row, byId.get(row.commentId ?? "") ?? null, acts, now);
    if (row.subject === "member") return onMember(w, row, now);
    if (row.act === "lock" || row.act === "unlock") return [must(w.update(thread).set({ lockedBy: row.act === "lock" ? null : row.reverses }).where(and(eq(thread.id, row.threadId ?? ""), row.act === "lock" ? eq(thread.lockedBy, row.id) : isNull(thread.lockedBy))), "thread")];
    if (!where || !stands || !row.before) return [];
    const mine = and(eq(reattachment.threadId, where.id), eq(reattachment.byMemberId, ctx.reader.id), eq(reattachment.createdAt, row.createdAt));
    return [...placedAt(w, where, stands.block, row.before, stands.comments, null), w.delete(reattachment).where(mine)];
  };
}

async function standing({ db }: Asked, { id, revisionId }: { id: string; revisionId: string }) {
  const [found] = await db.select({ block: placement.blockNumber, comments: thread.comments }).from(placement).innerJoin(thread, eq(thread.id, placement.threadId)).where(and(eq(placement.threadId, id), eq(placement.revisionId, revisionId)));
  return found ?? null;
}

function onComment(w: Writer, row: Row, was: ModeratedComment | null, acts: ReadonlyMap<DecisionId, Act>, now: Date): Write[] {
  const { id, replaces } = row;
  if (!was) return [must(w.update(held).set({ refusedBy: null, version: sql`${held.version} + 1` }).where(and(eq(held.id, row.commentId ?? ""), eq(held.refusedBy, id))), "held")];
  const earlier = replaces === null ? null : restrictionBy(acts.get(replaces));
  if (isRestrictive(row.act)) {
    // Somebody went on from there, or its author has taken it back: then it is theirs.
    if (was.restrictedBy !== id || was.restriction === null) return [];
    if (replaces === null || earlier === null) return reinstate(w, was);
    return [must(w.update(comment).set({ restrictedBy: replaces, restriction: earlier }).where(and(eq(comment.id, was.id), eq(comment.restrictedBy, id), isNotNull(comment.restriction))), "comment")];
  }
  if (replaces === null || earlier === null || was.deletedAt !== null) return [];
  return restrict(w, was, { id: replaces }, earlier, now);
}

function onMember(w: Writer, { id, memberId, act, createdAt }: Row, now: Date): Write[] {
  const whose = memberId ?? "";
  if (act !== "lift")
    return [
      // A warning may have been read by now: then it has ended, and is undone all the same.
      w.update(sanction).set({ endedAt: now }).where(and(eq(sanction.decisionId, id), isNull(sanction.endedAt))),
      w.update(member).set({ suspendedAt: null, suspendedBy: null, suspendedUntil: null, version: sql`${member.version} + 1` }).where(and(eq(member.id, whose), eq(member.suspendedBy, id))),
    ];
  const liftedHere = w.select({ id: decision.id }).from(decision).where(and(eq(decision.memberId, whose), eq(decision.reversedBy, id)));
  const suspending = and(eq(sanction.memberId, whose), eq(sanction.kind, "suspend"), inArray(sanction.decisionId, liftedHere), isNull(sanction.endedAt));
  const newest = sql`${w.select({ id: sanction.decisionId }).from(sanction).where(suspending).orderBy(desc(sanction.createdAt)).limit(1)}`;
  return [
    // What had ended before it was lifted stays so.
    w.update(sanction).set({ endedAt: null }).where(and(inArray(sanction.decisionId, liftedHere), eq(sanction.endedAt, createdAt), isNull(sanction.acknowledgedAt))),
    w.update(member).set({ suspendedAt: now, suspendedBy: newest, suspendedUntil: sql`(select ${sanction.until} from ${sanction} where ${sanction.decisionId} = ${newest})`, version: sql`${member.version} + 1` }).where(and(eq(member.id, whose), sql`exists ${newest}`)),
  ];
}

/** Its item waits again, and so do its reports; what its author has taken back meanwhile waits for nobody. */
function reopened(w: Writer, { id, commentId }: Row): Write[] {
  if (!commentId) return [];
  const isThere = sql`exists (select 1 from ${comment} where ${comment.id} = ${commentId})`;
  const isGone = isTakenBack(commentId);
  return [
    w.update(queueItem).set({ closedAt: null, closedBy: null, kind: sql`case when ${isThere} then 'comment' else 'held' end`, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, commentId), eq(queueItem.closedBy, id), not(isGone))),
    w.update(report).set({ outcome: sql`case when ${isGone} then 'taken-back' end`, decisionId: null }).where(eq(report.decisionId, id)),
  ];
}
