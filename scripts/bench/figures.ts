/** What was measured, beside what is wanted. */

/** `met` null: not measured, `measured` says why. */
export type Figure = { goal: number; what: string; measured: string; wanted: string; met: boolean | null };

/** The goals this command measures; the missing number is one for a database of a million comments. */
export const GOALS = [1, 2, 3, 4, 5, 6, 7, 9];

type Measured = { goal: number; what: string; value: number; unit?: string };

function shown(value: number, unit: string): string {
  const text = Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
  return unit === "×" ? `${text} ×` : `${text} ${unit}`.trim();
}

export function atMost(limit: number, { goal, what, value, unit = "" }: Measured): Figure {
  return { goal, what, measured: shown(value, unit), wanted: `≤ ${shown(limit, unit)}`, met: value <= limit };
}

export function atLeast(limit: number, { goal, what, value, unit = "" }: Measured): Figure {
  return { goal, what, measured: shown(value, unit), wanted: `≥ ${shown(limit, unit)}`, met: value >= limit };
}

export function notMeasured(goal: number, what: string, why: string): Figure {
  return { goal, what, measured: why, wanted: "", met: null };
}

/** Beside a figure, to judge it by: nothing is wanted of it. */
export function known(goal: number, what: string, value: number, unit: string): Figure {
  return { goal, what, measured: shown(value, unit), wanted: "", met: null };
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ goal, what, measured, wanted, met }) => [String(goal), what, measured, wanted, met === null ? "" : met ? "met" : "not met"]);
  const all = [["goal", "", "measured", "wanted", ""], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
