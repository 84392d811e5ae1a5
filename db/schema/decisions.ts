/** Decisions of moderators and of rules. */
import type { DecidesAs } from "../../domain/moderation/authority";
import type { Act, DecisionId, Ground } from "../../domain/moderation/decision";
import type { Caught } from "../../domain/moderation/phases";
import { boolean, index, json, moment, table, text } from "../columns";
import { member } from "./members";

export type ThreadPlace = { block: number; ordinal: number; start: number | null; end: number | null; place: "same" | "moved" | "removed"; text: "exact" | "changed"; cause: string };

/** What was decided, and all that its statement of reasons says. Changed only when it is undone, reversed or redacted. */
export const decision = table(
  "decision",
  {
    id: text().$type<DecisionId>().primaryKey(),
    act: text().$type<Act>().notNull(),
    subject: text().$type<"comment" | "thread" | "member">().notNull(),
    /** A comment, shown or held. */
    commentId: text(),
    threadId: text(),
    /** Whom it concerns: who wrote the comment, began the thread, or bears the sanction. */
    memberId: text().references(() => member.id),
    discussionId: text(),
    articleId: text(),
    /** In whose discussion, and in whose chain of the log; null: in public. */
    classId: text(),
    /** Null of acts that take nothing from anybody. */
    ground: text().$type<Ground>(),
    /** Which law, where that is the ground. */
    law: text(),
    /** Upon which facts, as its member reads them; emptied when redacted. */
    facts: text().notNull(),
    isAutomatic: boolean().notNull(),
    /** What caught it, of automatic ones. */
    caught: json<Caught>(),
    /** When it ends; null: not by itself. */
    until: moment(),
    /** Null: a rule, or the operator. */
    byMemberId: text().references(() => member.id),
    byRole: text().$type<DecidesAs>(),
    /** Where a thread stood that was moved, for its undoing. */
    before: json<ThreadPlace>(),
    /** The restriction it took the place of, for its undoing. */
    replaces: text().$type<DecisionId>(),
    reverses: text().$type<DecisionId>(),
    reversedBy: text().$type<DecisionId>(),
    /** The same for all that were decided in one go. */
    batch: text().notNull(),
    /** Until when it can be objected to; null: not at all. */
    appealUntil: moment(),
    undoneAt: moment(),
    createdAt: moment().notNull(),
  },
  (d) => [
    index("decision_member").on(d.memberId, d.id),
    index("decision_comment").on(d.commentId, d.id),
    index("decision_thread").on(d.threadId, d.id),
    index("decision_discussion").on(d.discussionId, d.id),
    index("decision_batch").on(d.batch, d.id),
    index("decision_ground").on(d.ground, d.id),
    index("decision_by").on(d.byMemberId, d.id),
    index("decision_created").on(d.createdAt, d.id),
    index("decision_appeal").on(d.appealUntil),
  ],
);
