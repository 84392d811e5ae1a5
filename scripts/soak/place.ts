/** A fresh place to soak: an article to write on, and people who are signed in, whatever happens to the server. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { newDatabase } from "../test/new-database";
import { startServer } from "../test/server-process";
import type { Place } from "./round";

const run = promisify(execFile);
const PEOPLE = 8;
const PASSWORD = "soaking wet and still afloat";

const UNHURRIED = { RATE_COMMENT_SECONDS: "0", RATE_NEW_MEMBER_COMMENT_SECONDS: "0", RATE_SIGN_UPS: "100000", RATE_SIGN_INS: "100000", LOG_LEVEL: "error" };

async function sessionOf(url: string, number: number): Promise<string> {
  const body = new URLSearchParams({ name: `soaker ${"abcdefgh"[number]}`, email: `soaker${number}@example.org`, password: PASSWORD });
  const answer = await fetch(`${url}/forms/sign-up`, { method: "POST", body, redirect: "manual" });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

/** `server`: the address of a Postgres without a database; empty for SQLite. */
export async function freshPlace(server: string): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-soak-"));
  const settings = { DATA_DIR: folder, DATABASE_URL: server ? await newDatabase(server, "soak") : "", AUTH_SECRET: randomBytes(32).toString("hex"), ...UNHURRIED };
  const file = path.join(folder, "article.md");
  writeFileSync(file, `# Soaked\n\n${Array.from({ length: 5 }, (_, count) => `Paragraph ${count + 1}, to be written on.`).join("\n\n")}\n`);
  await run(process.execPath, ["scripts/run.mjs", "forum", "article", "import", file, "--slug", "soaked"], { env: { ...process.env, ...settings } });
  const running = await startServer(settings);
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => sessionOf(running.url, number)));
  const page = await (await fetch(`${running.url}/articles/soaked`)).text();
  await running.stop();
  const discussion = /discussion=([0-9a-f-]+)/.exec(page)?.[1] ?? "";
  return { settings, people, discussion, clear: () => rmSync(folder, { recursive: true }) };
}
