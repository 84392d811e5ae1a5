/** The rows of a review: what the computation says of each thread, and what was decided about it. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { comment } from "../../db/schema/discussions";
import { carryOver, type ComputedPlace } from "../../db/schema/editing";
import { type CarriedBy, carriedByProposal, groupOf, type StoredFate } from "../../domain/carry-over";
import { ROWS_AT_ONCE } from "./drafts";
import type { CarriedThread, Told } from "./compute";
import { type CarryingRefusal, carryInWorker } from "./in-worker";
import { shownThreads, textsOf, type ShownThread } from "./threads";

export type CarryRow = typeof carryOver.$inferInsert;

type Texts = { newest: readonly { text: string }[]; draft: readonly { blockId: string; text: string }[]; revisionId: string };

/** Where the blocks of `draft` show each of the threads, none decided. */
export async function carriedIn(db: Db, { newest, draft, revisionId }: Texts, threads: ShownThread[], told?: Told) {
  const earlier = Object.fromEntries(await textsOf(db, threads.map(({ meantRevision }) => meantRevision)));
  return carryInWorker({ newest: newest.map(({ text }) => text), draft: draft.map(({ text }) => text), earlier, newestId: revisionId, threads }, told);
}

type Wanted = Texts & { draftId: string; discussionId: string; /** Only threads that the review does not have yet. */ isLate?: boolean };

export type Carried = { rows: CarryRow[]; fates: StoredFate[]; kept: number };

export async function carriedRows(db: Db, { draftId, discussionId, isLate = false, ...texts }: Wanted, told?: Told): Promise<Carried | CarryingRefusal> {
  const threads = await shownThreads(db, { discussionId, revisionId: texts.revisionId, ...(isLate ? { unlessIn: draftId } : {}) });
  const all = await carriedIn(db, texts, threads, told);
  if ("refused" in all) return all;
  const accepted = await acceptedInto(db, draftId);
  const threadOf = new Map(threads.map((thread) => [thread.threadId, thread]));
  const decided = await decisions(db, draftId, all.carried.map(({ threadId }) => threadId));
  const places = new Map(texts.draft.map(({ blockId }, place) => [blockId, place + 1]));
  const idAt = (place: number | null): string | null => (place === null ? null : (texts.draft[place]?.blockId ?? null));
  const rows = all.carried.map((one) => {
    const row = rowOf(draftId, discussionId, byAccepted(one, threadOf.get(one.threadId), accepted.get(one.threadId), texts.draft, places), idAt);
    const before = decided.get(one.threadId);
    return before ? again(row, before, places) : row;
  });
  return { rows, fates: all.fates, kept: all.kept };
}

function rowOf(draftId: string, discussionId: string, carried: Omit<CarriedThread, "method"> & CarriedBy, idAt: (place: number | null) => string | null): CarryRow {
  const { threadId, oldNumber, block, span, place, text, method, likeness, nearest } = carried;
  const number = block === null ? 0 : block + 1;
  const computed: ComputedPlace = { group: groupOf(carried), number, blockId: idAt(block), start: span?.start ?? null, end: span?.end ?? null, place, text, method };
  return { draftId, discussionId, threadId, oldNumber, ...computed, computed, likeness: Math.round(likeness * 100), nearest: nearest === null ? null : nearest + 1, nearestId: idAt(nearest), writtenAs: newId() };
}

/** What editors took into this draft, by thread. */
async function acceptedInto(db: Db, draftId: string): Promise<Map<string, string>> {
  const rows = await db.select({ thread: comment.threadId, after: proposal.after }).from(proposal).innerJoin(comment, eq(comment.id, proposal.commentId)).where(eq(proposal.draftId, draftId));
  return new Map(rows.map(({ thread, after }) => [thread, after]));
}

function byAccepted(carried: CarriedThread, thread: ShownThread | undefined, after: string | undefined, draft: Texts["draft"], places: ReadonlyMap<string, number>): Omit<CarriedThread, "method"> & CarriedBy {
  const block = places.get(thread?.meantBlock ?? "");
  if (after === undefined || block === undefined || !thread) return carried;
  const meant = thread.meantStart === null || thread.meantEnd === null ? null : { start: thread.meantStart, end: thread.meantEnd };
  return { ...carried, ...carriedByProposal(carried, { block: block - 1, text: draft[block - 1]?.text ?? "", after }, meant) };
}

type Decided = typeof carryOver.$inferSelect;

async function decisions(db: Db, draftId: string, threads: readonly string[]): Promise<Map<string, Decided>> {
  const found = new Map<string, Decided>();
  for (let from = 0; from < threads.length; from += ROWS_AT_ONCE) {
    const these = inArray(carryOver.threadId, threads.slice(from, from + ROWS_AT_ONCE));
    for (const row of await db.select().from(carryOver).where(and(eq(carryOver.draftId, draftId), these, isNotNull(carryOver.decision)))) found.set(row.threadId, row);
  }
  return found;
}

/** What was decided about an earlier version of the draft, where it still says the same of this one. */
function again(row: CarryRow, before: Decided, places: ReadonlyMap<string, number>): CarryRow {
  const { decision, decidedBy, decidedIn, blockId, start, end, place, text, method } = before;
  const isSame = row.place === place && row.blockId === blockId;
  if (decision === "accepted") return isSame ? { ...row, decision, decidedBy, decidedIn, group: groupOf({ place: row.place, text: row.text, needsHuman: false }) } : row;
  if (decision === "detached") return { ...row, decision, decidedBy, decidedIn, group: "removed", number: 0, blockId: null, start: null, end: null, place: "removed", text: "changed" };
  const number = places.get(blockId ?? "");
  if (number === undefined) return row;
  return { ...row, decision, decidedBy, decidedIn, blockId, number, start, end, place, text, method, group: groupOf({ place, text, needsHuman: false }) };
}
