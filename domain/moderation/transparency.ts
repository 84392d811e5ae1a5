/** The report of a month: what was decided, why, how fast, and how often it was wrong. */
import { csvOf } from "../csv";
import type { Act, Ground } from "./decision";

/** Of decisions of a month, grouped: `count` of each kind. `act`, `ground`, `automated` are the words of the decision, `ground` null where nothing was restricted. */
export type DecisionCount = { act: Act; ground: Ground | null; automated: "no" | "partly" | "fully"; count: number };

export type MonthFacts = {
  /** "2026-05", in UTC. */
  month: string;
  decisions: readonly DecisionCount[];
  /** How long what was decided in the month had waited: whole minutes from the first report or hold on, grouped. */
  waits: readonly { minutes: number; count: number }[];
  reports: { made: number; upheld: number; rejected: number };
  appeals: { made: number; upheld: number; reversed: number };
};

/** One figure of a report. `name`: which act, ground or automation it counts; null for one of its kind. `value` null: there was nothing to tell it from. */
export type Figure = { measure: Measure; name: string | null; value: number | null };

export const measures = ["decisions", "by-act", "by-ground", "by-automation", "median-hours", "reports", "reports-upheld", "reports-rejected", "appeals", "appeals-upheld", "appeals-reversed", "reversal-rate"] as const;
export type Measure = (typeof measures)[number];

export type MonthReport = {
  month: string;
  decisions: number;
  /** The most frequent first, equal ones by name. */
  byAct: readonly [Act, number][];
  byGround: readonly [Ground, number][];
  byAutomation: readonly [DecisionCount["automated"], number][];
  /** To a tenth; null: nothing that had waited was decided. */
  medianHours: number | null;
  reports: MonthFacts["reports"];
  appeals: MonthFacts["appeals"];
  /** Reversed of all appeals that were decided, 0 to 1, to a thousandth; null: none was. */
  reversalRate: number | null;
};

export function monthReport({ month, decisions, waits, reports, appeals }: MonthFacts): MonthReport {
  const decided = appeals.upheld + appeals.reversed;
  const median = medianOf(waits.map(({ minutes, count }) => ({ value: minutes, count })));
  return {
    month,
    decisions: decisions.reduce((sum, { count }) => sum + count, 0),
    byAct: sumsBy(decisions, ({ act }) => act),
    byGround: sumsBy(decisions, ({ ground }) => ground),
    byAutomation: sumsBy(decisions, ({ automated }) => automated),
    medianHours: median === null ? null : Math.round(median / 6) / 10,
    reports,
    appeals,
    reversalRate: decided === 0 ? null : Math.round((1000 * appeals.reversed) / decided) / 1000,
  };
}

function sumsBy<Name extends string>(rows: readonly DecisionCount[], nameOf: (row: DecisionCount) => Name | null): [Name, number][] {
  const sums = new Map<Name, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + row.count);
  }
  return [...sums].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

/** The middle of grouped values, of an even number the mean of the two in the middle: medians tell how long one waits, means how long the forgotten did. */
export function medianOf(groups: readonly { value: number; count: number }[]): number | null {
  const sorted = groups.filter(({ count }) => count > 0).sort((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const at = (rank: number): number => {
    let passed = 0;
    return sorted.find(({ count }) => (passed += count) > rank)?.value ?? 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** All figures of a report, in the order of `measures`. */
export function figuresOf(report: MonthReport): Figure[] {
  const one = (measure: Measure, value: number | null): Figure => ({ measure, name: null, value });
  const many = (measure: Measure, sums: readonly [string, number][]): Figure[] => sums.map(([name, value]) => ({ measure, name, value }));
  return [
    one("decisions", report.decisions),
    ...many("by-act", report.byAct),
    ...many("by-ground", report.byGround),
    ...many("by-automation", report.byAutomation),
    one("median-hours", report.medianHours),
    one("reports", report.reports.made),
    one("reports-upheld", report.reports.upheld),
    one("reports-rejected", report.reports.rejected),
    one("appeals", report.appeals.made),
    one("appeals-upheld", report.appeals.upheld),
    one("appeals-reversed", report.appeals.reversed),
    one("reversal-rate", report.reversalRate),
  ];
}

/** One figure a line: columns stay the same whatever acts and grounds a month had. */
export const reportColumns = ["month", "measure", "name", "value"] as const;

export function reportCsv(reports: readonly MonthReport[]): string {
  return csvOf(
    reportColumns,
    reports.flatMap((report) => figuresOf(report).map(({ measure, name, value }) => [report.month, measure, name, value])),
  );
}
