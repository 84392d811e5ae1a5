/** A server with the common work in a fresh database, and the requests that are made of it. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { startServer } from "../test/server-process";
import type { Ask } from "./instrument";

const run = promisify(execFile);

const filled = z.object({ articles: z.array(z.object({ slug: z.string(), discussion: z.string() })), sessions: z.array(z.string()) });
export type Filled = z.output<typeof filled>;

/** Nobody waits between comments; the log says only what is wrong. */
const UNHURRIED = { RATE_COMMENT_SECONDS: "0", RATE_NEW_MEMBER_COMMENT_SECONDS: "0", LOG_LEVEL: "error" };

/** The instrument's browser knows no names. */
const ADDRESS = "127.0.0.1";

export type Served = { url: string; pids: number[]; settings: Record<string, string>; clear: () => Promise<void> };

/** A server on a fresh database that a script has filled; the script is told, last, where to write what it made. `databaseUrl`: an empty Postgres database, or "" for SQLite. */
export async function servedOn<Made>(databaseUrl: string, fill: readonly string[], shape: z.ZodType<Made>): Promise<Made & Served> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-bench-"));
  const settings = { DATA_DIR: folder, DATABASE_URL: databaseUrl, AUTH_SECRET: randomBytes(32).toString("hex"), PUBLIC_URL: "", ...UNHURRIED };
  const out = path.join(folder, "filled.json");
  await run(process.execPath, ["scripts/run.mjs", ...fill, out], { env: { ...process.env, ...settings } });
  const server = await startServer(settings);
  const clear = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...shape.parse(JSON.parse(readFileSync(out, "utf8"))), url: server.url.replace("localhost", ADDRESS), pids: server.child.pid === undefined ? [] : [server.child.pid], settings, clear };
}

export type Place = Filled & Served;

/** `workFolder`: where `cN.json` are. */
export function filledPlace(workFolder: string, databaseUrl: string): Promise<Place> {
  return servedOn(databaseUrl, ["bench/fill", workFolder], filled);
}

export function pageOf({ url }: Pick<Place, "url">, slug: string): string {
  return `${url}/articles/${slug}`;
}

/** One session for each connection. */
export function people({ sessions }: Place): { variants: { headers: Record<string, string> }[] } {
  return { variants: sessions.map((cookie) => ({ headers: { cookie } })) };
}

const ANY_PARAGRAPH = `{{pick:${Array.from({ length: 30 }, (_, place) => place + 1).join("|")}}}`;

/** A new thread on some paragraph: the dearest of posts. `words` end with what makes them unlike any other. */
export function post(place: Place, slug: string, words = "{{words:40}}"): Ask {
  const discussion = place.articles.find((one) => one.slug === slug)?.discussion ?? "";
  const body = `{"discussion":"${discussion}","revision":1,"block":${ANY_PARAGRAPH},"key":"{{uuid}}","body":"${words} {{seq}}"}`;
  return { url: `${place.url}/api/trpc/comments.post`, method: "POST", body };
}
