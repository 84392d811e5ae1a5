/** One server for the run, started as people start it, with a fresh database and rates that tests can live with. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newDatabase } from "../scripts/test/new-database";
import { startServer } from "../scripts/test/server-process";

/** Nobody waits between comments, and all tests come from one address. */
export const generousRates = { RATE_COMMENT_SECONDS: "0", RATE_NEW_MEMBER_COMMENT_SECONDS: "0", RATE_SIGN_UPS: "100000", RATE_SIGN_INS: "100000", RATE_EDITS_A_DAY: "100000" };

async function freshDatabase(): Promise<string> {
  const server = process.env.DATABASE_URL ?? "";
  return server.startsWith("postgres") ? newDatabase(server.replace(/\/[^/]*$/, ""), "errands") : "";
}

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-errands-"));
  const settings = { DATA_DIR: folder, DATABASE_URL: await freshDatabase(), AUTH_SECRET: randomBytes(32).toString("hex"), LOG_LEVEL: "error", ...generousRates };
  const server = await startServer(settings);
  process.env.ERRANDS_URL = server.url;
  process.env.ERRANDS_DATA = folder;
  process.env.ERRANDS_DATABASE = settings.DATABASE_URL;
  process.env.ERRANDS_SETUP = server.setupLink ?? "";
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
}
