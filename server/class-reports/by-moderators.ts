/** What a class leaves to the place's moderators: they see the one comment, decide it as they would in public, and the class's own record has it. */
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { queueItem, report } from "../../db/schema/moderation";
import type { CommentAct } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { nameOf } from "../appeals/in-class";
import { faultOfCaseFromClass } from "../appeals/decide";
import { decideOnComments } from "../moderation/on-comments";
import type { SentReasons } from "../moderation/reasons";
import { fromClass } from "../moderation/scope";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { isLeft } from "./left";
import { narrowCase } from "./narrow";

type Asked = Context & { reader: Reader };

/** The guarded accessor: an item of a class is fetched by a moderator here or nowhere. Once it is decided it is the class's alone. @throws Refusal noSuch.comment */
async function leftItem({ db }: Asked, id: string) {
  const [found] = await db
    .select({ classId: queueItem.classId, memberId: queueItem.memberId, ground: queueItem.ground, caught: queueItem.caught, openedAt: queueItem.openedAt, closedAt: queueItem.closedAt, version: queueItem.version })
    .from(queueItem)
    .where(and(eq(queueItem.id, id), isLeft));
  if (!found || found.classId === null || found.closedAt !== null) throw noSuch("comment");
  return { ...found, classId: found.classId };
}

/** More say the same. */
const REPORTS_TOLD = 50;

/** What was said of it, not by whom. */
async function reportsOn({ db }: Asked, id: string) {
  const rows = await db.select({ id: report.id, memberId: report.memberId, ground: report.ground, note: report.note, quote: report.quote, start: report.start, end: report.end, commentVersion: report.commentVersion, outcome: report.outcome }).from(report).where(and(eq(report.commentId, id), isNotNull(report.memberId))).orderBy(desc(report.id)).limit(REPORTS_TOLD);
  const waiting = rows.filter(({ outcome }) => outcome === null);
  return { told: waiting.map(({ memberId: _, outcome: __, ...one }) => one), reporters: waiting.flatMap(({ memberId }) => memberId ?? []) };
}

/** `fault`: why this moderator leaves it to another; null: it is theirs to decide. Each look is kept for the class. @throws Refusal noSuch.comment */
export async function leftCaseOf(ctx: Asked, { item: id }: { item: string }) {
  const found = await leftItem(ctx, id);
  const [{ told: reports, reporters }, listed] = await Promise.all([reportsOn(ctx, id), nameOf(ctx, found.classId, found.memberId)]);
  const { on, waits, told } = await narrowCase(ctx, { id, classId: found.classId, listed });
  const fault = await faultOfCaseFromClass(ctx, found.classId, { authorId: on.memberId, authorRole: on.memberRole, reporters });
  const restriction = "restriction" in on ? on.restriction : null;
  return { id, ground: found.ground, caught: found.caught, waitsSince: found.openedAt.toISOString(), seen: found.version, version: "threadId" in on ? on.version : 1, isHeld: waits !== null, isRefused: waits?.refusedBy != null, restriction, reports, fault, ...told };
}

export type LeftCase = Awaited<ReturnType<typeof leftCaseOf>>;

/** As in public, but told to the class alone, in its own chain. @throws Refusal badField; noSuch.comment; notAllowed.ownClass, ownCase, ownReport, above, deleted; conflict.decided */
export async function decideLeft(ctx: Asked, { item: id, seen, act, reasons }: { item: string; seen: number | null; act: CommentAct; reasons: SentReasons | null }): Promise<void> {
  const found = await leftItem(ctx, id);
  const { reporters } = await reportsOn(ctx, id);
  const scope = fromClass(ctx.reader, found.classId);
  const fault = await faultOfCaseFromClass(ctx, found.classId, { authorId: found.memberId, authorRole: "member", reporters });
  if (fault === "ownClass") throw notAllowed(fault);
  await decideOnComments(ctx, { act, comments: [{ id, seen }], reasons }, scope);
}
