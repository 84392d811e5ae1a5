/** What happened, in order, and the mails that follow from it. */
import { counter, index, integer, json, moment, table, text } from "../columns";

export type EventKind =
  | "article.published"
  | "article.revised"
  | "article.renamed"
  | "article.withdrawn"
  | "article.restored"
  | "comment.posted"
  | "comment.edited"
  | "comment.deleted"
  | "comment.restored"
  | "comment.kept"
  | "thread.carried"
  | "thread.answered"
  | "thread.pinned"
  | "thread.unpinned"
  | "discussion.changed"
  | "proposal.accepted"
  | "response.published"
  | "response.withdrawn"
  | "member.joined"
  | "member.renamed"
  | "member.credited"
  | "member.role-changed"
  | "member.suspended"
  | "member.reinstated"
  | "member.sessions-ended"
  | "member.card-made"
  | "comment.held"
  | "comment.taken-back"
  | "moderation.set"
  | "comment.reported"
  | "comment.restricted"
  | "comment.reinstated"
  | "thread.locked"
  | "thread.unlocked"
  | "thread.moved"
  | "member.sanctioned"
  | "member.lifted"
  | "appeal.opened"
  | "appeal.answered"
  | "appeal.decided"
  | "log.written"
  | "mail.retried"
  | "mail.tested"
  | "class.made"
  | "class.changed"
  | "class.joined"
  | "class.roster-applied"
  | "class.copied"
  | "class.ended"
  | "class.reopened"
  | "class.kept"
  | "enrolment.changed"
  | "code.made"
  | "code.revoked"
  | "assignment.changed"
  | "assignment.set"
  | "assignment.extended"
  | "assignment.regrouped"
  | "member.deleted";

/** A row for every change that can be seen. Page caches, feeds and notices read it. */
export const event = table(
  "event",
  {
    order: counter(),
    id: text().notNull(),
    kind: text().$type<EventKind>().notNull(),
    /** Whose pages it changes; "*": any article's; null: no article's. */
    articleId: text(),
    discussionId: text(),
    subjectId: text().notNull(),
    /** The member who did it; null: the operator or the system. */
    actorId: text(),
    at: moment().notNull(),
  },
  (e) => [index("event_discussion").on(e.discussionId, e.order), index("event_subject").on(e.subjectId, e.order)],
);

export type MailKind =
  | "welcome"
  | "sign-in"
  | "sign-in-unknown"
  | "confirm"
  | "reset"
  | "reset-unknown"
  | "address"
  | "address-changed"
  | "password-changed"
  | "account-deleted"
  | "decided"
  | "suspended"
  | "reversed"
  | "let-through"
  | "report-decided"
  | "report-taken-back"
  | "appeal-answered"
  | "class-ends-soon"
  | "class-ending"
  | "test";

/** Every mail passes here: written with what causes it, sent by a worker, marked when gone. */
export const outbox = table(
  "outbox",
  {
    id: text().primaryKey(),
    kind: text().$type<MailKind>().notNull(),
    to: text().notNull(),
    language: text().notNull(),
    content: json<Record<string, string>>().notNull(),
    /** The decision it tells of; undone in time, it is not sent. Or the class, with which it goes. */
    causeId: text(),
    createdAt: moment().notNull(),
    /** Not before this: first its creation, after a failure later and later. */
    dueAt: moment().notNull(),
    attempts: integer().notNull().default(0),
    /** A worker that claimed it and fell silent loses it after a while. */
    claimedAt: moment(),
    sentAt: moment(),
    /** Refused for good, or too often. */
    givenUpAt: moment(),
  },
  (o) => [index("outbox_due").on(o.sentAt, o.dueAt), index("outbox_cause").on(o.causeId)],
);
