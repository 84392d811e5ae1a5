/** Comments that are not finished: kept for their writer alone, one for each place. */
import { type CommentKind } from "../../domain/thread";
import { index, integer, moment, table, text, uniqueIndex } from "../columns";
import { revision } from "./articles";
import { discussion } from "./discussions";
import { member } from "./members";

export const draft = table(
  "draft",
  {
    id: text().primaryKey(),
    memberId: text().notNull().references(() => member.id),
    discussionId: text().notNull().references(() => discussion.id),
    /** Where the comment will stand, as `placeKey` writes it. */
    place: text().notNull(),
    /** What the place names, to find it by: the block's lasting id, or the comment answered or changed. */
    blockId: text(),
    commentId: text(),
    /** The revision in which its writer saw the block. */
    revisionId: text().references(() => revision.id),
    kind: text().$type<CommentKind>(),
    /** Markdown as far as written; empty when posted or thrown away. */
    body: text().notNull(),
    /** The wording proposed for the passage, as far as written; null: none. */
    proposal: text(),
    /** Counts saves, from 1; a save names the one it started from. Goes on when emptied, so that no old tab revives a text. */
    version: integer().notNull(),
    /** Which of the member's drafts it is, from 1: there are only so many. Null when emptied. */
    slot: integer(),
    updatedAt: moment().notNull(),
  },
  (d) => [
    uniqueIndex("draft_place").on(d.memberId, d.discussionId, d.place),
    uniqueIndex("draft_slot").on(d.memberId, d.slot),
    index("draft_updated").on(d.memberId, d.updatedAt, d.id),
    index("draft_emptied").on(d.slot, d.updatedAt),
  ],
);
