/** The guarded accessor of threads: found by id here or nowhere. */
import { and, eq } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { anchor, comment, discussion, thread } from "../../db/schema/discussions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

/** A thread the reader may see, with its article and its first comment. @throws Refusal noSuch.thread */
export async function visibleThread({ db }: Pick<Context, "db">, id: string) {
  const [found] = await db
    .select({
      id: thread.id,
      answer: thread.answer,
      answers: thread.answers,
      pinnedAt: thread.pinnedAt,
      quote: anchor.quote,
      discussionId: discussion.id,
      articleId: article.id,
      slug: article.slug,
      newest: article.newest,
      title: revision.title,
      language: revision.language,
      first: comment.id,
    })
    .from(thread)
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .innerJoin(comment, and(eq(comment.threadId, thread.id), eq(comment.sequence, 1)))
    .innerJoin(discussion, eq(discussion.id, thread.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(thread.id, id), eq(discussion.audience, "public"), eq(article.state, "published")));
  if (!found) throw noSuch("thread");
  return found;
}

export type VisibleThread = Awaited<ReturnType<typeof visibleThread>>;
