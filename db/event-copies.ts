/** Many events at once, copied from rows of the database: ten thousand that come here first would hold up whoever waits. */
import { moment, table, text } from "./columns";
import type { EventKind } from "./schema/events";

/** The event table without its counter, which the database sets: what is copied into it names these, in this order. */
export const copiedEvent = table("event", {
  id: text().notNull(),
  kind: text().$type<EventKind>().notNull(),
  articleId: text(),
  discussionId: text(),
  subjectId: text().notNull(),
  actorId: text(),
  at: moment().notNull(),
});
