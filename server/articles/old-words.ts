/** What threads were written about, where it is no longer what their place says: one question for all of a page. */
import { and, eq, inArray } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db } from "../../db/client";
import { block, revision } from "../../db/schema/articles";
import { anchor, comment, placement } from "../../db/schema/discussions";
import { reconsidered } from "../../db/schema/reconsidered";
import { slice } from "../../domain/blocks";
import type { OldWords } from "../../domain/thread";
import type { PlacedThread } from "./placed";
import type { VisibleArticle } from "./visible";

const past = aliased(block, "past");
const now = aliased(block, "now");
const kept = aliased(block, "kept");
const keptAt = aliased(placement, "kept_at");

const columns = {
  thread: placement.threadId,
  revision: revision.number,
  block: past.number,
  past: { text: past.text, start: anchor.start, end: anchor.end },
  now: { text: now.text, start: placement.start, end: placement.end },
  kept: { text: kept.text, start: keptAt.start, end: keptAt.end },
  keptGone: keptAt.place,
  place: placement.place,
  cause: placement.cause,
  how: reconsidered.how,
};

/** By thread; those whose passage is as it was, and those on the whole article, are absent. */
export async function oldWords(db: Db, { revisionId }: VisibleArticle, threads: readonly Pick<PlacedThread, "id" | "text" | "place">[]): Promise<Map<string, OldWords>> {
  const ids = threads.filter(({ text, place }) => text === "changed" || place === "removed").map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(columns)
    .from(placement)
    .innerJoin(anchor, eq(anchor.threadId, placement.threadId))
    .innerJoin(revision, eq(revision.id, anchor.revisionId))
    .innerJoin(past, and(eq(past.revisionId, anchor.revisionId), eq(past.blockId, anchor.blockId)))
    .leftJoin(now, and(eq(now.revisionId, placement.revisionId), eq(now.number, placement.blockNumber)))
    .leftJoin(comment, and(eq(comment.threadId, placement.threadId), eq(comment.sequence, 1)))
    .leftJoin(reconsidered, eq(reconsidered.commentId, comment.id))
    .leftJoin(keptAt, and(eq(keptAt.threadId, placement.threadId), eq(keptAt.revisionId, reconsidered.revisionId)))
    .leftJoin(kept, and(eq(kept.revisionId, keptAt.revisionId), eq(kept.number, keptAt.blockNumber)))
    .where(and(eq(placement.revisionId, revisionId), inArray(placement.threadId, ids)));
  return new Map(
    rows.map((row) => {
      const words = wordsOf(row.now);
      const isKept = row.how === "kept" && (row.keptGone === "removed" ? null : wordsOf(row.kept)) === words;
      return [row.thread, { revision: row.revision, block: row.block, then: wordsOf(row.past) ?? "", now: words, isPlaced: row.cause === "person", isKept }];
    }),
  );
}

type Words = { text: string | null; start: number | null; end: number | null };

/** The words of a passage; null: there is no block any more. */
export function wordsOf({ text, start, end }: Words): string | null {
  return text === null || start === null || end === null ? text : slice(text, { start, end });
}
