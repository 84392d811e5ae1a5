/** Points of a grade, as whole hundredths: sums of them are exact, and come out the same anywhere. */

/** Hundredths of a point. */
export type Points = number;

/** A thousand: more is a percentage with decimals written without its point. */
export const MOST_POINTS: Points = 100_000;

export const decimalsOfPoints = [0, 1, 2] as const;
export type Decimals = (typeof decimalsOfPoints)[number];

/** The step between two grades: 100, 10 or 1 hundredths. */
export function stepOf(decimals: Decimals): Points {
  return 10 ** (2 - decimals);
}

/** `points` × `numerator` / `denominator`, rounded half up to so many decimals, never above `points` for a share of 1 or less. Whole numbers below 2^53 throughout. */
export function shareOf(points: Points, numerator: number, denominator: number, decimals: Decimals): Points {
  if (denominator <= 0) return 0;
  const step = stepOf(decimals);
  const rounded = Math.floor((2 * points * numerator + denominator * step) / (2 * denominator * step)) * step;
  return numerator <= denominator ? Math.min(points, rounded) : rounded;
}

/** Points in so many parts as equal as can be, the larger first; together they are exactly the points. */
export function splitPoints(points: Points, parts: number, decimals: Decimals): Points[] {
  const step = stepOf(decimals);
  const steps = Math.floor(points / step);
  return Array.from({ length: parts }, (_, at) => (Math.floor(steps / parts) + (at < steps % parts ? 1 : 0)) * step + (at === 0 ? points - steps * step : 0));
}

/** "8.5", as many decimals as are needed, a point whatever the language: what other programs read. */
export function writtenPoints(points: Points): string {
  return (points / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** What somebody typed, with a point or a comma; null: none, negative, too many, or finer than hundredths. */
export function readPoints(typed: string): Points | null {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(typed.normalize("NFKC").trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return points <= MOST_POINTS ? points : null;
}
