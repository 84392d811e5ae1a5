/** A discussion: one article for one audience; its threads, where they stand, and what is said in them. */
import { type AnswerKind } from "../../domain/answers";
import type { DecisionId, Restriction } from "../../domain/moderation/decision";
import { type CommentKind } from "../../domain/thread";
import { boolean, index, integer, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { article, revision } from "./articles";
import { decision } from "./decisions";
import { member } from "./members";

export const discussion = table(
  "discussion",
  {
    id: text().primaryKey(),
    articleId: text().notNull().references(() => article.id),
    /** "public", or the id of a group of an assignment. */
    audience: text().notNull(),
    comments: integer().notNull().default(0),
    participants: integer().notNull().default(0),
    lastCommentAt: moment(),
    /** Posts are taken from then on, and until then; null: from ever, and for ever. */
    opensAt: moment(),
    closesAt: moment(),
    /** IANA name of the zone in which those two are told: "Europe/Berlin". */
    timeZone: text().notNull().default("UTC"),
    /** What readers are asked, plain text; null: nothing in particular. */
    prompt: text(),
    /** Whether what is posted is seen at once, or after a moderator has looked; null: as it is here in general. */
    mode: text().$type<"after" | "before">(),
    /** Since when the response to its comments is public; null: editors alone see it. */
    responseAt: moment(),
    /** Counts changes of the above; a change names the one it saw. */
    version: integer().notNull().default(1),
    /** The number of the revision that its threads were placed on last; null: still the first. Whoever posts names the newest they know. */
    placedOn: integer(),
  },
  // By the group alone is how a class finds its own.
  (d) => [uniqueIndex("discussion_audience").on(d.articleId, d.audience), index("discussion_group").on(d.audience)],
);

/** A member in a discussion. Its random id is all that a page says of the member, beside the name. */
export const participant = table(
  "participant",
  {
    id: text().primaryKey(),
    discussionId: text().notNull().references(() => discussion.id),
    memberId: text().notNull().references(() => member.id),
    /** In a class: the name others are shown, of the roster or made for the assignment; null: the member's own. */
    shownName: text(),
    /** In a class: whether they teach it; null: a student, or not a class. */
    teaches: text().$type<"teacher" | "assistant">(),
    /** Of a class that has ended: the name took the place of the person's, and nobody's account stands behind it. */
    isReplaced: boolean().notNull().default(false),
    createdAt: moment().notNull(),
  },
  (p) => [
    uniqueIndex("participant_member").on(p.discussionId, p.memberId),
    index("participant_of_member").on(p.memberId, p.id),
  ],
);

export const thread = table(
  "thread",
  {
    id: text().primaryKey(),
    discussionId: text().notNull().references(() => discussion.id),
    /** How many comments were ever written in it, tombstones too; the next one's `sequence` is one more. */
    total: integer().notNull(),
    /** How many of them are not deleted. */
    comments: integer().notNull().default(0),
    /** The kind of its first comment; null when that has none, or is deleted. */
    kind: text().$type<CommentKind>(),
    /** What the newest of its answers says; null: none, or taken back. */
    answer: text().$type<AnswerKind>(),
    /** How many answers it was given: the number of the newest, which is in force. */
    answers: integer().notNull().default(0),
    /** Since when it stands first at its passage; null: in its turn. */
    pinnedAt: moment(),
    /** The decision that it takes no more replies; null: it takes them. */
    lockedBy: text().$type<DecisionId>().references(() => decision.id),
    lastCommentAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    index("thread_answered").on(t.discussionId, t.answer, t.lastCommentAt, t.id),
    index("thread_pinned").on(t.discussionId, t.pinnedAt),
    index("thread_newest").on(t.discussionId, t.lastCommentAt, t.id),
    index("thread_discussed").on(t.discussionId, t.comments, t.id),
    index("thread_kind_newest").on(t.discussionId, t.kind, t.lastCommentAt, t.id),
    index("thread_kind_discussed").on(t.discussionId, t.kind, t.comments, t.id),
  ],
);

/** What a thread was tied to when it was made. Never changed. */
export const anchor = table("anchor", {
  threadId: text().primaryKey().references(() => thread.id),
  revisionId: text().notNull().references(() => revision.id),
  /** Null: the whole article. */
  blockId: text(),
  /** First and last sentence, from 0; null: not by sentences. */
  firstSentence: integer(),
  lastSentence: integer(),
  /** The words, with some of what stood before and after; null: the whole block. */
  quote: text(),
  prefix: text(),
  suffix: text(),
  /** Code points into the block's text. */
  start: integer(),
  end: integer(),
});

/** Where a revision shows a thread, and how sure that is. */
export const placement = table(
  "placement",
  {
    threadId: text().notNull().references(() => thread.id),
    revisionId: text().notNull().references(() => revision.id),
    discussionId: text().notNull().references(() => discussion.id),
    /** The block's number in that revision; 0: the whole article. */
    blockNumber: integer().notNull(),
    /** Which thread of its block it is, from 1, by age. */
    ordinal: integer().notNull(),
    /** The words it is about in that revision's block, in code points; null: all of it, or nothing of it is left. */
    start: integer(),
    end: integer(),
    place: text().$type<"same" | "moved" | "removed">().notNull(),
    text: text().$type<"exact" | "changed">().notNull(),
    needsHuman: boolean().notNull().default(false),
    /** "posted", the way it was carried over, or "person". */
    cause: text().notNull(),
    /** Of what was carried over, in hundredths. */
    likeness: integer(),
    byMemberId: text().references(() => member.id),
  },
  (p) => [
    primaryKey({ columns: [p.threadId, p.revisionId] }),
    uniqueIndex("placement_block").on(p.discussionId, p.revisionId, p.blockNumber, p.ordinal),
    index("placement_first").on(p.discussionId, p.revisionId, p.ordinal, p.blockNumber),
  ],
);

/** A passage that a person chose for a thread: from then on it stands for what the anchor meant. The last one counts. */
export const reattachment = table(
  "reattachment",
  {
    id: text().primaryKey(),
    threadId: text().notNull().references(() => thread.id),
    revisionId: text().notNull().references(() => revision.id),
    blockId: text().notNull(),
    start: integer(),
    end: integer(),
    byMemberId: text().references(() => member.id),
    createdAt: moment().notNull(),
  },
  (r) => [index("reattachment_thread").on(r.threadId, r.id)],
);

/** How much is said on a block of a revision: kept, so that a page need not count what it does not show. */
export const heat = table(
  "heat",
  {
    discussionId: text().notNull().references(() => discussion.id),
    revisionId: text().notNull().references(() => revision.id),
    blockNumber: integer().notNull(),
    threads: integer().notNull(),
    comments: integer().notNull(),
  },
  (h) => [primaryKey({ columns: [h.discussionId, h.revisionId, h.blockNumber] })],
);

export const comment = table(
  "comment",
  {
    id: text().primaryKey(),
    threadId: text().notNull().references(() => thread.id),
    discussionId: text().notNull().references(() => discussion.id),
    participantId: text().notNull().references(() => participant.id),
    parentId: text(),
    /** Levels below the thread's first comment. */
    depth: integer().notNull(),
    /** Which comment of its thread it is by arrival, from 1: a parent's is smaller than its replies'. */
    sequence: integer().notNull(),
    /** Which reply to its parent it is, from 1. */
    ordinal: integer().notNull(),
    replies: integer().notNull().default(0),
    kind: text().$type<CommentKind>(),
    /** Markdown as written; emptied when deleted. */
    body: text().notNull(),
    /** Counts edits, from 1; an edit names the one it started from. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
    editedAt: moment(),
    /** Since when only its place is left: taken back by its author, or restricted. */
    deletedAt: moment(),
    /** The decision that keeps it from view. It stays when the author takes the comment back after it. */
    restrictedBy: text().$type<DecisionId>().references(() => decision.id),
    /** How, while its words are sealed; null: it is not, or its author has taken it back since. */
    restriction: text().$type<Restriction>(),
  },
  (c) => [
    uniqueIndex("comment_sequence").on(c.threadId, c.sequence),
    uniqueIndex("comment_reply").on(c.parentId, c.ordinal),
    index("comment_participant").on(c.participantId, c.id),
    index("comment_discussion").on(c.discussionId, c.threadId, c.sequence),
    index("comment_newest").on(c.discussionId, c.createdAt, c.id),
    index("comment_deleted").on(c.discussionId, c.deletedAt),
  ],
);

/** What a comment said before an edit. */
export const edit = table(
  "edit",
  {
    commentId: text().notNull().references(() => comment.id),
    version: integer().notNull(),
    kind: text().$type<CommentKind>(),
    body: text().notNull(),
    /** The other wording of its passage that it proposed then; null: none, or before this was kept. */
    proposal: text(),
    /** When these words were replaced. */
    replacedAt: moment().notNull(),
  },
  (e) => [primaryKey({ columns: [e.commentId, e.version] })],
);

/** A write that was carried out, by the key its sender chose: sending twice makes one. */
export const sentKey = table(
  "sent_key",
  {
    memberId: text().notNull().references(() => member.id),
    key: text().notNull(),
    subjectId: text().notNull(),
    /** Of the comment's text, one-way, to know the same again; null: too short, or no comment's. */
    fingerprint: text(),
    createdAt: moment().notNull(),
  },
  (k) => [primaryKey({ columns: [k.memberId, k.key] }), index("sent_key_created").on(k.createdAt), index("sent_key_fingerprint").on(k.memberId, k.fingerprint)],
);

/** What a visitor wrote before having an account: it waits for the sign-up. */
export const waitingComment = table(
  "waiting_comment",
  {
    /** Hash of the secret that only the writer's browser has. */
    hash: text().primaryKey(),
    comment: text().notNull(),
    createdAt: moment().notNull(),
  },
  (w) => [index("waiting_comment_created").on(w.createdAt)],
);
