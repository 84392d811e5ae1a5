/** Edits of a draft's blocks, each kept as what it found and what it left: done, undone and done again by the same writes. */
import { and, eq, gt, inArray, lte, or, sql, type SQL } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { type BlockState, draftBlock, draftEdit, type EditKind, revisionDraft } from "../../db/schema/editing";
import { type NewEvent, writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { chunked } from "../articles/revision-writes";
import { changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { textOf, type VisibleDraft, visibleDraft } from "./visible";

/** A day's work on a long text; each edit keeps the blocks it touched twice. */
const MOST_EDITS = 1_000;

export type Asked = Context & { reader: Reader };
/** `version`: the draft's, as whoever acts saw it. */
export type OfDraft = { slug: string; version: number };
/** `block`: where to look for what was done; null: it is nowhere any more. */
export type Done = { version: number; block: string | null };

export type Edit = { kind: EditKind; before: BlockState[]; after: BlockState[] };
/** `text`: by whose blocks; `first`: a block to show of it; `count`: how many it must have. */
export type NewText = { text: string; first: string | null; count: number };

/** @throws Refusal noSuch.article, conflict.changed */
export async function unchangedDraft(ctx: Pick<Context, "db">, { slug, version }: OfDraft): Promise<VisibleDraft> {
  const shown = await visibleDraft(ctx, slug);
  if (shown.draft.version !== version) throw changedMeanwhile();
  return shown;
}

/** What is written in the same unit as an edit. */
type Beside = { writes: (w: Writer) => Write[]; events: NewEvent[] };

/** Does an edit that was decided on the draft as it stands. What had been undone is forgotten. @throws Refusal conflict.changed */
export async function doEdit(ctx: Context & { reader: Reader | null }, { draft }: VisibleDraft, { kind, before, after }: Edit, beside: Beside = { writes: () => [], events: [] }): Promise<Done> {
  const number = draft.edit + 1;
  await commit(ctx, draft, { edit: number }, (w) => [
    ...forgotten(w, draft, number),
    w.insert(draftEdit).values({ draftId: draft.id, number, kind, before, after, byMemberId: ctx.reader?.id ?? null, at: ctx.now() }),
    ...statesWrites(w, textOf(draft), after),
    ...beside.writes(w),
  ], { events: beside.events });
  return { version: draft.version + 1, block: placeOf(after, before) };
}

/** Puts a text in place that was written beforehand: however long it is, little is written now. @throws Refusal conflict.changed */
export async function exchangeText(ctx: Context & { reader: Reader | null }, { draft }: VisibleDraft, { text, first, count }: NewText): Promise<Done> {
  const number = draft.edit + 1;
  const isWhole = sql`(select count(*) from ${draftBlock} where ${draftBlock.draftId} = ${text}) = ${count}`;
  await commit(ctx, draft, { edit: number, textIn: text }, (w) => [
    ...forgotten(w, draft, number),
    w.insert(draftEdit).values({ draftId: draft.id, number, kind: "text", before: [], after: [], textBefore: textOf(draft), textAfter: text, byMemberId: ctx.reader?.id ?? null, at: ctx.now() }),
  ], { where: isWhole });
  return { version: draft.version + 1, block: first };
}

/** What had been undone, and what is too long ago. */
function forgotten(w: Writer, draft: VisibleDraft["draft"], number: number): Write[] {
  return [w.delete(draftEdit).where(and(eq(draftEdit.draftId, draft.id), or(gt(draftEdit.number, draft.edit), lte(draftEdit.number, number - MOST_EDITS))))];
}

/** Takes the newest edit back. @throws Refusal conflict.changed, notAllowed.nothingToUndo, noSuch.article */
export async function undo(ctx: Asked, of: OfDraft): Promise<Done> {
  const { draft } = await unchangedDraft(ctx, of);
  const edit = await editNumbered(ctx, draft.id, draft.edit);
  if (!edit) throw notAllowed("nothingToUndo");
  await commit(ctx, draft, { edit: draft.edit - 1, ...(edit.textBefore === null ? {} : { textIn: edit.textBefore }) }, (w) => statesWrites(w, textOf(draft), edit.before));
  return { version: draft.version + 1, block: placeOf(edit.before, edit.after) };
}

/** Does again what was undone last. @throws Refusal conflict.changed, notAllowed.nothingToRedo, noSuch.article */
export async function redo(ctx: Asked, of: OfDraft): Promise<Done> {
  const { draft } = await unchangedDraft(ctx, of);
  const edit = await editNumbered(ctx, draft.id, draft.edit + 1);
  if (!edit) throw notAllowed("nothingToRedo");
  await commit(ctx, draft, { edit: draft.edit + 1, ...(edit.textAfter === null ? {} : { textIn: edit.textAfter }) }, (w) => statesWrites(w, textOf(draft), edit.after));
  return { version: draft.version + 1, block: placeOf(edit.after, edit.before) };
}

export async function editNumbered({ db }: Pick<Context, "db">, draftId: string, number: number) {
  const [found] = await db.select().from(draftEdit).where(and(eq(draftEdit.draftId, draftId), eq(draftEdit.number, number)));
  return found ?? null;
}

type Change = { edit: number; textIn?: string };

async function commit(ctx: Pick<Context, "now">, { id, version }: VisibleDraft["draft"], to: Change, make: (w: Writer) => Write[], { where, events = [] }: { where?: SQL; events?: NewEvent[] } = {}): Promise<void> {
  const change = { version: version + 1, ...to, updatedAt: ctx.now() };
  const isUnchanged = and(eq(revisionDraft.id, id), eq(revisionDraft.version, version), eq(revisionDraft.retired, ""), where);
  try {
    await writeTogether((w) => [must(w.update(revisionDraft).set(change).where(isUnchanged), "draft"), ...make(w)], events);
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}

/** From any state of some blocks to another: a whole new text is many blocks, and takes few statements. */
function statesWrites(w: Writer, draftId: string, to: readonly BlockState[]): Write[] {
  const there = to.flatMap(({ blockId, block }) => (block === null ? [] : [{ draftId, blockId, ...block }]));
  return [
    ...chunked(to).map((chunk) => w.delete(draftBlock).where(and(eq(draftBlock.draftId, draftId), inArray(draftBlock.blockId, chunk.map(({ blockId }) => blockId))))),
    ...chunked(there).map((chunk) => w.insert(draftBlock).values(chunk)),
  ];
}

/** The last block that is there; where all are gone, none. */
export function placeOf(states: readonly BlockState[], others: readonly BlockState[]): string | null {
  const there = states.filter(({ block }) => block !== null);
  // What came to be is more to the point than what only changed: the second half of a split.
  const wasNone = new Set(others.flatMap(({ blockId, block }) => (block === null ? [blockId] : [])));
  const made = there.find(({ blockId }) => wasNone.has(blockId));
  return (made ?? there[0])?.blockId ?? null;
}
