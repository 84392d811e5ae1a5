/** The writes of a unit, and what is required of each. */
import type { Writer } from "./client";

export type Statement = { toSQL(): { sql: string; params: unknown[] } };

/** A write that must touch just so many rows; otherwise the whole unit is undone and `Overtaken(what)` thrown. */
export type Must = { statement: Statement; rows: number; what: string };

export type Write = Statement | Must;
export type MakeWrites = (w: Writer) => Write[];

/** A write with what is required of it; `rows` null: nothing. */
export function required(write: Write): { statement: Statement; rows: number | null; what: string } {
  return "statement" in write ? write : { statement: write, rows: null, what: "" };
}

export function must(statement: Statement, what: string, rows = 1): Must {
  return { statement, rows, what };
}
