import { expect, test } from "vitest";
import { countingKinds, isKindAllowed } from "./kinds";

test.each([
  [null, false, null, true],
  ["question", false, null, true],
  ["question", false, ["question", "evidence"], true],
  ["objection", false, ["question"], false],
  [null, false, ["question"], false],
  [null, true, ["question"], true],
  ["objection", true, ["question"], false],
] as const)("%s, as a reply %s, where %j may be: %s", (kind, isReply, allowed, may) => {
  expect(isKindAllowed({ kind, isReply }, allowed)).toBe(may);
});

test.each([
  [[], null, []],
  [["question"], null, ["question"]],
  [[], ["question", "evidence"], ["question", "evidence"]],
  [["evidence", "objection"], ["question", "evidence"], ["evidence"]],
  [["objection"], ["question"], ["question"]],
] as const)("of %j that are asked for and %j that may be, %j count", (required, allowed, count) => {
  expect(countingKinds(required, allowed)).toEqual(count);
});
