/** Cases of anchoring: two revisions of a document, and what became of its paragraphs and of phrases in them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Offsets count UTF-16 units, the end excluded. `map`: new paragraphs any of which is right; null: it is gone. */
const shape = z.object({
  source: z.string().default("?"),
  lang: z.string().default("?"),
  /** Which document it is of, and which of its texts stand on both sides, "2017-02-16T…" when each was made. */
  path: z.string().default("?"),
  oldRevision: z.string().default("old"),
  newRevision: z.string().default("new"),
  oldDate: z.string().default(""),
  newDate: z.string().default(""),
  oldParagraphs: z.array(z.string()),
  newParagraphs: z.array(z.string()),
  map: z.array(z.tuple([z.int(), z.array(z.int()).nullable()])),
  tags: z.record(z.string(), z.array(z.string())).default({}),
  phrases: z.array(z.object({ paragraph: z.int(), start: z.int(), end: z.int(), hard: z.union([z.boolean(), z.number()]).default(false).transform(Boolean), to: z.object({ paragraph: z.int(), start: z.int(), end: z.int() }).nullable() })).default([]),
});

export type Case = z.infer<typeof shape> & { name: string };

/** @throws ZodError for a file that is no case */
export function casesIn(folder: string): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return files.map((file) => ({ name: file, ...shape.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8"))) }));
}
