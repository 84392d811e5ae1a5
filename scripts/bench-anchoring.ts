/**
 * `npm run bench:anchoring -- FOLDER [--by source|lang|tag] [--worst N]`: how many anchors of real revision histories end where
 * they belong, by the function the product uses. With `--cost N` it measures how long texts of N blocks take instead; with
 * `--answer` it answers another scorer: a line of JSON for each that comes.
 */
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { casesIn } from "./bench/anchoring/cases";
import { costs, longRevision } from "./bench/anchoring/cost";
import { outcomesOf } from "./bench/anchoring/outcomes";
import { reanchor } from "./bench/anchoring/reanchor";
import { tableOf } from "./bench/anchoring/table";

const asked = z.object({
  oldParagraphs: z.array(z.string()),
  newParagraphs: z.array(z.string()),
  anchors: z.array(z.object({ paragraph: z.int(), quote: z.object({ start: z.int(), end: z.int() }).optional() })),
});

function score(folder: string, by: string, worst: number): void {
  const began = process.cpuUsage();
  const outcomes = casesIn(path.resolve(process.env.INIT_CWD ?? "", folder)).flatMap(outcomesOf);
  process.stdout.write(tableOf(outcomes, by));
  const missed = outcomes.filter(({ verdict }) => verdict === "wrong" || verdict === "kept");
  for (const { verdict, place, old, want, got } of missed.slice(0, worst)) process.stdout.write(`\n${verdict} ${place}\n  old:  ${old}\n  want: ${want ?? "nothing"}\n  got:  ${got ?? "nothing"}\n`);
  process.stdout.write(`${Math.round(process.cpuUsage(began).user / 1000)} ms of processor\n`);
}

function cost(folder: string, blocks: number): void {
  const revision = longRevision(casesIn(path.resolve(process.env.INIT_CWD ?? "", folder)), blocks);
  process.stdout.write(`${blocks} blocks, ${revision.from.join("").length} characters: ${costs(revision).join(", ")} ms\n`);
}

async function answer(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") process.stdout.write(`${JSON.stringify(reanchor(asked.parse(JSON.parse(line))))}\n`);
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { by: { type: "string", default: "" }, worst: { type: "string", default: "0" }, cost: { type: "string" }, answer: { type: "boolean", default: false } } });
const [folder] = positionals;
if (values.answer) await answer();
else if (folder !== undefined && values.cost !== undefined) cost(folder, Number(values.cost));
else if (folder !== undefined) score(folder, values.by, Number(values.worst));
else {
  process.stderr.write("Usage: npm run bench:anchoring -- FOLDER [--by source|lang|tag] [--worst N] [--cost N]\n");
  process.exitCode = 2;
}
