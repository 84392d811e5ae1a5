/** Everything about an article, a page of it at a time, for archives and print. As many queries however much is said. */
import { and, asc, eq, gte, lte } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import type { WholePageView } from "../../domain/reading";
import { readSpot, type Spot, spotCursor } from "../../domain/reading-order";
import { blocksOfPage, COMMENTS_ON_A_PAGE, wholePage } from "../../domain/whole-pages";
import { inReadingOrder } from "../../domain/whole-thread";
import { allComments } from "../comments/rows";
import type { Db } from "../../db/client";
import type { Context } from "../trpc";
import { oldWords } from "./old-words";
import { heatOf, type PlacedThread, threadsFrom } from "./placed";
import { arranged, type StoredBlock } from "./views";
import { visibleArticle, type VisibleArticle } from "./visible";

/** `after`: the cursor of the page; what is none begins at the beginning. */
export async function wholeDiscussion({ db }: Context, input: { slug: string; after: string | null }): Promise<WholePageView> {
  return wholeOf(db, await visibleArticle({ db }, input.slug), input.after);
}

/** The same, of an article that is known to be visible. */
export async function wholeOf(db: Db, shown: VisibleArticle, after: string | null): Promise<WholePageView> {
  const from = after === null ? null : readSpot(after);
  // Every thread has a comment or more, so that no page holds more threads than comments.
  const [heats, following] = await Promise.all([heatOf(db, shown), threadsFrom(db, shown, from, COMMENTS_ON_A_PAGE + 1)]);
  const sized = following.map(({ blockNumber, ordinal, total }) => ({ block: blockNumber, ordinal, total }));
  const before = startOf(following, from);
  const { threads, next } = wholePage(sized, before);
  const placed = following.slice(0, threads);
  const [blocks, comments, old] = await Promise.all([blocksBetween({ db }, shown, blocksOfPage(from, next, sized[threads - 1])), allComments(db, placed.map(({ id }) => id)), oldWords(db, shown, placed)]);
  for (const [at, { id }] of placed.entries()) comments.set(id, inReadingOrder(comments.get(id) ?? [], at === 0 ? before : 0, COMMENTS_ON_A_PAGE));
  return { ...arranged(shown.head, blocks, heats, placed, comments, old), from, next: next && spotCursor(next) };
}

/** How many comments of the first thread stood on pages before; none, when the spot was of another. */
function startOf([first]: readonly PlacedThread[], from: Spot | null): number {
  const taken = from !== null && first?.blockNumber === from.block && first.ordinal === from.ordinal;
  return taken && from.sequence < first.total ? from.sequence : 0;
}

async function blocksBetween({ db }: Pick<Context, "db">, { revisionId }: VisibleArticle, span: ReturnType<typeof blocksOfPage>): Promise<StoredBlock[]> {
  if (span === null) return [];
  const upTo = span.last === null ? undefined : lte(block.number, span.last);
  return db.select().from(block).where(and(eq(block.revisionId, revisionId), gte(block.number, span.first), upTo)).orderBy(asc(block.number));
}
