/** Units for Postgres: all writes of one go down the connection together, so that locks are held for one round trip. */
import type postgres from "postgres";
import { type Change, CHANGES_CHANNEL } from "./changes";
import type { Writer } from "./client";
import { mustMakeWay, Overtaken } from "./faults";
import { type MakeWrites, required } from "./writes";

type Handle = { driver: postgres.Sql; writer: Writer };

/** A unit that had to make way for another is made afresh this often; then its error is passed on. */
const MOST_ATTEMPTS = 5;

export async function commitOnPostgres({ driver, writer }: Handle, make: MakeWrites, changes: readonly Change[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    try {
      return await driver.begin((connection) => attempt(connection, make(writer).map(required), changes));
    } catch (error) {
      if (!mustMakeWay(error) || count === MOST_ATTEMPTS) throw error;
    }
  }
}

async function attempt(connection: postgres.TransactionSql, writes: ReturnType<typeof required>[], changes: readonly Change[]): Promise<void> {
  const run = ({ sql, params }: { sql: string; params: unknown[] }) => connection.unsafe(sql, params.map(parameterOf), { prepare: true }).execute();
  const sent = writes.map(({ statement }) => run(statement.toSQL()));
  // Sent with the commit: other instances drop their pages when, and only if, the rows are there.
  if (changes.length) sent.push(run({ sql: "select pg_notify($1, $2)", params: [CHANGES_CHANNEL, JSON.stringify(changes)] }));
  // All are waited for, failing ones too: the rollback must not overtake what is still on its way.
  const ended = await Promise.allSettled(sent);
  for (const [place, end] of ended.entries()) {
    if (end.status === "rejected") throw end.reason;
    const { rows = null, what = "" } = writes[place] ?? {};
    if (rows !== null && end.value.count !== rows) throw new Overtaken(what);
  }
}

/** What Drizzle hands to the driver is text, a number, a flag or bytes by then. */
function parameterOf(value: unknown): string | number | boolean | Buffer | null {
  if (value instanceof Buffer || value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`a statement carries a ${typeof value}`);
}
