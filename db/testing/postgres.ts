/** A fresh database of the tests' Postgres server for every test file. */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";

const server = inject("postgresServer");
const name = `test_${randomBytes(6).toString("hex")}`;
process.env.DATABASE_URL = `${server}/${name}`;
process.env.DATA_DIR = tmpdir();
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET = "a secret of the tests, which is long enough";

async function onServer(command: string): Promise<void> {
  const sql = postgres(`${server}/postgres`, { max: 1, onnotice: () => undefined });
  await sql.unsafe(command);
  await sql.end();
}

beforeAll(async () => {
  await onServer(`create database ${name}`);
  const { migrate } = await import("../migrate");
  await migrate();
});

afterAll(async () => {
  const { closeDatabase } = await import("../client");
  await closeDatabase();
  await onServer(`drop database ${name} with (force)`);
});
