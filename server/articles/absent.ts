/** Why there is no article to show: it moved, it was withdrawn, or there is none. Drafts are none. */
import { and, eq, ne, type SQL } from "drizzle-orm";
import { article, formerSlug, revision } from "../../db/schema/articles";
import { comment, discussion } from "../../db/schema/discussions";
import { movedTo, noSuch, type Refusal, wasWithdrawn } from "../refusals";
import type { Context } from "../trpc";

type From = Pick<Context, "db">;

/** What to refuse with whoever asks for this slug. */
export async function absentArticle({ db }: From, slug: string): Promise<Refusal> {
  const withdrawn = await withdrawnWhere({ db }, eq(article.slug, slug));
  if (withdrawn) return withdrawn;
  const [now] = await db
    .select({ slug: article.slug })
    .from(formerSlug)
    .innerJoin(article, eq(article.id, formerSlug.articleId))
    .where(and(eq(formerSlug.slug, slug), ne(article.slug, slug), ne(article.state, "draft")));
  return now ? movedTo(now.slug) : noSuch("article");
}

/** What to refuse with whoever asks for this discussion. */
export async function absentDiscussion({ db }: From, id: string): Promise<Refusal> {
  return (await withdrawnWhere({ db }, eq(discussion.id, id))) ?? noSuch("article");
}

/** What to refuse with whoever asks for this comment. */
export async function absentComment({ db }: From, id: string): Promise<Refusal> {
  const [found] = await db.select({ discussionId: comment.discussionId }).from(comment).where(eq(comment.id, id));
  return (found && (await withdrawnWhere({ db }, eq(discussion.id, found.discussionId)))) ?? noSuch("comment");
}

async function withdrawnWhere({ db }: From, which: SQL): Promise<Refusal | null> {
  const [found] = await db
    .select({ title: revision.title, language: revision.language, at: article.withdrawnAt, why: article.withdrawnWhy })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(and(which, eq(article.state, "withdrawn")));
  return found?.at ? wasWithdrawn({ title: found.title, language: found.language, at: found.at.toISOString(), why: found.why ?? "" }) : null;
}
