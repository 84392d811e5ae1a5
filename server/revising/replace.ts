/** A whole new text for a draft: from outside nobody says which block is which, so the alignment does. */
import { v4 as randomId } from "uuid";
import { writeTogether } from "../../db/write-together";
import type { ImportedArticle } from "../../domain/importing/article";
import { positionsOf } from "../../domain/positions";
import { beginImport } from "../importing/jobs";
import type { Source } from "../importing/read";
import { pictureWrites } from "../media/mutations";
import type { Picture } from "../media/picture";
import { blocksOfDraft, blocksOfRevision, revisingDraft } from "./drafts";
import { type CarryingRefusal, recogniseInWorker } from "./in-worker";
import { type Asked, doEdit, type Done, type OfDraft, unchangedDraft } from "../editing/history";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";

/** One edit, which can be undone like any other, or why the texts cannot be held against each other. @throws Refusal noSuch.article, conflict.changed */
export async function replaceText(ctx: Context & { reader: Reader | null }, of: OfDraft, { blocks, pictures }: Pick<ImportedArticle, "blocks"> & { pictures?: readonly Picture[] }): Promise<Done | CarryingRefusal> {
  const [shown, { revisionId }] = [await unchangedDraft(ctx, of), await revisingDraft(ctx, of.slug)];
  const [newest, kept] = await Promise.all([blocksOfRevision(ctx.db, revisionId), blocksOfDraft(ctx.db, shown.draft.id)]);
  const ids = await recogniseInWorker({ from: newest.map(({ blockId, text }) => ({ blockId, text })), to: blocks.map(({ text }) => text) });
  if ("refused" in ids) return ids;
  const positions = positionsOf(blocks.length);
  const after = blocks.map(({ kind, text, marks, shape }, place) => ({ blockId: ids[place] ?? randomId(), block: { position: positions[place] ?? 0, kind, text, marks, shape, dropped: false } }));
  const stays = new Set(after.map(({ blockId }) => blockId));
  const before = kept.map(({ blockId, position, kind, text, marks, shape, dropped }) => ({ blockId, block: { position, kind, text, marks, shape, dropped } }));
  const had = new Set(before.map(({ blockId }) => blockId));
  if (pictures?.length) await writeTogether((w) => pictureWrites(w, pictures, ctx.now()));
  return doEdit(ctx, shown, {
    kind: "text",
    before: [...before, ...after.flatMap(({ blockId }) => (had.has(blockId) ? [] : [{ blockId, block: null }]))],
    after: [...after, ...before.flatMap(({ blockId }) => (stays.has(blockId) ? [] : [{ blockId, block: null }]))],
  });
}

/**
 * Begins to read what an editor has (a paste, a file, an address) and puts it in place of the whole text; how far it is, its page tells.
 * @throws Refusal noSuch.article, conflict.changed, tooMany, tooSoon
 */
export async function replaceByImport(ctx: Asked, { source, ...of }: OfDraft & { source: Source }): Promise<{ id: string }> {
  const { articleId } = await revisingDraft(ctx, of.slug);
  await unchangedDraft(ctx, of);
  return beginImport(ctx, source, async (article) => {
    const done = await replaceText(ctx, of, article);
    return "refused" in done ? done : articleId;
  });
}
