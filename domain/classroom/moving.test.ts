import fc from "fast-check";
import { expect, test } from "vitest";
import { goingAlong, type ThreadOfGroup } from "./moving";

const by = (...names: string[]): ThreadOfGroup["by"] => names.map((name) => ({ member: name, teaches: name.startsWith("T") }));

test.each<[string, ThreadOfGroup["by"], boolean]>([
  ["what only a mover wrote", by("ada", "ada"), true],
  ["what a teacher answered", by("ada", "T"), true],
  ["what two who move said to each other", by("ada", "bao", "ada"), true],
  ["what a classmate answered", by("ada", "cleo"), false],
  ["a mover's answer to a classmate", by("cleo", "ada"), false],
  ["a teacher's question that a mover answered", by("T", "ada"), false],
  ["nothing at all", [], false],
])("%s", (_, who, goes) => {
  expect(goingAlong([{ id: "t", by: who }], new Set(["ada", "bao"]))).toEqual(goes ? ["t"] : []);
});

test("no word of anybody who stays goes along, and every thread of movers alone does", () => {
  const person = fc.record({ member: fc.constantFrom("a", "b", "c", "d"), teaches: fc.constant(false) });
  const thread = fc.record({ id: fc.uuid(), by: fc.array(fc.oneof(person, fc.constant({ member: "T", teaches: true })), { maxLength: 6 }) });
  fc.assert(
    fc.property(fc.uniqueArray(thread, { selector: ({ id }) => id }), fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")), (threads, moving) => {
      const [movers, goes] = [new Set<string>(moving), new Set(goingAlong(threads, new Set(moving)))];
      for (const { id, by: who } of threads) {
        if (goes.has(id)) expect(who.every(({ member, teaches }) => teaches || movers.has(member))).toBe(true);
        else expect(who.length === 0 || who[0]?.teaches === true || who.some(({ member, teaches }) => !teaches && !movers.has(member))).toBe(true);
      }
    }),
  );
});
