/**
 * The small vocabulary all tables are written in, defined twice. Types are Postgres's, so that what only SQLite has
 * (`.get()`, `.all()`, `.run()`) does not compile; `columns.test.ts` proves that both give equal rows.
 */
import * as postgres from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect";

/** Drizzle has no column of bytes for Postgres. */
const bytea = postgres.customType<{ data: Buffer }>({ dataType: () => "bytea" });

const forPostgres = {
  table: postgres.pgTable,
  text: () => postgres.text(),
  integer: () => postgres.integer(),
  boolean: () => postgres.boolean(),
  /** A point in time, to the millisecond. */
  moment: () => postgres.timestamp({ withTimezone: true, precision: 3, mode: "date" }),
  json: <Shape>() => postgres.jsonb().$type<Shape>(),
  bytes: () => bytea(),
  /** A primary key that the database counts up, in the order of arrival. */
  counter: () => postgres.bigserial({ mode: "number" }).primaryKey(),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
};

const forSqlite = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: "boolean" }),
  moment: () => sqlite.integer({ mode: "timestamp_ms" }),
  json: <Shape>() => sqlite.text({ mode: "json" }).$type<Shape>(),
  bytes: () => sqlite.blob({ mode: "buffer" }),
  counter: () => sqlite.integer({ mode: "number" }).primaryKey({ autoIncrement: true }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
};

// The one cast of the schema: both vocabularies make the same rows, which their builders' types cannot say.
function vocabulary(sqliteWanted: boolean): typeof forPostgres {
  return sqliteWanted ? (forSqlite as unknown as typeof forPostgres) : forPostgres;
}

export const { table, text, integer, boolean, moment, json, bytes, counter, index, uniqueIndex, primaryKey } =
  vocabulary(dialect === "sqlite");
