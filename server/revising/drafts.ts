/** What a draft of a published article starts from: the newest revision, and its own blocks. */
import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { visibleArticle } from "../articles/visible";
import { textOf, visibleDraft } from "../editing/visible";
import { changedMeanwhile, noSuch } from "../refusals";
import type { Context } from "../trpc";

export async function draftOfArticle({ db }: Pick<Context, "db">, articleId: string) {
  const [found] = await db.select().from(revisionDraft).where(and(eq(revisionDraft.articleId, articleId), eq(revisionDraft.retired, "")));
  return found ?? null;
}

/** A draft that revises what is published. @throws Refusal noSuch.article; conflict.changed when another revision came between */
export async function revisingDraft(ctx: Pick<Context, "db">, slug: string) {
  const [{ draft, articleId }, shown] = [await visibleDraft(ctx, slug), await visibleArticle(ctx, slug)];
  if (draft.basedOn === 0) throw noSuch("article");
  if (draft.basedOn !== shown.head.revision) throw changedMeanwhile();
  return { draft, articleId, discussionId: shown.head.discussionId, revisionId: shown.revisionId, published: shown.head };
}

export type RevisingDraft = Awaited<ReturnType<typeof revisingDraft>>;

/** A draft as whoever acts saw it. @throws Refusal noSuch.article, conflict.changed */
export async function unchangedRevision(ctx: Pick<Context, "db">, { slug, version }: { slug: string; version: number }): Promise<RevisingDraft> {
  const revising = await revisingDraft(ctx, slug);
  if (revising.draft.version !== version) throw changedMeanwhile();
  return revising;
}

type DraftText = { id: string; textIn: string | null };

/** Rows of one question: a long text is read in stretches, between which others have their turn. */
export const ROWS_AT_ONCE = 1_000;

/** The blocks that the draft would publish, in order. */
export function blocksOfDraft(db: Db, draft: DraftText) {
  return inStretches(0, (after) => db.select().from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.dropped, false), gt(draftBlock.position, after))).orderBy(asc(draftBlock.position)).limit(ROWS_AT_ONCE), ({ position }) => position);
}

/** The block that the draft would publish under this number, from 1; null: there is none. */
export async function blockNumbered(db: Db, draft: DraftText, number: number) {
  if (number < 1) return null;
  const kept = and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.dropped, false));
  const [here] = await db.select({ blockId: draftBlock.blockId, text: draftBlock.text }).from(draftBlock).where(kept).orderBy(asc(draftBlock.position)).limit(1).offset(number - 1);
  return here ?? null;
}

export function blocksOfRevision(db: Db, revisionId: string) {
  const { number, blockId, kind, text, marks, shape } = block;
  return inStretches(0, (after) => db.select({ number, blockId, kind, text, marks, shape }).from(block).where(and(eq(block.revisionId, revisionId), gt(number, after))).orderBy(asc(number)).limit(ROWS_AT_ONCE), (row) => row.number);
}

/** All rows that `read` gives, a stretch at a time: each begins behind the last one's place. */
export async function inStretches<Row, Place>(first: Place, read: (after: Place) => Promise<Row[]>, placeOf: (row: Row) => Place): Promise<Row[]> {
  const all: Row[] = [];
  for (let after = first; ; ) {
    const rows = await read(after);
    all.push(...rows);
    const last = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || last === undefined) return all;
    after = placeOf(last);
    await new Promise((go) => setImmediate(go));
  }
}
