import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, rankOf, scoreOf, urgencies, urgencyOf, urgencyOfRank, type ItemFacts } from "./queue";

const item = (change: Partial<ItemFacts> = {}): ItemFacts => ({ weights: 0, ground: null, isPublic: false, ageHours: 0, isAppeal: false, seen: 0, ...change });

test.each([
  ["held by a rule", item(), 0, "when-you-can"],
  ["held by a rule, yesterday", item({ ageHours: 24 }), 24, "when-you-can"],
  ["off the subject, one report", item({ weights: 1, ground: "off-subject", isPublic: true }), 55, "when-you-can"],
  ["off the subject, three reports", item({ weights: 3, ground: "off-subject", isPublic: true }), 75, "today"],
  ["an insult, one report", item({ weights: 1, ground: "insult", isPublic: true }), 85, "today"],
  ["an insult, three reports", item({ weights: 3, ground: "insult", isPublic: true }), 105, "now"],
  ["an insult, one report, a thousand readers", item({ weights: 1, ground: "insult", isPublic: true, seen: 999 }), 100, "now"],
  ["an insult, hidden pending", item({ weights: 3, ground: "insult", isPublic: false, seen: 999 }), 90, "today"],
  ["a threat, one report", item({ weights: 1, ground: "threat", isPublic: true }), 115, "now"],
  ["an appeal", item({ isAppeal: true, ground: "off-subject" }), 75, "today"],
  ["an appeal against a suspension for threats", item({ isAppeal: true, ground: "threat" }), 135, "now"],
  ["everything at once", item({ weights: 99, ground: "law", isPublic: true, ageHours: 99, isAppeal: true, seen: 1e9 }), 260, "now"],
])("%s: %#", (_, facts, score, urgency) => {
  expect([scoreOf(facts), urgencyOf(facts)]).toEqual([score, urgency]);
});

test("within a class the oldest is first, the id decides between two of one moment", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 4, 8, hour));
  const waiting = [
    { rank: 1, since: at(1), id: "a" },
    { rank: 3, since: at(9), id: "b" },
    { rank: 3, since: at(8), id: "d" },
    { rank: 3, since: at(8), id: "c" },
    { rank: 2, since: at(2), id: "e" },
  ];
  expect(waiting.sort(inOrder).map(({ id }) => id)).toEqual(["c", "d", "b", "e", "a"]);
});

test("ranks are kept and read back", () => {
  expect(urgencies.map((urgency) => [rankOf(urgency), urgencyOfRank(rankOf(urgency))])).toEqual([[1, "when-you-can"], [2, "today"], [3, "now"]]);
  expect(urgencyOfRank(7)).toBe("when-you-can");
});

test("a further report, eyes or hours never make an item less urgent", () => {
  const more = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.record({ weights: more, ageHours: more, seen: more, isPublic: fc.boolean(), isAppeal: fc.boolean(), ground: fc.constantFrom(null, "insult", "law") }), more, more, more, (facts, weights, hours, eyes) => {
      expect(scoreOf({ ...facts, weights: facts.weights + weights, ageHours: facts.ageHours + hours, seen: facts.seen + eyes })).toBeGreaterThanOrEqual(scoreOf(facts));
    }),
  );
});
