import { expect, test } from "vitest";
import { faultOfName, skeletonOf } from "./names";

test.each([["李明"], ["quayside_tom"], ["O'Brien"], ["Łukasz 2"], ["海边图书馆"], ["मीरा"], ["عائشة"]])("%s is a name", (name) => {
  expect(faultOfName(name)).toBeNull();
});

test.each([
  ["x", "tooShort"],
  ["x".repeat(31), "tooLong"],
  ["two  spaces", "nameCharacters"],
  ["-dash", "nameCharacters"],
  ["a<b", "nameCharacters"],
  ["\u200b\u200b", "blankName"],
  ["a\u202eb", "bidi"],
  ["Moderator", "nameReserved"],
  ["admin7", "nameReserved"],
  ["管理员", "nameReserved"],
])("%j is refused: %s", (name, fault) => {
  expect(faultOfName(name)?.fault).toBe(fault);
});

test.each([
  ["paypal", "pаypаl"],
  ["Ian", "lan"],
  ["tom 0", "tom O"],
  ["modern", "modem"],
  ["Quayside Tom", "quayside_tom"],
  ["ｆｕｌｌ", "full"],
])("%s and %s look alike", (one, other) => {
  expect(skeletonOf(one)).toBe(skeletonOf(other));
});

test("names that differ to the eye stay different", () => {
  expect(new Set(["anna", "hanna", "anne", "李明", "李朋"].map(skeletonOf)).size).toBe(5);
});
