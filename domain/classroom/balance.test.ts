import fc from "fast-check";
import { expect, test } from "vitest";
import { groupCountFor, groupForLate, groupsByChance } from "./balance";

test.each([[30, 4, 8], [30, 5, 6], [7, 3, 2], [8, 3, 3], [2, 5, 1], [0, 4, 1], [5, 0, 5]])("%i people in groups of about %i are %i groups", (people, size, count) => {
  expect(groupCountFor(people, size)).toBe(count);
});

test("chance decides who goes where", () => {
  expect(groupsByChance(["a", "b", "c", "d", "e"], 2, () => 0)).toEqual([["a", "d", "b"], ["e", "c"]]);
  expect(groupsByChance(["a", "b", "c", "d", "e"], 2, (below) => below - 1)).toEqual([["e", "c", "a"], ["d", "b"]]);
  expect(() => groupsByChance(["a"], 1, () => 1)).toThrow(RangeError);
});

test("everybody is in one group, and sizes differ by one at most", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat()), (people, count, numbers) => {
      const groups = groupsByChance(people, count, (below) => (numbers.next().value ?? 0) % below);
      const sizes = groups.map(({ length }) => length);
      expect(groups.flat().sort()).toEqual([...people].sort());
      expect([groups.length, Math.max(...sizes) - Math.min(...sizes) <= 1]).toEqual([count, true]);
    }),
  );
});

test("who comes later goes where the fewest are", () => {
  const sizes = new Map([["a", 4], ["b", 3], ["c", 3]]);
  expect([groupForLate(sizes, () => 0), groupForLate(sizes, () => 1), groupForLate(new Map(), () => 0)]).toEqual(["b", "c", null]);
});

test("however many come later, no group they joined is larger than the smallest by more than one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 }), fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 }), fc.nat({ max: 60 }), fc.infiniteStream(fc.nat()), (ids, begun, late, numbers) => {
      const sizes = new Map(ids.map((id, at) => [String(id), begun[at] ?? 0]));
      const joined = new Set<string>();
      for (let come = 0; come < late; come += 1) {
        const group = groupForLate(sizes, (below) => (numbers.next().value ?? 0) % below) ?? "none";
        sizes.set(group, (sizes.get(group) ?? 0) + 1);
        joined.add(group);
      }
      const least = Math.min(...sizes.values());
      expect([...joined].every((group) => (sizes.get(group) ?? 0) <= least + 1)).toBe(true);
      expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(late + begun.slice(0, ids.length).reduce((sum, size) => sum + size, 0));
    }),
  );
});
