/** Brings the database to the schema of this version. Safe to run at every start, and by two instances at once. */
import path from "node:path";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { opened } from "./client";
import { databaseUrl } from "./dialect";

/** Any number, the same for all instances: who holds this advisory lock migrates, the others wait. */
const MIGRATION_LOCK = 7_203_401;

/** Another process may be migrating the same file; that takes a second or two. */
const MIGRATION_PATIENCE_MS = 20_000;

export async function migrate(): Promise<void> {
  const handle = opened();
  const migrationsFolder = path.resolve("db", "migrations", handle.dialect);
  if (handle.dialect === "sqlite") {
    // Nothing else runs yet, so waiting inside the driver is harmless here, and only here.
    handle.driver.pragma(`busy_timeout = ${MIGRATION_PATIENCE_MS}`);
    migrateSqlite(drizzleSqlite(handle.driver), { migrationsFolder });
    handle.driver.pragma("busy_timeout = 0");
    return;
  }
  const one = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await one`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migratePostgres(drizzlePostgres(one), { migrationsFolder });
  } finally {
    await one.end();
  }
}
