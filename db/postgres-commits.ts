/**
 * Units for Postgres. All writes of one go down the connection together, so that locks are held for one round trip; and units
 * that change the same article, which would wait for each other's rows and fsync anyway, share a commit.
 */
import type postgres from "postgres";
import { type Change, CHANGES_CHANNEL } from "./changes";
import type { Writer } from "./client";
import { isOutage, mustMakeWay, Overtaken } from "./faults";
import { type MakeWrites, required } from "./writes";

type Handle = { driver: postgres.Sql; writer: Writer };
type Required = ReturnType<typeof required>;
type Unit = { make: MakeWrites; done: () => void; failed: (error: unknown) => void };

/** A unit that had to make way for another is made afresh this often; then its error is passed on. */
const MOST_ATTEMPTS = 5;

/** Units of one commit. More at once save little, and one that fails has all of them made again, each alone. */
const UNITS_AT_ONCE = 16;

/** Writes sent before their answers are waited for: the driver lets 100 run ahead, and sends what comes after them one by one. */
const SENT_AT_ONCE = 90;

/** By article: those that wait while a commit of it is under way. */
const lanes = new Map<string, Unit[]>();

export function commitOnPostgres(handle: Handle, make: MakeWrites, changes: readonly Change[]): Promise<void> {
  const lane = changes.length === 1 ? changes[0]?.articleId : null;
  if (!lane) return alone(handle, make, changes);
  return new Promise((done, failed) => {
    const waiting = lanes.get(lane);
    const unit = { make, done, failed };
    if (waiting) return void waiting.push(unit);
    const first = [unit];
    lanes.set(lane, first);
    void runLane(handle, lane, first);
  });
}

async function runLane(handle: Handle, articleId: string, waiting: Unit[]): Promise<void> {
  while (waiting.length > 0) await commitAll(handle, articleId, waiting.splice(0, UNITS_AT_ONCE));
  lanes.delete(articleId);
}

/** Never rejects: each unit is told how it ended. */
async function commitAll(handle: Handle, articleId: string, units: Unit[]): Promise<void> {
  const changes = [{ articleId }];
  if (units.length > 1) {
    try {
      await inOne(handle, (w) => units.flatMap(({ make }) => make(w)), changes);
      return units.forEach(({ done }) => done());
    } catch (error) {
      if (isOutage(error)) return units.forEach(({ failed }) => failed(error));
      // One of them failed, and with it all: alone, each ends as it deserves.
    }
  }
  for (const { make, done, failed } of units) await alone(handle, make, changes).then(done, failed);
}

async function alone(handle: Handle, make: MakeWrites, changes: readonly Change[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    try {
      return await inOne(handle, make, changes);
    } catch (error) {
      if (!mustMakeWay(error) || count === MOST_ATTEMPTS) throw error;
    }
  }
}

function inOne({ driver, writer }: Handle, make: MakeWrites, changes: readonly Change[]): Promise<void> {
  return driver.begin(async (connection) => {
    const writes = make(writer).map(required);
    if (changes.length > 0) writes.unshift({ statement: told(changes), rows: null, what: "" });
    for (let from = 0; from < writes.length; from += SENT_AT_ONCE) await sendAll(connection, writes.slice(from, from + SENT_AT_ONCE));
  }) as Promise<void>;
}

/** All are waited for, failing ones too: the rollback must not overtake what is still on its way. */
async function sendAll(connection: postgres.TransactionSql, writes: readonly Required[]): Promise<void> {
  const ended = await Promise.allSettled(
    writes.map(({ statement }) => {
      const { sql, params } = statement.toSQL();
      return connection.unsafe(sql, params.map(parameterOf), { prepare: true }).execute();
    }),
  );
  for (const [place, end] of ended.entries()) {
    if (end.status === "rejected") throw end.reason;
    const { rows = null, what = "" } = writes[place] ?? {};
    if (rows !== null && end.value.count !== rows) throw new Overtaken(what);
  }
}

/**
 * Takes the articles' locks, before any row's: units of several posts, on several instances, meet the rows they share in no order, and would wait for each
 * other. And has other instances told, with the commit: they drop their pages when, and only if, the rows are there.
 */
function told(changes: readonly Change[]): Required["statement"] {
  const articles = changes.flatMap(({ articleId }) => articleId ?? []).sort();
  const sql = "select pg_notify($1, $2), (select count(pg_advisory_xact_lock(hashtextextended(value, 0))) from json_array_elements_text($3::json))";
  return { toSQL: () => ({ sql, params: [CHANGES_CHANNEL, JSON.stringify(changes), JSON.stringify(articles)] }) };
}

/** What Drizzle hands to the driver is text, a number, a flag or bytes by then. */
function parameterOf(value: unknown): string | number | boolean | Buffer | null {
  if (value instanceof Buffer || value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`a statement carries a ${typeof value}`);
}
