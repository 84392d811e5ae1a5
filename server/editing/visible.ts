/** The guarded accessors of editors: a draft, or an article in whatever state, by its slug. Asked only behind their door. */
import { and, eq } from "drizzle-orm";
import { article } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

/** @throws Refusal noSuch.article */
export async function editedArticle({ db }: Pick<Context, "db">, slug: string) {
  const [found] = await db
    .select({ article, discussionId: discussion.id })
    .from(article)
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(eq(article.slug, slug));
  if (!found) throw noSuch("article");
  return { ...found.article, discussionId: found.discussionId };
}

/** @throws Refusal noSuch.article */
export async function visibleDraft({ db }: Pick<Context, "db">, slug: string) {
  const [found] = await db
    .select({ draft: revisionDraft, slug: article.slug, articleId: article.id, discussionId: discussion.id })
    .from(revisionDraft)
    .innerJoin(article, eq(article.id, revisionDraft.articleId))
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(and(eq(article.slug, slug), eq(revisionDraft.retired, "")));
  if (!found) throw noSuch("article");
  return found;
}

export type VisibleDraft = Awaited<ReturnType<typeof visibleDraft>>;
export type KeptBlock = typeof draftBlock.$inferSelect;

/** By which its blocks are found: those of the text that was put in its place last. */
export function textOf({ id, textIn }: { id: string; textIn: string | null }): string {
  return textIn ?? id;
}

/** A block of a draft. @throws Refusal noSuch.block */
export async function blockOfDraft({ db }: Pick<Context, "db">, { draft }: VisibleDraft, blockId: string): Promise<KeptBlock> {
  const [found] = await db.select().from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.blockId, blockId)));
  if (!found) throw noSuch("block");
  return found;
}
