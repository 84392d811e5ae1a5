import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localIn } from "../opening";
import { shifted, shiftedDates, shiftOf } from "./copying";

const berlin = (local: string, days: number, to = "Europe/Berlin") => {
  const { at, leaps } = shifted(new Date(local), { days }, "Europe/Berlin", to);
  return [localIn(at, to), leaps];
};

describe("dates of the next term", () => {
  test.each([
    // 17:00 stays 17:00, in summer as in winter.
    ["2026-10-20T15:00:00Z", 7, ["2026-10-27T17:00", false]],
    ["2026-10-20T15:00:00Z", 364, ["2027-10-19T17:00", false]],
    ["2026-10-20T15:00:00Z", -14, ["2026-10-06T17:00", false]],
    ["2026-10-20T15:00:00Z", 0, ["2026-10-20T17:00", false]],
    // In 2027 clocks leave out the hour from 2 to 3 on 28 March.
    ["2027-03-21T01:30:00Z", 7, ["2027-03-28T03:00", true]],
    // Of an hour that clocks show twice it is the first.
    ["2026-10-18T00:30:00Z", 7, ["2026-10-25T02:30", false]],
    // Nobody's 29 February is lost.
    ["2028-02-28T11:00:00Z", 1, ["2028-02-29T12:00", false]],
  ])("%s, %i days on", (from, days, found) => {
    expect(berlin(from, days)).toEqual(found);
  });

  test("the same time of the day, where the new class is", () => {
    expect(berlin("2026-10-20T15:00:00Z", 7, "Asia/Shanghai")).toEqual(["2026-10-27T17:00", false]);
  });

  test("there and back is where it was, but for hours that clocks leave out or show twice", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }), fc.integer({ min: -500, max: 500 }), fc.constantFrom("Europe/Berlin", "America/Santiago", "Asia/Shanghai", "Australia/Lord_Howe"), (date, days, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const there = shifted(minute, { days }, zone, zone);
        const back = shifted(there.at, { days: -days }, zone, zone);
        expect(there.leaps || back.leaps || localIn(back.at, zone) === localIn(minute, zone)).toBe(true);
      }),
    );
  });

  test("left empty where that is wished, and what was empty stays so", () => {
    const dates = { opensAt: null, commentsDueAt: new Date("2026-10-20T15:00:00Z"), repliesDueAt: null, cutOffAt: null };
    expect(shiftedDates(dates, null, "UTC", "UTC")).toEqual({ opensAt: null, commentsDueAt: null, repliesDueAt: null, cutOffAt: null, leaps: false });
    expect(shiftedDates(dates, { days: 1 }, "UTC", "UTC")).toEqual({ ...dates, commentsDueAt: new Date("2026-10-21T15:00:00Z"), leaps: false });
  });
});

test.each([
  [{ dates: "empty", number: "9", unit: "days" }, null],
  [{ dates: "moved", number: "", unit: "days" }, { days: 0 }],
  [{ dates: "moved", number: "26", unit: "weeks" }, { days: 182 }],
  [{ dates: "moved", number: "-3", unit: "days" }, { days: -3 }],
  [{ dates: "moved", number: "1.5", unit: "weeks" }, "wrong"],
  [{ dates: "moved", number: "158", unit: "weeks" }, "wrong"],
  [{ dates: "moved", number: "1100", unit: "days" }, { days: 1100 }],
  [{ dates: "moved", number: "1101", unit: "days" }, "wrong"],
] as const)("%j moves dates by %j", (written, shift) => {
  expect(shiftOf(written)).toEqual(shift);
});
