/** The guarded accessor of articles: found by slug here or nowhere. */
import { and, eq, lte } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import type { ArticleHead } from "../../domain/reading";
import { openingView } from "../discussions/opening-view";
import type { Context } from "../trpc";
import { absentArticle } from "./absent";

export type VisibleArticle = { head: ArticleHead; revisionId: string };

/** As much of it as says which discussion stands on which revision. */
export type Placing = { head: Pick<ArticleHead, "discussionId">; revisionId: string };

/** A published article in one revision, the newest when none is named. @throws Refusal noSuch.article, moved, withdrawn */
export async function visibleArticle({ db }: Pick<Context, "db">, slug: string, number: number | null = null): Promise<VisibleArticle> {
  const [row] = await db
    .select({ article, revision, discussion })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), number === null ? eq(revision.number, article.newest) : eq(revision.number, number), lte(revision.number, article.newest)))
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(and(eq(article.slug, slug), eq(article.state, "published")));
  if (!row) throw await absentArticle({ db }, slug);
  return shownArticle(row);
}

type Row = { article: typeof article.$inferSelect; revision: typeof revision.$inferSelect; discussion: typeof discussion.$inferSelect };

/** An article in one revision with one of its discussions. */
export function shownArticle(row: Row): VisibleArticle {
  const { title, standfirst, byline, date, source, language } = row.revision;
  return {
    revisionId: row.revision.id,
    head: {
      id: row.article.id,
      slug: row.article.slug,
      ...{ title, standfirst, byline, date, source, language },
      revision: row.revision.number,
      newestRevision: row.article.newest,
      revisedAt: row.revision.createdAt.toISOString(),
      discussionId: row.discussion.id,
      comments: row.discussion.comments,
      participants: row.discussion.participants,
      opening: openingView(row.discussion),
      hasResponse: row.discussion.responseAt !== null,
    },
  };
}

/** An article's head alone, of its newest revision. @throws Refusal noSuch.article */
export async function headOf(ctx: Context, { slug }: { slug: string }): Promise<ArticleHead> {
  return (await visibleArticle(ctx, slug)).head;
}
