/**
 * Opens the database, once a process: bundles may load this module more than once, so the handle lives on globalThis.
 * Here, and in `columns.ts`, are the only casts: the SQLite driver is shown to all as the Postgres one.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setDefaultHighWaterMark } from "node:stream";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { LRUCache } from "lru-cache";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { databaseUrl, dialect } from "./dialect";
import * as schema from "./schema/index";

type Whole = PostgresJsDatabase<typeof schema>;

/** What queries may use. Writing is `writeTogether`'s alone. */
export type Db = Pick<Whole, "select">;

/** What a unit of writes may use. */
export type Writer = Pick<Whole, "select" | "insert" | "update" | "delete">;

export type Opened =
  | { dialect: "sqlite"; db: Db; writer: Writer; driver: Sqlite.Database }
  | { dialect: "postgresql"; db: Db; writer: Writer; driver: postgres.Sql };

/** Enough for two instances on a Postgres of the usual 100 connections, with room for the operator's own. */
const POOL = 12;

/** Bytes a socket takes before it asks for patience, which ends the driver's running ahead: every write after would cost a round trip. As newer versions of Node have it. */
const SOCKET_BYTES = 64 * 1024;

/** A query that takes longer is a fault: the reader is gone, and the connection is missed by others. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** KiB of a SQLite file kept in memory, of each connection: a post touches some forty pages all over it, and the usual 2,000 are full after a few. */
const PAGES_KIB = 16_000;

/** Statements kept prepared; the product has about two hundred, with few variants of each. */
const PREPARED = 1_000;

/** Parsing a statement costs more than running it, and every question is asked again and again. */
function prepareOnce(driver: Sqlite.Database): void {
  const kept = new LRUCache<string, Sqlite.Statement>({ max: PREPARED });
  const prepare = driver.prepare.bind(driver);
  const known = (sql: string): Sqlite.Statement => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
  // What a statement takes and gives is the caller's word, here as with the driver's own.
  driver.prepare = known as typeof driver.prepare;
}

function openSqlite(): Opened {
  const file = databaseUrl.replace(/^(file:|sqlite:)(\/\/)?/, "") || path.join(process.env.DATA_DIR ?? "data", "paragora.db");
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  // No waiting inside the driver: it would stop the whole event loop. `writeTogether` waits instead.
  const driver = new Sqlite(file, { timeout: 0 });
  driver.pragma("journal_mode = WAL");
  driver.pragma("synchronous = FULL");
  driver.pragma("foreign_keys = ON");
  driver.pragma(`cache_size = -${PAGES_KIB}`);
  // A reopened WAL file may fall back to NORMAL in silence, and lose acknowledged writes with the power.
  if (driver.pragma("synchronous", { simple: true }) !== 2) throw new Error("SQLite did not accept synchronous=FULL");
  prepareOnce(driver);
  const db = drizzleSqlite(driver, { schema, casing: "snake_case" }) as unknown as Whole;
  return { dialect: "sqlite", db, writer: db, driver };
}

function openPostgres(): Opened {
  setDefaultHighWaterMark(false, SOCKET_BYTES);
  const driver = postgres(databaseUrl, {
    max: POOL,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { statement_timeout: STATEMENT_TIMEOUT_MS, application_name: "paragora" },
  });
  // Drizzle lets Postgres keep a statement only where it has a name. Kept, it takes one round trip instead of two.
  const unsafe = driver.unsafe.bind(driver);
  driver.unsafe = (query, parameters, options) => unsafe(query, parameters, { ...options, prepare: true });
  const db = drizzlePostgres(driver, { schema, casing: "snake_case" });
  return { dialect: "postgresql", db, writer: db, driver };
}

declare global {
  var paragoraDatabase: Opened | undefined;
}

export function opened(): Opened {
  globalThis.paragoraDatabase ??= dialect === "postgresql" ? openPostgres() : openSqlite();
  return globalThis.paragoraDatabase;
}

/** The database of this process, for reading. */
export function database(): Db {
  return opened().db;
}

/** Rows of a query that the builder cannot say (a recursive one). Text and whole numbers only: all else differs. */
export async function rowsOf<Row extends Record<string, string | number | null>>(query: SQL): Promise<Row[]> {
  const handle = opened();
  if (handle.dialect === "postgresql") {
    const { sql, params } = new PgDialect({ casing: "snake_case" }).sqlToQuery(query);
    return handle.driver.unsafe<Row[]>(sql, params.map(String));
  }
  const { sql, params } = new SQLiteSyncDialect({ casing: "snake_case" }).sqlToQuery(query);
  return handle.driver.prepare<unknown[], Row>(sql).all(...params);
}

export async function closeDatabase(): Promise<void> {
  const handle = globalThis.paragoraDatabase;
  globalThis.paragoraDatabase = undefined;
  if (handle?.dialect === "sqlite") handle.driver.close();
  if (handle?.dialect === "postgresql") await handle.driver.end({ timeout: 5 });
}
