/** How work becomes points, as a teacher sets it. Kept with a version: a grade says by which it came about. */
import { MOST_POINTS, stepOf, type Decimals, type Points } from "./points";

/** `posts`: comments and replies together. `passages`, `kinds`, `days`: how many different ones; more passages or days is work spread out. */
export const measures = ["posts", "comments", "replies", "passages", "words", "kinds", "days"] as const;
export type Measure = (typeof measures)[number];

/**
 * By counting. `all`: everything required, or nothing. `scaled`: the points are split evenly between what is required, each paid by the share that is done.
 * `thresholds`: the best of the steps that are reached. `weights`: each part in full from `full` on, by its share before.
 */
export type CountRule =
  | { kind: "all"; points: Points }
  | { kind: "scaled"; points: Points }
  | { kind: "thresholds"; of: Measure; steps: readonly { least: number; points: Points }[] }
  | { kind: "weights"; parts: readonly { of: Measure; full: number; points: Points }[] };

export type Criterion = { id: string; title: string; levels: readonly { id: string; title: string; points: Points }[] };

/**
 * A grade is the sum of what is counted, given by hand and judged by the rubric: one of the three, or several ("mixed"). `late`: `each`, a late comment counts for
 * its share; `whole`, all count in full and the grade is lowered, see `grade`. All-or-nothing and thresholds always go by the whole: three quarters
 * of a comment reach no step. What is given by hand or rubric is never lowered: who gives it knows the dates. Each part is rounded half up.
 */
export type GradingRule = { version: number; decimals: Decimals; late: "each" | "whole"; counted: CountRule | null; hand: { points: Points } | null; rubric: readonly Criterion[] };

/** The most a rule can give. */
export function mostOf({ counted, hand, rubric }: Pick<GradingRule, "counted" | "hand" | "rubric">): Points {
  return mostCounted(counted) + (hand?.points ?? 0) + rubric.reduce((sum, { levels }) => sum + Math.max(0, ...levels.map(({ points }) => points)), 0);
}

function mostCounted(rule: CountRule | null): Points {
  switch (rule?.kind) {
    case undefined:
      return 0;
    case "all":
    case "scaled":
      return rule.points;
    case "thresholds":
      return Math.max(0, ...rule.steps.map(({ points }) => points));
    case "weights":
      return rule.parts.reduce((sum, { points }) => sum + points, 0);
  }
}

/** `decimals`: points are finer than the grade. `at`: which part, step or criterion, from 0; null: the whole. */
export type RuleFault = { fault: "nothing" | "tooManyPoints" | "decimals" | "notWhole" | "noSteps" | "noLevels" | "sameTwice"; at: number | null };

/** The first that is wrong with a rule, or null. Numbers to count to are 1 or more, points 0 or more. */
export function faultOfRule(rule: GradingRule): RuleFault | null {
  const { counted, hand, rubric, decimals } = rule;
  if (!counted && !hand && rubric.length === 0) return { fault: "nothing", at: null };
  const emptyCriterion = rubric.findIndex(({ levels }) => levels.length === 0);
  if (emptyCriterion >= 0) return { fault: "noLevels", at: emptyCriterion };
  if (new Set(rubric.map(({ id }) => id)).size < rubric.length) return { fault: "sameTwice", at: null };
  const parts = counted?.kind === "thresholds" ? counted.steps : counted?.kind === "weights" ? counted.parts : null;
  if (parts?.length === 0) return { fault: "noSteps", at: null };
  const unclear = (parts ?? []).findIndex((part) => !isCount("least" in part ? part.least : part.full));
  if (unclear >= 0) return { fault: "notWhole", at: unclear };
  const points = [...(counted && "points" in counted ? [counted.points] : []), ...(parts ?? []).map((part) => part.points), ...(hand ? [hand.points] : []), ...rubric.flatMap(({ levels }) => levels.map((level) => level.points))];
  if (points.some((one) => !Number.isInteger(one) || one < 0)) return { fault: "notWhole", at: null };
  if (points.some((one) => one % stepOf(decimals) !== 0)) return { fault: "decimals", at: null };
  const most = mostOf(rule);
  return most > MOST_POINTS ? { fault: "tooManyPoints", at: null } : most === 0 ? { fault: "nothing", at: null } : null;
}

/** Ten thousand words are a thesis. */
const MOST_COUNT = 10_000;

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MOST_COUNT;
}
