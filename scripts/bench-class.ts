/**
 * `npm run bench:class`: how long the pages of a large class take whoever teaches it, over HTTP, on both databases: 300 students,
 * 20 assignments, 60,000 comments. Slow is told, not failed; an answer that is no page fails.
 */
import { execFileSync } from "node:child_process";
import { startPostgres } from "../db/testing/postgres-server";
import { buildWhenStale } from "./build";
import { classPlace, type FilledClass } from "./bench/class/place";
import type { Served } from "./bench/place";
import { newDatabase } from "./test/new-database";

/** The first opens files and compiles; those after it tell what a teacher meets. */
const TIMES = 20;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const end: (() => Promise<void>)[] = [];

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - began;
}

async function measured(name: string, { url, cookie, assignments, class: room, settings }: FilledClass & Served): Promise<void> {
  const [work = ""] = assignments;
  for (const page of [`/assignments/${work}/students`, `/assignments/${work}/students?sort=-words`, `/assignments/${work}/grading`, `/assignments/${work}`, `/classes/${room}`, `/classes/${room}/people`, `/assignments/${work}/discussion.csv`]) {
    const first = await timed(`${url}${page}`, cookie);
    const times: number[] = [];
    for (let asked = 0; asked < TIMES; asked += 1) times.push(await timed(`${url}${page}`, cookie));
    times.sort((one, other) => one - other);
    say(`${name} ${page.replace(work, "ID").replace(room, "ID")}: median ${times[TIMES / 2]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)}, first ${first.toFixed(0)}`);
  }
  say(execFileSync(process.execPath, ["scripts/run.mjs", "bench/class/plan", work], { env: { ...process.env, ...settings }, encoding: "utf8" }));
}

try {
  await buildWhenStale(say);
  const postgres = await startPostgres([]);
  end.push(postgres.stop);
  for (const [name, address] of [["SQLite", ""], ["Postgres", await newDatabase(postgres.address, "class")]] as const) {
    const place = await classPlace(address);
    end.push(place.clear);
    await measured(name, place);
  }
} finally {
  for (const stop of end.reverse()) await stop();
}
