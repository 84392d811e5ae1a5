import fc from "fast-check";
import { expect, test } from "vitest";
import { accuracyOf, hidesPending, sumOfWeights, weightOfReport, type ReporterFacts } from "./reports";

const facts = (change: Partial<ReporterFacts> = {}): ReporterFacts => ({ accuracy: 0.5, repliedThere: false, ageOfAccountDays: 400, visitor: false, ...change });

test.each([
  [0, 0, 0.5],
  [1, 0, 2 / 3],
  [0, 1, 1 / 3],
  [8, 0, 0.9],
  [0, 8, 0.1],
])("%d upheld and %d rejected: %d", (upheld, rejected, accuracy) => {
  expect(accuracyOf({ upheld, rejected })).toBeCloseTo(accuracy);
});

test.each([
  ["of a member without a record", facts(), 1],
  ["of one who was always right", facts({ accuracy: 1 }), 1.5],
  ["of one who was always wrong", facts({ accuracy: 0 }), 0.5],
  ["of a party", facts({ repliedThere: true }), 0.5],
  ["of a visitor, whose account has no age", facts({ visitor: true, ageOfAccountDays: 0 }), 0.5],
  ["of an account of this day", facts({ ageOfAccountDays: 0.9 }), 0.5],
  ["of an account of a day", facts({ ageOfAccountDays: 1 }), 1],
  ["of everything at once", facts({ accuracy: 0, repliedThere: true, ageOfAccountDays: 0 }), 0.13],
  ["of a visitor who is a party and was wrong", facts({ accuracy: 0, repliedThere: true, visitor: true }), 0.13],
])("a report %s", (_, reporter, weight) => {
  expect(weightOfReport(reporter)).toBe(weight);
});

test("weights stay between 0.1 and 1.5, and a better record never weighs less", () => {
  const reporter = fc.record({ accuracy: fc.double({ min: 0, max: 1, noNaN: true }), repliedThere: fc.boolean(), ageOfAccountDays: fc.nat(5_000), visitor: fc.boolean() });
  fc.assert(
    fc.property(reporter, fc.double({ min: 0, max: 1, noNaN: true }), (one, accuracy) => {
      const [weight, other] = [weightOfReport(one), weightOfReport({ ...one, accuracy })];
      expect(weight).toBeGreaterThanOrEqual(0.1);
      expect(weight).toBeLessThanOrEqual(1.5);
      if (accuracy > one.accuracy) expect(other).toBeGreaterThanOrEqual(weight);
    }),
  );
});

test.each([
  [[1, 1], false],
  [[1, 1, 1], true],
  [[1.5, 1.5], true],
  [[1.5, 1.49], false],
  [[0.5, 0.5, 0.5, 0.5, 0.5, 0.5], true],
  [[], false],
])("reports of %j hide pending a decision: %s", (weights, hides) => {
  expect(hidesPending(weights)).toBe(hides);
});

test("one reporter alone never hides anything, whatever the setting", () => {
  expect([hidesPending([1.5], { threshold: 0.1 }), hidesPending([0.1, 0.1], { threshold: 0.1 })]).toEqual([false, true]);
});

test("thirty tenths are three", () => {
  expect(sumOfWeights(Array.from({ length: 30 }, () => 0.1))).toBe(3);
});
