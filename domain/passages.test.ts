import { expect, test } from "vitest";
import { stretchesOf } from "./passages";

const shown = (passages: [string, number, number][], start = 0, end = 10) =>
  stretchesOf(passages.map(([thread, from, to]) => ({ thread, note: thread, start: from, end: to })), { start, end }).map(({ start: from, end: to, threads }) => `${from}-${to}${threads.length ? ` ${threads.join("+")}` : ""}`);

test.each([
  ["without passages the text is whole", [], ["0-10"]],
  ["one passage cuts it in three", [["a", 2, 5]], ["0-2", "2-5 a", "5-10"]],
  ["passages that overlap share a stretch", [["a", 0, 6], ["b", 4, 10]], ["0-4 a", "4-6 a+b", "6-10 b"]],
  ["equal passages are one stretch", [["a", 3, 4], ["b", 3, 4]], ["0-3", "3-4 a+b", "4-10"]],
] satisfies [string, [string, number, number][], string[]][])("%s", (_, passages, wanted) => {
  expect(shown(passages)).toEqual(wanted);
});

test("each passage's note stands where it ends", () => {
  const passages = [{ thread: "a", note: "3.1", start: 0, end: 6 }, { thread: "b", note: "3.2", start: 4, end: 10 }, { thread: "c", note: "3.3", start: 2, end: 6 }];
  expect(stretchesOf(passages, { start: 0, end: 10 }).map(({ end, notes }) => [end, ...notes])).toEqual([[2], [4], [6, "3.1", "3.3"], [10, "3.2"]]);
});

test("of a part only what falls into it is cut", () => {
  expect(shown([["a", 2, 8], ["b", 9, 10]], 4, 9)).toEqual(["4-8 a", "8-9"]);
});
