import { describe, expect, test } from "vitest";
import { isClaimed, placeCursor, readPlace } from "./queue-wish";

describe("a place in the queue", () => {
  test("reads as it was written", () => {
    const place = { rank: 2, at: 1_778_241_600_000, id: "019e-a" };
    expect(placeCursor(place)).toBe("2.1778241600000.019e-a");
    expect(readPlace(placeCursor(place))).toEqual(place);
  });

  test.each(["", "2", "4.0.a", "0.5.a", "2.-1.a", "2.01.a", "2.99999999999999.a", "2.5.", "2.5.a b", "2.5.'"])("%j is none", (text) => {
    expect(readPlace(text)).toBeNull();
  });
});

describe("a claim", () => {
  const now = new Date("2026-05-08T12:00:00Z");
  test("holds for ten minutes", () => {
    expect(isClaimed({ claimedAt: null }, now)).toBe(false);
    expect(isClaimed({ claimedAt: new Date("2026-05-08T11:50:01Z") }, now)).toBe(true);
    expect(isClaimed({ claimedAt: new Date("2026-05-08T11:50:00Z") }, now)).toBe(false);
  });
});
