import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localIn } from "../opening";
import { dueFor, faultOfDates, isCutOff, lateCredit, minutesLate, momentOfWallTime, type Due } from "./dates";

const at = (iso: string): Date => new Date(iso);

describe("what clocks show is a moment", () => {
  test.each<[string, string, string, string | null]>([
    ["2026-05-29T16:00", "Europe/Berlin", "2026-05-29T14:00:00.000Z", null],
    ["2026-05-29 16:00", "Asia/Shanghai", "2026-05-29T08:00:00.000Z", null],
    ["2026-05-29T16:00", "UTC", "2026-05-29T16:00:00.000Z", null],
    ["2026-05-29T16:00", "Asia/Kathmandu", "2026-05-29T10:15:00.000Z", null],
    // Twice: the earlier is taken, in whichever half of the year the hour is put back.
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z", "2026-04-04T15:15:00.000Z"],
    // The minutes beside a leap.
    ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z", null],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z", null],
    ["2024-02-29T23:59", "America/Los_Angeles", "2024-03-01T07:59:00.000Z", null],
  ])("%s in %s", (local, zone, moment, again) => {
    expect(momentOfWallTime(local, zone)).toEqual({ moment: at(moment), again: again === null ? null : at(again) });
  });
});

describe("refused is, with the two nearest times, what clocks leave out", () => {
  test.each([
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T03:00"],
    ["2026-03-29T02:00", "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T03:00"],
    ["2026-03-08T02:59", "America/New_York", "2026-03-08T01:59", "2026-03-08T03:00"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-04T02:30"],
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-29T23:59", "2011-12-31T00:00"],
  ])("%s in %s", (local, zone, before, after) => {
    expect(momentOfWallTime(local, zone)).toEqual({ fault: "gap", before, after });
  });
});

test.each(["", "soon", "2026-02-29T10:00", "2026-13-01T10:00", "2026-05-29T24:00", "2026-05-29T10:60", "2026-05-29", "2026-05-29T10:00:30", "0000-00-00T00:00"])("%j is no time", (local) => {
  expect(momentOfWallTime(local, "Europe/Berlin")).toEqual({ fault: "notATime" });
});

test("in a zone that is none there is no time", () => {
  expect(momentOfWallTime("2026-05-29T16:00", "Mars/Olympus")).toEqual({ fault: "notATime" });
});

test("whatever clocks show at a moment is found again, or the earlier of two", () => {
  const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Africa/Casablanca", "Pacific/Chatham");
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const moment = new Date(minute * 60_000);
      const found = momentOfWallTime(localIn(moment, zone), zone);
      expect("moment" in found && [found.moment, found.again].some((one) => one?.getTime() === moment.getTime())).toBe(true);
      expect("moment" in found && found.again !== null && found.again <= found.moment).toBe(false);
    }),
    { numRuns: 500 },
  );
});

const [TUE, WED, THU, FRI] = [at("2026-05-26T16:00Z"), at("2026-05-27T16:00Z"), at("2026-05-28T16:00Z"), at("2026-05-29T16:00Z")];
const due = (commentsDueAt: Date | null, repliesDueAt: Date | null, cutOffAt: Date | null): Due => ({ commentsDueAt, repliesDueAt, cutOffAt });

describe("a student's dates", () => {
  test.each<[string, Due, Due | null, Due]>([
    ["are the class's", due(TUE, WED, THU), null, due(TUE, WED, THU)],
    ["have replies due with the comments where nothing is said", due(TUE, null, null), null, due(TUE, TUE, null)],
    ["may be none", due(null, null, null), null, due(null, null, null)],
    ["are the extension's where it has one", due(TUE, WED, THU), due(null, THU, null), due(TUE, THU, THU)],
    ["never end before an extension", due(TUE, WED, THU), due(FRI, null, null), due(FRI, FRI, FRI)],
    ["move the cut-off with longer replies", due(TUE, WED, WED), due(null, FRI, null), due(TUE, FRI, FRI)],
    ["are cut off when the extension says so", due(TUE, WED, THU), due(WED, null, WED), due(WED, WED, WED)],
    ["may be shorter for replies if the extension says so", due(TUE, FRI, null), due(WED, THU, null), due(WED, THU, null)],
  ])("%s", (_, assignment, extension, expected) => {
    expect(dueFor(assignment, extension)).toEqual(expected);
  });
});

test.each<[Due & { opensAt: Date | null }, string | null]>([
  [{ ...due(WED, THU, FRI), opensAt: TUE }, null],
  [{ ...due(null, null, null), opensAt: null }, null],
  [{ ...due(TUE, null, null), opensAt: TUE }, "commentsDueAt"],
  [{ ...due(THU, WED, null), opensAt: null }, "repliesDueAt"],
  [{ ...due(TUE, THU, WED), opensAt: null }, "cutOffAt"],
  [{ ...due(THU, null, WED), opensAt: null }, "cutOffAt"],
  [{ ...due(null, null, TUE), opensAt: WED }, "cutOffAt"],
])("dates stand in their order: %#", (dates, fault) => {
  expect(faultOfDates(dates)).toBe(fault);
});

test("what is written while clocks show the due time is in time", () => {
  expect([minutesLate(at("2026-05-29T16:00:59.999Z"), FRI), minutesLate(at("2026-05-29T16:01:00Z"), FRI), minutesLate(at("2026-05-30T16:00:30Z"), FRI), minutesLate(FRI, null)]).toEqual([0, 1, 1440, 0]);
  expect([isCutOff(at("2026-05-29T16:00:59Z"), due(null, null, FRI)), isCutOff(at("2026-05-29T16:01Z"), due(null, null, FRI)), isCutOff(FRI, due(null, null, null))]).toEqual([false, true, false]);
});

test.each([
  [0, { offADay: 10, least: 50 }, 100],
  [1, { offADay: 10, least: 50 }, 90],
  [1440, { offADay: 10, least: 50 }, 90],
  [1441, { offADay: 10, least: 50 }, 80],
  [100_000, { offADay: 10, least: 50 }, 50],
  [100_000, { offADay: 10, least: 0 }, 0],
  [1, null, 0],
  [0, null, 100],
])("%i minutes late are worth, by %j, %i percent", (minutes, late, credit) => {
  expect(lateCredit(minutes, late)).toBe(credit);
});
