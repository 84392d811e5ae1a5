/** A whole new text for a draft: from outside nobody says which block is which, so the alignment does. */
import { v4 as randomId, v7 as newId } from "uuid";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { ImportedArticle } from "../../domain/importing/article";
import { positionsOf } from "../../domain/positions";
import { beginImport } from "../importing/jobs";
import type { Source } from "../importing/read";
import { pictureWrites } from "../media/mutations";
import type { Picture } from "../media/picture";
import { blocksOfDraft, blocksOfRevision, revisingDraft } from "./drafts";
import { type CarryingRefusal, recogniseInWorker } from "./in-worker";
import { type Asked, type Done, exchangeText, type OfDraft, unchangedDraft } from "../editing/history";
import type { VisibleDraft } from "../editing/visible";
import { chunked } from "../articles/revision-writes";
import { clearRetiredQuietly } from "./retired";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";

/** One edit, which can be undone like any other, or why the texts cannot be held against each other. @throws Refusal noSuch.article, conflict.changed */
export async function replaceText(ctx: Context & { reader: Reader | null }, of: OfDraft, { blocks, pictures }: Pick<ImportedArticle, "blocks"> & { pictures?: readonly Picture[] }): Promise<Done | CarryingRefusal> {
  const [shown, { revisionId }] = [await unchangedDraft(ctx, of), await revisingDraft(ctx, of.slug)];
  const [newest, kept] = await Promise.all([blocksOfRevision(ctx.db, revisionId), blocksOfDraft(ctx.db, shown.draft)]);
  const ids = await recogniseInWorker({ from: newest.map(({ blockId, text }) => ({ blockId, text })), to: blocks.map(({ text }) => text) });
  if ("refused" in ids) return ids;
  const positions = positionsOf(blocks.length);
  const rows = blocks.map(({ kind, text, marks, shape }, place) => ({ blockId: ids[place] ?? randomId(), position: positions[place] ?? 0, kind, text, marks, shape }));
  if (pictures?.length) await writeTogether((w) => pictureWrites(w, pictures, ctx.now()));
  const text = await writeUnseen(ctx, shown.draft, rows);
  const had = new Set(kept.map(({ blockId }) => blockId));
  const first = rows.find(({ blockId }) => !had.has(blockId)) ?? rows[0];
  return exchangeText(ctx, shown, { text, first: first?.blockId ?? null, count: rows.length });
}

/** Blocks of one unit: building and running their statement takes some ten milliseconds. */
const BLOCKS_AT_ONCE = 250;

/** Writes a text for a draft where nobody sees it, in units that leave others their turn; its id. What a cut-off attempt left is cleared. */
async function writeUnseen(ctx: Context, draft: VisibleDraft["draft"], rows: readonly Omit<typeof draftBlock.$inferInsert, "draftId">[]): Promise<string> {
  await clearRetiredQuietly(ctx.db, ctx.now());
  const [id, at] = [newId(), ctx.now()];
  const { articleId, basedOn, title, language } = draft;
  await writeTogether((w) => [w.insert(revisionDraft).values({ id, articleId, basedOn, title, language, retired: id, textFor: draft.id, dropped: [], createdAt: at, updatedAt: at })]);
  for (const chunk of chunked(rows, BLOCKS_AT_ONCE)) await writeTogether((w) => [w.insert(draftBlock).values(chunk.map((row) => ({ ...row, draftId: id })))]);
  return id;
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
