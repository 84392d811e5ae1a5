import { expect, test } from "vitest";
import { stretchesOf } from "./passages";

const shown = (passages: [string, number, number][], start = 0, end = 10) =>
  stretchesOf(passages.map(([thread, from, to]) => ({ thread, start: from, end: to })), { start, end }).map(({ start: from, end: to, threads }) => `${from}-${to}${threads.length ? ` ${threads.join("+")}` : ""}`);

test.each([
  ["without passages the text is whole", [], ["0-10"]],
  ["one passage cuts it in three", [["a", 2, 5]], ["0-2", "2-5 a", "5-10"]],
  ["passages that overlap share a stretch", [["a", 0, 6], ["b", 4, 10]], ["0-4 a", "4-6 a+b", "6-10 b"]],
  ["equal passages are one stretch", [["a", 3, 4], ["b", 3, 4]], ["0-3", "3-4 a+b", "4-10"]],
] satisfies [string, [string, number, number][], string[]][])("%s", (_, passages, wanted) => {
  expect(shown(passages)).toEqual(wanted);
});

test("of a part only what falls into it is cut", () => {
  expect(shown([["a", 2, 8], ["b", 9, 10]], 4, 9)).toEqual(["4-8 a", "8-9"]);
});
