/** Goals 2 and 3: the first view after a comment, by another reader; and how it grows with the discussion. */
import { atMost, type Figure } from "../figures";
import { pageOf, post } from "../place";
import type { Stand } from "../stand";

const SIZES = [100, 1_000, 10_000] as const;
/** Comments posted for each size: the kernel tells CPU time in steps of 10 ms, so a mean wants many. */
const TIMES = 40;

type View = { ttfb: number; cpuMs: number; bytes: number };

/** Posts one comment, and looks at the page as somebody else. */
async function firstView({ instrument, sqlite, wrong }: Stand, size: number, turn: number): Promise<View> {
  const [slug, mark] = [`with-${size}`, `fresh${size}at${turn}end`];
  const cookie = sqlite.sessions[turn % sqlite.sessions.length] ?? "";
  const posted = await instrument.ask({ ...post(sqlite, slug, `{{words:40}} ${mark}`), headers: { cookie } });
  if (posted.status !== 200) wrong.push(`post to ${slug}: ${posted.status} ${posted.text.slice(0, 200)}`);
  const before = instrument.library.sampleTree(sqlite.pids).cpu;
  const page = await instrument.ask({ url: pageOf(sqlite, slug) });
  const cpuMs = (instrument.library.sampleTree(sqlite.pids).cpu - before) * 1_000;
  const times = page.text.split(mark).length - 1;
  if (page.status !== 200 || times !== 1) wrong.push(`the view after a post to ${slug}: ${page.status}, the comment is there ${times} times`);
  return { ttfb: page.ttfb, cpuMs, bytes: page.bytes };
}

export async function firstViews(where: Stand): Promise<Figure[]> {
  const views = new Map<number, View[]>(SIZES.map((size) => [size, []]));
  for (const size of SIZES) await firstView(where, size, TIMES);
  for (let turn = 0; turn < TIMES; turn += 1) {
    for (const [place, size] of SIZES.entries()) {
      const rotated = SIZES[(place + turn) % SIZES.length] ?? size;
      views.get(rotated)?.push(await firstView(where, rotated, turn));
    }
  }
  const middle = (size: number, key: keyof View): number => where.instrument.median((views.get(size) ?? []).map((view) => view[key]));
  const meanCpu = (size: number): number => (views.get(size) ?? []).reduce((sum, { cpuMs }) => sum + cpuMs, 0) / TIMES;
  return [
    atMost(45, { goal: 2, what: "first view after a comment, 1,000 comments", value: middle(1_000, "ttfb"), unit: "ms" }),
    atMost(45, { goal: 2, what: "the same, 10,000 comments", value: middle(10_000, "ttfb"), unit: "ms" }),
    atMost(1.5, { goal: 3, what: `CPU of making the page, 10,000 to 100 comments (${meanCpu(100).toFixed(1)} ms)`, value: meanCpu(10_000) / meanCpu(100), unit: "×" }),
    atMost(1.5, { goal: 3, what: "bytes of the page, 10,000 to 100 comments", value: middle(10_000, "bytes") / middle(100, "bytes"), unit: "×" }),
    atMost(60, { goal: 3, what: "the page, gzip, 10,000 comments", value: middle(10_000, "bytes") / 1_000, unit: "kB" }),
  ];
}
