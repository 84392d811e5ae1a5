import { expect, test } from "vitest";
import { positionsBetween, positionsOf, spreadPositions } from "./positions";

test("blocks are spread over all whole numbers of a column", () => {
  expect(positionsOf(3)).toEqual([536_870_911, 1_073_741_822, 1_610_612_733]);
  expect(positionsOf(50_000).at(-1)).toBeLessThan(2 ** 31);
});

test("one more, or several, fit between two until the gap is used up", () => {
  expect(positionsBetween(100, 200, 1)).toEqual([150]);
  expect(positionsBetween(100, 200, 3)).toEqual([125, 150, 175]);
  expect(positionsBetween(100, 102, 1)).toEqual([101]);
  expect(positionsBetween(100, 101, 1)).toBeNull();
  expect(positionsBetween(null, 10, 1)).toEqual([5]);
  expect(positionsBetween(2 ** 31 - 3, null, 1)).toEqual([2 ** 31 - 2]);
});

test("spreading keeps the order and makes room", () => {
  const spread = spreadPositions([7, 3, 3, 5, 4]);
  expect([3, 4, 5, 7].map((was) => spread.get(was))).toEqual(positionsOf(4));
});
