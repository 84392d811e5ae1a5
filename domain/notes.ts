/**
 * Numbers of threads, by which paper leads from the text to what is said on it: "12.3" is the third thread on ¶ 12, by age, and
 * "0.2" the second on the whole article. The number belongs to the thread: it is the same on every page, and one that stands in
 * a margin stays right however much is said later.
 */
export function noteNumber(block: number | null, ordinal: number): string {
  return `${block ?? 0}.${ordinal}`;
}

/** What stands in the margin beside a block: its notes in order, three or more in a row as a range, "12.1–12.4, 12.6". */
export function notesBeside(block: number, ordinals: readonly number[]): string {
  const rows: { first: number; last: number }[] = [];
  for (const ordinal of [...new Set(ordinals)].sort((one, other) => one - other)) {
    const row = rows.at(-1);
    if (row && ordinal === row.last + 1) row.last = ordinal;
    else rows.push({ first: ordinal, last: ordinal });
  }
  return rows
    .map(({ first, last }) => {
      if (first === last) return noteNumber(block, first);
      return `${noteNumber(block, first)}${last === first + 1 ? ", " : "–"}${noteNumber(block, last)}`;
    })
    .join(", ");
}
