/** Tables for other programs. */
import { stringify } from "csv-stringify/sync";

/** For programs that want it otherwise: without the mark of byte order, with another sign between cells, or with every cell in quotes. */
export type CsvForm = { hasMark?: boolean; delimiter?: string; isQuoted?: boolean };

/**
 * A table as CSV (RFC 4180) with its names in the first line. The mark of byte order makes spreadsheets read it as UTF-8. Cells that begin with
 * `= + - @`, tab or carriage return get a `'` before, or a spreadsheet would run what a stranger wrote.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[], { hasMark = true, delimiter = ",", isQuoted = false }: CsvForm = {}): string {
  // Of line ends the library quotes only those that end lines here: a line feed alone would part a cell in two.
  return stringify([[...columns], ...rows.map((row) => [...row])], { bom: hasMark, delimiter, quoted: isQuoted, quoted_empty: isQuoted, quoted_match: /[\r\n]/, record_delimiter: "\r\n", escape_formulas: true });
}
