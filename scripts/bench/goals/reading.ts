/** Goals 1 and 7: the article's page as visitors read it, alone and while others post. */
import { atLeast, atMost, type Figure, known } from "../figures";
import { pageOf, people, post } from "../place";
import type { Stand } from "../stand";

export async function reading({ instrument, limits, sqlite, wrong }: Stand): Promise<Figure[]> {
  const page = { url: pageOf(sqlite, "with-1000"), pids: sqlite.pids };
  const told = await instrument.drive([{ name: "ready bytes", url: `${limits}/gz/1000` }, { name: "page of 1,000", ...page }], wrong);
  const { cpuMs, toControl, rps } = told("page of 1,000");
  return [
    atMost(0.25, { goal: 1, what: "CPU of a view, 1,000 comments", value: cpuMs, unit: "ms" }),
    atLeast(0.2, { goal: 1, what: "views, to ready bytes from node:http", value: toControl, unit: "×" }),
    known(1, "views", rps, "/s"),
  ];
}

/** Posting goes on as fast as four clients can, on the very article that is read. */
export async function readingWhilePosting({ instrument, sqlite, wrong }: Stand): Promise<Figure[]> {
  const page = { url: pageOf(sqlite, "with-1000"), pids: sqlite.pids };
  const busy = (name: string, slug: string) => [
    { name: `posts ${name}`, ...post(sqlite, slug), ...people(sqlite), hidden: true as const },
    { name: `reads, posts ${name}`, ...page, background: { name: `posts ${name}`, conns: 4 } },
  ];
  const told = await instrument.drive([{ name: "reads alone", ...page }, ...busy("elsewhere", "empty-too"), ...busy("on it", "with-1000")], wrong);
  const alone = told("reads alone");
  return [["elsewhere", "to another article"], ["on it", "to the same article"]].flatMap(([name, where]) => {
    const { toControl, p99, bgRps } = told(`reads, posts ${name}`);
    return [
      atLeast(0.8, { goal: 7, what: `reads while 4 clients post ${where}, to reads alone`, value: toControl, unit: "×" }),
      atMost(2, { goal: 7, what: `the same, slowest of a hundred (p99)`, value: p99 / alone.p99, unit: "×" }),
      known(7, "posts meanwhile", bgRps, "/s"),
    ];
  });
}
