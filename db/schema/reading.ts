/** How far a member has read: kept for that member alone. */
import { index, integer, primaryKey, table, text } from "../columns";
import { discussion, thread } from "./discussions";
import { member } from "./members";

export const readMark = table(
  "read_mark",
  {
    memberId: text().notNull().references(() => member.id),
    threadId: text().notNull().references(() => thread.id),
    discussionId: text().notNull().references(() => discussion.id),
    /** Sequences of comments, compact and in order: "1-14,17". */
    ranges: text().notNull(),
    /** The end of the first range when it begins with 1, else 0: nothing up to it is unread. */
    upTo: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (m) => [primaryKey({ columns: [m.memberId, m.threadId] }), index("read_mark_discussion").on(m.memberId, m.discussionId), index("read_mark_thread").on(m.threadId)],
);
