/** Chains: pairs of old and new blocks in which both sides only go forward. */

export type Pair = { from: number; to: number; score: number };

/** The chain of the highest total score: a heaviest increasing subsequence, in n log n (Fredman 1975, with a Fenwick tree of maxima). */
export function heaviestChain(pairs: readonly Pair[]): Pair[] {
  // Of one old block the later new ones first: then no two of them can follow each other.
  const sorted = [...pairs].sort((one, other) => one.from - other.from || other.to - one.to);
  const places = [...new Set(sorted.map(({ to }) => to))].sort((one, other) => one - other);
  const rankOf = new Map(places.map((to, rank) => [to, rank + 1]));
  const best = new Array<number>(places.length + 1).fill(-1);
  const totals: number[] = [];
  const before: number[] = [];
  const totalOf = (at: number): number => (at < 0 ? 0 : totals[at] ?? 0);
  sorted.forEach(({ to, score }, at) => {
    const rank = rankOf.get(to) ?? 0;
    let last = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const here = best[node] ?? -1;
      if (totalOf(here) > totalOf(last)) last = here;
    }
    before.push(last);
    totals.push(totalOf(last) + score);
    for (let node = rank; node < best.length; node += node & -node) {
      if (totalOf(at) > totalOf(best[node] ?? -1)) best[node] = at;
    }
  });
  let end = -1;
  totals.forEach((total, at) => {
    if (total > totalOf(end)) end = at;
  });
  const chain: Pair[] = [];
  for (let at = end; at >= 0; at = before[at] ?? -1) {
    const pair = sorted[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
