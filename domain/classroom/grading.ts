/** A grade, part by part, each with how it came about. The same rule, requirement and comments give the same points. */
import type { CountedComment, ExcludedComment } from "./counted";
import { mostOf, type CountRule, type GradingRule, type Measure } from "./grading-rules";
import { shareOf, splitPoints, type Decimals, type Points } from "./points";
import type { Requirement } from "./terms";

/**
 * `has`: in hundredths (a late comment may count for a part of one); `needs`: for all points of the part. `credit`: percent that is left of it where
 * lateness lowers the whole. `points` null: a person has not given them yet.
 */
export type GradePart =
  | { kind: "counted"; of: Measure; has: number; needs: number; credit: number; most: Points; points: Points }
  | { kind: "hand"; most: Points; points: Points | null }
  | { kind: "rubric"; criterion: string; level: string | null; most: Points; points: Points | null };

/** What people gave. `levels`: by criterion's id the level's. */
export type GivenByHand = { hand: Points | null; levels: Readonly<Record<string, string>> };
export const NOTHING_GIVEN: GivenByHand = { hand: null, levels: {} };

/** `points` is the sum of the parts'. `isComplete`: nothing is still to be given. */
export type Grade = { points: Points; most: Points; isComplete: boolean; parts: GradePart[]; version: number; countedIds: string[]; excluded: ExcludedComment[] };

export function grade(rule: GradingRule, required: Requirement, { counted, excluded }: { counted: readonly CountedComment[]; excluded: readonly ExcludedComment[] }, given: GivenByHand = NOTHING_GIVEN): Grade {
  const parts: GradePart[] = [...(rule.counted ? countedParts(rule.counted, rule, required, counted) : []), ...givenParts(rule, given)];
  return {
    points: sumOf(parts),
    most: mostOf(rule),
    isComplete: parts.every(({ points }) => points !== null),
    parts,
    version: rule.version,
    countedIds: counted.map(({ id }) => id),
    excluded: [...excluded],
  };
}

type CountedPart = GradePart & { kind: "counted" };

/**
 * Where lateness lowers the whole, the best of: what was there in time, at full worth; what was there a day later, at that day's worth; and so on. So a late
 * comment more never costs what was earned before it.
 */
function countedParts(counting: CountRule, { late, decimals }: GradingRule, required: Requirement, comments: readonly CountedComment[]): CountedPart[] {
  if (late === "each" && counting.kind !== "all" && counting.kind !== "thresholds") return partsBy(counting, required, decimals, (of) => measured(of, comments, ({ credit }) => credit), 100);
  const credits = [...new Set([100, ...comments.map(({ credit }) => credit)])].sort((one, other) => other - one);
  const tried = credits.map((credit) => {
    const there = comments.filter((comment) => comment.credit >= credit);
    return partsBy(counting, required, decimals, (of) => measured(of, there, () => 100), credit);
  });
  return tried.reduce((best, other) => (sumOf(other) > sumOf(best) ? other : best));
}

/** `worth`: percent of each comment. In hundredths: of what there may be only one of (a passage, a kind, a day), the best comment counts. */
function measured(of: Measure, comments: readonly CountedComment[], worth: (comment: CountedComment) => number): number {
  const best = <Key>(keyOf: (comment: CountedComment) => Key | null): number => {
    const found = new Map<Key, number>();
    for (const comment of comments) {
      const key = keyOf(comment);
      if (key !== null) found.set(key, Math.max(found.get(key) ?? 0, worth(comment)));
    }
    return [...found.values()].reduce((sum, one) => sum + one, 0);
  };
  const sum = (many: (comment: CountedComment) => number): number => comments.reduce((total, comment) => total + many(comment) * worth(comment), 0);
  switch (of) {
    case "posts":
      return sum(() => 1);
    case "comments":
      return sum(({ isReply }) => (isReply ? 0 : 1));
    case "replies":
      return sum(({ isReply }) => (isReply ? 1 : 0));
    case "words":
      return sum(({ words }) => words);
    case "passages":
      return best(({ passage }) => passage);
    case "kinds":
      return best(({ kind }) => kind);
    case "days":
      return best(({ day }) => day);
  }
}

function partsBy(rule: CountRule, required: Requirement, decimals: Decimals, has: (of: Measure) => number, credit: number): CountedPart[] {
  /** The share of a part's points that is done, of which lateness leaves so many percent. */
  const part = (of: Measure, needs: number, most: Points, done: { numerator: number; denominator: number }): CountedPart => ({ kind: "counted", of, has: has(of), needs, credit, most, points: shareOf(most, done.numerator * credit, done.denominator * 100, decimals) });
  const shareDone = (of: Measure, needs: number): { numerator: number; denominator: number } => ({ numerator: Math.min(has(of), needs * 100), denominator: needs * 100 });
  const needed = neededBy(required);
  switch (rule.kind) {
    case "all": {
      const isDone = needed.every(({ of, needs }) => has(of) >= needs * 100);
      return splitPoints(rule.points, needed.length, decimals).map((most, at) => {
        const { of, needs } = needed[at] ?? { of: "posts", needs: 1 };
        return part(of, needs, most, { numerator: isDone ? 1 : 0, denominator: 1 });
      });
    }
    case "scaled":
      return splitPoints(rule.points, needed.length, decimals).map((most, at) => {
        const { of, needs } = needed[at] ?? { of: "posts", needs: 1 };
        return part(of, needs, most, shareDone(of, needs));
      });
    case "thresholds": {
      const most = Math.max(0, ...rule.steps.map(({ points }) => points));
      const reached = Math.max(0, ...rule.steps.filter(({ least }) => has(rule.of) >= least * 100).map(({ points }) => points));
      const needs = Math.min(...rule.steps.filter(({ points }) => points === most).map(({ least }) => least));
      return [part(rule.of, needs, most, { numerator: reached, denominator: most })];
    }
    case "weights":
      return rule.parts.map(({ of, full, points }) => part(of, full, points, shareDone(of, full)));
  }
}

/** Where nothing is required, anything that counts is enough. */
function neededBy(required: Requirement): { of: Measure; needs: number }[] {
  const needed = (["comments", "replies", "passages", "words"] as const).flatMap((of) => (required[of] > 0 ? [{ of, needs: required[of] }] : []));
  return needed.length > 0 ? needed : [{ of: "posts", needs: 1 }];
}

/** A level that the rubric does not have any more is as if none had been given. */
function givenParts({ hand, rubric }: GradingRule, given: GivenByHand): GradePart[] {
  const byRubric = rubric.map(({ id, levels }): GradePart => {
    const level = levels.find((one) => one.id === given.levels[id]);
    return { kind: "rubric", criterion: id, level: level?.id ?? null, most: Math.max(0, ...levels.map(({ points }) => points)), points: level?.points ?? null };
  });
  return hand ? [{ kind: "hand", most: hand.points, points: given.hand === null ? null : Math.min(hand.points, Math.max(0, given.hand)) }, ...byRubric] : byRubric;
}

function sumOf(parts: readonly GradePart[]): Points {
  return parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
}
