import { expect, test } from "vitest";
import { shareOut } from "./shown";

const shares = (totals: number[], budget: number): number[] => [...shareOut(totals.map((total, place) => ({ id: String(place), total })), budget).values()];

test.each([
  ["all are shown while there is room", [2, 1, 3], 10, [2, 1, 3]],
  ["each gets one before any gets two", [5, 5, 5], 4, [2, 1, 1]],
  ["what one cannot use goes to the others", [1, 9], 6, [1, 5]],
  ["one thread may fill the page", [1_000], 60, [60]],
  ["those beyond the budget get none", [1, 1, 1], 2, [1, 1]],
  ["an empty thread takes no room", [0, 2], 2, [2]],
])("%s", (_, totals, budget, wanted) => {
  expect(shares(totals, budget)).toEqual(wanted);
});
