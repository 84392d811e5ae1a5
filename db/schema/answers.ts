/** What editors say to a discussion: answers to its threads, and the wordings of readers that they took. */
import type { AnswerKind } from "../../domain/answers";
import { index, integer, moment, primaryKey, table, text } from "../columns";
import { comment, discussion, thread } from "./discussions";
import { member } from "./members";

/** What an editor said to a thread. A changed answer is a new row: the earlier ones are its history. */
export const answer = table(
  "answer",
  {
    threadId: text().notNull().references(() => thread.id),
    /** Which answer to its thread it is, from 1; the last is in force. */
    number: integer().notNull(),
    /** Null: the one before was taken back. */
    kind: text().$type<AnswerKind>(),
    /** The reason, or the answer itself: plain text; null: none is given. */
    text: text(),
    /** Where the change is that was adopted: a revision's number and a block's number in it. */
    revision: integer(),
    block: integer(),
    /** The reply that answers the question. */
    commentId: text(),
    /** Null: it came with a revision that the operator published. */
    byMemberId: text().references(() => member.id),
    at: moment().notNull(),
  },
  (a) => [primaryKey({ columns: [a.threadId, a.number] })],
);

/** Another wording of the passage that a comment is on, and whether an editor took it. Gone with the comment's words. */
export const proposal = table(
  "proposal",
  {
    commentId: text().primaryKey().references(() => comment.id),
    discussionId: text().notNull().references(() => discussion.id),
    /** The passage as its writer saw it, and as they would have it. */
    before: text().notNull(),
    after: text().notNull(),
    /** The draft an editor put it into, which is gone once published; so no reference. */
    draftId: text(),
    acceptedAt: moment(),
    acceptedBy: text().references(() => member.id),
    /** The number of the revision that says it, once that is published, and of the block there. */
    revision: integer(),
    block: integer(),
  },
  (p) => [index("proposal_draft").on(p.draftId), index("proposal_revision").on(p.discussionId, p.revision)],
);
