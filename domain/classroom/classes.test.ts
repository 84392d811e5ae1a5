import { describe, expect, test } from "vitest";
import { canOpenClass, faultOfRetention, yearsLater } from "./classes";

describe("who may open a class", () => {
  test.each([
    ["members", "member", true],
    ["staff", "member", false],
    ["staff", "moderator", true],
    ["staff", "editor", true],
    ["administrators", "editor", false],
    ["administrators", "administrator", true],
  ] as const)("set to %s, a %s: %s", (by, role, may) => {
    expect(canOpenClass({ role }, by)).toBe(may);
  });

  test("never a visitor", () => {
    expect(canOpenClass(null, "members")).toBe(false);
  });
});

describe("until when work is kept", () => {
  test.each([
    ["2027-05-08", null],
    ["2026-05-09", null],
    ["2026-05-08", "retainPast"],
    ["2036-05-08", null],
    ["2036-05-09", "retainTooLong"],
    ["2027-02-29", "notADay"],
    ["next year", "notADay"],
  ])("%s: %s", (day, fault) => {
    expect(faultOfRetention(day, "2026-05-08")).toBe(fault);
  });

  test("a year after a leap day is the day before", () => {
    expect(yearsLater("2028-02-29", 1)).toBe("2029-02-28");
  });
});
