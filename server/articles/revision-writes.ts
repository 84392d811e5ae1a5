/** The writes by which an article, or one revision of it, comes to be. */
import type { Writer } from "../../db/client";
import { block, formerSlug, revision } from "../../db/schema/articles";
import { must, type Write } from "../../db/writes";
import { slice, type Block } from "../../domain/blocks";
import type { CarriedCounts } from "../../domain/carry-over";
import { outlineOf } from "../../domain/outline";
import { eq } from "drizzle-orm";

/** What is said of a revision beside its text. */
export type RevisionHead = { title: string; standfirst: string | null; byline: string | null; date: string | null; source: string | null; language: string };

/** A block with the id that lives across revisions. */
export type LastingBlock = Block & { blockId: string };

/** Rows of one insert: SQLite takes 32,766 values in a statement, a block has eight. */
const ROWS_AT_ONCE = 1_000;
/** The first sentence as a list shows it. */
const OPENING_LENGTH = 240;

export function chunked<Row>(rows: readonly Row[], size = ROWS_AT_ONCE): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, chunk) => rows.slice(chunk * size, (chunk + 1) * size));
}

type Place = { id: string; articleId: string; number: number; by: string | null; at: Date; why?: string | null; carried?: CarriedCounts | null };

export function revisionWrites(w: Writer, place: Place, head: RevisionHead, blocks: readonly LastingBlock[]): Write[] {
  return [headWrite(w, place, head, blocks), ...chunked(blockRows(place.id, blocks)).map((chunk) => w.insert(block).values(chunk))];
}

/** A revision without its blocks, which may follow in units of their own where nobody sees them yet. */
export function headWrite(w: Writer, { id, articleId, number, by, at, why = null, carried = null }: Place, head: RevisionHead, blocks: readonly LastingBlock[]): Write {
  const { title, standfirst, byline, date, source, language } = head;
  return w.insert(revision).values({ ...{ title, standfirst, byline, date, source, language }, id, articleId, number, opening: openingOf(blocks), outline: outlineOf(blocks), byMemberId: by, why, carried, createdAt: at });
}

export function blockRows(revisionId: string, blocks: readonly LastingBlock[]): (typeof block.$inferInsert)[] {
  return blocks.map(({ blockId, kind, text, marks, sentences, shape }, place) => ({ revisionId, number: place + 1, blockId, kind, text, marks, sentences, shape }));
}

/** Makes a slug this article's for ever; one that another article had or has overtakes the unit with the name `slug`. */
export function claimSlug(w: Writer, slug: string, articleId: string, at: Date): Write {
  const claim = w.insert(formerSlug).values({ slug, articleId, createdAt: at });
  return must(claim.onConflictDoUpdate({ target: formerSlug.slug, set: { articleId }, setWhere: eq(formerSlug.articleId, articleId) }), "slug");
}

function openingOf(blocks: readonly Block[]): string {
  const first = blocks.find(({ kind }) => kind === "paragraph") ?? blocks[0];
  if (!first) return "";
  const [sentence] = first.sentences;
  return slice(first.text, sentence && sentence.end <= OPENING_LENGTH ? sentence : { start: 0, end: OPENING_LENGTH });
}
