import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsIn } from "./word-count";

test.each<[string, number]>([
  ["", 0],
  ["…! — 👍", 0],
  ["I don't agree.", 3],
  ["3.14 is a well-known number, isn’t it?", 7],
  ["end.Begin", 1],
  ["one,two, three", 2],
  ["**Bold** and _so on_", 4],
  ["我不同意。", 4],
  ["我用 Python 3 写。", 5],
  ["カタカナとひらがな", 9],
  ["한국어는 띄어 씁니다", 3],
  ["ภาษาไทย", 2],
  ["naïve café", 2],
  ["naïve", 1],
  ["> what somebody else said\nMy answer\n>> and before", 2],
  ["see https://example.org/a-long/path?x=1 and [this](https://example.org)", 3],
  ["- a list\n- of two", 4],
])("%j has %i words", (body, count) => {
  expect(wordsIn(body)).toBe(count);
});

test("twenty thousand signs are counted at once", () => {
  expect(wordsIn("a".repeat(20_000))).toBe(1);
  expect(wordsIn("a-".repeat(10_000))).toBe(1);
  expect(wordsIn("不".repeat(20_000))).toBe(20_000);
});

test("what has other signs too is counted by the same rule", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."aZ09'-.,_ >*\n\t:/(x"), maxLength: 60 });
  // A sign that is part of no word, on a line of its own, takes a text out of ASCII.
  fc.assert(fc.property(typed, (body) => wordsIn(`${body}\n…`) === wordsIn(body)));
});
