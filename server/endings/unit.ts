/** One unit of the end of a class: what it writes, what is then counted, and how far it is. */
import type { Writer } from "../../db/client";
import type { classEnding } from "../../db/schema/endings";
import type { Write } from "../../db/writes";
import type { EndingCounts } from "../../domain/classroom/ending";

export type EndingRow = typeof classEnding.$inferSelect;

/** `upTo`: where what is looked through in order is then; absent: as before. */
export type Unit = { writes: (w: Writer) => Write[]; counts: EndingCounts; upTo?: string };

/** Null: nothing of its kind is left. */
export type Step = (ending: EndingRow & { classId: string }, now: Date) => Promise<Unit | null>;

/** Rows of one unit: so many statements hold up a writer for some ten milliseconds. */
export const ROWS_AT_ONCE = 200;
/** Of rows that nothing refers to. */
export const PLAIN_ROWS_AT_ONCE = 1_000;

/** Where a step that goes by ids is: "comments:ID". */
export function idAfter({ upTo }: Pick<EndingRow, "upTo">, step: string): string {
  return upTo?.startsWith(`${step}:`) === true ? upTo.slice(step.length + 1) : "";
}
