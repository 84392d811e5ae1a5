/** The cells of a table somebody saved or pasted, whatever parts them, each line with its number. */
import { CsvError, parse } from "csv-parse/sync";
import { namedColumns } from "./roster-columns";

/** `line`: on which it begins, from 1. A cell in quotes may have line ends in it. */
export type TableLine = { line: number; cells: string[] };
/** `line`: on which the quotes begin that nothing ends. */
export type TableRefusal = { refused: "quotes"; line: number };

/** Commas, semicolons (spreadsheets of countries with a decimal comma), tabs (what is pasted from one); the first wins where none is better. */
const DELIMITERS = [",", ";", "\t"];

/** Lines by which the sign is judged. */
const LOOKED_AT = 20;

/** `limit`: lines with something in them; one more is read, so that it can be told. */
export function tableOf(text: string, limit: number): TableLine[] | TableRefusal {
  const delimiter = delimiterOf(text);
  try {
    return linesOf(text, delimiter, limit + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    return { refused: "quotes", line: lineOf(error, text, delimiter) };
  }
}

function linesOf(text: string, delimiter: string, most: number): TableLine[] {
  const lines: TableLine[] = [];
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    to: most,
    on_record: (cells: string[], info) => {
      // The parser tells the line on which a record ends.
      lines.push({ line: info.lines - endsIn(cells), cells });
      return null;
    },
  });
  return lines;
}

/** The one that finds the most names of columns, then the most lines as wide as the first, then the most columns. */
function delimiterOf(text: string): string {
  const beginning = text.split("\n", LOOKED_AT).join("\n");
  const tried = DELIMITERS.map((delimiter) => {
    // The beginning may end within quotes.
    const rows = [beginning, beginning + '"'].flatMap((part) => attempt(part, delimiter)).slice(0, LOOKED_AT);
    const width = rows[0]?.cells.length ?? 0;
    return { delimiter, marks: [namedColumns(rows[0]?.cells ?? []), width > 1 ? rows.filter(({ cells }) => cells.length === width).length : 0, width] };
  });
  return tried.reduce((best, other) => (isMore(other.marks, best.marks) ? other : best)).delimiter;
}

function isMore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((mark, place) => mark !== other[place]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

function attempt(text: string, delimiter: string): TableLine[] {
  try {
    return linesOf(text, delimiter, LOOKED_AT);
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

/** The line after the last that could be read: the parser tells where the text ends, and how many records came before. @throws what is no fault of the table */
function lineOf(error: unknown, text: string, delimiter: string): number {
  const whole = error instanceof CsvError ? error["records"] : null;
  if (typeof whole !== "number") throw error;
  const last = whole === 0 ? undefined : linesOf(text, delimiter, whole).at(-1);
  const read = last ? last.line + endsIn(last.cells) : 0;
  return read + 1 + text.split("\n").slice(read).findIndex((line) => line.trim() !== "");
}

/** Line ends within cells. */
function endsIn(cells: readonly string[]): number {
  return cells.reduce((ends, cell) => ends + cell.split("\n").length - 1, 0);
}
