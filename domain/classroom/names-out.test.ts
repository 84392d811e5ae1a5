import { expect, test } from "vitest";
import { namesOut } from "./names-out";

const out = namesOut([
  ["Ada", "Student 1"],
  ["Ada Obi", "Student 2"],
  ["Li", "Student 3"],
  ["王小明", "学生 4"],
  ["王", "学生 5"],
  ["O'Neil (Sam)", "Student 6"],
]);

test.each([
  ["I agree with Ada Obi.", "I agree with Student 2."],
  ["I agree with ada  obi!", "I agree with Student 2!"],
  ["Ada, see Adaptation.", "Student 1, see Adaptation."],
  ["Listen to Li.", "Listen to Li."],
  ["我同意王小明的看法，王也是。", "我同意学生 4的看法，王也是。"],
  ["As O'Neil (Sam) said", "As Student 6 said"],
  ["", ""],
])("%s", (text, without) => {
  expect(out(text)).toBe(without);
});

test("without names nothing changes", () => {
  expect(namesOut([])("Ada")).toBe("Ada");
});
