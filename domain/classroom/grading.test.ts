import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentKinds } from "../thread";
import { totalsOf, type Counted, type CountedComment } from "./counted";
import { distributionOf, whatIf } from "./grade-distribution";
import { faultOfSnapshot, snapshotHash, snapshotOf, type GradeSnapshot } from "./grade-snapshot";
import { grade, NOTHING_GIVEN, type GivenByHand } from "./grading";
import { faultOfRule, measures, mostOf, type CountRule, type GradingRule } from "./grading-rules";
import { NOTHING_REQUIRED, type Requirement } from "./terms";

const comment = (id: string, of: Partial<CountedComment> = {}): CountedComment => ({ id, at: `2026-05-26T10:00:00.${id.padStart(3, "0")}Z`, day: "2026-05-26", words: 50, isReply: false, passage: "b1", kind: null, minutesLate: 0, credit: 100, ...of });
const REPLY = { isReply: true };
const LATE = { minutesLate: 30, credit: 70 };
const counting = (counted: CountedComment[]): Counted => ({ counted, excluded: [], totals: totalsOf(counted) });
const rule = (counted: CountRule | null, of: Partial<GradingRule> = {}): GradingRule => ({ version: 1, decimals: 2, late: "each", counted, hand: null, rubric: [], ...of });
const REQUIRED: Requirement = { ...NOTHING_REQUIRED, comments: 2, replies: 2 };
const RUBRIC = [{ id: "reasons", title: "Reasons", levels: [{ id: "none", title: "None", points: 0 }, { id: "good", title: "Good", points: 300 }] }, { id: "tone", title: "Tone", levels: [{ id: "fair", title: "Fair", points: 200 }] }];

describe("points by a rule", () => {
  test.each<[string, GradingRule, Requirement, CountedComment[], number[]]>([
    ["all: done", rule({ kind: "all", points: 1000 }), REQUIRED, [comment("1"), comment("2"), comment("3", REPLY), comment("4", REPLY)], [500, 500]],
    ["all: nearly done", rule({ kind: "all", points: 1000 }), REQUIRED, [comment("1"), comment("2"), comment("3", REPLY)], [0, 0]],
    ["all: done late", rule({ kind: "all", points: 1000 }), REQUIRED, [comment("1"), comment("2", LATE), comment("3", REPLY), comment("4", REPLY)], [350, 350]],
    ["all: one late comment more than asked for costs nothing", rule({ kind: "all", points: 1000 }), REQUIRED, [comment("1"), comment("2"), comment("3", REPLY), comment("4", REPLY), comment("5", LATE)], [500, 500]],
    ["all: of nothing required anything is enough", rule({ kind: "all", points: 1000 }), NOTHING_REQUIRED, [comment("1", REPLY)], [1000]],
    ["all: but nothing is not", rule({ kind: "all", points: 1000 }), NOTHING_REQUIRED, [], [0]],
    ["scaled: the share of each", rule({ kind: "scaled", points: 1000 }), { ...REQUIRED, words: 200 }, [comment("1"), comment("2"), comment("3", REPLY)], [334, 167, 250]],
    ["scaled: more of one is not less of another", rule({ kind: "scaled", points: 1000 }), REQUIRED, Array.from({ length: 9 }, (_, at) => comment(String(at))), [500, 0]],
    ["scaled: a late comment counts for its share", rule({ kind: "scaled", points: 1000 }), REQUIRED, [comment("1"), comment("2", LATE)], [425, 0]],
    ["scaled: or lowers the whole, where that is better than doing without it", rule({ kind: "scaled", points: 1000 }, { late: "whole" }), REQUIRED, [comment("1"), comment("2", LATE)], [350, 0]],
    ["scaled: or is left out, where that is better", rule({ kind: "scaled", points: 1000 }, { late: "whole" }), REQUIRED, [comment("1"), comment("2"), comment("3", REPLY), comment("4", { ...REPLY, credit: 50 })], [500, 250]],
    ["scaled: rounded to whole points", rule({ kind: "scaled", points: 1000 }, { decimals: 0 }), { ...REQUIRED, words: 300 }, [comment("1"), comment("2"), comment("3", REPLY)], [400, 200, 200]],
    ["thresholds: the best step that is reached", rule({ kind: "thresholds", of: "posts", steps: [{ least: 1, points: 300 }, { least: 3, points: 800 }, { least: 5, points: 1000 }] }), REQUIRED, [comment("1"), comment("2"), comment("3", REPLY)], [800]],
    ["thresholds: none", rule({ kind: "thresholds", of: "passages", steps: [{ least: 2, points: 300 }] }), REQUIRED, [comment("1"), comment("2")], [0]],
    ["weights: each part by its share", rule({ kind: "weights", parts: [{ of: "comments", full: 2, points: 400 }, { of: "passages", full: 4, points: 400 }, { of: "days", full: 2, points: 200 }] }), REQUIRED, [comment("1"), comment("2", { passage: "b2" }), comment("3", { passage: null, day: "2026-05-27" })], [400, 200, 200]],
    ["weights: of two on a passage the better counts", rule({ kind: "weights", parts: [{ of: "passages", full: 1, points: 1000 }] }), REQUIRED, [comment("1", LATE), comment("2")], [1000]],
    ["weights: words of late comments count for their share", rule({ kind: "weights", parts: [{ of: "words", full: 200, points: 1000 }] }), REQUIRED, [comment("1", LATE), comment("2")], [425]],
  ])("%s", (_, by, required, comments, points) => {
    const graded = grade(by, required, counting(comments));
    expect(graded.parts.map((part) => part.points)).toEqual(points);
    expect(graded.points).toBe(points.reduce((sum, one) => sum + one, 0));
  });
});

test("each part tells how it came about", () => {
  const graded = grade(rule({ kind: "weights", parts: [{ of: "replies", full: 2, points: 400 }] }, { hand: { points: 100 }, rubric: RUBRIC, version: 7 }), REQUIRED, { ...counting([comment("1", { ...REPLY, ...LATE })]), excluded: [{ id: "x", at: "2026-05-26T10:00:00.000Z", cause: "tooShort" }] }, { hand: 50, levels: { reasons: "good", tone: "gone" } });
  expect(graded).toEqual({
    points: 140 + 50 + 300,
    most: 1000,
    isComplete: false,
    parts: [
      { kind: "counted", of: "replies", has: 70, needs: 2, credit: 100, most: 400, points: 140 },
      { kind: "hand", most: 100, points: 50 },
      { kind: "rubric", criterion: "reasons", level: "good", most: 300, points: 300 },
      { kind: "rubric", criterion: "tone", level: null, most: 200, points: null },
    ],
    version: 7,
    countedIds: ["1"],
    excluded: [{ id: "x", at: "2026-05-26T10:00:00.000Z", cause: "tooShort" }],
  });
});

test("by hand alone a grade is complete once it is given, and never more than it can be", () => {
  const byHand = rule(null, { hand: { points: 500 } });
  const given = (hand: number | null): [number, boolean] => {
    const { points, isComplete } = grade(byHand, REQUIRED, counting([]), { ...NOTHING_GIVEN, hand });
    return [points, isComplete];
  };
  expect([given(null), given(425), given(900), given(-5)]).toEqual([[0, false], [425, true], [500, true], [0, true]]);
});

test.each<[GradingRule, string | null]>([
  [rule({ kind: "all", points: 1000 }), null],
  [rule(null), "nothing"],
  [rule({ kind: "all", points: 0 }), "nothing"],
  [rule({ kind: "all", points: 1050 }, { decimals: 0 }), "decimals"],
  [rule({ kind: "all", points: 100_001 }), "tooManyPoints"],
  [rule({ kind: "all", points: -1 }), "notWhole"],
  [rule({ kind: "thresholds", of: "posts", steps: [] }), "noSteps"],
  [rule({ kind: "thresholds", of: "posts", steps: [{ least: 0, points: 100 }] }), "notWhole"],
  [rule({ kind: "weights", parts: [{ of: "words", full: 1.5, points: 100 }] }), "notWhole"],
  [rule(null, { rubric: [{ id: "a", title: "A", levels: [] }] }), "noLevels"],
  [rule(null, { rubric: [...RUBRIC, ...RUBRIC] }), "sameTwice"],
  [rule(null, { rubric: RUBRIC }), null],
])("a rule is right or is not: %#", (tried, fault) => {
  expect(faultOfRule(tried)?.fault ?? null).toBe(fault);
});

const anyPoints = fc.nat(50).map((points) => points * 100);
const anyCount = fc.integer({ min: 1, max: 6 });
const anyMeasure = fc.constantFrom(...measures);
const anyCountRule: fc.Arbitrary<CountRule> = fc.oneof(
  fc.record({ kind: fc.constant("all" as const), points: anyPoints }),
  fc.record({ kind: fc.constant("scaled" as const), points: anyPoints }),
  fc.record({ kind: fc.constant("thresholds" as const), of: anyMeasure, steps: fc.array(fc.record({ least: anyCount, points: anyPoints }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant("weights" as const), parts: fc.array(fc.record({ of: anyMeasure, full: anyCount, points: anyPoints }), { minLength: 1, maxLength: 4 }) }),
);
const anyRule: fc.Arbitrary<GradingRule> = fc.record({ version: fc.nat(9), decimals: fc.constantFrom(0, 1, 2), late: fc.constantFrom("each", "whole"), counted: fc.option(anyCountRule), hand: fc.option(fc.record({ points: anyPoints })), rubric: fc.constantFrom([], RUBRIC) });
const anyGiven: fc.Arbitrary<GivenByHand> = fc.record({ hand: fc.option(fc.nat(6000)), levels: fc.constantFrom<Record<string, string>>({}, { reasons: "good" }, { reasons: "none", tone: "fair" }) });
const anyRequired: fc.Arbitrary<Requirement> = fc.record({ comments: fc.nat(4), replies: fc.nat(4), passages: fc.nat(3), words: fc.nat(200), leastWords: fc.constant(0), kinds: fc.constant([]) });
const anyComments = fc
  .array(fc.record({ words: fc.nat(80), isReply: fc.boolean(), passage: fc.option(fc.constantFrom("b1", "b2", "b3")), kind: fc.option(fc.constantFrom(...commentKinds)), day: fc.constantFrom("2026-05-26", "2026-05-27"), credit: fc.constantFrom(100, 90, 70, 25) }), { maxLength: 12 })
  .map((list) => list.map((one, at) => comment(String(at), one)));

const RUNS = { numRuns: 500 };

describe("whatever the rule and the comments", () => {
  test("the points are the sum of the parts', from 0 to the most there is, and the same again", () => {
    fc.assert(
      fc.property(anyRule, anyRequired, anyComments, anyGiven, (by, required, comments, given) => {
        const graded = grade(by, required, counting(comments), given);
        expect(graded.points).toBe(graded.parts.reduce((sum, { points }) => sum + (points ?? 0), 0));
        expect(graded.parts.every(({ points, most }) => Number.isInteger(points ?? 0) && (points ?? 0) >= 0 && (points ?? 0) <= most)).toBe(true);
        expect([graded.most, graded.points <= graded.most]).toEqual([mostOf(by), true]);
        expect(grade(by, required, counting(comments), given)).toEqual(graded);
      }),
      RUNS,
    );
  });

  test("one comment more never costs anything", () => {
    fc.assert(
      fc.property(anyRule, anyRequired, anyComments, fc.nat(), (by, required, comments, which) => {
        const fewer = comments.filter((_, at) => at !== which % Math.max(1, comments.length));
        expect(grade(by, required, counting(comments)).points).toBeGreaterThanOrEqual(grade(by, required, counting(fewer)).points);
      }),
      RUNS,
    );
  });

  test("the order of the comments is nothing to the points", () => {
    fc.assert(
      fc.property(anyRule, anyRequired, anyComments, (by, required, comments) => grade(by, required, counting(comments)).points === grade(by, required, counting([...comments].reverse())).points),
      RUNS,
    );
  });

  test("a snapshot is good after a database has had it, and counts again to the same; with any change it is not", () => {
    fc.assert(
      fc.property(anyRule, anyRequired, anyComments, anyGiven, (by, required, comments, given) => {
        const snapshot = snapshotOf({ assignmentId: "a", studentId: "s", rule: by, required, counting: counting(comments), given });
        const hash = snapshotHash(snapshot);
        const kept: GradeSnapshot = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(snapshot).reverse())));
        expect([snapshotHash(kept), faultOfSnapshot(kept, hash)]).toEqual([hash, null]);
        expect(faultOfSnapshot({ ...kept, grade: { ...kept.grade, points: kept.grade.points + 1 } }, hash)).toBe("changed");
        const forged = { ...kept, grade: { ...kept.grade, points: kept.grade.points + 1 } };
        expect(faultOfSnapshot(forged, snapshotHash(forged))).toBe("recounts");
        expect(faultOfSnapshot({ ...kept, counting: counting([...comments, comment("late", LATE)]) }, hash)).toBe("changed");
      }),
      RUNS,
    );
  });
});

// Computed from the words of grade-snapshot.ts by another program.
test("a hash is what anybody can compute from the snapshot", () => {
  expect(snapshotHash(snapshotOf({ assignmentId: "a", studentId: "s", rule: rule({ kind: "all", points: 1000 }), required: NOTHING_REQUIRED, counting: counting([comment("1")]), given: NOTHING_GIVEN }))).toBe("2016702aee3f826f08d3d0a5dd95939238167c8ad3033a67dbcb3c88484061dd");
});

describe("how grades lie", () => {
  test("in tenths of the points, with the middle and the quarters", () => {
    const { bins, ...rest } = distributionOf([0, 100, 450, 500, 999, 1000], 1000);
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 0, 0, 1, 1, 0, 0, 0, 2]);
    expect([bins[0], bins[9]]).toEqual([{ from: 0, to: 100, count: 1 }, { from: 900, to: 1000, count: 2 }]);
    expect(rest).toEqual({ count: 6, least: 0, quarter: 100, median: 450, threeQuarters: 999, most: 1000, mean: 508 });
  });

  test("in fewer where there are few points, and in none without grades", () => {
    expect(distributionOf([300], 300).bins.map(({ count }) => count)).toEqual([0, 0, 1]);
    expect(distributionOf([], 50)).toEqual({ count: 0, bins: [{ from: 0, to: 50, count: 0 }], least: null, quarter: null, median: null, threeQuarters: null, most: null, mean: null });
  });

  test("each grade is in one bin", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.nat(100_000)), (full, grades) => distributionOf(grades.map((one) => Math.min(one, full)), full).bins.reduce((sum, { count }) => sum + count, 0) === grades.length));
  });

  test("what if: how many rise, fall and stay", () => {
    const { rising, falling, same, now, then } = whatIf([{ now: 100, then: 200 }, { now: 100, then: 50 }, { now: 100, then: 100 }, { now: 0, then: 10 }], { now: 200, then: 200 });
    expect([rising, falling, same, now.median, then.median]).toEqual([2, 1, 1, 100, 50]);
  });
});
