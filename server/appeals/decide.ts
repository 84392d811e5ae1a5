/** What becomes of an objection: the decision stands, with reasons, or it is reversed and everything is as it was. */
import { and, count, eq, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { reattachment } from "../../db/schema/discussions";
import { enrolment } from "../../db/schema/classes";
import { member } from "../../db/schema/members";
import { appeal, appealNote, queueItem, report } from "../../db/schema/moderation";
import { must } from "../../db/writes";
import { type CaseFacts, faultOfDeciding, faultOfDecidingAppeal, faultOfSanctioning } from "../../domain/moderation/authority";
import { FACTS_LENGTH } from "../../domain/moderation/decision";
import type { Reader, Role } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { pathOfStatement } from "../decisions/door-token";
import type { AnsweredAppeal } from "../moderation/answered";
import { carryOut } from "../moderation/deciding";
import { decideOnComments } from "../moderation/on-comments";
import { decideOnMember } from "../moderation/on-members";
import { decideOnThread } from "../moderation/on-threads";
import { chainOf, fromClass } from "../moderation/scope";
import { moderatedThread } from "../moderation/subjects";
import { noticeTo, tell } from "../moderation/tell";
import { alreadyDecided, badField, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { type VisibleAppeal, visibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** `seen`: the version that the moderator has read. `facts`: why, as the member reads it; who is proved right is owed no treatise. */
export type OnAppeal = { appeal: string; seen: number; outcome: "upheld" | "reversed"; facts: string };

/** @throws Refusal badField facts, noSuch.appeal, notAllowed.ownClass, ownCase, ownDecision, above, deleted, wordsGone, movedSince, conflict.decided, conflict.changed */
export async function decideAppeal(ctx: Asked, { appeal: id, seen, outcome, facts: sent }: OnAppeal): Promise<void> {
  const found = await visibleAppeal(ctx, id);
  if (found.appeal.closedAt !== null || found.appeal.version !== seen) throw alreadyDecided();
  const fault = await faultOf(ctx, found);
  if (fault) throw notAllowed(fault);
  const facts = normalised(sent.normalize("NFC"));
  const wrong = outcome === "reversed" && facts === "" ? null : faultOfText(facts, FACTS_LENGTH);
  if (wrong) throw badField("facts", wrong);
  await (outcome === "upheld" ? uphold(ctx, found, facts) : reverse(ctx, found, facts));
}

/** Why this moderator may not decide it; null: they may. Who could not have decided about it in the first place cannot now. */
export async function faultOf(ctx: Asked, { appeal: { memberId }, decision: { id, subject, byMemberId, classId }, member: { role } }: VisibleAppeal): Promise<"ownClass" | "ownCase" | "ownDecision" | "ownReport" | "above" | null> {
  const reported = await ctx.db.select({ by: report.memberId }).from(report).where(and(eq(report.decisionId, id), isNotNull(report.memberId))).limit(MOST_REPORTERS);
  const reporters = reported.flatMap(({ by }) => by ?? []);
  const faultFor = (reader: Reader) => (subject === "member" ? faultOfSanctioning(reader, { id: memberId, role }) : faultOfDeciding(reader, { authorId: memberId, authorRole: role, reporters }));
  const others = await othersWhoCould(ctx, faultFor, [memberId, ...reporters]);
  if (classId !== null && others > 0 && (await isOf(ctx, classId))) return "ownClass";
  return faultOfDecidingAppeal(ctx.reader, { decidedBy: byMemberId, appellantId: memberId, others }) ?? faultFor(ctx.reader);
}

/** The same of what a class leaves to moderators: who is of it leaves it to another, where there is one. */
export async function faultOfCaseFromClass(ctx: Asked, classId: string, facts: CaseFacts): Promise<"ownClass" | "ownCase" | "ownReport" | "above" | null> {
  const faultFor = (reader: Reader) => faultOfDeciding(reader, facts);
  const others = await othersWhoCould(ctx, faultFor, [facts.authorId ?? "", ...facts.reporters]);
  return others > 0 && (await isOf(ctx, classId)) ? "ownClass" : faultFor(ctx.reader);
}

/** How many besides the reader and these could decide it, by rank. */
async function othersWhoCould({ db, reader }: Asked, faultFor: (reader: Reader) => unknown, but: readonly string[]): Promise<number> {
  const able = (["moderator", "administrator"] as const).filter((one) => faultFor({ ...reader, id: "another", role: one }) === null);
  return othersWhoModerate(db, able, [reader.id, ...but]);
}

/** Whether the moderator is of the class themself, or was. */
async function isOf({ db, reader }: Asked, classId: string): Promise<boolean> {
  const [found] = await db.select({ id: enrolment.id }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.memberId, reader.id)));
  return found !== undefined;
}

/** More than ever report one comment and moderate. */
const MOST_REPORTERS = 500;

/** How many of these roles there are besides these, and can. */
async function othersWhoModerate(db: Db, roles: readonly Role[], but: readonly string[]): Promise<number> {
  const [found] = await db.select({ others: count() }).from(member).where(and(inArray(member.role, [...roles]), isNull(member.deletedAt), isNull(member.suspendedAt), notInArray(member.id, [...but])));
  return found?.others ?? 0;
}

/** The log has it with the same decision's id, under the alias of who looked again: whether that is another can be seen there. */
async function uphold(ctx: Asked, { appeal: on, decision: of, member: by }: VisibleAppeal, facts: string): Promise<void> {
  const now = ctx.now();
  const { reader } = ctx;
  const said = { ...of, facts, law: null, isAutomatic: false, caught: null, byMemberId: reader.id, byRole: reader.role, until: null, batch: newId() };
  await carryOut(ctx, () =>
    Promise.resolve({
      chain: chainOf(of),
      said: [{ decided: { id: of.id, row: said }, act: "uphold" as const, about: of.id, at: now }],
      events: [{ id: newId(), kind: "appeal.decided" as const, discussionId: of.discussionId, subjectId: on.id, actorId: reader.id, at: now }],
      writes: (w: Writer) => [
        must(w.update(appeal).set({ outcome: "upheld", decidedBy: reader.id, closedAt: now, version: on.version + 1 }).where(and(eq(appeal.id, on.id), eq(appeal.version, on.version), isNull(appeal.closedAt))), "appeal"),
        w.update(queueItem).set({ closedAt: now, closedBy: of.id, claimedBy: null, claimedAt: null, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, on.id), isNull(queueItem.closedAt))),
        w.insert(appealNote).values({ id: newId(), appealId: on.id, byMemberId: reader.id, isByModerator: true, body: facts, createdAt: now }),
        ...(by.deletedAt === null ? tell(w, { to: { memberId: by.id, email: by.email, language: by.language }, notice: "appeal-upheld", mail: "appeal-answered", subjectId: of.id, about: pathOfStatement(of, by.id) }, of.id, now) : []),
        ...(decidedInClass(of) && of.byMemberId !== null ? [noticeTo(w, of.byMemberId, { id: newId(), kind: "class-upheld", decisionId: null, subjectId: of.id, dueAt: now, createdAt: now })] : []),
      ],
    }),
  );
}

/** By one of those who teach it, who hear what becomes of it. */
function decidedInClass({ byRole }: Pick<VisibleAppeal["decision"], "byRole">): boolean {
  return byRole === "teacher" || byRole === "assistant";
}

/** By a decision of its own, that gives back what the first one took. */
async function reverse(ctx: Asked, { appeal: on, decision: of }: VisibleAppeal, facts: string): Promise<void> {
  const answers: AnsweredAppeal = { appeal: on.id, version: on.version, of: of.id, decider: decidedInClass(of) ? of.byMemberId : null };
  const scope = fromClass(ctx.reader, of.classId);
  const reasons = of.ground === null || of.ground === "review" ? null : { ground: of.ground, law: of.law ?? "", facts };
  if (of.subject === "member") return void (await decideOnMember(ctx, { act: "lift", member: of.memberId ?? "", until: null, reasons, answers }));
  if (of.subject === "comment") return void (await decideOnComments(ctx, { act: "restore", comments: [{ id: of.commentId ?? "", seen: null }], reasons, answers }, scope));
  if (of.act === "lock") return void (await decideOnThread(ctx, { act: "unlock", thread: of.threadId ?? "", reasons, answers }, scope));
  await moveBack(ctx, of, reasons && { ...reasons, facts: facts || of.facts }, answers);
}

/** To where it stood, while the text is still the one in which it stood there. */
async function moveBack(ctx: Asked, of: VisibleAppeal["decision"], reasons: { ground: Exclude<NonNullable<VisibleAppeal["decision"]["ground"]>, "review">; law: string; facts: string } | null, answers: AnsweredAppeal): Promise<void> {
  const { threadId, before, createdAt } = of;
  if (threadId === null || before === null) throw notAllowed("movedSince");
  const [where, [moved]] = await Promise.all([
    moderatedThread(ctx, threadId),
    ctx.db.select({ revisionId: reattachment.revisionId }).from(reattachment).where(and(eq(reattachment.threadId, threadId), eq(reattachment.createdAt, createdAt))),
  ]);
  if (moved?.revisionId !== where.revisionId) throw notAllowed("movedSince");
  const words = before.start === null || before.end === null ? null : { start: before.start, end: before.end };
  await decideOnThread(ctx, { act: "move", thread: threadId, reasons, to: { block: before.block, words }, answers });
}
