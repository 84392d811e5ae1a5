/** The rows of a review: what the computation says of each thread, and what was decided about it. */
import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { carryOver } from "../../db/schema/editing";
import { groupOf, type StoredFate } from "../../domain/carry-over";
import type { Context } from "../trpc";
import { type CarriedThread, carryAll } from "./compute";
import { blocksOfDraft, blocksOfRevision, type RevisingDraft } from "./drafts";
import { shownThreads, textsOf } from "./threads";

export type CarryRow = typeof carryOver.$inferInsert;

export async function carriedRows({ db }: Pick<Context, "db">, { draft, discussionId, revisionId }: RevisingDraft): Promise<{ rows: CarryRow[]; fates: StoredFate[] }> {
  const [newest, blocks, threads] = await Promise.all([blocksOfRevision(db, revisionId), blocksOfDraft(db, draft.id), shownThreads(db, discussionId, revisionId)]);
  const earlier = Object.fromEntries(await textsOf(db, threads.map(({ meantRevision }) => meantRevision)));
  const { carried, fates } = carryAll({ newest: newest.map(({ text }) => text), draft: blocks.map(({ text }) => text), earlier, newestId: revisionId, threads });
  const decided = await decisions(db, draft.id);
  const places = new Map(blocks.map(({ blockId }, place) => [blockId, place + 1]));
  const idAt = (place: number | null): string | null => (place === null ? null : (blocks[place]?.blockId ?? null));
  const rows = carried.map((one) => {
    const row = rowOf(draft.id, discussionId, one, idAt(one.block));
    const before = decided.get(one.threadId);
    return before ? again(row, before, places) : row;
  });
  return { rows, fates };
}

function rowOf(draftId: string, discussionId: string, carried: CarriedThread, blockId: string | null): CarryRow {
  const { threadId, oldNumber, block, span, place, text, method, likeness, nearest } = carried;
  return {
    ...{ draftId, discussionId, threadId, oldNumber, place, text, method, blockId },
    group: groupOf(carried),
    number: block === null ? 0 : block + 1,
    start: span?.start ?? null,
    end: span?.end ?? null,
    likeness: Math.round(likeness * 100),
    nearest: nearest === null ? null : nearest + 1,
  };
}

type Decided = typeof carryOver.$inferSelect;

async function decisions(db: Db, draftId: string): Promise<Map<string, Decided>> {
  const rows = await db.select().from(carryOver).where(and(eq(carryOver.draftId, draftId), isNotNull(carryOver.decision)));
  return new Map(rows.map((row) => [row.threadId, row]));
}

/** What was decided about an earlier version of the draft, where it still says the same of this one. */
function again(row: CarryRow, before: Decided, places: ReadonlyMap<string, number>): CarryRow {
  const { decision, decidedBy, blockId, start, end, place, text, method } = before;
  const isSame = row.place === place && row.blockId === blockId;
  if (decision === "accepted") return isSame ? { ...row, decision, decidedBy, group: groupOf({ place: row.place, text: row.text, needsHuman: false }) } : row;
  if (decision === "detached") return { ...row, decision, decidedBy, group: "removed", number: 0, blockId: null, start: null, end: null, place: "removed", text: "changed" };
  const number = places.get(blockId ?? "");
  if (number === undefined) return row;
  return { ...row, decision, decidedBy, blockId, number, start, end, place, text, method, group: groupOf({ place, text, needsHuman: false }) };
}
