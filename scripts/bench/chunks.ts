/** Rows of one insert: SQLite takes 32,766 values in a statement, a comment has fifteen. */
const AT_ONCE = 1_000;

export function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, chunk) => rows.slice(chunk * AT_ONCE, (chunk + 1) * AT_ONCE));
}
