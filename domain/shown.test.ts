import { expect, test } from "vitest";
import { shareOut, sharesBeside } from "./shown";

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

test("small discussions are shown whole, the newest where they stand", () => {
  const shares = sharesBeside([{ id: "a", total: 30 }, { id: "b", total: 30 }], [{ id: "x", threadId: "b", sequence: 30 }]);
  expect([...shares]).toEqual([["a", 30], ["b", 30]]);
});

test("in large ones a third is kept back for the newest and the beginnings of their threads", () => {
  const threads = Array.from({ length: 60 }, (_, place) => ({ id: String(place), total: 9 }));
  const newest = [{ id: "x", threadId: "59", sequence: 9 }, { id: "y", threadId: "elsewhere", sequence: 2 }, { id: "z", threadId: "0", sequence: 7 }];
  const shares = sharesBeside(threads, newest);
  expect([shares.get("0"), shares.get("39"), shares.get("40"), shares.get("59"), shares.get("elsewhere")]).toEqual([1, 1, undefined, 1, 1]);
});
