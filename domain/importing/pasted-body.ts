import type { BlockDraft } from "./draft";
import { creditIn } from "./caption";
import { decimalDepth, type Enumerator, enumeratorOf, partOf } from "./enumerators";
import type { PastedParagraph } from "./pasted-paragraphs";
import { mayBeHeading } from "./sentence-like";

/** More bare short lines in a row than a chapter's name and a section's are a table or a poem, not headings. */
const headingsInARow = 2;

type Kind = "heading" | "paragraph" | "list-item" | "quotation" | "figure";
type Sorted = { text: string; kind: Kind; enumerator: Enumerator | null; credit: ReturnType<typeof creditIn> };

/** The blocks of a paste's body, one a paragraph. */
export function blocksOf(paragraphs: PastedParagraph[]): BlockDraft[] {
  const sorted = withHeadings(withListItems(paragraphs.map(sortedAlone)));
  const ranks = [...new Set(sorted.filter(({ kind }) => kind === "heading").map(({ text }) => partOf(text)))]
    .filter((rank) => rank !== null)
    .sort((a, b) => a - b);
  const places = placesInLists(sorted);
  return sorted.map((paragraph, at) => blockOf(paragraph, places[at], ranks));
}

/** What a paragraph is by itself. */
function sortedAlone({ text, quoted }: PastedParagraph, at: number, all: PastedParagraph[]): Sorted {
  const credit = quoted ? null : creditIn(text);
  const enumerator = quoted || credit || partOf(text) !== null ? null : enumeratorOf(text, all[at - 1]?.text);
  return { text, kind: quoted ? "quotation" : credit ? "figure" : "paragraph", enumerator, credit };
}

/**
 * Paragraphs with enumerators make a list when two in a row are of one style, or when the style is no heading's: a
 * bullet or a bracket. "3. Sovereignty" alone is a heading, and "1. …" alone a paragraph.
 */
function withListItems(paragraphs: Sorted[]): Sorted[] {
  return runsOf(paragraphs, ({ enumerator }) => enumerator !== null).flatMap(({ run, matches }) => {
    if (!matches) return run;
    const counts = new Map<string, number>();
    for (const { enumerator } of run) counts.set(enumerator?.style ?? "", (counts.get(enumerator?.style ?? "") ?? 0) + 1);
    return run.map((paragraph) => {
      const style = paragraph.enumerator?.style ?? "";
      const isList = (counts.get(style) ?? 0) > 1 || /^bullet$|[)）]$|①/.test(style);
      return isList || (run.length > 1 && !mayBeHeading(paragraph.text)) ? { ...paragraph, kind: "list-item" } : paragraph;
    });
  });
}

/** Short lines without a sentence's end are headings when something follows them. */
function withHeadings(paragraphs: Sorted[]): Sorted[] {
  const end = paragraphs.length - 1;
  const heading = (paragraph: Sorted): Sorted => ({ ...paragraph, kind: "heading" });
  const numbered = paragraphs.map((paragraph, at) => (isNumberedHeading(paragraph) && at < end ? heading(paragraph) : paragraph));
  let at = 0;
  return runsOf(numbered, ({ kind, text }) => kind === "paragraph" && mayBeHeading(text)).flatMap(({ run, matches }) => {
    at += run.length;
    return matches && run.length <= headingsInARow && at <= end ? run.map(heading) : run;
  });
}

function isNumberedHeading({ kind, text, enumerator }: Sorted): boolean {
  return kind === "paragraph" && mayBeHeading(text) && (partOf(text) !== null || decimalDepth(text) !== null || enumerator !== null);
}

/** The list in blocks.ts, for each list item. A style met before leads back to its depth, a new one leads deeper. */
function placesInLists(paragraphs: Sorted[]): (BlockDraft["shape"]["list"] | undefined)[] {
  let open: { style: string; ordinal: number }[] = [];
  return paragraphs.map(({ kind, enumerator }) => {
    if (kind !== "list-item" || !enumerator) {
      open = [];
      return undefined;
    }
    const { style, isLabel } = enumerator;
    const depth = open.findIndex((list) => list.style === style);
    const list = open[depth] ?? { style, ordinal: 0 };
    open = depth < 0 ? [...open, list] : open.slice(0, depth + 1);
    list.ordinal += 1;
    return { ordered: isLabel, depth: open.length - 1, ordinal: list.ordinal, ...(isLabel ? { labelled: true } : {}) };
  });
}

function blockOf({ text, kind, enumerator, credit }: Sorted, list: BlockDraft["shape"]["list"], ranks: number[]): BlockDraft {
  if (kind === "figure" && credit) return { kind, text, marks: [{ kind: "credit", ...credit }], shape: {} };
  if (kind === "heading") return { kind, text, marks: [], shape: { level: levelOf(text, ranks) } };
  if (kind === "list-item" && list) {
    const words = enumerator?.isLabel === false ? text.slice(enumerator.length) : text;
    return { kind, text: words, marks: [], shape: { list } };
  }
  return { kind, text, marks: [], shape: {} };
}

/** Parts of a law rank by those the text has: an article is level 1 where there are no chapters. */
function levelOf(text: string, ranks: number[]): number {
  const rank = partOf(text);
  return rank === null ? (decimalDepth(text) ?? 1) : ranks.indexOf(rank) + 1;
}

/** The paragraphs cut where the answer to a question changes. */
function runsOf(paragraphs: Sorted[], question: (paragraph: Sorted) => boolean): { run: Sorted[]; matches: boolean }[] {
  const runs: { run: Sorted[]; matches: boolean }[] = [];
  for (const paragraph of paragraphs) {
    const matches = question(paragraph);
    const last = runs.at(-1);
    if (last?.matches === matches) last.run.push(paragraph);
    else runs.push({ run: [paragraph], matches });
  }
  return runs;
}
