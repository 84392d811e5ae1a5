/** Threads where a revision shows them, and how much is said there. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { Db } from "../../db/client";
import { answer } from "../../db/schema/answers";
import { anchor, heat, placement, thread } from "../../db/schema/discussions";
import type { Heat } from "../../domain/reading";
import { partsFrom, type Spot } from "../../domain/reading-order";
import type { Placing, VisibleArticle } from "./visible";

const columns = {
  id: thread.id,
  blockNumber: placement.blockNumber,
  ordinal: placement.ordinal,
  start: placement.start,
  end: placement.end,
  place: placement.place,
  text: placement.text,
  firstSentence: anchor.firstSentence,
  lastSentence: anchor.lastSentence,
  quote: anchor.quote,
  total: thread.total,
  pinnedAt: thread.pinnedAt,
  lockedBy: thread.lockedBy,
  answer: { kind: answer.kind, text: answer.text, revision: answer.revision, block: answer.block, comment: answer.commentId, at: answer.at },
};

export type PlacedThread = Awaited<ReturnType<typeof firstThreads>>[number];

function placed(db: Db, { head, revisionId }: Placing, more: SQL | undefined) {
  return db
    .select(columns)
    .from(placement)
    .innerJoin(thread, eq(thread.id, placement.threadId))
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .leftJoin(answer, and(eq(answer.threadId, thread.id), eq(answer.number, thread.answers)))
    .where(and(eq(placement.discussionId, head.discussionId), eq(placement.revisionId, revisionId), more));
}

/** Every block's first thread, then every block's second, and so on: `most` of them. */
export function firstThreads(db: Db, shown: Placing, most: number) {
  return placed(db, shown, undefined).orderBy(asc(placement.ordinal), asc(placement.blockNumber)).limit(most);
}

/** All that are pinned: few, by `MOST_PINNED`. `number`: of this block. */
export function pinnedThreads(db: Db, shown: Placing, number?: number): Promise<PlacedThread[]> {
  return placed(db, shown, and(eq(thread.discussionId, shown.head.discussionId), isNotNull(thread.pinnedAt), number === undefined ? undefined : eq(placement.blockNumber, number))).orderBy(asc(placement.ordinal), asc(placement.blockNumber));
}

/** A block's threads by age but for the pinned, from after the `after`th. */
export function threadsOfBlock(db: Db, shown: Placing, number: number, after: number, most: number) {
  return placed(db, shown, and(eq(placement.blockNumber, number), gt(placement.ordinal, after), isNull(thread.pinnedAt))).orderBy(asc(placement.ordinal)).limit(most);
}

/** These threads, those of a block by age. */
export async function threadsById(db: Db, shown: Placing, ids: readonly string[]): Promise<PlacedThread[]> {
  if (ids.length === 0) return [];
  return placed(db, shown, inArray(placement.threadId, [...ids])).orderBy(asc(placement.ordinal), asc(placement.blockNumber));
}

/** Threads from a spot on, in reading order and those of a block by age; those on the whole article come last. */
export async function threadsFrom(db: Db, shown: VisibleArticle, from: Spot | null, most: number): Promise<PlacedThread[]> {
  const found: PlacedThread[] = [];
  for (const part of partsFrom(from)) {
    const begins = from && (part === "whole") === (from.block === 0);
    const beyond = begins ? sql`(${placement.blockNumber}, ${placement.ordinal}) >= (${from.block}, ${from.ordinal})` : undefined;
    const here = part === "whole" ? eq(placement.blockNumber, 0) : gt(placement.blockNumber, 0);
    if (found.length < most) found.push(...(await placed(db, shown, and(here, beyond)).orderBy(asc(placement.blockNumber), asc(placement.ordinal)).limit(most - found.length)));
  }
  return found;
}

/** The first threads of each of these blocks, by age. */
export async function firstOfBlocks(db: Db, shown: VisibleArticle, numbers: readonly number[], most: number): Promise<PlacedThread[]> {
  if (numbers.length === 0) return [];
  return placed(db, shown, and(inArray(placement.blockNumber, [...numbers]), lte(placement.ordinal, most))).orderBy(asc(placement.blockNumber), asc(placement.ordinal));
}

export async function placedThread(db: Db, shown: Placing, id: string): Promise<PlacedThread | null> {
  const [found] = await placed(db, shown, eq(placement.threadId, id));
  return found ?? null;
}

/**
 * Heat by block number; 0 is the whole article. Blocks nobody spoke on are absent. It is kept for the newest revision, which is
 * asked for all the time; an older one shows the same threads with what is said in them by now, so there it is counted.
 */
export async function heatOf(db: Db, { head, revisionId }: VisibleArticle): Promise<Map<number, Heat>> {
  const rows = head.revision < head.newestRevision ? await counted(db, head.discussionId, revisionId) : await db
    .select({ number: heat.blockNumber, threads: heat.threads, comments: heat.comments })
    .from(heat)
    .where(and(eq(heat.discussionId, head.discussionId), eq(heat.revisionId, revisionId)));
  return new Map(rows.map(({ number, threads, comments }) => [number, { threads, comments }]));
}

function counted(db: Db, discussionId: string, revisionId: string) {
  return db
    .select({ number: placement.blockNumber, threads: count(), comments: sql<number>`coalesce(sum(${thread.comments}), 0)`.mapWith(Number) })
    .from(placement)
    .innerJoin(thread, eq(thread.id, placement.threadId))
    .where(and(eq(placement.discussionId, discussionId), eq(placement.revisionId, revisionId)))
    .groupBy(placement.blockNumber);
}
