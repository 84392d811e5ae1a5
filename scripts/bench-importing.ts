/**
 * How well articles are read out of pages: `npm run bench:importing -- FOLDER [--all] [--no-figures]`. The folder holds NAME.html and NAME.json,
 * what a person would keep of it; "address" there is the page's. Prints a line for each page and a sum; with --all what was missed,
 * with --no-figures without pictures and their captions, for sets that have none.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { draftOfHtml } from "../domain/importing/html";
import { isSame, precisionAndRecall, scoreOfBlocks } from "../domain/importing/scores";

const line = z.string().nullable();
const kept = z.object({
  title: line, byline: line, date: line, source: line, language: line,
  standfirst: line.optional(), address: line.optional(),
  blocks: z.array(z.object({ kind: z.string(), text: z.string() })),
});

const [folder = "domain/importing/pages", ...options] = process.argv.slice(2);
const isFull = options.includes("--all");
const isCounted = ({ kind }: { kind: string }) => kind !== "figure" || !options.includes("--no-figures");
const fields = ["title", "byline", "date", "source", "language"] as const;
const sum = { pages: 0, right: 0, near: 0, read: 0, wanted: 0, kinds: 0, ms: 0, precision: 0, recall: 0 };
const exact = { title: 0, byline: 0, date: 0, source: 0, language: 0 };
const percent = (share: number) => `${(share * 100).toFixed(1).padStart(5)} %`;
/** "A and B" and "A, B" name the same people. */
const asList = (field: string, text: string | null) => (field === "byline" ? (text?.replace(/\s(?:and|und|et|y|e|&)\s/g, ", ") ?? null) : text);
const say = (text: string) => void process.stdout.write(`${text}\n`);

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const name = path.basename(file, ".json");
  const wanted = kept.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
  const html = readFileSync(path.join(folder, `${name}.html`), "utf8");
  const started = performance.now();
  const draft = draftOfHtml(html, wanted.address ?? null);
  const ms = performance.now() - started;
  const read = "refused" in draft ? { title: null, byline: null, date: null, source: null, language: null, blocks: [] } : draft;
  const withoutStandfirst = wanted.blocks.filter(({ text }) => !("standfirst" in read) || read.standfirst === null || !isSame(text, read.standfirst));
  const score = scoreOfBlocks(read.blocks.filter(isCounted), withoutStandfirst.filter(isCounted));
  const { precision, recall } = precisionAndRecall(score);
  const wrong = fields.filter((field) => (field === "date" ? read.date?.slice(0, wanted.date?.length) !== wanted.date?.slice(0, 16) && !(read.date === null && wanted.date === null) : !isSame(asList(field, read[field]), asList(field, wanted[field]))));
  for (const field of fields) if (!wrong.includes(field)) exact[field] += 1;
  for (const key of ["right", "near", "read", "wanted", "kinds"] as const) sum[key] += score[key];
  Object.assign(sum, { pages: sum.pages + 1, ms: sum.ms + ms, precision: sum.precision + precision, recall: sum.recall + recall });
  say(`${percent(precision)} ${percent(recall)} ${String(Math.round(ms)).padStart(5)} ms  ${name}${"refused" in draft ? `  refused: ${draft.refused}` : ""}${wrong.map((field) => `\n      ${field}: ${read[field]} instead of ${wanted[field]}`).join("")}`);
  if (isFull) for (const [what, texts] of [["missed", score.missed], ["extra", score.extra]] as const) for (const text of texts) say(`      ${what}: ${text.slice(0, 110)}`);
}

const { precision, recall } = precisionAndRecall(sum);
say(`\n${sum.pages} pages, ${Math.round(sum.ms / sum.pages)} ms each`);
say(fields.map((field) => `${field} ${percent(exact[field] / sum.pages)}`).join("   "));
say(`blocks: precision ${percent(precision)}   recall ${percent(recall)}   of ${sum.wanted}; by page ${percent(sum.precision / sum.pages)} ${percent(sum.recall / sum.pages)}; kind right in ${percent(sum.kinds / Math.max(1, sum.right))}`);
