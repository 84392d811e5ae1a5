import { describe, expect, test } from "vitest";
import { canObject } from "./appeals";

const NOON = new Date("2026-05-08T12:00:00.000Z");
const removal = { act: "remove", ground: "insult", appealUntil: new Date("2026-11-08T12:00:00.000Z"), reversedBy: null, hasAppeal: false } as const;

describe("objecting", () => {
  test("is open to what takes something away, until its day", () => {
    expect(canObject(removal, NOON)).toBe(true);
    expect(canObject(removal, new Date("2026-11-08T11:59:59.999Z"))).toBe(true);
    expect(canObject(removal, removal.appealUntil)).toBe(false);
  });

  test.each([
    ["what was reversed", { reversedBy: "another" }],
    ["what was objected to before", { hasAppeal: true }],
    ["what gives something back", { act: "restore" as const, appealUntil: null }],
    ["what only waits to be looked at", { ground: "review" as const }],
  ])("is not open to %s", (_, more) => {
    expect(canObject({ ...removal, ...more }, NOON)).toBe(false);
  });
});
