/** What of a thread was read: sequences of its comments, as ranges in order of which none touches another. */
export type Range = { first: number; last: number };

/** From "1-14,17". What this module did not write is no range. */
export function readRanges(text: string): Range[] {
  return text.split(",").flatMap((part) => {
    const [, first, last] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last ?? first) }];
  });
}

export function writeRanges(ranges: readonly Range[]): string {
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(",");
}

/** All that stands in one or the other, in the fewest ranges. */
export function united(one: readonly Range[], other: readonly Range[]): Range[] {
  const ordered = [...one, ...other].sort((a, b) => a.first - b.first);
  const ranges: Range[] = [];
  for (const { first, last } of ordered) {
    const before = ranges.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else ranges.push({ first, last });
  }
  return ranges;
}

/** The ranges with these sequences added; any below 1 names no comment. */
export function withSequences(ranges: readonly Range[], sequences: Iterable<number>): Range[] {
  const added = [...sequences].flatMap((sequence) => (sequence >= 1 ? [{ first: sequence, last: sequence }] : []));
  return united(ranges, added);
}

export function includes(ranges: readonly Range[], sequence: number): boolean {
  return ranges.some(({ first, last }) => first <= sequence && sequence <= last);
}

/** The last of those read from the first on without a gap; 0 when the first is not read. */
export function readUpTo([range]: readonly Range[]): number {
  return range?.first === 1 ? range.last : 0;
}

/** What is left to read of a thread of `total` comments, `settled` being those that never count: deleted, one's own, of people muted. */
export function unreadCount(total: number, read: readonly Range[], settled: Iterable<number>): number {
  const done = withSequences(read, settled).filter(({ first }) => first <= total);
  return total - done.reduce((sum, { first, last }) => sum + Math.min(last, total) - first + 1, 0);
}
