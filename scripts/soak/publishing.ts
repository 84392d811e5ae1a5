/** `npm run soak -- --publishing`: kills whoever publishes a long revision, again and again; all of it is there or nothing, and it can be done again. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { newDatabase } from "../test/new-database";

export type Size = { blocks: number; threads: number };
export type PublishingTally = { rounds: number; whole: number; nothing: number; torn: number; again: number };

const seen = z.object({ newest: z.number(), blocks: z.number(), placements: z.number(), heats: z.number(), revised: z.number(), drafts: z.number(), draftBlocks: z.number(), carried: z.number() });
type Seen = z.infer<typeof seen>;
const published = z.object({ refusal: z.unknown(), ms: z.number() });

type Settings = Record<string, string>;

function start(settings: Settings, words: string[]): { child: ChildProcess; printed: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ["scripts/run.mjs", "soak/publishing-work", ...words], { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return { child, printed: () => printed, ended: new Promise((done) => child.once("close", done)) };
}

/** The last line it printed. @throws Error when it failed */
async function run(settings: Settings, ...words: string[]): Promise<string> {
  const { printed, ended } = start(settings, words);
  const status = await ended;
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}`);
  return printed().trim().split("\n").at(-1) ?? "";
}

const look = async (settings: Settings): Promise<Seen> => seen.parse(JSON.parse(await run(settings, "look")));

/** Begins to publish and kills it after so long, or lets it end by itself when it is quicker. */
async function publishAndKill(settings: Settings, afterMs: number): Promise<void> {
  const { child, printed, ended } = start(settings, ["publish"]);
  while (!printed().includes("publishing") && child.exitCode === null) await pause(5);
  await Promise.race([pause(afterMs), ended]);
  child.kill("SIGKILL");
  await ended;
}

/** `nothing`: as it was, the reviewed draft included; `whole`: the next revision, and no draft. Anything else is torn. */
function stateOf({ blocks, threads }: Size, before: Seen, now: Seen): "nothing" | "whole" | "torn" {
  const isSound = now.blocks === blocks && now.placements === threads && now.heats === threads;
  if (isSound && now.newest === before.newest && now.revised === before.revised && now.drafts === 1 && now.draftBlocks === before.draftBlocks && now.carried === threads) return "nothing";
  return isSound && now.newest === before.newest + 1 && now.revised === before.revised + 1 && now.drafts === 0 && now.draftBlocks === 0 && now.carried === 0 ? "whole" : "torn";
}

/** `server`: the address of a Postgres without a database; empty for SQLite. */
export async function soakPublishing(name: string, server: string, rounds: number, size: Size, say: (line: string) => void): Promise<PublishingTally> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-publishing-"));
  const settings = { DATA_DIR: folder, DATABASE_URL: server ? await newDatabase(server, "publishing") : "", AUTH_SECRET: randomBytes(32).toString("hex"), LOG_LEVEL: "error" };
  await run(settings, "fill", String(size.blocks), String(size.threads));
  await run(settings, "prepare");
  // Once undisturbed, to know when the middle is.
  let { ms } = published.parse(JSON.parse(await run(settings, "publish")));
  say(`${name}: ${size.blocks} blocks with ${size.threads} threads are published in ${ms} ms`);
  const tally: PublishingTally = { rounds, whole: 0, nothing: 0, torn: 0, again: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    await run(settings, "prepare");
    const before = await look(settings);
    const afterMs = Math.round(Math.random() * ms);
    await publishAndKill(settings, afterMs);
    const state = stateOf(size, before, await look(settings));
    tally[state] += 1;
    if (state === "nothing") ({ ms } = published.parse(JSON.parse(await run(settings, "publish", "2"))));
    const isDone = stateOf(size, before, await look(settings)) === "whole";
    if (isDone) tally.again += 1;
    say(`${name} ${round}/${rounds}: killed after ${afterMs} ms of ${ms}: ${state}; ${isDone ? "published" : "NOT published"} afterwards`);
  }
  rmSync(folder, { recursive: true });
  return tally;
}
