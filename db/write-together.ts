/**
 * The one way to write: a list of writes, all or none. Read and decide first, then hand over the list; what must hold
 * under concurrency is an index, a foreign key or a `where`, never a check made before.
 */
import { sql } from "drizzle-orm";
import { announce, type Change, CHANGES_CHANNEL } from "./changes";
import { opened, type Whole } from "./client";
import { mustMakeWay, Overtaken } from "./faults";
import { event } from "./schema/events";
import { commitSoon } from "./sqlite-commits";
import { type MakeWrites, required } from "./writes";

/** What a unit changes that can be seen; with an article, its pages are made anew. */
export type NewEvent = Omit<typeof event.$inferInsert, "order">;

/** A unit that had to make way for another is made afresh this often; then its error is passed on. */
const MOST_ATTEMPTS = 5;

/** Postgres refuses a notice of 8,000 bytes; an article takes 54. */
const ARTICLES_IN_A_NOTICE = 100;

/**
 * Writes all of the list or nothing, and then tells whoever shows pages which changed.
 * @throws Overtaken when a `must` found other rows; Busy when the database stayed locked; the driver's error otherwise
 */
export async function writeTogether(make: MakeWrites, events: NewEvent[] = []): Promise<void> {
  const handle = opened();
  const changes = changesOf(events);
  const whole: MakeWrites = (w) => (events.length ? [...make(w), w.insert(event).values(events)] : make(w));
  if (handle.dialect === "sqlite") await commitSoon(handle, whole);
  else await commitOnPostgres(handle.writer, whole, changes);
  announce(changes);
}

/** Each article once; of too many for one notice it is said that any may have changed. */
function changesOf(events: readonly NewEvent[]): Change[] {
  const articles = [...new Set(events.flatMap(({ articleId }) => articleId ?? []))];
  return articles.length > ARTICLES_IN_A_NOTICE ? [{ articleId: null }] : articles.map((articleId) => ({ articleId }));
}

async function commitOnPostgres(database: Whole, make: MakeWrites, changes: Change[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    try {
      return await database.transaction(async (w) => {
        // One after the other: sent down the connection at once, a failing one leaves the driver writing to nobody.
        for (const write of make(w)) {
          const { statement, rows, what } = required(write);
          const touched = rowsTouched(await statement);
          if (rows !== null && touched !== rows) throw new Overtaken(what);
        }
        // Sent with the commit: other instances drop their pages when, and only if, the rows are there.
        if (changes.length) await w.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(changes)})`);
      });
    } catch (error) {
      if (!mustMakeWay(error) || count === MOST_ATTEMPTS) throw error;
    }
  }
}

function rowsTouched(result: unknown): number {
  return typeof result === "object" && result !== null && "count" in result && typeof result.count === "number" ? result.count : 0;
}
