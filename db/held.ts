/**
 * How much is kept, told without counting millions: Postgres knows about how many rows a table has and how large it is; on
 * SQLite rows are counted up to a bound, and only the whole file has a size.
 */
import { statSync } from "node:fs";
import { getTableName, sql, type Table } from "drizzle-orm";
import { opened, rowsOf } from "./client";

/** Counting so many takes SQLite some milliseconds, during which nobody else is served. */
const COUNTED_AT_MOST = 10_000;

/** `rows` null: Postgres has not looked at the table yet. `isExact` false: about so many, or on SQLite at least. `bytes` null: not known apart. */
export type Held = { rows: number | null; isExact: boolean; bytes: number | null };

export type Database = { kind: "SQLite" | "PostgreSQL"; version: string; bytes: number };

export async function held(table: Table): Promise<Held> {
  const name = getTableName(table);
  if (opened().dialect === "postgresql") {
    const [found] = await rowsOf<{ rows: string; bytes: string }>(sql`select reltuples::bigint::text as rows, pg_total_relation_size(oid)::text as bytes from pg_class where oid = to_regclass(${`"${name}"`})`);
    const rows = Number(found?.rows ?? -1);
    return { rows: rows < 0 ? null : rows, isExact: false, bytes: Number(found?.bytes ?? 0) };
  }
  const [found] = await rowsOf<{ rows: number }>(sql`select count(*) as rows from (select 1 from ${sql.identifier(name)} limit ${COUNTED_AT_MOST})`);
  const rows = found?.rows ?? 0;
  return { rows, isExact: rows < COUNTED_AT_MOST, bytes: null };
}

export async function databaseHeld(): Promise<Database> {
  const handle = opened();
  if (handle.dialect === "postgresql") {
    const [found] = await rowsOf<{ version: string; bytes: string }>(sql`select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes`);
    return { kind: "PostgreSQL", version: found?.version ?? "", bytes: Number(found?.bytes ?? 0) };
  }
  const [found] = await rowsOf<{ version: string }>(sql`select sqlite_version() as version`);
  const sizes = ["", "-wal"].map((tail) => statSync(handle.driver.name + tail, { throwIfNoEntry: false })?.size ?? 0);
  return { kind: "SQLite", version: found?.version ?? "", bytes: sizes.reduce((all, one) => all + one, 0) };
}
