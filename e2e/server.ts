/** One server for the run, started as people start it, with a fresh database and rates that tests can live with. */
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
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

/** The process that makes articles and staff. It is ready once it has told its address. */
async function startArranger(settings: Record<string, string>): Promise<{ address: string; stop: () => void }> {
  const file = path.resolve(".build", `errands-arranger-${process.pid}.mjs`);
  await bundle("scripts/test/arranger.ts", file);
  const child = fork(file, { env: { ...process.env, ...settings } });
  const ended = once(child, "exit").then(() => [null]);
  const [address] = await Promise.race([once(child, "message"), ended]);
  rmSync(file);
  if (typeof address !== "string") throw new Error("the arranger ended before it began");
  return { address, stop: () => void child.kill() };
}

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-errands-"));
  const port = await freePort();
  const client = { id: "paragora", secret: randomBytes(16).toString("hex"), callback: `http://localhost:${port}/api/auth/callback/oidc` };
  const provider = await startProvider(client);
  const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: "School" };
  const settings = { PORT: String(port), ...oidc, DATA_DIR: folder, DATABASE_URL: await freshDatabase(), AUTH_SECRET: randomBytes(32).toString("hex"), LOG_LEVEL: "error", ...generousRates };
  const server = await startServer(settings);
  const arranger = await startArranger(settings);
  process.env.ERRANDS_ARRANGER = arranger.address;
  process.env.ERRANDS_URL = server.url;
  process.env.ERRANDS_DATA = folder;
  process.env.ERRANDS_DATABASE = settings.DATABASE_URL;
  process.env.ERRANDS_SECRET = settings.AUTH_SECRET;
  process.env.ERRANDS_SETUP = server.setupLink ?? "";
  return async () => {
    arranger.stop();
    await server.stop();
    await provider.stop();
    rmSync(folder, { recursive: true });
  };
}
