import fc from "fast-check";
import { expect, test } from "vitest";
import { readPoints, shareOf, splitPoints, writtenPoints } from "./points";

test.each([
  [1000, 1, 3, 2, 333],
  [1000, 2, 3, 2, 667],
  [1000, 1, 3, 1, 330],
  [1000, 1, 3, 0, 300],
  [500, 1, 2, 0, 300],
  [25, 1, 2, 1, 10],
  [250, 1, 1, 0, 250],
  [1000, 0, 3, 0, 0],
  [1000, 1, 0, 0, 0],
] as const)("%i hundredths by %i of %i with %i decimals are %i", (points, numerator, denominator, decimals, share) => {
  expect(shareOf(points, numerator, denominator, decimals)).toBe(share);
});

test("points are split into parts that are exactly the whole", () => {
  expect([splitPoints(1000, 3, 2), splitPoints(1000, 3, 0), splitPoints(250, 2, 0)]).toEqual([[334, 333, 333], [400, 300, 300], [150, 100]]);
  fc.assert(fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0 as const, 1 as const, 2 as const), (points, parts, decimals) => splitPoints(points, parts, decimals).reduce((sum, one) => sum + one, 0) === points));
});

test("points are written and read", () => {
  expect([0, 5, 50, 800, 850, 855, 100_000].map(writtenPoints)).toEqual(["0", "0.05", "0.5", "8", "8.5", "8.55", "1000"]);
  expect(["8", "8,5", " 8.55 ", "８", "1000", "1000.01", "-1", "1e2", "8.555", "", "8."].map(readPoints)).toEqual([800, 850, 855, 800, 100_000, null, null, null, null, null, null]);
  fc.assert(fc.property(fc.nat(100_000), (points) => readPoints(writtenPoints(points)) === points));
});
