/** A discussion as its editors set it. */
import { and, count, eq, gt } from "drizzle-orm";
import { revision } from "../../db/schema/articles";
import { discussion, thread } from "../../db/schema/discussions";
import { localIn } from "../../domain/opening";
import { editedArticle } from "../editing/visible";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { openingView } from "./opening-view";

/** Dates and prompt of an article's discussion, and how its threads are answered. @throws Refusal noSuch.article */
export async function discussionToEdit({ db }: Context, input: { slug: string }) {
  const article = await editedArticle({ db }, input.slug);
  const [[row], [newest], answers] = await Promise.all([
    db.select().from(discussion).where(eq(discussion.id, article.discussionId)),
    db.select({ title: revision.title, language: revision.language }).from(revision).where(and(eq(revision.articleId, article.id), eq(revision.number, article.newest))),
    db.select({ answer: thread.answer, count: count() }).from(thread).where(and(eq(thread.discussionId, article.discussionId), gt(thread.comments, 0))).groupBy(thread.answer),
  ]);
  if (!row || !newest) throw noSuch("article");
  const local = (at: Date | null): string => (at === null ? "" : localIn(at, row.timeZone));
  return {
    slug: article.slug,
    ...newest,
    version: row.version,
    /** When its comments are seen; null: as here in general. */
    mode: row.mode,
    opening: openingView(row),
    /** As clocks of the zone show it, "2027-01-12T17:00"; empty: none. */
    local: { opensAt: local(row.opensAt), closesAt: local(row.closesAt) },
    hasResponse: row.responseAt !== null,
    /** Threads by what was answered; null: not yet. */
    answers: answers.toSorted((one, other) => String(one.answer).localeCompare(String(other.answer))),
  };
}

export type EditedDiscussion = Awaited<ReturnType<typeof discussionToEdit>>;
