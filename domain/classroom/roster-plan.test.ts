import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RosterRow } from "./roster";
import { foldedName } from "./roster-likeness";
import { allTheSame, rosterPlan, type Enrolled, type RosterPlan } from "./roster-plan";

const row = (line: number, name: string | null, of: Partial<RosterRow> = {}): RosterRow => ({ line, name, email: null, section: null, externalId: null, ...of });
const place = (id: string, name: string, of: Partial<Enrolled> = {}): Enrolled => ({ id, name, email: null, section: null, externalId: null, hasLeft: false, ...of });

/** Lines and ids, for short. */
function told({ joins, changes, unchanged, leaves, likely, doubled, twins }: RosterPlan): object {
  const all = {
    joins: joins.map(({ line }) => line),
    changes: changes.map(({ line, enrolled, what }) => [line, enrolled.id, ...what]),
    unchanged: unchanged.map(({ line, enrolled }) => [line, enrolled.id]),
    leaves: leaves.map(({ id }) => id),
    likely: likely.map(({ line, candidates }) => [line, ...candidates.map(({ enrolled, because }) => `${enrolled.id} ${because}`)]),
    doubled: doubled.map(({ line, of, isSame }) => [line, of, isSame]),
    twins,
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
}

describe("a list", () => {
  test.each<[string, RosterRow[], Enrolled[], object]>([
    ["joins whom nobody knows", [row(2, "Bo", { email: "b@b.org" }), row(3, "Amara")], [], { joins: [2, 3] }],
    ["leaves unchanged who is as they were", [row(2, "Bo", { externalId: "7" })], [place("b", "Bo", { externalId: "7", section: "A" })], { unchanged: [[2, "b"]] }],
    ["lets go who is on it no more, once", [], [place("b", "Bo"), place("c", "Celeste", { hasLeft: true })], { leaves: ["b"] }],
    ["renames by number", [row(2, "Bo Trinh", { externalId: "s7" })], [place("b", "Bo", { externalId: "S7" })], { changes: [[2, "b", "renamed", "contact"]] }],
    ["renames by address", [row(2, "Bo Trinh", { email: "B@b.org" })], [place("b", "Bo", { email: "b@b.org" })], { changes: [[2, "b", "renamed", "contact"]] }],
    ["moves to another section", [row(2, "Bo", { externalId: "7", section: "B" })], [place("b", "Bo", { externalId: "7", section: "A" })], { changes: [[2, "b", "moved"]] }],
    ["brings back who had left", [row(2, "Bo", { externalId: "7" })], [place("b", "Bo", { externalId: "7", hasLeft: true })], { changes: [[2, "b", "returns"]] }],
    ["fills in a number by the address", [row(2, "Bo", { externalId: "7", email: "b@b.org" })], [place("b", "Bo", { email: "b@b.org" })], { changes: [[2, "b", "contact"]] }],
    ["never merges by name alone", [row(2, "Trinh, Bo", { externalId: "7" })], [place("b", "Bo Trinh", { externalId: "8" })], { likely: [[2, "b name"]] }],
    ["asks about names without anything else, whoever is called so", [row(2, "Wang Wei"), row(3, "Wang Wei")], [place("a", "Wang Wei"), place("b", "wang wei", { hasLeft: true })], { likely: [[2, "a name", "b name"], [3, "a name", "b name"]] }],
    ["does not ask about whom another line names", [row(2, "Wang Wei", { externalId: "1" }), row(3, "Wang Wei")], [place("a", "Wang Wei", { externalId: "1" })], { unchanged: [[2, "a"]], joins: [3] }],
    ["asks about another number at one address", [row(2, "Bo", { externalId: "7", email: "b@b.org" })], [place("b", "Bea", { externalId: "8", email: "b@b.org" })], { likely: [[2, "b email"]] }],
    ["lets siblings share an address", [row(2, "Bo", { externalId: "7", email: "b@b.org" }), row(3, "Bea", { externalId: "8", email: "b@b.org" })], [place("b", "Bea", { externalId: "8", email: "b@b.org" })], { joins: [2], unchanged: [[3, "b"]] }],
    ["goes by the number where number and address lead to two", [row(2, "Bo", { externalId: "7", email: "c@b.org" })], [place("b", "Bo", { externalId: "7" }), place("c", "Celeste", { email: "c@b.org" })], { changes: [[2, "b", "contact"]], leaves: ["c"] }],
    ["takes the one of the name where two have the address", [row(2, "Bea", { email: "b@b.org" })], [place("a", "Bo", { email: "b@b.org" }), place("b", "Bea", { email: "b@b.org" })], { unchanged: [[2, "b"]], leaves: ["a"] }],
    ["tells lines that are there twice", [row(2, "Bo", { externalId: "7" }), row(3, "Bo", { externalId: "7" }), row(4, "Bob", { externalId: "7" })], [], { joins: [2], doubled: [[3, 2, true], [4, 2, false]] }],
    ["tells two who are called the same, and merges neither", [row(2, "Li Ming"), row(3, "Ming Li"), row(4, "Bo")], [], { joins: [2, 3, 4], twins: [[2, 3]] }],
    ["never merges the nameless", [row(2, null, { externalId: "1" }), row(3, null, { externalId: "2" })], [place("a", "", { externalId: "3" })], { joins: [2, 3], leaves: ["a"] }],
    ["keeps the name where the list has none", [row(2, null, { externalId: "1" })], [place("a", "Amara", { externalId: "1" })], { unchanged: [[2, "a"]] }],
  ])("%s", (_, rows, enrolled, plan) => {
    expect(told(rosterPlan(rows, enrolled))).toEqual(plan);
  });
});

test("who joins without an address needs a card, and without a name is called by the number", () => {
  expect(rosterPlan([row(2, null, { externalId: "S1" })], []).joins).toEqual([{ line: 2, name: "S1", email: null, externalId: "S1", section: null, needsCard: true }]);
});

test("a choice decides who a likely one is", () => {
  const rows = [row(2, "Bo", { externalId: "7" }), row(3, "Bo")];
  const enrolled = [place("b", "Bo", { externalId: "8" })];
  expect(told(rosterPlan(rows, enrolled, new Map([[2, "b"], [3, null]])))).toEqual({ changes: [[2, "b", "contact"]], joins: [3] });
  expect(told(rosterPlan(rows, enrolled, new Map([[2, null], [3, null]])))).toEqual({ joins: [2, 3], leaves: ["b"], twins: [[2, 3]] });
});

test("a list of names is the same class again when somebody says so", () => {
  const rows = [row(1, "Bo"), row(2, "Wang Wei"), row(3, "Wang Wei"), row(4, "Wang Wei")];
  const enrolled = [place("b", "Bo"), place("v", "Wang Wei"), place("w", "Wang Wei")];
  const plan = rosterPlan(rows, enrolled, allTheSame(rosterPlan(rows, enrolled)));
  expect(told(plan)).toEqual({ unchanged: [[1, "b"], [2, "v"], [3, "w"]], joins: [4] });
});

test.each([["Lindholm, Amara", "amara LINDHOLM"], ["Hugo Marín", "Marin Hugo"], ["李 明", "李明"]])("%j is called as %j", (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});

test("ten thousand of one name, one address or one class are planned at once", () => {
  const many = (of: (at: number) => Partial<RosterRow>): RosterRow[] => Array.from({ length: 10_000 }, (_, at) => row(at + 2, "Wang Wei", of(at)));
  const places = (of: (at: number) => Partial<Enrolled>): Enrolled[] => Array.from({ length: 10_000 }, (_, at) => place(`e${at}`, "Wang Wei", of(at)));
  expect(rosterPlan(many(() => ({})), places(() => ({}))).likely).toHaveLength(10_000);
  expect(rosterPlan(many((at) => ({ externalId: `${at}`, email: "a@b.org" })), places(() => ({ email: "a@b.org" }))).leaves).toEqual([]);
  expect(rosterPlan(many((at) => ({ externalId: `${at}` })), places((at) => ({ externalId: `${at}` }))).unchanged).toHaveLength(10_000);
});

const names = fc.constantFrom("Bo", "bo", "Bea", "Wang Wei", "Wei Wang", "李明");
const emails = fc.option(fc.constantFrom("a@x.org", "b@x.org", "c@x.org", "d@x.org"));
const numbers = fc.option(fc.constantFrom("1", "2", "3", "4", "s5", "S5"));
const sections = fc.option(fc.constantFrom("A", "B"));

const anyRows = fc
  .array(fc.record({ name: fc.option(names), email: emails, externalId: numbers, section: sections }), { maxLength: 12 })
  .map((rows) => rows.filter(({ name, email, externalId }) => name !== null || email !== null || externalId !== null).map((one, at) => ({ ...one, line: at + 2 })));

/** As the database keeps them: a number is one place's. */
const anyEnrolled = fc
  .uniqueArray(fc.record({ name: names, email: emails, externalId: numbers, section: sections, hasLeft: fc.boolean() }), { maxLength: 8, selector: ({ externalId }) => externalId?.toLowerCase() ?? Symbol() })
  .map((places) => places.map((one, at) => ({ ...one, id: `e${at}` })));

function applied(enrolled: readonly Enrolled[], { joins, changes, leaves }: RosterPlan): Enrolled[] {
  const changed = new Map(changes.map(({ enrolled: { id }, name, email, externalId, section }) => [id, { name, email, externalId, section, hasLeft: false }]));
  const gone = new Set(leaves.map(({ id }) => id));
  const kept = enrolled.map((one) => ({ ...one, ...changed.get(one.id), ...(gone.has(one.id) ? { hasLeft: true } : {}) }));
  return [...kept, ...joins.map(({ line, name, email, externalId, section }) => ({ id: `new${line}`, name, email, externalId, section, hasLeft: false }))];
}

const RUNS = { numRuns: 1_000 };

describe("whatever the list and the class", () => {
  test("no row is lost, and nobody appears twice", () => {
    fc.assert(
      fc.property(anyRows, anyEnrolled, (rows, enrolled) => {
        const { joins, changes, unchanged, leaves, likely, doubled } = rosterPlan(rows, enrolled);
        const lines = [...joins, ...changes, ...unchanged, ...likely, ...doubled].map(({ line }) => line);
        expect(lines.sort((one, other) => one - other)).toEqual(rows.map(({ line }) => line));
        const held = new Set(likely.flatMap(({ candidates }) => candidates.map((candidate) => candidate.enrolled.id)));
        const ids = [...[...changes, ...unchanged].map((one) => one.enrolled.id), ...leaves.map(({ id }) => id), ...held];
        expect(new Set(ids).size).toBe(ids.length);
        expect(enrolled.filter(({ id, hasLeft }) => !hasLeft && !ids.includes(id))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("nothing is merged without a number or an address in common", () => {
    fc.assert(
      fc.property(anyRows, anyEnrolled, (rows, enrolled) => {
        const { changes, unchanged, doubled } = rosterPlan(rows, enrolled);
        const byLine = new Map(rows.map((one) => [one.line, one]));
        const share = (one: Pick<RosterRow, "email" | "externalId"> | undefined, other: Pick<RosterRow, "email" | "externalId"> | undefined): boolean =>
          Boolean(one && other && ((one.email !== null && one.email === other.email) || (one.externalId !== null && one.externalId.toLowerCase() === other.externalId?.toLowerCase())));
        expect([...changes, ...unchanged].filter((one) => !share(byLine.get(one.line), one.enrolled))).toEqual([]);
        expect(doubled.filter((one) => !share(byLine.get(one.line), byLine.get(one.of)))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("once applied, the same list changes nothing", () => {
    fc.assert(
      fc.property(anyRows, anyEnrolled, (rows, enrolled) => {
        const again = rosterPlan(rows, applied(enrolled, rosterPlan(rows, enrolled)));
        expect({ joins: again.joins, changes: again.changes, leaves: again.leaves }).toEqual({ joins: [], changes: [], leaves: [] });
      }),
      RUNS,
    );
  });
});
