import { expect, test } from "vitest";
import { faultOfDisplayName, faultOfName, skeletonOf } from "./names";

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
  ["tom\u3164", "nameCharacters"],
  ["tom\u034f", "nameCharacters"],
  ["t\ufe0fom", "nameCharacters"],
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

test.each([["Dr. Anna Ruiz, MP"], ["卡尔·马克思"], ["J. (Jo) Ode"], ["Modesty Edito"], ["李明"], ["Ó Briain & Søn"]])("%s may stand before a handle", (name) => {
  expect(faultOfDisplayName(name)).toBeNull();
});

test.each([
  ["x", "tooShort"],
  ["x".repeat(41), "tooLong"],
  ["\u200b\u3164", "blankName"],
  ["a\u202eb", "bidi"],
  ["two   spaces", "nameCharacters"],
  ["<b>bold</b>", "nameCharacters"],
  ["tom\u2800", "nameCharacters"],
  ["Anna, Moderator", "nameReserved"],
  ["The m0derat\u043er", "nameReserved"],
  ["Paragora Staff", "nameReserved"],
  ["本站管理员小王", "nameReserved"],
])("%j before a handle is refused: %s", (name, fault) => {
  expect(faultOfDisplayName(name)?.fault).toBe(fault);
});
