/** Which comments stand in the first view of a page: few enough to be light, spread so that every block is heard. */

/** The first HTML holds this many comments where there are that many, however many there are. */
export const SHOWN_COMMENTS = 60;

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
