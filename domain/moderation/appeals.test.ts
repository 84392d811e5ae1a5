import { describe, expect, test } from "vitest";
import { canObject, doorAt } from "./appeals";

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

describe("the door of who is suspended", () => {
  const [until, late] = [removal.appealUntil, new Date("2026-12-01T12:00:00.000Z")];
  const suspension = { appealUntil: until, undoneAt: null };

  test.each([
    ["while they can object", suspension, null, NOON, "open"],
    ["on the day the time is over", suspension, null, until, "over"],
    ["as long as their objection waits", suspension, { closedAt: null }, late, "open"],
    ["thirty days after it was decided, not yet", suspension, { closedAt: new Date("2026-11-01T12:00:01.000Z") }, late, "open"],
    ["thirty days after it was decided", suspension, { closedAt: new Date("2026-11-01T12:00:00.000Z") }, late, "over"],
    ["when it was undone", { ...suspension, undoneAt: NOON }, null, NOON, "undone"],
    ["where there was nothing to object to", { ...suspension, appealUntil: null }, null, NOON, "over"],
  ])("%s", (_, of, appeal, now, state) => {
    expect(doorAt(of, appeal, now)).toBe(state);
  });
});
