/** A class list that somebody uploads or pastes: who is on it, and what is wrong with it, by line and column. Nothing here throws. */
import { foldedAddress } from "../addresses";
import { decode, type DecodingRefusal } from "../importing/decoding";
import { withLineFeeds } from "../text";
import { cleanCell, faultOfCell, faultOfRosterName, isFormula, wholeName, type CellFault } from "./roster-cells";
import { columnsByContent, columnsByName, type RosterField } from "./roster-columns";
import { tableOf, type TableLine, type TableRefusal } from "./roster-table";

/** The largest course of a large university. */
export const ROSTER_ROWS = 10_000;

/** Two names, an address and a number, generously: about 200 bytes a line. */
export const ROSTER_BYTES = 2 * 1024 * 1024;

/** Null: the list says nothing of it. `email` folded. At least one of name, e-mail and number is there. */
export type RosterRow = { line: number; name: string | null; email: string | null; section: string | null; externalId: string | null };

/** `line`, `column` from 1; `column` null: the whole line. `cell`: its beginning, to show. */
export type RosterFault = { line: number; column: number | null; field: RosterField | null; cell: string } & (CellFault | { fault: "nobody" } | { fault: "tooManyCells"; most: number });

/** What is right and should be known: `formula`, a spreadsheet would run this cell, here it is text. */
export type RosterNotice = { line: number; column: number; cell: string; notice: "formula" };

/** What cannot be read at all. `noColumns`: neither a name nor an address nor a number was found. */
export type RosterRefusal = DecodingRefusal | TableRefusal | { refused: "tooManyRows"; limit: number } | { refused: "noRows" } | { refused: "noColumns" };

/**
 * `rows`: the lines without a fault, in order. While there are faults the list is not whole: whoever stands in a faulty line would be taken
 * for gone, so nothing of it may be applied but what is asked for by name. `columns`: what each was taken for; `hasHeader`: by their names.
 */
export type Roster = { encoding: string | null; hasHeader: boolean; columns: (RosterField | null)[]; rows: RosterRow[]; faults: RosterFault[]; notices: RosterNotice[] };

/** Of a file: any encoding that articles may have (UTF-8 with or without its mark, UTF-16, GBK …). */
export function rosterOf(bytes: Uint8Array): Roster | RosterRefusal {
  const decoded = decode(bytes, { limit: ROSTER_BYTES });
  return "refused" in decoded ? decoded : rosterOfText(decoded.text, decoded.encoding);
}

/** Of what was pasted. */
export function rosterOfText(text: string, encoding: string | null = null): Roster | RosterRefusal {
  // One more line for the names of the columns.
  const table = tableOf(withLineFeeds(text), ROSTER_ROWS + 1);
  if ("refused" in table) return table;
  const named = columnsByName(table[0]?.cells ?? []);
  const lines = (named ? table.slice(1) : table).filter(({ cells }) => !isPointsPossible(cells));
  if (lines.length > ROSTER_ROWS) return { refused: "tooManyRows", limit: ROSTER_ROWS };
  if (lines.length === 0) return { refused: "noRows" };
  const columns = named ?? columnsByContent(lines.map(({ cells }) => cells));
  if (!columns.some((field) => field !== null && field !== "section")) return { refused: "noColumns" };
  const read = lines.map((line) => rowOf(line, columns));
  return { encoding, hasHeader: named !== null, columns, rows: read.flatMap(({ row }) => row ?? []), faults: read.flatMap(({ faults }) => faults), notices: read.flatMap(({ notices }) => notices) };
}

/** In what Canvas saves of its gradebook, the line after the names of columns is nobody's. */
function isPointsPossible(cells: readonly string[]): boolean {
  return cells[0]?.trim() === "Points Possible";
}

/** Enough of a cell to find it. */
const SHOWN = 40;

type Read = { row: RosterRow | null; faults: RosterFault[]; notices: RosterNotice[] };

function rowOf({ line, cells }: TableLine, columns: readonly (RosterField | null)[]): Read {
  const shown = (cell: string): string => Array.from(cell).slice(0, SHOWN).join("").toWellFormed();
  const faults: RosterFault[] = [];
  const notices: RosterNotice[] = [];
  const found = new Map<RosterField, string>();
  const tell = (field: RosterField, fault: CellFault): void => {
    const at = columns.indexOf(field);
    faults.push({ line, column: at + 1, field, cell: shown(cells[at] ?? ""), ...fault });
  };
  for (const [at, field] of columns.entries()) {
    // Brightspace writes "#" before ids, so that spreadsheets keep their leading noughts.
    const cell = field === "externalId" ? cleanCell(cells[at] ?? "").replace(/^#(?=.)/, "") : cleanCell(cells[at] ?? "");
    if (field === null || cell === "") continue;
    if (isFormula(cells[at] ?? "")) notices.push({ line, column: at + 1, cell: shown(cell), notice: "formula" });
    found.set(field, cell);
    const fault = field === "email" || field === "section" || field === "externalId" ? faultOfCell(field, cell) : null;
    if (fault) tell(field, fault);
  }
  const stray = cells.findIndex((cell, at) => at >= columns.length && cell.trim() !== "");
  if (stray >= 0) faults.push({ line, column: stray + 1, field: null, cell: shown(cells[stray] ?? ""), fault: "tooManyCells", most: columns.length });
  const name = found.get("name") ?? wholeName(found.get("given") ?? "", found.get("family") ?? "");
  const wrong = name === "" ? null : faultOfRosterName(name);
  if (wrong) tell(found.has("name") ? "name" : found.has("given") ? "given" : "family", wrong);
  const email = found.get("email") ?? null;
  const row: RosterRow = { line, name: name === "" ? null : name, email: email === null ? null : foldedAddress(email), section: found.get("section") ?? null, externalId: found.get("externalId") ?? null };
  if (row.name === null && row.email === null && row.externalId === null) faults.push({ line, column: null, field: null, cell: shown(cells.join(" ").trim()), fault: "nobody" });
  return { row: faults.length === 0 ? row : null, faults, notices };
}
