/** The review before publishing: computed for a version of the draft, and kept until the draft changes. */
import { and, count, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { carrying, carryOver, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { CarryGroup, StoredFate } from "../../domain/carry-over";
import { chunked } from "../articles/revision-writes";
import { type CarryRow, carriedRows } from "./carried-rows";
import type { HowFar, StoredRefusal } from "./carrying";
import { blocksOfDraft, blocksOfRevision, type RevisingDraft } from "./drafts";
import { isIdentical } from "./identical";

export type ReviewCounts = Record<CarryGroup, number>;

export async function reviewCounts(db: Db, draftId: string): Promise<ReviewCounts> {
  const rows = await db.select({ group: carryOver.group, threads: count() }).from(carryOver).where(eq(carryOver.draftId, draftId)).groupBy(carryOver.group);
  return { "needs-you": 0, changed: 0, removed: 0, moved: 0, exact: 0, ...Object.fromEntries(rows.map(({ group, threads }) => [group, threads])) };
}

type Run = { id: string; say: (how: HowFar) => void; now: () => Date };

/**
 * Computes where the draft would show every thread, and keeps it; what was decided before and still fits stays decided.
 * Null when it is kept, or why it cannot be. @throws Overtaken when the draft was changed meanwhile
 */
export async function computeReview(db: Db, { draft, discussionId, revisionId, published }: RevisingDraft, { id, say, now }: Run): Promise<StoredRefusal | null> {
  const [newest, blocks] = [await blocksOfRevision(db, revisionId), await blocksOfDraft(db, draft)];
  if (blocks.length === 0) return { refused: "no-text" };
  if (isIdentical({ ...draft, blocks }, { ...published, blocks: newest })) return { refused: "identical", number: draft.basedOn };
  say({ phase: "aligning", done: 0, total: null });
  const carried = await carriedRows(db, { draftId: draft.id, discussionId, revisionId, newest, draft: blocks }, (phase, done, total) => say({ phase, done, total }));
  if ("refused" in carried) return carried;
  const { rows, fates, kept } = carried;
  await keepRows(draft.id, id, rows, (done) => say({ phase: "keeping", done, total: rows.length }));
  await writeTogether((w) => [
    must(w.update(revisionDraft).set({ reviewed: draft.version }).where(and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, draft.version))), "draft"),
    must(w.update(carrying).set({ phase: "done", fates, kept, saidAt: now() }).where(and(eq(carrying.draftId, draft.id), eq(carrying.id, id))), "carrying"),
  ]);
  return null;
}

/** A row has 22 values, and building their statement takes longer than running it: some 50 ms for so many. */
const KEPT_AT_ONCE = 250;

/** In units that leave others their turn: until the draft counts as reviewed, nobody is shown them. @throws Overtaken "carrying" */
export async function keepRows(draftId: string, id: string, rows: readonly CarryRow[], told: (done: number) => void): Promise<void> {
  let done = 0;
  for (const chunk of chunked(rows, KEPT_AT_ONCE)) {
    told(done);
    await writeTogether((w) => [
      must(w.update(carrying).set({ draftId }).where(and(eq(carrying.draftId, draftId), eq(carrying.id, id))), "carrying"),
      w.delete(carryOver).where(and(eq(carryOver.draftId, draftId), inArray(carryOver.threadId, chunk.map(({ threadId }) => threadId)))),
      w.insert(carryOver).values(chunk),
    ]);
    done += chunk.length;
  }
}

/** What became of each block, as it was computed. */
export async function keptFates(db: Db, draftId: string): Promise<StoredFate[]> {
  const [row] = await db.select({ fates: carrying.fates }).from(carrying).where(eq(carrying.draftId, draftId));
  return row?.fates ?? [];
}
