/** A whole discussion in pages, for archives and print: cut between blocks where that can be, else between threads. */
import type { Spot } from "./reading-order";

/**
 * Comments on one page of everything. A thousand, of forty words each, print on a hundred and twenty pages and belong together;
 * two thousand are two hundred pages and 1.5 MB, about what a phone still lays out, and a printer takes, without complaint.
 */
export const COMMENTS_ON_A_PAGE = 2_000;

export type Sized = { block: number; ordinal: number; total: number };

/** How many threads stand on a page, and where the next begins; null: this is the last. */
export type Page = { threads: number; next: Spot | null };

/**
 * The page that begins with the first of these `threads`, which come in reading order; `before` of its comments stood on pages
 * before. A thread that alone is more than a page is cut: the spot's `sequence` then says how many of its comments are done.
 */
export function wholePage(threads: readonly Sized[], before: number, most = COMMENTS_ON_A_PAGE): Page {
  let [fitting, comments] = [0, -before];
  for (const { total } of threads) {
    comments += total;
    if (comments > most) break;
    fitting += 1;
  }
  const over = threads[fitting];
  if (over === undefined) return { threads: fitting, next: null };
  if (fitting === 0) return { threads: 1, next: { block: over.block, ordinal: over.ordinal, sequence: before + most } };
  const firstOfBlock = threads.findIndex(({ block }) => block === over.block);
  const cut = firstOfBlock > 0 ? firstOfBlock : fitting;
  return { threads: cut, next: { block: over.block, ordinal: threads[cut]?.ordinal ?? over.ordinal, sequence: 0 } };
}

/**
 * The blocks of a page, by number; `last` null: all that follow. Null: it has none, and holds only what is said on the whole
 * article. `lastThread`: the last one on the page.
 */
export function blocksOfPage(from: Spot | null, next: Spot | null, lastThread: Pick<Sized, "block"> | undefined): { first: number; last: number | null } | null {
  if (from?.block === 0) return null;
  const first = from?.block ?? 1;
  if (next === null || next.block === 0) return { first, last: null };
  return { first, last: lastThread?.block === next.block ? next.block : next.block - 1 };
}
