import fc from "fast-check";
import { expect, test } from "vitest";
import { localDay } from "./local-day";
import { localIn } from "./opening";

test.each([
  ["2026-03-28T23:30:00Z", "Europe/Berlin", "2026-03-29"],
  ["2026-03-29T22:30:00Z", "Europe/Berlin", "2026-03-30"],
  ["2026-10-25T23:30:00Z", "Europe/Berlin", "2026-10-26"],
  ["2026-05-08T23:59:59Z", "UTC", "2026-05-08"],
  ["2026-05-08T03:59:59Z", "America/New_York", "2026-05-07"],
  ["2026-05-08T18:20:00Z", "Asia/Kathmandu", "2026-05-09"],
  // Samoa went from the 29th to the 31st.
  ["2011-12-30T09:59:00Z", "Pacific/Apia", "2011-12-29"],
  ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
])("%s is in %s the day %s", (moment, zone, day) => {
  expect(localDay(new Date(moment), zone)).toBe(day);
});

test("is the day that clocks show, whenever and wherever", () => {
  const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Chatham", "Africa/Casablanca", "Pacific/Apia"];
  const anyTime = fc.date({ min: new Date("2005-01-01T00:00:00Z"), max: new Date("2035-01-01T00:00:00Z"), noInvalidDate: true });
  fc.assert(fc.property(anyTime, fc.constantFrom(...zones), (moment, zone) => localDay(moment, zone) === localIn(moment, zone).slice(0, 10)), { numRuns: 500 });
});
