/** The threads of a discussion as the newest revision shows them, and what each was meant to be about. */
import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { anchor, placement, reattachment } from "../../db/schema/discussions";
import { carryOver } from "../../db/schema/editing";
import { inStretches, ROWS_AT_ONCE } from "./drafts";

const columns = {
  threadId: placement.threadId,
  number: placement.blockNumber,
  ordinal: placement.ordinal,
  place: placement.place,
  start: placement.start,
  end: placement.end,
  meantRevision: anchor.revisionId,
  meantBlock: anchor.blockId,
  meantStart: anchor.start,
  meantEnd: anchor.end,
};

export type ShownThread = Awaited<ReturnType<typeof stretch>>[number];

type Wanted = { discussionId: string; revisionId: string; /** Only those that the review of this draft has not. */ unlessIn?: string };

async function stretch(db: Db, { discussionId, revisionId, unlessIn }: Wanted, after: string) {
  const rows = await db
    .select(columns)
    .from(placement)
    .innerJoin(anchor, eq(anchor.threadId, placement.threadId))
    .leftJoin(carryOver, and(eq(carryOver.draftId, unlessIn ?? ""), eq(carryOver.threadId, placement.threadId)))
    .where(and(eq(placement.discussionId, discussionId), eq(placement.revisionId, revisionId), gt(placement.threadId, after), isNull(carryOver.threadId)))
    .orderBy(asc(placement.threadId))
    .limit(ROWS_AT_ONCE);
  const chosen = await chosenPassages(db, rows.map(({ threadId }) => threadId));
  return rows.map((row) => ({ ...row, ...chosen.get(row.threadId) }));
}

/** All of them, oldest first. A passage that a person chose stands for what the anchor meant. */
export function shownThreads(db: Db, wanted: Wanted): Promise<ShownThread[]> {
  return inStretches("", (after) => stretch(db, wanted, after), ({ threadId }) => threadId);
}

type Meant = { meantRevision: string; meantBlock: string | null; meantStart: number | null; meantEnd: number | null };

async function chosenPassages(db: Db, threads: readonly string[]): Promise<Map<string, Meant>> {
  if (threads.length === 0) return new Map();
  const rows = await db.select().from(reattachment).where(inArray(reattachment.threadId, [...threads])).orderBy(desc(reattachment.id));
  const newest = new Map<string, Meant>();
  for (const { threadId, revisionId, blockId, start, end } of rows.reverse()) newest.set(threadId, { meantRevision: revisionId, meantBlock: blockId, meantStart: start, meantEnd: end });
  return newest;
}

/** The texts of revisions, by block, in order. */
export async function textsOf(db: Db, revisions: readonly string[]): Promise<Map<string, { blockId: string; text: string }[]>> {
  const { number, blockId, text } = block;
  const texts = new Map<string, { blockId: string; text: string }[]>();
  for (const revisionId of new Set(revisions)) {
    const rows = await inStretches(0, (after) => db.select({ number, blockId, text }).from(block).where(and(eq(block.revisionId, revisionId), gt(number, after))).orderBy(asc(number)).limit(ROWS_AT_ONCE), (row) => row.number);
    texts.set(revisionId, rows);
  }
  return texts;
}
