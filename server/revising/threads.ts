/** The threads of a discussion as the newest revision shows them, and what each was meant to be about. */
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { anchor, placement, reattachment } from "../../db/schema/discussions";

/** Rows of one question: a long discussion is read in stretches, between which others have their turn. */
const THREADS_AT_ONCE = 2_000;

const columns = {
  threadId: placement.threadId,
  number: placement.blockNumber,
  place: placement.place,
  start: placement.start,
  end: placement.end,
  meantRevision: anchor.revisionId,
  meantBlock: anchor.blockId,
  meantStart: anchor.start,
  meantEnd: anchor.end,
};

export type ShownThread = Awaited<ReturnType<typeof stretch>>[number];

function stretch(db: Db, discussionId: string, revisionId: string, after: string) {
  return db
    .select(columns)
    .from(placement)
    .innerJoin(anchor, eq(anchor.threadId, placement.threadId))
    .where(and(eq(placement.discussionId, discussionId), eq(placement.revisionId, revisionId), gt(placement.threadId, after)))
    .orderBy(asc(placement.threadId))
    .limit(THREADS_AT_ONCE);
}

/** All of them, oldest first. A passage that a person chose stands for what the anchor meant. */
export async function shownThreads(db: Db, discussionId: string, revisionId: string): Promise<ShownThread[]> {
  const all: ShownThread[] = [];
  for (let after = ""; ; ) {
    const rows = await stretch(db, discussionId, revisionId, after);
    const chosen = await chosenPassages(db, rows.map(({ threadId }) => threadId));
    all.push(...rows.map((row) => ({ ...row, ...chosen.get(row.threadId) })));
    if (rows.length < THREADS_AT_ONCE) return all;
    after = rows.at(-1)?.threadId ?? "";
  }
}

async function chosenPassages(db: Db, threads: readonly string[]) {
  if (threads.length === 0) return new Map<string, never>();
  const rows = await db.select().from(reattachment).where(inArray(reattachment.threadId, [...threads])).orderBy(desc(reattachment.id));
  const newest = new Map<string, Pick<ShownThread, "meantRevision" | "meantBlock" | "meantStart" | "meantEnd">>();
  for (const { threadId, revisionId, blockId, start, end } of rows.reverse()) newest.set(threadId, { meantRevision: revisionId, meantBlock: blockId, meantStart: start, meantEnd: end });
  return newest;
}

/** The texts of revisions, by block, in order. */
export async function textsOf(db: Db, revisions: readonly string[]): Promise<Map<string, { blockId: string; text: string }[]>> {
  const texts = new Map<string, { blockId: string; text: string }[]>();
  for (const revisionId of new Set(revisions)) {
    texts.set(revisionId, await db.select({ blockId: block.blockId, text: block.text }).from(block).where(eq(block.revisionId, revisionId)).orderBy(asc(block.number)));
  }
  return texts;
}
