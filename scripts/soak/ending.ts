/** `npm run soak -- --ending`: kills whoever carries out the end of a class, again and again; in the end nothing is left, and all was counted once. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { newDatabase } from "../test/new-database";

/** `publicRows`: of the place's other people, in the tables that are looked through. */
export type ClassSize = { students: number; assignments: number; publicRows: number };
export type EndingTally = { rounds: number; kills: number; left: number; miscounted: number };

const HOWS = ["erasure", "pseudonyms"] as const;
type How = (typeof HOWS)[number];
type Settings = Record<string, string>;

const seen = z.object({ left: z.record(z.string(), z.number()), counts: z.record(z.string(), z.number()), isDone: z.boolean() });
const worked = z.object({ ms: z.number(), units: z.number(), slowest: z.number(), usual: z.number() });

/** Each round a class is killed over this many times at the most; most rounds end sooner. */
const MOST_KILLS = 12;

function start(settings: Settings, words: readonly string[]): { child: ChildProcess; printed: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ["scripts/run.mjs", ...words], { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "inherit"] });
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

/** A class in a fresh database, that is ending. */
async function endingClass(server: string, how: How, { students, assignments, publicRows }: ClassSize) {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-ending-"));
  const settings = { DATA_DIR: folder, DATABASE_URL: server ? await newDatabase(server, "ending") : "", AUTH_SECRET: randomBytes(32).toString("hex"), LOG_LEVEL: "error" };
  const file = path.join(folder, "filled.json");
  await run(settings, "bench/class/fill", String(students), String(assignments), file);
  await run(settings, "soak/ending-work", "furnish", file, String(publicRows));
  await run(settings, "soak/ending-work", "begin", file, how);
  return { settings, file, clear: () => rmSync(folder, { recursive: true }) };
}

/** Begins to work and kills it after so long. True: it had ended by itself. */
async function workAndKill(settings: Settings, file: string, afterMs: number): Promise<boolean> {
  const { child, printed, ended } = start(settings, ["soak/ending-work", "work", file]);
  while (!printed().includes("working") && child.exitCode === null) await pause(5);
  const status = await Promise.race([pause(afterMs), ended]);
  child.kill("SIGKILL");
  await ended;
  return status === 0;
}

/** `server`: the address of a Postgres without a database; empty for SQLite. */
export async function soakEnding(name: string, server: string, rounds: number, size: ClassSize, say: (line: string) => void): Promise<EndingTally> {
  const tally: EndingTally = { rounds: 0, kills: 0, left: 0, miscounted: 0 };
  for (const how of HOWS) {
    // Once undisturbed: what is to be counted, and when the middle is.
    const whole = await endingClass(server, how, size);
    const { ms, units, slowest, usual } = worked.parse(JSON.parse(await run(whole.settings, "soak/ending-work", "work", whole.file)));
    const expected = seen.parse(JSON.parse(await run(whole.settings, "soak/ending-work", "look", whole.file)));
    whole.clear();
    say(`${name}, ${how}: ${size.students} students and ${size.assignments} assignments take ${ms} ms in ${units} units, usually of ${usual} ms, the slowest of ${slowest}; left ${JSON.stringify(expected.left)}, counted ${JSON.stringify(expected.counts)}`);
    if (Object.keys(expected.left).length > 0 || !expected.isDone) tally.left += 1;
    for (let round = 1; round <= rounds; round += 1) {
      const { settings, file, clear } = await endingClass(server, how, size);
      let kills = 0;
      while (kills < MOST_KILLS && !(await workAndKill(settings, file, Math.round(Math.random() * ms * 0.5)))) kills += 1;
      await run(settings, "soak/ending-work", "work", file);
      const found = seen.parse(JSON.parse(await run(settings, "soak/ending-work", "look", file)));
      clear();
      const [isLeft, isRight] = [Object.keys(found.left).length > 0 || !found.isDone, isDeepStrictEqual(found.counts, expected.counts)];
      tally.rounds += 1;
      tally.kills += kills;
      tally.left += isLeft ? 1 : 0;
      tally.miscounted += isRight ? 0 : 1;
      say(`${name}, ${how} ${round}/${rounds}: killed ${kills} times; ${isLeft ? `LEFT ${JSON.stringify(found.left)}` : "nothing left"}, ${isRight ? "all counted once" : `MISCOUNTED ${JSON.stringify(found.counts)}`}`);
    }
  }
  return tally;
}
