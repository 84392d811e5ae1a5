/** A fresh SQLite file for every test file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "paragora-test-"));
process.env.DATABASE_URL = path.join(folder, "test.db");
process.env.DATA_DIR = folder;
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET = "a secret of the tests, which is long enough";

beforeAll(async () => {
  const { migrate } = await import("../migrate");
  await migrate();
});

afterAll(async () => {
  const { closeDatabase } = await import("../client");
  await closeDatabase();
  rmSync(folder, { recursive: true });
});
