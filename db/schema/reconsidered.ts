/** What authors said of their comments after the words these are about had changed. */
import { moment, table, text } from "../columns";
import { revision } from "./articles";
import { comment } from "./discussions";

/** That the author of a comment looked at it again, beside its passage as a revision has it. Another change of the passage asks anew. */
export const reconsidered = table("reconsidered", {
  commentId: text().primaryKey().references(() => comment.id),
  /** The revision whose words were seen. */
  revisionId: text().notNull().references(() => revision.id),
  /** "kept": it still stands, as written. "edited": it was changed. */
  how: text().$type<"kept" | "edited">().notNull(),
  createdAt: moment().notNull(),
});
