/** Schema and migrations never part: generating again must yield nothing, for both databases. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What generating again would add, a line each. Done in a copy, so that the check never writes. */
export async function faultsOfMigrations(): Promise<string[]> {
  const faults: string[] = [];
  for (const [folder, address] of [["sqlite", ""], ["postgresql", "postgres://"]] as const) {
    // Inside the project: drizzle-kit takes every folder for a relative one.
    mkdirSync(".build", { recursive: true });
    const copy = mkdtempSync(path.join(".build", "migrations-"));
    cpSync(path.join("db", "migrations", folder), copy, { recursive: true });
    const { stdout } = await run("node_modules/.bin/drizzle-kit", ["generate", "--config", "drizzle.config.ts"], { env: { ...process.env, DATABASE_URL: address, MIGRATIONS_INTO: copy } });
    // Its exit status is 0 whatever happened; only this sentence means that all is well.
    if (!stdout.includes("No schema changes")) faults.push(`${folder}: the schema and its migrations have parted; run npm run db:generate\n${stdout}`);
    rmSync(copy, { recursive: true });
  }
  return faults;
}
