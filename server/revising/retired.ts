/** Drafts that nobody is shown any more, and texts that were written for one and never taken: cleared away in units that leave others their turn. */
import { and, eq, exists, inArray, isNotNull, isNull, lt, ne, not, or, sql } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db, Writer } from "../../db/client";
import { carrying, carryOver, draftBlock, draftEdit, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { log } from "../log";

/** Rows of one unit: deleting so many takes a few milliseconds. */
const CLEARED_AT_ONCE = 500;
/** Drafts looked for at once; who finds more comes again. */
const DRAFTS_AT_ONCE = 50;
/** A text that is being written for a draft is taken within minutes, or its writer died. */
const WRITTEN_WITHIN_MS = 60 * 60 * 1000;

const live = aliased(revisionDraft, "live");
const edit = aliased(draftEdit, "edit_of");

/** Shows a draft to nobody any more: one small row, however long it is. */
export function retire(w: Writer, { id, version }: { id: string; version: number }): Write {
  return must(w.update(revisionDraft).set({ retired: id }).where(and(eq(revisionDraft.id, id), eq(revisionDraft.version, version), eq(revisionDraft.retired, ""))), "draft");
}

/** Clears all of them, but for texts that may still be undone to, or that somebody may be writing. */
export async function clearRetired(db: Db, now: Date): Promise<void> {
  const old = lt(revisionDraft.createdAt, new Date(now.getTime() - WRITTEN_WITHIN_MS));
  const isNeeded = or(eq(live.textIn, revisionDraft.id), exists(db.select({ one: sql`1` }).from(edit).where(and(eq(edit.draftId, live.id), or(eq(edit.textBefore, revisionDraft.id), eq(edit.textAfter, revisionDraft.id))))), not(old));
  const holds = exists(db.select({ one: sql`1` }).from(live).where(and(eq(live.id, revisionDraft.textFor), eq(live.retired, ""), isNeeded)));
  const here = and(ne(revisionDraft.retired, ""), or(isNull(revisionDraft.textFor), and(isNotNull(revisionDraft.textFor), not(holds))));
  for (;;) {
    const drafts = await db.select({ id: revisionDraft.id }).from(revisionDraft).where(here).limit(DRAFTS_AT_ONCE);
    for (const { id } of drafts) await clear(db, id);
    if (drafts.length < DRAFTS_AT_ONCE) return;
  }
}

/** What another process clears at the same moment is clear all the same; what is left is found by the next. */
export async function clearRetiredQuietly(db: Db, now: Date): Promise<void> {
  await clearRetired(db, now).catch((error: unknown) => log.warn({ err: error }, "what was retired was not cleared"));
}

async function clear(db: Db, id: string): Promise<void> {
  await inPieces(
    (most) => db.select({ key: draftBlock.blockId }).from(draftBlock).where(eq(draftBlock.draftId, id)).limit(most),
    (w, keys) => w.delete(draftBlock).where(and(eq(draftBlock.draftId, id), inArray(draftBlock.blockId, keys))),
  );
  await inPieces(
    (most) => db.select({ key: carryOver.threadId }).from(carryOver).where(eq(carryOver.draftId, id)).limit(most),
    (w, keys) => w.delete(carryOver).where(and(eq(carryOver.draftId, id), inArray(carryOver.threadId, keys))),
  );
  await inPieces(
    (most) => db.select({ key: draftEdit.number }).from(draftEdit).where(eq(draftEdit.draftId, id)).limit(most),
    (w, keys) => w.delete(draftEdit).where(and(eq(draftEdit.draftId, id), inArray(draftEdit.number, keys))),
  );
  await writeTogether((w) => [w.delete(carrying).where(eq(carrying.draftId, id)), w.delete(revisionDraft).where(and(eq(revisionDraft.id, id), ne(revisionDraft.retired, "")))]);
}

/** Removes all that `read` gives, at most `most` of it at a time, each a unit of its own. */
export async function inPieces<Key>(read: (most: number) => Promise<{ key: Key }[]>, remove: (w: Writer, keys: Key[]) => Write): Promise<void> {
  for (let rows = await read(CLEARED_AT_ONCE); rows.length > 0; rows = await read(CLEARED_AT_ONCE)) {
    const keys = rows.map(({ key }) => key);
    await writeTogether((w) => [remove(w, keys)]);
  }
}
