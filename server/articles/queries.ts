/** The pages of an article, as data. */
import { and, asc, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, block, revision } from "../../db/schema/articles";
import { discussion, heat } from "../../db/schema/discussions";
import type { ArticleListView, ArticleView, BlockPageView, ThreadPageView } from "../../domain/reading";
import { shareOut } from "../../domain/shown";
import { branchOf } from "../../domain/thread";
import { creditsOf } from "../answers/taken";
import { branchIds, firstCommentOf, REPLIES_A_PAGE } from "../comments/branches";
import { commentsById, firstComments } from "../comments/rows";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { newestPlaces } from "../revisions/map";
import { firstView } from "./first-view";
import { oldWords } from "./old-words";
import { heatOf, pinnedThreads, placedThread, threadsOfBlock } from "./placed";
import { answerOf, arranged, byPassage, type StoredBlock, viewOfBlock, viewOfThread } from "./views";
import { visibleArticle, type VisibleArticle } from "./visible";

export async function hasArticles(db: Db): Promise<boolean> {
  const [found] = await db.select({ id: article.id }).from(article).limit(1);
  return found !== undefined;
}

/** The article with every block's first threads and the newest comments: a fixed number of them however many there are. */
export async function articleView({ db }: Context, input: { slug: string; revision: number | null }): Promise<ArticleView> {
  return viewOfArticle(db, await visibleArticle({ db }, input.slug, input.revision));
}

/** The same, of what is known to be visible. */
export async function viewOfArticle(db: Db, shown: VisibleArticle): Promise<ArticleView> {
  const [blocks, heats, { threads, shares, newest }] = await Promise.all([
    allBlocks(db, shown),
    heatOf(db, shown),
    firstView(db, shown),
  ]);
  const [comments, old, places, credits] = await Promise.all([firstComments(db, shares, newest), oldWords(db, shown, threads), newestPlaces(db, shown, blocks), creditsOf(db, shown.head)]);
  const view = arranged(shown.head, blocks, heats, byPassage(threads), comments, old);
  return { ...view, blocks: view.blocks.map((one) => ({ ...one, newest: places.get(one.number) })), credits };
}

export function allBlocks(db: Db, { revisionId }: VisibleArticle): Promise<StoredBlock[]> {
  return db.select().from(block).where(eq(block.revisionId, revisionId)).orderBy(asc(block.number));
}

/** @throws Refusal noSuch.block */
export async function blockNumbered(db: Db, { revisionId }: VisibleArticle, number: number): Promise<StoredBlock> {
  const [found] = await db.select().from(block).where(and(eq(block.revisionId, revisionId), eq(block.number, number)));
  if (!found) throw noSuch("block");
  return found;
}

const THREADS_A_PAGE = 20;

/** A block and a page of its threads, those after the `after`th. @throws Refusal noSuch.block */
export async function blockPage({ db }: Context, input: { slug: string; number: number; after: number }): Promise<BlockPageView> {
  return pageOfBlock(db, await visibleArticle({ db }, input.slug), input);
}

/** The same, of an article that is known to be visible. */
export async function pageOfBlock(db: Db, shown: VisibleArticle, input: { number: number; after: number }): Promise<BlockPageView> {
  const [found, heats, placed, pinned] = await Promise.all([
    blockNumbered(db, shown, input.number),
    heatOf(db, shown),
    threadsOfBlock(db, shown, input.number, input.after, THREADS_A_PAGE + 1),
    input.after === 0 ? pinnedThreads(db, shown, input.number) : [],
  ]);
  const page = placed.slice(0, THREADS_A_PAGE);
  const here = [...pinned, ...page];
  const [comments, old] = await Promise.all([firstComments(db, shareOut(here)), oldWords(db, shown, here)]);
  const threads = here.map((thread) => viewOfThread(thread, comments, old));
  return { head: shown.head, block: viewOfBlock(found, heats, threads), next: placed.length > THREADS_A_PAGE ? String(page.at(-1)?.ordinal) : null };
}

/** A thread, or what stands below one comment of it: a page of the direct replies, and what is below those. */
export async function threadPage({ db }: Context, input: { slug: string; thread: string; from: string | null; after: number }): Promise<ThreadPageView> {
  return pageOfThread(db, await visibleArticle({ db }, input.slug), input);
}

/** The same, of an article that is known to be visible. */
export async function pageOfThread(db: Db, shown: VisibleArticle, input: { thread: string; from: string | null; after: number }): Promise<ThreadPageView> {
  const placed = await placedThread(db, shown, input.thread);
  const first = placed && (await firstCommentOf(db, placed.id));
  if (!placed || !first) throw noSuch("thread");
  const top = input.from ?? first;
  const rows = await commentsById(db, await branchIds(top, input.after));
  const branch = branchOf(top, rows);
  if (branch?.comment.threadId !== placed.id) throw noSuch("comment");
  // Those of the pages before are not "more": the page before shows them.
  branch.more = Math.max(0, branch.comment.replies - input.after - branch.replies.length);
  const { parentId } = branch.comment;
  const [above, [found], heats, old] = await Promise.all([
    parentId === null ? [] : commentsById(db, [parentId]),
    db.select().from(block).where(and(eq(block.revisionId, shown.revisionId), eq(block.number, placed.blockNumber))),
    heatOf(db, shown),
    oldWords(db, shown, [placed]),
  ]);
  return {
    head: shown.head,
    thread: { id: placed.id, quote: placed.quote, total: placed.total, old: old.get(placed.id) ?? null, answer: answerOf(placed), isPinned: placed.pinnedAt !== null },
    block: found ? viewOfBlock(found, heats, []) : null,
    branch,
    above: above[0] ?? null,
    after: input.after > 0 ? String(input.after) : null,
    next: branch.comment.replies > input.after + REPLIES_A_PAGE ? String(input.after + REPLIES_A_PAGE) : null,
  };
}

const ARTICLES_A_PAGE = 20;

/** Published articles, newest first, from after the article with the slug `after`. */
export async function articleList({ db }: Context, { after }: { after: string | null }): Promise<ArticleListView> {
  const [last] = after === null ? [] : await db.select({ id: article.id, publishedAt: article.publishedAt }).from(article).where(and(eq(article.slug, after), eq(article.state, "published")));
  const rows = await db
    .select({ article, revision, discussion })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .innerJoin(discussion, and(eq(discussion.articleId, article.id), eq(discussion.audience, "public")))
    .where(and(eq(article.state, "published"), last?.publishedAt ? or(lt(article.publishedAt, last.publishedAt), and(eq(article.publishedAt, last.publishedAt), lt(article.id, last.id))) : undefined))
    .orderBy(desc(article.publishedAt), desc(article.id))
    .limit(ARTICLES_A_PAGE + 1);
  const page = rows.slice(0, ARTICLES_A_PAGE);
  const revisions = page.map((row) => row.revision.id);
  const discussions = page.map((row) => row.discussion.id);
  const heats = page.length
    ? await db.select().from(heat).where(and(inArray(heat.discussionId, discussions), inArray(heat.revisionId, revisions)))
    : [];
  return {
    articles: page.map((row) => {
      const here = heats.filter((one) => one.discussionId === row.discussion.id);
      const said = (first: number, to: number): number => here.reduce((sum, one) => (one.blockNumber >= first && one.blockNumber <= to ? sum + one.comments : sum), 0);
      const { title, byline, date, language, standfirst, opening, outline } = row.revision;
      return {
        ...{ title, byline, date, language, slug: row.article.slug, revision: row.revision.number },
        standfirst: standfirst ?? opening,
        comments: row.discussion.comments,
        participants: row.discussion.participants,
        score: outline.map(({ first, last: to, length }) => ({ number: first, length, comments: said(first, to) })),
      };
    }),
    next: rows.length > ARTICLES_A_PAGE ? (page.at(-1)?.article.slug ?? null) : null,
  };
}
