/** How the grades of a class would lie: what a teacher looks at before they are released. */
import type { Points } from "./points";

/** Ten columns can be read at a glance, and are tenths of the points. */
const BINS = 10;

/** `to` belongs to the last bin alone; points in between to the bin they begin. */
export type Bin = { from: Points; to: Points; count: number };

/** Of so many grades. Quartiles and median by the nearest rank, so that each is a grade somebody has; null where there is none. `mean` half up to hundredths. */
export type Distribution = { count: number; bins: Bin[]; least: Points | null; quarter: Points | null; median: Points | null; threeQuarters: Points | null; most: Points | null; mean: Points | null };

/** `full`: the most a grade can be. Steps where there are fewer than ten: a grade of three points has three bins. */
export function distributionOf(grades: readonly Points[], full: Points): Distribution {
  const sorted = [...grades].sort((one, other) => one - other);
  const count = sorted.length;
  const bins = Math.max(1, Math.min(BINS, Math.floor(full / 100)));
  const edges = Array.from({ length: bins + 1 }, (_, at) => Math.floor((full * at) / bins));
  const binOf = (points: Points): number => Math.max(0, edges.findLastIndex((edge, at) => at < bins && points >= edge));
  const counts = new Map<number, number>();
  for (const points of sorted) counts.set(binOf(points), (counts.get(binOf(points)) ?? 0) + 1);
  const rank = (quarters: number): Points | null => sorted[Math.max(0, Math.ceil((count * quarters) / 4) - 1)] ?? null;
  const sum = sorted.reduce((total, points) => total + points, 0);
  return {
    count,
    bins: Array.from({ length: bins }, (_, at) => ({ from: edges[at] ?? 0, to: edges[at + 1] ?? full, count: counts.get(at) ?? 0 })),
    least: sorted[0] ?? null,
    quarter: rank(1),
    median: rank(2),
    threeQuarters: rank(3),
    most: sorted.at(-1) ?? null,
    mean: count === 0 ? null : Math.floor((2 * sum + count) / (2 * count)),
  };
}

export type WhatIf = { now: Distribution; then: Distribution; rising: number; falling: number; same: number };

/** What another rule would do: the same students in the same order under both. */
export function whatIf(pairs: readonly { now: Points; then: Points }[], full: { now: Points; then: Points }): WhatIf {
  const rising = pairs.filter(({ now, then }) => then > now).length;
  const falling = pairs.filter(({ now, then }) => then < now).length;
  return { now: distributionOf(pairs.map(({ now }) => now), full.now), then: distributionOf(pairs.map(({ then }) => then), full.then), rising, falling, same: pairs.length - rising - falling };
}
