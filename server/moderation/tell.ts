/** Who is told of a decision: on their page, and by mail. Both wait as long as it can be undone. */
import { and, eq, isNull, lte, notExists, type SQL, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { aliased } from "../../db/aliased";
import type { Writer } from "../../db/client";
import { type MailKind, outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { notice, type NoticeKind } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { type DecisionId, UNDO_WITHIN_MS } from "../../domain/moderation/decision";
import { settings } from "../settings";

const unread = aliased(notice, "unread");

type Told = { memberId: string | null; email: string | null; language: string };

/** What is said to whom. `about`: the path it leads to. */
export type Message = { to: Told; notice: NoticeKind; mail: MailKind; subjectId: string; about: string };

/** `causeId` null: nobody decided it, so that nothing can be undone and it is told at once. */
export function tell(w: Writer, { to, ...message }: Message, causeId: DecisionId | null, now: Date): Write[] {
  const dueAt = causeId === null ? now : new Date(now.getTime() + UNDO_WITHIN_MS);
  const link = new URL(`${to.language === "zh" ? "/zh" : ""}${message.about}`, settings().publicUrl).href;
  return [
    ...(to.memberId ? [noticeTo(w, to.memberId, { id: newId(), kind: message.notice, decisionId: causeId, subjectId: message.subjectId, dueAt, createdAt: now })] : []),
    ...(to.email ? [w.insert(outbox).values({ id: newId(), kind: message.mail, to: to.email, language: to.language, content: { link }, causeId, createdAt: now, dueAt })] : []),
  ];
}

/** To who is gone by then nobody writes. */
export function noticeTo(w: Writer, memberId: string, given: Omit<typeof notice.$inferSelect, "memberId" | "readAt">, onlyIf?: SQL): Write {
  const { id, kind, decisionId, subjectId, dueAt, createdAt } = given;
  const row = {
    id: sql`${id}`.as("id"),
    memberId: member.id,
    kind: sql`${kind}`.as("kind"),
    decisionId: sql`${decisionId}`.as("decision_id"),
    subjectId: sql`${subjectId}`.as("subject_id"),
    dueAt: sql`${sql.param(dueAt, notice.dueAt)}`.as("due_at"),
    readAt: sql`${sql.param(null, notice.readAt)}`.as("read_at"),
    createdAt: sql`${sql.param(createdAt, notice.createdAt)}`.as("created_at"),
  };
  return w.insert(notice).select(w.select(row).from(member).where(and(eq(member.id, memberId), isNull(member.deletedAt), onlyIf)));
}

/** The same, unless they have not read one like it yet. */
export function noticeUnlessUnread(w: Writer, memberId: string, given: Parameters<typeof noticeTo>[2]): Write {
  const like = w.select({ one: sql`1` }).from(unread).where(and(eq(unread.memberId, memberId), isNull(unread.readAt), eq(unread.kind, given.kind), eq(unread.subjectId, given.subjectId)));
  return noticeTo(w, memberId, given, notExists(like));
}

/** Of what was undone nobody hears. */
export function untell(w: Writer, causeId: DecisionId): Write[] {
  return [w.delete(notice).where(eq(notice.decisionId, causeId)), w.delete(outbox).where(and(eq(outbox.causeId, causeId), isNull(outbox.sentAt), isNull(outbox.claimedAt)))];
}

/** Of a member's notices, those that are told by now. */
export function dueBy(now: Date) {
  return lte(notice.dueAt, now);
}
