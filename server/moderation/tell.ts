/** Who is told of a decision: on their page, and by mail. Both wait as long as it can be undone. */
import { and, eq, isNull, lte } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { type MailKind, outbox } from "../../db/schema/events";
import { notice, type NoticeKind } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { type DecisionId, UNDO_WITHIN_MS } from "../../domain/moderation/decision";
import { settings } from "../settings";

type Told = { memberId: string | null; email: string | null; language: string };

/** What is said to whom. `about`: the path it leads to. */
export type Message = { to: Told; notice: NoticeKind; mail: MailKind; subjectId: string; about: string };

export function tell(w: Writer, { to, ...message }: Message, causeId: DecisionId, now: Date): Write[] {
  const dueAt = new Date(now.getTime() + UNDO_WITHIN_MS);
  const link = new URL(`${to.language === "zh" ? "/zh" : ""}${message.about}`, settings().publicUrl).href;
  return [
    ...(to.memberId ? [w.insert(notice).values({ id: newId(), memberId: to.memberId, kind: message.notice, decisionId: causeId, subjectId: message.subjectId, dueAt, createdAt: now })] : []),
    ...(to.email ? [w.insert(outbox).values({ id: newId(), kind: message.mail, to: to.email, language: to.language, content: { link }, causeId, createdAt: now, dueAt })] : []),
  ];
}

/** Of what was undone nobody hears. */
export function untell(w: Writer, causeId: DecisionId): Write[] {
  return [w.delete(notice).where(eq(notice.decisionId, causeId)), w.delete(outbox).where(and(eq(outbox.causeId, causeId), isNull(outbox.sentAt), isNull(outbox.claimedAt)))];
}

/** Of a member's notices, those that are told by now. */
export function dueBy(now: Date) {
  return lte(notice.dueAt, now);
}
