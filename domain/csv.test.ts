import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("cells are quoted where they must be, and nulls are empty", () => {
  expect(csvOf(["a", "b"], [["x, y", 1], ['say "no"\n', null], ["不行", 0.5]])).toBe('\ufeffa,b\r\n"x, y",1\r\n"say ""no""\n",\r\n不行,0.5\r\n');
});

test.each(["=1+1", "+1", "-1", "@a", "\tx", "\rx"])("%j is no formula", (cell) => {
  expect(csvOf(["a"], [[cell]])).toContain(`'${cell}`);
});

test("a sign within a cell is let be", () => {
  expect(csvOf(["a"], [["1=1"]])).toBe("\ufeffa\r\n1=1\r\n");
});
