/** Which comments stand in the first view of a page: few enough to be light, spread so that every block is heard. */

/** The first HTML holds this many comments where there are that many, however many there are. */
export const SHOWN_COMMENTS = 60;

/** Always shown, wherever they stand: whoever wrote sees it at once, and whoever comes back sees what is new. */
export const NEWEST_COMMENTS = 10;

/** Each of the newest may need the first comment of its thread as well, so as not to stand alone. */
const SHARED_BESIDE_NEWEST = SHOWN_COMMENTS - 2 * NEWEST_COMMENTS;

type Countable = { id: string; total: number };

/**
 * How many of each thread's first comments to show. Threads come in the order of their claim (every block's first, then
 * every block's second …); each gets one comment while there is room, then each one more, until the budget is spent.
 */
export function shareOut(threads: readonly Countable[], budget: number = SHOWN_COMMENTS): Map<string, number> {
  const shares = new Map<string, number>();
  let left = budget;
  let open = threads.filter(({ total }) => total > 0);
  for (let round = 1; left > 0 && open.length > 0; round += 1) {
    for (const { id } of open.slice(0, left)) shares.set(id, round);
    left -= Math.min(left, open.length);
    open = open.filter(({ total }) => total > round);
  }
  return shares;
}

type Counted = { id: string; threadId: string; sequence: number };

/**
 * How many of each thread's first comments the article's page shows, so that with the `newest` it stays within the
 * budget: all of it goes to the threads when the newest are among them anyway; else some is kept back for these.
 */
export function sharesBeside(threads: readonly Countable[], newest: readonly Counted[]): Map<string, number> {
  const whole = shareOut(threads);
  if (newest.every(({ threadId, sequence }) => sequence <= (whole.get(threadId) ?? 0))) return whole;
  const shares = shareOut(threads, SHARED_BESIDE_NEWEST);
  for (const { threadId } of newest) if (!shares.has(threadId)) shares.set(threadId, 1);
  return shares;
}
