import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gateState, isHidden, openingComment, stillBeforeGate, type GateState } from "./gate";
import type { GateRule } from "./terms";

const at = (iso: string): Date => new Date(iso);
const [BEFORE, NOW, AFTER] = [at("2026-05-26T10:00Z"), at("2026-05-26T11:00Z"), at("2026-05-26T12:00Z")];
const NONE: GateRule = { kind: "none" };
const THIRD: GateRule = { kind: "after", own: 3 };
const TEACHER: GateRule = { kind: "teacher" };

describe("a gate", () => {
  test.each<[string, GateRule, { openedAt: Date; closedAt: Date | null } | null, Date | null, GateState]>([
    ["without a rule is open", NONE, null, null, { isOpen: true, because: "noRule" }],
    ["after no comments is none", { kind: "after", own: 0 }, null, null, { isOpen: true, because: "noRule" }],
    ["is closed at first", THIRD, null, null, { isOpen: false, because: "notYet" }],
    ["is open once it is stored so", THIRD, { openedAt: BEFORE, closedAt: null }, null, { isOpen: true, because: "opened" }],
    ["is open from the very moment", { kind: "at", at: NOW.toISOString() }, null, null, { isOpen: true, because: "moment" }],
    ["is closed before it", { kind: "at", at: AFTER.toISOString() }, null, null, { isOpen: false, because: "notYet" }],
    ["waits for the teacher", TEACHER, null, null, { isOpen: false, because: "notYet" }],
    ["is opened by the teacher for all", TEACHER, null, NOW, { isOpen: true, because: "teacher" }],
    ["is opened by the teacher before its moment", { kind: "at", at: AFTER.toISOString() }, null, BEFORE, { isOpen: true, because: "teacher" }],
    ["is closed again by the teacher", THIRD, { openedAt: BEFORE, closedAt: NOW }, BEFORE, { isOpen: false, because: "closed" }],
    ["is closed by the teacher whatever the rule", NONE, { openedAt: BEFORE, closedAt: BEFORE }, null, { isOpen: false, because: "closed" }],
  ])("%s", (_, rule, opening, openedForAllAt, state) => {
    expect(gateState({ rule, opening, openedForAllAt, now: NOW })).toEqual(state);
  });
});

test("the Nth comment that counts opens it, in order of time, then of id", () => {
  const counted = [{ id: "d", at: "2026-05-26T12:00:00.000Z" }, { id: "b", at: "2026-05-26T11:00:00.000Z" }, { id: "a", at: "2026-05-26T11:00:00.000Z" }];
  expect([1, 2, 3, 4].map((own) => openingComment({ kind: "after", own }, counted))).toEqual(["a", "b", "d", null]);
  expect([NONE, TEACHER].map((rule) => openingComment(rule, counted))).toEqual([null, null]);
});

test("how many are still asked for", () => {
  const closed: GateState = { isOpen: false, because: "notYet" };
  expect([0, 2, 3].map((counted) => stillBeforeGate(THIRD, counted, closed))).toEqual([3, 1, 1]);
  expect([stillBeforeGate(THIRD, 0, { isOpen: true, because: "opened" }), stillBeforeGate(TEACHER, 0, closed), stillBeforeGate(THIRD, 0, { isOpen: false, because: "closed" })]).toEqual([0, 0, 0]);
});

test("hidden is what classmates wrote, from students before whom it is closed, and nothing else", () => {
  const cases = [true, false].flatMap((isOwn) => [true, false].flatMap((isByTeaching) => [true, false].flatMap((isOpen) => [true, false].map((isTeaching) => ({ isOwn, isByTeaching, isOpen, isTeaching })))));
  const hidden = cases.filter((one) => isHidden(one, one, one));
  expect(hidden).toEqual([{ isOwn: false, isByTeaching: false, isOpen: false, isTeaching: false }]);
});

test("nothing but a teacher closes what was opened", () => {
  const rules = fc.constantFrom<GateRule>(NONE, THIRD, TEACHER, { kind: "at", at: AFTER.toISOString() });
  const later = fc.nat(1_000_000_000).map((ms) => new Date(NOW.getTime() + ms));
  fc.assert(fc.property(rules, later, (rule, now) => gateState({ rule, opening: { openedAt: NOW, closedAt: null }, openedForAllAt: null, now }).isOpen));
});
