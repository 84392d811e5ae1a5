/** Reports and what hangs on decisions: what is held or sealed, sanctions, appeals, notices, and the public log. */
import type { Act, DecisionId, Ground, SanctionKind } from "../../domain/moderation/decision";
import type { HouseRule } from "../../domain/moderation/house-rules";
import type { Caught } from "../../domain/moderation/phases";
import type { CommentKind } from "../../domain/thread";
import { boolean, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { schoolClass } from "./classes";
import { decision } from "./decisions";
import { comment, discussion, thread } from "./discussions";
import { member } from "./members";

/** The words of a comment that is restricted: out of everybody's reach, until the time to object has passed. */
export const sealed = table("sealed", {
  commentId: text().primaryKey().references(() => comment.id),
  body: text().notNull(),
  sealedAt: moment().notNull(),
});

/** What the writer sent, as it will be posted when it is let through. */
export type HeldPost = { revision: number; block: number | null; words: { start: number; end: number } | null; parent: string | null; kind: CommentKind | null; body: string; proposal: string | null };

/** A comment that a rule holds before anybody sees it: nothing of it is in the discussion yet. */
export const held = table(
  "held",
  {
    /** The id it has as a comment, once it is let through. */
    id: text().primaryKey(),
    discussionId: text().notNull().references(() => discussion.id),
    memberId: text().notNull().references(() => member.id),
    post: json<HeldPost>().notNull(),
    decisionId: text().$type<DecisionId>().notNull().references(() => decision.id),
    /** Set when a moderator did not let it through. */
    refusedBy: text().$type<DecisionId>().references(() => decision.id),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
  },
  (h) => [index("held_member").on(h.memberId, h.id), index("held_discussion").on(h.discussionId, h.id)],
);

/** Somebody says that a comment breaks a rule. One by each reader for each comment. */
export const report = table(
  "report",
  {
    id: text().primaryKey(),
    commentId: text().notNull().references(() => comment.id),
    threadId: text().notNull().references(() => thread.id),
    /** In whose discussion; null: in public. */
    classId: text(),
    /** Null: a visitor, who gave an address. */
    memberId: text().references(() => member.id),
    email: text(),
    /** The language its outcome is told in. */
    language: text().notNull(),
    ground: text().$type<HouseRule | "law">().notNull(),
    /** In the reporter's words; may be empty. */
    note: text().notNull(),
    /** The very words, in code points of the comment's text of that version; null: all of it. */
    quote: text(),
    start: integer(),
    end: integer(),
    commentVersion: integer().notNull(),
    /** What it counts for, in hundredths of a report by somebody of whom nothing is known. */
    weight: integer().notNull(),
    /** "taken-back": its author did, before anybody had decided. It counts neither for nor against who reported it. */
    outcome: text().$type<"upheld" | "declined" | "taken-back">(),
    decisionId: text().$type<DecisionId>().references(() => decision.id),
    createdAt: moment().notNull(),
  },
  (r) => [
    uniqueIndex("report_member").on(r.commentId, r.memberId),
    uniqueIndex("report_email").on(r.commentId, r.email),
    index("report_of_member").on(r.memberId, r.id),
    index("report_thread").on(r.threadId, r.createdAt),
    index("report_decision").on(r.decisionId),
    index("report_created").on(r.createdAt),
  ],
);

/** What waits for a moderator: a comment that was reported or held, or an appeal. */
export const queueItem = table(
  "queue_item",
  {
    /** That of the comment, held or shown, or of the appeal. */
    id: text().primaryKey(),
    kind: text().$type<"comment" | "held" | "appeal">().notNull(),
    discussionId: text().references(() => discussion.id),
    /** Whose teachers it waits for: nobody else is told that there is anything; an objection from there waits for moderators. Null: it is of the public. */
    classId: text().references(() => schoolClass.id),
    /** Who wrote it. */
    memberId: text().notNull().references(() => member.id),
    /** What it was reported for most, or what caught it. */
    ground: text().$type<Ground>().notNull(),
    caught: json<Caught>(),
    reports: integer().notNull().default(0),
    /** The sum of its reports' weights. */
    weight: integer().notNull().default(0),
    /** Kept from view until somebody has looked. */
    isHidden: boolean().notNull().default(false),
    /** The higher the sooner; kept, so that the list is read in its order. */
    urgency: integer().notNull(),
    /** Set aside with all of its member's, until more have come. */
    isSnoozed: boolean().notNull().default(false),
    claimedBy: text().references(() => member.id),
    claimedAt: moment(),
    /** When a second moderator was asked for; `askedOf`: this one, null: whoever comes. */
    askedAt: moment(),
    askedOf: text().references(() => member.id),
    openedAt: moment().notNull(),
    /** Null: it waits. */
    closedAt: moment(),
    closedBy: text().$type<DecisionId>().references(() => decision.id),
    /** Counts what happened to it; a decision names the one it saw. */
    version: integer().notNull().default(1),
  },
  (q) => [
    index("queue_item_open").on(q.closedAt, q.isSnoozed, q.urgency, q.openedAt, q.id),
    index("queue_item_member").on(q.memberId, q.closedAt, q.id),
    index("queue_item_ground").on(q.ground, q.closedAt, q.id),
    index("queue_item_closed_by").on(q.closedBy),
    index("queue_item_class").on(q.classId, q.closedAt, q.urgency, q.openedAt, q.id),
  ],
);

/** A member whose items are set aside until so many more have come. */
export const snooze = table("snooze", {
  memberId: text().primaryKey().references(() => member.id),
  left: integer().notNull(),
  byMemberId: text().notNull().references(() => member.id),
  createdAt: moment().notNull(),
});

/** What moderators write to each other about a comment or a member. */
export const moderatorNote = table(
  "moderator_note",
  {
    id: text().primaryKey(),
    /** A member's, or an item's. */
    subjectId: text().notNull(),
    byMemberId: text().notNull().references(() => member.id),
    body: text().notNull(),
    createdAt: moment().notNull(),
  },
  (n) => [index("moderator_note_subject").on(n.subjectId, n.id)],
);

/** What a member bears, by a decision. */
export const sanction = table(
  "sanction",
  {
    decisionId: text().$type<DecisionId>().primaryKey().references(() => decision.id),
    memberId: text().notNull().references(() => member.id),
    kind: text().$type<SanctionKind>().notNull(),
    /** Null: for good, or of a warning until it is acknowledged. */
    until: moment(),
    /** Lifted, or undone. */
    endedAt: moment(),
    acknowledgedAt: moment(),
    createdAt: moment().notNull(),
  },
  (s) => [index("sanction_member").on(s.memberId, s.endedAt, s.kind)],
);

/** An objection to a decision; what is said on it follows in `appealNote`. */
export const appeal = table(
  "appeal",
  {
    id: text().primaryKey(),
    decisionId: text().$type<DecisionId>().notNull().references(() => decision.id),
    memberId: text().notNull().references(() => member.id),
    outcome: text().$type<"upheld" | "reversed">(),
    /** The decision that reversed the first; null when that one stands. */
    resultId: text().$type<DecisionId>().references(() => decision.id),
    decidedBy: text().references(() => member.id),
    closedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
  },
  (a) => [uniqueIndex("appeal_decision").on(a.decisionId), index("appeal_member").on(a.memberId, a.id), index("appeal_closed").on(a.closedAt), index("appeal_created").on(a.createdAt)],
);

export const appealNote = table(
  "appeal_note",
  {
    id: text().primaryKey(),
    appealId: text().notNull().references(() => appeal.id),
    byMemberId: text().notNull().references(() => member.id),
    /** For the moderators it is one of them who answers, whoever that is. */
    isByModerator: boolean().notNull(),
    body: text().notNull(),
    createdAt: moment().notNull(),
  },
  (n) => [index("appeal_note_appeal").on(n.appealId, n.id)],
);

/** Beside what is decided: what was taken back at once, an objection after which a decision stands, and the blanking of words in the log. */
export type LoggedAct = Act | "undo" | "uphold" | "redact";

export type NoticeKind = "decided" | "reversed" | "report-upheld" | "report-declined" | "report-taken-back" | "appeal-opened" | "appeal-answered" | "appeal-upheld" | "let-through" | "asked" | "name-revealed" | "dates-changed" | "group-changed" | "text-changed" | "class-waits" | "class-upheld" | "class-reversed" | "class-ends-soon" | "class-ending" | "class-certificate";

/** What a member is told on their page, and by the bell. */
export const notice = table(
  "notice",
  {
    id: text().primaryKey(),
    memberId: text().notNull().references(() => member.id),
    kind: text().$type<NoticeKind>().notNull(),
    decisionId: text().$type<DecisionId>().references(() => decision.id),
    /** What it leads to: a decision, an appeal, a comment, an item of the queue, an assignment, a class, or the end of one. */
    subjectId: text().notNull(),
    /** Not before: what is undone at once is told to nobody. */
    dueAt: moment().notNull(),
    readAt: moment(),
    createdAt: moment().notNull(),
  },
  (n) => [index("notice_member").on(n.memberId, n.readAt, n.id), index("notice_decision").on(n.decisionId), index("notice_subject").on(n.subjectId)],
);

/** The public record of what was decided, chained: each row's link is made of the one before and of itself. */
export const logRow = table(
  "log_row",
  {
    /** "public", or the id of a class: each has a chain of its own. */
    chain: text().notNull(),
    /** From 1, without gaps. */
    order: integer().notNull(),
    at: moment().notNull(),
    decision: text().$type<DecisionId>().notNull().references(() => decision.id),
    act: text().$type<LoggedAct>().notNull(),
    /** "comment", "thread" or "member". */
    object: text().notNull(),
    /** The article's id. */
    place: text(),
    ground: text().$type<Ground>(),
    automated: text().$type<"no" | "fully">().notNull(),
    /** Who decided: a role and an alias; of a rule its phase. */
    role: text().notNull(),
    alias: text().notNull(),
    until: moment(),
    /** The decision that it undoes or reverses. */
    about: text().$type<DecisionId>(),
    batch: text(),
    /** The reasons and the law, each with its salt; null where there was none, or once it was blanked. The hashes stay: the link is made of them. */
    reason: text(),
    reasonSalt: text(),
    reasonHash: text(),
    citation: text(),
    citationSalt: text(),
    citationHash: text(),
    redactedAt: moment(),
    link: text().notNull(),
  },
  (l) => [primaryKey({ columns: [l.chain, l.order] }), index("log_row_decision").on(l.decision)],
);

/** Where each chain ends. Whoever writes a row moves it, from where they saw it. */
export const logChain = table("log_chain", {
  chain: text().primaryKey(),
  length: integer().notNull(),
  head: text().notNull(),
  /** What its aliases are made with, so that they say nothing outside it. Told to nobody. */
  secret: text().notNull(),
});

/** How this place is moderated, as its moderators set it: one row, "site". */
export const moderationSetting = table("moderation_setting", {
  id: text().primaryKey(),
  value: json<Record<string, unknown>>().notNull(),
  version: integer().notNull(),
  changedBy: text().references(() => member.id),
  changedAt: moment().notNull(),
});
