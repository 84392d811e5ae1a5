import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { draftOfHtml } from "./html";
import { isSame, precisionAndRecall, scoreOfBlocks } from "./scores";

const folder = fileURLToPath(new URL("./pages/", import.meta.url));
const line = z.string().nullable();
const kept = z.object({ title: line, standfirst: line, byline: line, date: line, source: line, language: line, blocks: z.array(z.object({ kind: z.string(), text: z.string() })) });

const pages = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => {
  const name = file.slice(0, -".json".length);
  return { name, wanted: kept.parse(JSON.parse(readFileSync(folder + file, "utf8"))), draft: draftOfHtml(readFileSync(`${folder}${name}.html`, "utf8"), null) };
});

test("there are pages of many kinds", () => expect(pages.length).toBeGreaterThanOrEqual(24));

/** A page may lack a block or two that people would argue about; fewer would be a rule that was lost. */
test.each(pages)("$name is read as a person would keep it", ({ wanted, draft }) => {
  if ("refused" in draft) throw new Error(draft.refused);
  for (const field of ["title", "standfirst", "byline", "date", "source", "language"] as const) {
    expect(isSame(draft[field], wanted[field]), `${field}: ${draft[field]} instead of ${wanted[field]}`).toBe(true);
  }
  const score = scoreOfBlocks(draft.blocks, wanted.blocks);
  const { precision, recall } = precisionAndRecall(score);
  expect({ missed: score.missed.length <= 2, extra: score.extra, precise: precision >= 0.9, whole: recall >= 0.88 }).toEqual({ missed: true, extra: [], precise: true, whole: true });
});

test("together they stand at 99 of 100 blocks, read and kept", () => {
  const sum = { right: 0, near: 0, read: 0, wanted: 0 };
  for (const { wanted, draft } of pages) {
    const score = scoreOfBlocks("refused" in draft ? [] : draft.blocks, wanted.blocks);
    for (const key of ["right", "near", "read", "wanted"] as const) sum[key] += score[key];
  }
  const { precision, recall } = precisionAndRecall(sum);
  expect(precision).toBeGreaterThan(0.98);
  expect(recall).toBeGreaterThan(0.98);
});

test("no mark of a page leads anywhere but to the web and to a mailbox", () => {
  const hrefs = pages.flatMap(({ draft }) => ("refused" in draft ? [] : draft.blocks.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === "link" ? [mark.href] : [])))));
  expect(hrefs.length).toBeGreaterThan(5);
  expect(hrefs.filter((href) => !/^(?:https?|mailto):/.test(href))).toEqual([]);
});
