import { expect, test } from "vitest";
import { printedDate } from "./printed-date";

test.each([
  ["Updated: 2015-12-10 18:13", "2015-12-10T18:13", "Updated:"],
  ["8 May 2026", "2026-05-08", ""],
  ["Friday, May 8, 2026 at 5:30 PM", "2026-05-08T17:30", ""],
  ["2026年5月8日 10:30", "2026-05-08T10:30", ""],
  ["2026 年 5 月 8 日", "2026-05-08", ""],
  ["２０２６年５月８日", "2026-05-08", ""],
  ["2026年5月8日 下午3:30", "2026-05-08T15:30", ""],
  ["10.12.2015", "2015-12-10", ""],
  ["Stand: 8. Mai 2026, 10:30 Uhr", "2026-05-08T10:30", "Stand:"],
  ["le 8 mai 2026", "2026-05-08", "le"],
  ["2026-05-08T10:30:00Z", "2026-05-08T10:30", ""],
  ["2026/05/08", "2026-05-08", ""],
  ["25/12/2015", "2015-12-25", ""],
])("%j is read as printed", (line, date, rest) => expect(printedDate(line)).toEqual({ date, rest }));

test("a date that two countries read differently is found and left open", () => {
  expect(printedDate("Posted 3/4/2015")).toEqual({ date: null, rest: "Posted" });
});

test.each(["yesterday", "May 2026", "10:30", "Version 2.0", "in 2015 we paid", "", "9".repeat(500)])(
  "%j has no whole date",
  (line) => expect(printedDate(line)).toBeNull(),
);
