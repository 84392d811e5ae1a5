/** The passage a thread was tied to, as its writer saw it. */
import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { anchor } from "../../db/schema/discussions";
import type { BlockKind, Span } from "../../domain/blocks";

/** `before`: its words. `span`: which of the block's they were; null: all. */
export type Passage = { blockId: string; kind: BlockKind; before: string; span: Span | null };

/** Null: the thread is on the whole article. */
export async function passageOf(db: Db, threadId: string): Promise<Passage | null> {
  const [found] = await db
    .select({ blockId: block.blockId, kind: block.kind, text: block.text, quote: anchor.quote, start: anchor.start, end: anchor.end })
    .from(anchor)
    .innerJoin(block, and(eq(block.revisionId, anchor.revisionId), eq(block.blockId, anchor.blockId)))
    .where(eq(anchor.threadId, threadId));
  if (!found) return null;
  const { blockId, kind, text, quote, start, end } = found;
  return { blockId, kind, before: quote ?? text, span: start === null || end === null ? null : { start, end } };
}
