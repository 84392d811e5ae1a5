/** Where the newest revision has a passage that somebody read in an older one: by the maps between them, and then word by word. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { carrierOf } from "../../domain/anchoring/phrase";
import { plain } from "../../domain/anchoring/words";
import { slice, type Span } from "../../domain/blocks";
import { livesOnIn } from "../../domain/revision-map";
import { mapsBetween } from "../revisions/map";

/** `number`: the block's in that revision; `span`: null for all of it. */
type Seen = { revision: number; number: number; blockId: string; text: string; span: Span | null };
type Newest = { articleId: string; newest: number; revisionId: string };

/** `span` null: all of the block, or none of the words is left in it. Null: the passage is gone. */
export async function newestPassage(db: Db, seen: Seen, { articleId, newest, revisionId }: Newest): Promise<{ number: number; text: "exact" | "changed"; span: Span | null } | null> {
  const maps = await mapsBetween(db, articleId, seen.revision, newest);
  const numbers = maps === null ? [] : livesOnIn(maps, seen.number);
  // What went and came back is told by its lasting id.
  const isIt = numbers.length > 0 ? inArray(block.number, numbers) : eq(block.blockId, seen.blockId);
  const blocks = await db.select({ number: block.number, text: block.text }).from(block).where(and(eq(block.revisionId, revisionId), isIt)).orderBy(asc(block.number));
  const first = blocks.find(({ number }) => number === numbers[0]) ?? blocks[0];
  if (!first) return null;
  const found = seen.span && carrierOf(seen.text, blocks.map(({ text }) => text))(seen.span);
  const here = blocks[found?.block ?? -1];
  if (seen.span === null || !found || !here) return { number: first.number, text: seen.span === null && plain(first.text) === plain(seen.text) ? "exact" : "changed", span: null };
  const span = { start: found.start, end: found.end };
  return { number: here.number, text: plain(slice(here.text, span)) === plain(slice(seen.text, seen.span)) ? "exact" : "changed", span };
}
