/** One server for the run, started as people start it, with a fresh database and rates that tests can live with. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundle } from "../scripts/bundle.mjs";
import { newDatabase } from "../scripts/test/new-database";
import { freePort, startServer } from "../scripts/test/server-process";
import { startProvider } from "../server/testing/provider";

/** Nobody waits between comments, and all tests come from one address. */
export const generousRates = { RATE_COMMENT_SECONDS: "0", RATE_NEW_MEMBER_COMMENT_SECONDS: "0", RATE_SIGN_UPS: "100000", RATE_SIGN_INS: "100000", RATE_EDITS_A_DAY: "100000" };

async function freshDatabase(): Promise<string> {
  const server = process.env.DATABASE_URL ?? "";
  return server.startsWith("postgres") ? newDatabase(server.replace(/\/[^/]*$/, ""), "errands") : "";
}

/** The command line, bundled once for the whole run: the errands use it some hundred times. */
const FORUM = path.resolve(".build", `errands-forum-${process.pid}.mjs`);

export default async function setup(): Promise<() => Promise<void>> {
  await bundle("scripts/forum.ts", FORUM);
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-errands-"));
  const port = await freePort();
  const client = { id: "paragora", secret: randomBytes(16).toString("hex"), callback: `http://localhost:${port}/api/auth/callback/oidc` };
  const provider = await startProvider(client);
  const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: "School" };
  const settings = { PORT: String(port), ...oidc, DATA_DIR: folder, DATABASE_URL: await freshDatabase(), AUTH_SECRET: randomBytes(32).toString("hex"), LOG_LEVEL: "error", ...generousRates };
  const server = await startServer(settings);
  process.env.ERRANDS_FORUM = FORUM;
  process.env.ERRANDS_URL = server.url;
  process.env.ERRANDS_DATA = folder;
  process.env.ERRANDS_DATABASE = settings.DATABASE_URL;
  process.env.ERRANDS_SECRET = settings.AUTH_SECRET;
  process.env.ERRANDS_SETUP = server.setupLink ?? "";
  return async () => {
    await server.stop();
    await provider.stop();
    rmSync(folder, { recursive: true });
    rmSync(FORUM);
  };
}
