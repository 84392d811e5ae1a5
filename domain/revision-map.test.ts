import { expect, test } from "vitest";
import type { StoredFate } from "./carry-over";
import { composedMap, mapByIds, passageChanges } from "./revision-map";

const to = (...numbers: number[]): StoredFate => [numbers, "in-order", 100];

test("maps are put one after the other: a split passage is followed in all its parts, and one that is gone stays gone", () => {
  expect(composedMap([[to(2), to(), to(3, 4)], [to(1), to(1), to(3), to(2)]], 3)).toEqual([[1], [], [3, 2]]);
  expect(composedMap([], 2)).toEqual([[1], [2]]);
  expect(mapByIds([{ blockId: "a" }, { blockId: "b" }], [{ blockId: "b", number: 1 }])).toEqual([[], [1]]);
});

test("each passage is told once, along the later text; what is gone stands after what it stood after", () => {
  expect(passageChanges(["A", "B", "C"], ["New", "A", "C changed"], [[2], [], [3]])).toEqual([
    { kind: "come", before: [], after: [1], isMoved: false },
    { kind: "same", before: [1], after: [2], isMoved: false },
    { kind: "gone", before: [2], after: [], isMoved: false },
    { kind: "changed", before: [3], after: [3], isMoved: false },
  ]);
  expect(passageChanges(["A"], [], [[]])).toEqual([{ kind: "gone", before: [1], after: [], isMoved: false }]);
});

test("parts of a passage, and passages that were joined, are one change", () => {
  expect(passageChanges(["A B", "C", "D"], ["A", "B", "C D"], [[1, 2], [3], [3]])).toEqual([
    { kind: "changed", before: [1], after: [1, 2], isMoved: false },
    { kind: "changed", before: [2, 3], after: [3], isMoved: false },
  ]);
});

test("as few as possible are said to have moved, and words that came back are no change", () => {
  expect(passageChanges(["A", "B", "C"], ["C", "A", "B"], [[2], [3], [1]]).map(({ kind, after, isMoved }) => [kind, after, isMoved])).toEqual([["same", [1], true], ["same", [2], false], ["same", [3], false]]);
  expect(passageChanges(["A", "B"], ["A", "B"], [[1], []]).map(({ kind }) => kind)).toEqual(["same", "same"]);
});
