/** What is reversed, and what hung on it: objections to it are answered, and its reports were wrong after all. Undone, all of that is as before. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { appeal, queueItem, report } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import type { DecisionId } from "../../domain/moderation/decision";
import type { Decided } from "./decided";
import type { WaitingReport } from "./subjects";
import { noticeTo, tell } from "./tell";

/** `of`: the decision objected to; `version`: of the appeal, as it was read. */
export type AnsweredAppeal = { appeal: string; version: number; of: DecisionId; /** Of a class: who made it, and hears on their page that it was reversed. */ decider?: string | null };

/** Holds the appeal that a unit answers: nobody else answers it meanwhile. */
export function inHand(w: Writer, answers: AnsweredAppeal | null, now: Date): Write[] {
  if (!answers) return [];
  const told = answers.decider ? [noticeTo(w, answers.decider, { id: newId(), kind: "class-reversed", decisionId: null, subjectId: answers.of, dueAt: now, createdAt: now })] : [];
  return [...told, must(w.update(appeal).set({ version: answers.version + 1 }).where(and(eq(appeal.id, answers.appeal), eq(appeal.version, answers.version), isNull(appeal.closedAt))), "appeal")];
}

/** These decisions are reversed by one, whether somebody had objected or not. */
export function answered(w: Writer, reversed: readonly DecisionId[], { id, row }: Decided, now: Date): Write[] {
  const ids = [...reversed];
  return [
    w.update(decision).set({ reversedBy: id }).where(and(inArray(decision.id, ids), isNull(decision.reversedBy))),
    w.update(appeal).set({ outcome: "reversed", resultId: id, decidedBy: row.byMemberId, closedAt: now, version: sql`${appeal.version} + 1` }).where(and(inArray(appeal.decisionId, ids), isNull(appeal.closedAt))),
    w.update(queueItem).set({ closedAt: now, closedBy: id, claimedBy: null, claimedAt: null, version: sql`${queueItem.version} + 1` }).where(and(inArray(queueItem.id, w.select({ id: appeal.id }).from(appeal).where(eq(appeal.resultId, id))), isNull(queueItem.closedAt))),
    w.update(report).set({ outcome: "declined" }).where(and(inArray(report.decisionId, ids), eq(report.outcome, "upheld"))),
  ];
}

/** Who was told that something followed their report hears that it does no longer. */
export function toldOfReversal(w: Writer, reporters: readonly WaitingReport[], comment: string, by: DecisionId, now: Date): Write[] {
  return reporters.flatMap(({ memberId, email, confirmed, language }) => tell(w, { to: { memberId, email: email ?? confirmed, language }, notice: "report-declined", mail: "report-decided", subjectId: comment, about: `/comments/${comment}` }, by, now));
}

/** What an undone decision had reversed stands again, with what is objected to it; an objection to what is undone has come to its end. */
export function objectedAgain(w: Writer, { id, reverses, byMemberId }: typeof decision.$inferSelect, now: Date): Write[] {
  const stood = w.select({ id: appeal.id }).from(appeal).where(eq(appeal.resultId, id));
  const of = w.select({ id: appeal.id }).from(appeal).where(eq(appeal.decisionId, id));
  const reversed = w.select({ id: decision.id }).from(decision).where(eq(decision.reversedBy, id));
  const reopened = [
    w.update(queueItem).set({ closedAt: null, closedBy: null, version: sql`${queueItem.version} + 1` }).where(and(inArray(queueItem.id, stood), eq(queueItem.closedBy, id))),
    w.update(appeal).set({ outcome: null, resultId: null, decidedBy: null, closedAt: null, version: sql`${appeal.version} + 1` }).where(eq(appeal.resultId, id)),
    w.update(report).set({ outcome: "upheld" }).where(and(inArray(report.decisionId, reversed), eq(report.outcome, "declined"))),
    w.update(decision).set({ reversedBy: null }).where(eq(decision.reversedBy, id)),
  ];
  return [
    ...(reverses ? reopened : []),
    w.update(queueItem).set({ closedAt: now, version: sql`${queueItem.version} + 1` }).where(and(inArray(queueItem.id, of), isNull(queueItem.closedAt))),
    w.update(appeal).set({ outcome: "reversed", decidedBy: byMemberId, closedAt: now, version: sql`${appeal.version} + 1` }).where(and(eq(appeal.decisionId, id), isNull(appeal.closedAt))),
  ];
}
