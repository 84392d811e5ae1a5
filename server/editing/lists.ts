/** What editors are at work on, and what is published. */
import { and, desc, eq, lt, or } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { revisionDraft } from "../../db/schema/editing";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Context } from "../trpc";

const ROWS_A_PAGE = 20;

export type ListedDraft = { slug: string; title: string; language: string; updatedAt: string };

/** Drafts, those changed last first. */
export async function draftList({ db }: Context, { after }: { after: string | null }): Promise<{ drafts: ListedDraft[]; next: string | null }> {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await db
    .select({ id: revisionDraft.id, slug: article.slug, title: revisionDraft.title, language: revisionDraft.language, updatedAt: revisionDraft.updatedAt })
    .from(revisionDraft)
    .innerJoin(article, eq(article.id, revisionDraft.articleId))
    .where(and(eq(revisionDraft.retired, ""), last && at ? or(lt(revisionDraft.updatedAt, at), and(eq(revisionDraft.updatedAt, at), lt(revisionDraft.id, last.id))) : undefined))
    .orderBy(desc(revisionDraft.updatedAt), desc(revisionDraft.id))
    .limit(ROWS_A_PAGE + 1);
  const page = rows.slice(0, ROWS_A_PAGE);
  const end = rows.length > ROWS_A_PAGE ? page.at(-1) : undefined;
  return {
    drafts: page.map(({ id: _, updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() })),
    next: end ? cursorOf({ at: end.updatedAt.getTime(), id: end.id }) : null,
  };
}

export type ListedArticle = { slug: string; title: string; language: string; state: "published" | "withdrawn"; revision: number; comments: number; at: string };

/** Articles that were published, withdrawn ones too, the newest first: ids are made in the order of time. */
export async function editedArticles({ db }: Context, { after }: { after: string | null }): Promise<{ articles: ListedArticle[]; next: string | null }> {
  const rows = await db
    .select({ id: article.id, slug: article.slug, state: article.state, revision: article.newest, publishedAt: article.publishedAt, withdrawnAt: article.withdrawnAt, createdAt: article.createdAt, title: revision.title, language: revision.language, comments: discussion.comments })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(after === null ? undefined : lt(article.id, after))
    .orderBy(desc(article.id))
    .limit(ROWS_A_PAGE + 1);
  const page = rows.slice(0, ROWS_A_PAGE);
  return {
    articles: page.map(({ id: _, state, publishedAt, withdrawnAt, createdAt, ...row }) => ({ ...row, state: state === "withdrawn" ? state : "published", at: (withdrawnAt ?? publishedAt ?? createdAt).toISOString() })),
    next: rows.length > ROWS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
