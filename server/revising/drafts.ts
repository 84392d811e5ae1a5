/** What a draft of a published article starts from: the newest revision, and its own blocks. */
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block } from "../../db/schema/articles";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { visibleArticle } from "../articles/visible";
import { visibleDraft } from "../editing/visible";
import { changedMeanwhile, noSuch } from "../refusals";
import type { Context } from "../trpc";

export async function draftOfArticle({ db }: Pick<Context, "db">, articleId: string) {
  const [found] = await db.select().from(revisionDraft).where(eq(revisionDraft.articleId, articleId));
  return found ?? null;
}

/** A draft that revises what is published. @throws Refusal noSuch.article; conflict.changed when another revision came between */
export async function revisingDraft(ctx: Pick<Context, "db">, slug: string) {
  const [{ draft, articleId }, shown] = [await visibleDraft(ctx, slug), await visibleArticle(ctx, slug)];
  if (draft.basedOn === 0) throw noSuch("article");
  if (draft.basedOn !== shown.head.revision) throw changedMeanwhile();
  return { draft, articleId, discussionId: shown.head.discussionId, revisionId: shown.revisionId };
}

export type RevisingDraft = Awaited<ReturnType<typeof revisingDraft>>;

/** The blocks that the draft would publish, in order. */
export function blocksOfDraft(db: Db, draftId: string) {
  return db.select().from(draftBlock).where(and(eq(draftBlock.draftId, draftId), eq(draftBlock.dropped, false))).orderBy(asc(draftBlock.position));
}

export function blocksOfRevision(db: Db, revisionId: string) {
  return db.select({ number: block.number, blockId: block.blockId, text: block.text }).from(block).where(eq(block.revisionId, revisionId)).orderBy(asc(block.number));
}
