import { describe, expect, test } from "vitest";
import { includes, readRanges, readUpTo, united, unreadCount, withSequences, writeRanges } from "./read-ranges";

const add = (text: string, ...sequences: number[]): string => writeRanges(withSequences(readRanges(text), sequences));

test.each([
  ["", [1], "1"],
  ["1", [2], "1-2"],
  ["1-3", [5], "1-3,5"],
  ["1-3,5", [4], "1-5"],
  ["5-7", [1, 2, 3, 4], "1-7"],
  ["5-7", [8, 4], "4-8"],
  ["1-14,17", [3], "1-14,17"],
  ["2,4,6", [3, 5], "2-6"],
  ["", [9, 1, 9, 5], "1,5,9"],
  ["3", [0, -1], "3"],
  ["1-3", [], "1-3"],
])("%j with %j is %j", (text, sequences, wanted) => {
  expect(add(text, ...sequences)).toBe(wanted);
});

test.each([
  ["", 5, [], 5],
  ["1-5", 5, [], 0],
  ["1-2,4", 5, [], 2],
  ["1-2", 5, [3], 2],
  ["1-2", 5, [2, 3, 3], 2],
  ["1-9", 5, [], 0],
  ["", 3, [7], 3],
  ["4,9-12", 10, [1, 10], 6],
  ["", 0, [], 0],
] as const)("read %j of %i with %j settled leaves %i", (text, total, settled, unread) => {
  expect(unreadCount(total, readRanges(text), settled)).toBe(unread);
});

test.each([["1-14,17", 14], ["1", 1], ["2-9", 0], ["", 0]])("%j is read up to %i", (text, upTo) => {
  expect(readUpTo(readRanges(text))).toBe(upTo);
});

test("what nobody wrote here is no range", () => {
  expect(readRanges("1-2-3,x,,-4,5")).toEqual([{ first: 5, last: 5 }]);
});

/** Numbers that look like chance and are the same each time. */
function* scattered(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

describe.each(Array.from({ length: 40 }, (_, seed) => seed))("scattered marks, seed %i", (seed) => {
  const chance = scattered(seed + 1);
  const next = (below: number): number => (chance.next().value ?? 0) % below;
  const total = 1 + next(60);
  const read = new Set<number>();
  let [text, upper] = ["", ""];
  for (let mark = 0; mark < 12; mark += 1) {
    const sequences = Array.from({ length: 1 + next(6) }, () => 1 + next(total));
    for (const sequence of sequences) read.add(sequence);
    text = add(text, ...sequences);
    if (mark % 2) upper = add(upper, ...sequences);
  }
  const settled = Array.from({ length: next(8) }, () => 1 + next(total));
  const ranges = readRanges(text);

  test("hold just what was added", () => {
    for (let sequence = 1; sequence <= total + 1; sequence += 1) expect(includes(ranges, sequence)).toBe(read.has(sequence));
  });
  test("are in order and do not touch", () => {
    for (const [place, { first, last }] of ranges.entries()) {
      expect(first).toBeLessThanOrEqual(last);
      expect(first).toBeGreaterThan((ranges[place - 1]?.last ?? -1) + 1);
    }
    expect(writeRanges(readRanges(text))).toBe(text);
  });
  test("count as sets do", () => {
    const done = new Set([...read, ...settled]);
    expect(unreadCount(total, ranges, settled)).toBe(total - done.size);
  });
  test("are the same whatever the order they came in", () => {
    expect(add("", ...[...read].reverse())).toBe(text);
    expect(writeRanges(united(readRanges(upper), ranges))).toBe(text);
    expect(writeRanges(united(ranges, readRanges(upper)))).toBe(text);
  });
});
