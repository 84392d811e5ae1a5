/** Where blocks of a draft stand: whole numbers with gaps, so that one more fits between two without moving the others. */

/** The largest whole number of a column, on Postgres. */
const END = 2 ** 31 - 1;

/** Between two of so many blocks that are evenly spread, and before the first. */
export function stepOf(count: number): number {
  return Math.floor(END / (count + 1));
}

/** Of so many blocks, evenly spread: with 4,000 a place can be halved 19 times. */
export function positionsOf(count: number): number[] {
  const step = stepOf(count);
  return Array.from({ length: count }, (_, place) => (place + 1) * step);
}

/** So many places between two others, null for the ends of the text, in order; null when the gap is too small. */
export function positionsBetween(before: number | null, after: number | null, count: number): number[] | null {
  const [from, to] = [before ?? 0, after ?? END];
  const step = Math.floor((to - from) / (count + 1));
  return step < 1 ? null : Array.from({ length: count }, (_, place) => from + (place + 1) * step);
}

/** New places for all that are in use, as far apart as can be and in the same order. */
export function spreadPositions(used: readonly number[]): Map<number, number> {
  const sorted = [...new Set(used)].sort((one, other) => one - other);
  const places = positionsOf(sorted.length);
  return new Map(sorted.map((was, rank) => [was, places[rank] ?? was]));
}
