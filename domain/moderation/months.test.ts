import { expect, test } from "vitest";
import { monthsAround } from "./months";

const NOW = new Date("2026-11-26T04:00:00.000Z");

test("a month runs to the first moment of the next, also over the new year", () => {
  expect(monthsAround("2025-12", NOW)).toEqual({ month: "2025-12", from: new Date("2025-12-01T00:00:00.000Z"), until: new Date("2026-01-01T00:00:00.000Z"), previous: "2025-11", next: "2026-01" });
});

test("the one under way has none after it", () => {
  expect(monthsAround("2026-11", NOW)?.next).toBe(null);
});

test.each(["2026-12", "2026-13", "2026-1", "november", ""])("%j is no month to report on", (month) => {
  expect(monthsAround(month, NOW)).toBe(null);
});
