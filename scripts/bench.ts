/** `npm run bench`: how fast it is, beside what this machine can do. Slow is told, not failed; a wrong answer fails. */
import { parseArgs } from "node:util";
import { buildWhenStale } from "./build";
import { type Figure, GOALS, tableOf } from "./bench/figures";
import { inBrowser } from "./bench/goals/browser";
import { firstViews } from "./bench/goals/fresh";
import { memory, twoInstances } from "./bench/goals/instances";
import { posting } from "./bench/goals/posting";
import { reading, readingWhilePosting } from "./bench/goals/reading";
import { Instrument, instrumentFolder } from "./bench/instrument";
import { stand, type Stand } from "./bench/stand";

const { values } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string", default: "3" }, seconds: { type: "string", default: "2" } } });
const wanted = new Set(values.only?.split(",").map(Number) ?? GOALS);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** In this order: what writes comes after what wants the articles as they were made. */
const MEASURES: { goals: number[]; measure: (where: Stand) => Promise<Figure[]> }[] = [
  { goals: [1], measure: reading },
  { goals: [4, 5], measure: (where) => inBrowser(where, (goal) => wanted.has(goal)) },
  { goals: [2, 3], measure: async (where) => (await firstViews(where)).filter(({ goal }) => wanted.has(goal)) },
  { goals: [6], measure: posting },
  { goals: [7], measure: readingWhilePosting },
  { goals: [9], measure: memory },
  { goals: [9], measure: twoInstances },
];

async function measured(where: Stand): Promise<number> {
  const figures: Figure[] = [];
  for (const { goals, measure } of MEASURES) {
    if (!goals.some((goal) => wanted.has(goal))) continue;
    say(`Measuring goal ${goals.join(" and ")} …`);
    figures.push(...(await measure(where)));
  }
  say(`\n${tableOf(figures.sort((one, other) => one.goal - other.goal))}\n`);
  for (const line of where.wrong) say(`wrong: ${line}`);
  const judged = figures.filter(({ met }) => met !== null);
  say(`bench: ${judged.filter(({ met }) => met).length} of ${judged.length} met, ${where.wrong.length} wrong answers; medians of ${values.rounds} rounds of ${values.seconds} s`);
  return where.wrong.length > 0 ? 1 : 0;
}

async function bench(folder: string): Promise<number> {
  const end: (() => Promise<void>)[] = [];
  try {
    await buildWhenStale(say);
    const instrument = await Instrument.at(folder, { rounds: Number(values.rounds), seconds: Number(values.seconds) });
    return await measured(await stand(instrument, wanted.has(6) || wanted.has(9), end));
  } finally {
    for (const stop of end.reverse()) await stop();
  }
}

const folder = instrumentFolder();
if (folder === null) say("bench: the load generator is missing: put it beside the project as ../shared/perf, or set PERF_DIR to its folder.");
process.exit(folder === null ? 1 : await bench(folder));
