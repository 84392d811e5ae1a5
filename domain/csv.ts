/** Tables for other programs. */
import { stringify } from "csv-stringify/sync";

/**
 * A table as CSV (RFC 4180) with its names in the first line. The mark of byte order makes spreadsheets read it as UTF-8. Cells that begin with
 * `= + - @`, tab or carriage return get a `'` before, or a spreadsheet would run what a stranger wrote.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], { bom: true, record_delimiter: "\r\n", escape_formulas: true });
}
