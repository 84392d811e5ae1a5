import fc from "fast-check";
import { expect, test } from "vitest";
import { medianOf, monthReport, reportCsv, type MonthFacts } from "./transparency";

const MAY: MonthFacts = {
  month: "2026-05",
  decisions: [
    { act: "hide", ground: "insult", automated: "no", count: 7 },
    { act: "hide", ground: "off-subject", automated: "no", count: 2 },
    { act: "hide", ground: "advertising", automated: "partly", count: 4 },
    { act: "remove", ground: "personal-data", automated: "no", count: 2 },
    { act: "approve", ground: null, automated: "no", count: 9 },
  ],
  waits: [
    { minutes: 20, count: 10 },
    { minutes: 90, count: 3 },
    { minutes: 4_000, count: 9 },
  ],
  reports: { made: 30, upheld: 14, rejected: 11 },
  appeals: { made: 5, upheld: 2, reversed: 1 },
};

test("a month is summed by act, ground and automation", () => {
  expect(monthReport(MAY)).toEqual({
    month: "2026-05",
    decisions: 24,
    byAct: [["hide", 13], ["approve", 9], ["remove", 2]],
    byGround: [["insult", 7], ["advertising", 4], ["off-subject", 2], ["personal-data", 2]],
    byAutomation: [["no", 20], ["partly", 4]],
    medianHours: 1.5,
    reports: { made: 30, upheld: 14, rejected: 11 },
    appeals: { made: 5, upheld: 2, reversed: 1 },
    reversalRate: 0.333,
  });
});

test("a month without anything has no median and no rate", () => {
  const quiet = monthReport({ month: "2026-06", decisions: [], waits: [], reports: { made: 0, upheld: 0, rejected: 0 }, appeals: { made: 2, upheld: 0, reversed: 0 } });
  expect([quiet.decisions, quiet.byAct, quiet.medianHours, quiet.reversalRate]).toEqual([0, [], null, null]);
});

test("its table has one figure a line", () => {
  expect(reportCsv([monthReport(MAY)]).split("\r\n").slice(0, 6)).toEqual(["\ufeffmonth,measure,name,value", "2026-05,decisions,,24", "2026-05,by-act,hide,13", "2026-05,by-act,approve,9", "2026-05,by-act,remove,2", "2026-05,by-ground,insult,7"]);
  expect(reportCsv([monthReport(MAY)]).split("\r\n").slice(-3)).toEqual(["2026-05,appeals-reversed,,1", "2026-05,reversal-rate,,0.333", ""]);
});

test.each([
  [[], null],
  [[[5, 1]], 5],
  [[[5, 1], [7, 1]], 6],
  [[[1, 2], [9, 1]], 1],
  [[[9, 0], [3, 1]], 3],
] as const)("the median of %j is %s", (groups, median) => {
  expect(medianOf(groups.map(([value, count]) => ({ value, count })))).toBe(median);
});

test("grouped or one by one, the median is the same, and half lie on either side", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (values) => {
      const sorted = [...values].sort((one, other) => one - other);
      const middle = ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
      expect(medianOf(values.map((value) => ({ value, count: 1 })))).toBe(middle);
      expect(medianOf([...new Set(values)].map((value) => ({ value, count: values.filter((other) => other === value).length })))).toBe(middle);
    }),
  );
});
