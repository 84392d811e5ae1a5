/** A grading rule as a form has it: everything is written text, and each thing that is wrong belongs to a field. */
import { faultOfRule, measures, type CountRule, type Criterion, type GradingRule, type Measure, type RuleFault } from "./grading-rules";
import { decimalsOfPoints, readPoints, writtenPoints, type Decimals, type Points } from "./points";

export const countings = ["none", "all", "scaled", "thresholds", "weights"] as const;

/** As many steps as a school has grades; what is left empty is none. */
export const STEPS = 6;

/** `points`: of all-or-nothing and scaled. `least`, `stepPoints`: the steps of thresholds, in pairs. `full`, `weight`: by measure, of weights; both empty: it counts nothing. `rubric`: see `readRubric`. */
export type WrittenRule = {
  decimals: string;
  late: string;
  counting: string;
  points: string;
  of: string;
  least: readonly string[];
  stepPoints: readonly string[];
  full: Readonly<Partial<Record<Measure, string>>>;
  weight: Readonly<Partial<Record<Measure, string>>>;
  hand: string;
  rubric: string;
};

export type WrittenFault = { field: keyof WrittenRule; fault: "points" | "count" | "rubricLine" | RuleFault["fault"]; at: number };

/** The rule that is written, or the first that is wrong with it; `at`: which line, step or part, from 1. `version` is its keeper's to give. */
export function readRule(written: WrittenRule, version: number): { rule: GradingRule } | WrittenFault {
  const decimals: Decimals = decimalsOfPoints.find((one) => String(one) === written.decimals) ?? 0;
  const counted = readCounting(written);
  if (counted !== null && "fault" in counted) return counted;
  const hand = written.hand.trim() === "" ? null : readPoints(written.hand);
  if (hand === null && written.hand.trim() !== "") return { field: "hand", fault: "points", at: 1 };
  const rubric = readRubric(written.rubric);
  if (!Array.isArray(rubric)) return { field: "rubric", fault: "rubricLine", at: rubric.line };
  const rule: GradingRule = { version, decimals, late: written.late === "whole" ? "whole" : "each", counted, hand: hand === null || hand === 0 ? null : { points: hand }, rubric };
  const wrong = faultOfRule(rule);
  return wrong ? { field: fieldOf(wrong, rule), fault: wrong.fault, at: (wrong.at ?? 0) + 1 } : { rule };
}

function readCounting(written: WrittenRule): CountRule | WrittenFault | null {
  const counting = countings.find((one) => one === written.counting) ?? "none";
  switch (counting) {
    case "none":
      return null;
    case "all":
    case "scaled": {
      const points = readPoints(written.points);
      return points === null ? { field: "points", fault: "points", at: 1 } : { kind: counting, points };
    }
    case "thresholds":
      return readSteps(written);
    case "weights":
      return readWeights(written);
  }
}

function readSteps({ of, least, stepPoints }: WrittenRule): CountRule | WrittenFault {
  const steps: { least: number; points: Points }[] = [];
  for (let at = 0; at < Math.max(least.length, stepPoints.length); at += 1) {
    const [number, points] = [least[at]?.trim() ?? "", stepPoints[at]?.trim() ?? ""];
    if (number === "" && points === "") continue;
    const read = { least: readCount(number), points: readPoints(points) };
    if (read.least === null) return { field: "least", fault: "count", at: at + 1 };
    if (read.points === null) return { field: "stepPoints", fault: "points", at: at + 1 };
    steps.push({ least: read.least, points: read.points });
  }
  return { kind: "thresholds", of: measureIn(of), steps };
}

function readWeights({ full, weight }: WrittenRule): CountRule | WrittenFault {
  const parts: { of: Measure; full: number; points: Points }[] = [];
  for (const [place, of] of measures.entries()) {
    const [number, points] = [full[of]?.trim() ?? "", weight[of]?.trim() ?? ""];
    if (number === "" && points === "") continue;
    const read = { full: readCount(number), points: readPoints(points) };
    if (read.full === null) return { field: "full", fault: "count", at: place + 1 };
    if (read.points === null) return { field: "weight", fault: "points", at: place + 1 };
    parts.push({ of, full: read.full, points: read.points });
  }
  return { kind: "weights", parts };
}

function measureIn(of: string): Measure {
  return measures.find((one) => one === of) ?? "posts";
}

function readCount(typed: string): number | null {
  const digits = typed.normalize("NFKC");
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null;
}

/** What a fault of the whole is said beside. */
function fieldOf({ fault }: RuleFault, { counted, hand, rubric }: GradingRule): keyof WrittenRule {
  if (fault === "noLevels" || fault === "sameTwice") return "rubric";
  if (fault === "notWhole") return counted?.kind === "weights" ? "full" : "least";
  if (fault === "nothing" && !counted) return "counting";
  if (counted?.kind === "thresholds") return "stepPoints";
  if (counted?.kind === "weights") return "weight";
  return counted ? "points" : hand ? "hand" : rubric.length > 0 ? "rubric" : "counting";
}

/**
 * A criterion a line: "Argument: thin 1 | sound 3 | strong 5". Before the colon its title, between bars the levels, each with its points at the end. Titles are
 * what marks are kept by, so a level that is only moved keeps its marks. `line`: the first that cannot be read, from 1.
 */
export function readRubric(written: string): Criterion[] | { line: number } {
  const criteria: Criterion[] = [];
  for (const [place, line] of written.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [, title = "", rest = ""] = /^([^:：|]+)[:：](.+)$/u.exec(line.trim()) ?? [];
    const levels = rest.split(/[|｜]/u).map((level) => /^(.*\S)\s+(\S+)$/u.exec(level.trim()));
    const read = levels.flatMap((level) => {
      const points = readPoints(level?.[2] ?? "");
      return level?.[1] === undefined || points === null ? [] : [{ id: level[1], title: level[1], points }];
    });
    const isClear = title.trim() !== "" && read.length === levels.length && new Set(read.map(({ id }) => id)).size === read.length;
    if (!isClear || criteria.length >= MOST_CRITERIA || read.length > MOST_LEVELS) return { line: place + 1 };
    criteria.push({ id: title.trim(), title: title.trim(), levels: read });
  }
  return criteria;
}

/** More nobody judges by. */
const MOST_CRITERIA = 12;
const MOST_LEVELS = 10;

export function writtenRubric(rubric: readonly Criterion[]): string {
  return rubric.map(({ title, levels }) => `${title}: ${levels.map((level) => `${level.title} ${writtenPoints(level.points)}`).join(" | ")}`).join("\n");
}

/** A rule as its form shows it; null: as a first one begins. */
export function writtenRule(rule: GradingRule | null): WrittenRule {
  const counted = rule?.counted ?? null;
  const parts = counted?.kind === "weights" ? counted.parts : [];
  const steps = counted?.kind === "thresholds" ? counted.steps : [];
  return {
    decimals: String(rule?.decimals ?? 0),
    late: rule?.late ?? "each",
    counting: rule ? (counted?.kind ?? "none") : "scaled",
    points: counted && "points" in counted ? writtenPoints(counted.points) : "10",
    of: counted?.kind === "thresholds" ? counted.of : "posts",
    least: Array.from({ length: STEPS }, (_, at) => String(steps[at]?.least ?? "")),
    stepPoints: Array.from({ length: STEPS }, (_, at) => (steps[at] ? writtenPoints(steps[at].points) : "")),
    full: Object.fromEntries(parts.map(({ of, full }) => [of, String(full)])),
    weight: Object.fromEntries(parts.map(({ of, points }) => [of, writtenPoints(points)])),
    hand: rule?.hand ? writtenPoints(rule.hand.points) : "",
    rubric: writtenRubric(rule?.rubric ?? []),
  };
}
