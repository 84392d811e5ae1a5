/**
 * The one way to write: a list of writes, all or none. Read and decide first, then hand over the list; what must hold
 * under concurrency is an index, a foreign key or a `where`, never a check made before.
 */
import { announce, type Change } from "./changes";
import { opened, type Writer } from "./client";
import { commitOnPostgres } from "./postgres-commits";
import { statement } from "./prepared";
import { event } from "./schema/events";
import { commitSoon } from "./sqlite-commits";
import type { MakeWrites, Statement } from "./writes";

/** What a unit changes that can be seen; with an article, its pages are made anew. */
export type NewEvent = Omit<typeof event.$inferInsert, "order">;

const record = statement(["id", "kind", "article", "discussion", "subject", "actor", "at"], (w, given) =>
  w.insert(event).values({ id: given.id, kind: given.kind, articleId: given.article, discussionId: given.discussion, subjectId: given.subject, actorId: given.actor, at: given.at }),
);

/** Postgres refuses a notice of 8,000 bytes; an article takes 54. */
export const ARTICLES_IN_A_NOTICE = 100;

/** In place of an article's id: any may have changed. For what is seen on more articles than it is worth naming. */
export const ANY_ARTICLE = "*";

/**
 * Writes all of the list or nothing (`after`: what comes behind the events), and then tells whoever shows pages which changed.
 * @throws Overtaken when a `must` found other rows; Busy when the database stayed locked; the driver's error otherwise
 */
export async function writeTogether(make: MakeWrites, events: NewEvent[] = [], after: MakeWrites = () => []): Promise<void> {
  const handle = opened();
  const changes = changesOf(events);
  const whole: MakeWrites = (w) => [...make(w), ...events.map((one) => recorded(w, one)), ...after(w)];
  if (handle.dialect === "sqlite") await commitSoon(handle, whole);
  else await commitOnPostgres(handle, whole, changes);
  announce(changes);
}

function recorded(w: Writer, { id, kind, articleId, discussionId, subjectId, actorId, at }: NewEvent): Statement {
  return record(w, { id, kind, article: articleId ?? null, discussion: discussionId ?? null, subject: subjectId, actor: actorId ?? null, at });
}

/** Each article once; of too many for one notice it is said that any may have changed. */
function changesOf(events: readonly NewEvent[]): Change[] {
  const articles = [...new Set(events.flatMap(({ articleId }) => articleId ?? []))];
  return articles.length > ARTICLES_IN_A_NOTICE || articles.includes(ANY_ARTICLE) ? [{ articleId: null }] : articles.map((articleId) => ({ articleId }));
}
