/** Months of the calendar, in UTC: a report says the same wherever it is read. */

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** "2026-05". */
export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}

/** A month from its first moment to that of the next, and its neighbours; null when it is none, or has not begun. `next` null: it is the one under way. */
export function monthsAround(month: string, now: Date): { month: string; from: Date; until: Date; previous: string; next: string | null } | null {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (year === undefined || number === undefined || month > monthOf(now)) return null;
  const start = (more: number): Date => new Date(Date.UTC(Number(year), Number(number) - 1 + more, 1));
  const next = monthOf(start(1));
  return { month, from: start(0), until: start(1), previous: monthOf(start(-1)), next: next > monthOf(now) ? null : next };
}
