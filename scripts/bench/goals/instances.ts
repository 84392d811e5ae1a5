/** Goal 9: memory under load, and how soon a second instance on the same Postgres knows what the first wrote. */
import { startServer } from "../../test/server-process";
import { atMost, type Figure } from "../figures";
import { pageOf, people, post } from "../place";
import type { Stand } from "../stand";

const TIMES = 20;
/** Later than this is never: it is said as a wrong answer. */
const NEVER_MS = 10_000;

export async function memory({ instrument, sqlite, wrong }: Stand): Promise<Figure[]> {
  const told = await instrument.drive([{ name: "posts", ...post(sqlite, "with-1000"), ...people(sqlite) }, { name: "reads", url: pageOf(sqlite, "with-1000"), pids: sqlite.pids }], wrong);
  return [atMost(300, { goal: 9, what: "memory after all of this (RSS)", value: told("reads").rssMB, unit: "MB" })];
}

export async function twoInstances({ instrument, postgres, wrong }: Stand): Promise<Figure[]> {
  if (!postgres) return [];
  const other = await startServer(postgres.settings);
  const cookie = postgres.sessions[0] ?? "";
  const shows = async (url: string, mark: string): Promise<boolean> => (await instrument.ask({ url: pageOf({ url }, "with-1000") })).text.includes(mark);
  const until = async (wanted: boolean, mark: string): Promise<number> => {
    const began = performance.now();
    while ((await shows(other.url, mark)) !== wanted) if (performance.now() - began > NEVER_MS) return Infinity;
    return performance.now() - began;
  };
  const [seen, gone]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const mark = `shared${turn}end`;
    await shows(other.url, mark);
    const posted = await instrument.ask({ ...post(postgres, "with-1000", mark), headers: { cookie } });
    seen.push(await until(true, mark));
    const comment = /"id":"([^"]+)"/.exec(posted.text)?.[1] ?? "";
    const deleted = await instrument.ask({ url: `${postgres.url}/api/trpc/comments.delete`, method: "POST", headers: { cookie }, body: JSON.stringify({ comment }) });
    gone.push(await until(false, mark));
    if (posted.status !== 200 || deleted.status !== 200) wrong.push(`two instances: ${posted.status} ${deleted.status}`);
  }
  await other.stop();
  if ([...seen, ...gone].includes(Infinity)) wrong.push("two instances: one never heard of the other's comment");
  return [
    atMost(1_000, { goal: 9, what: "a comment shows on the other instance, at the latest", value: Math.max(...seen), unit: "ms" }),
    atMost(2_000, { goal: 9, what: "a deleted one is gone from it, at the latest", value: Math.max(...gone), unit: "ms" }),
  ];
}
