import { expect, test } from "vitest";
import { canBeStored, faultOfText, normalised } from "./text";

test.each([
  ["plain", null],
  ["two\nlines\tand a tab", null],
  ["שלום, 你好, 👩‍👩‍👧‍👦", null],
  ["", "empty"],
  [" \u200b\u2060\u3164", "empty"],
  ["a\u0000", "controlCharacters"],
  ["a\u001b[31m", "controlCharacters"],
  ["a\u0085", "controlCharacters"],
  ["a\ud800", "loneSurrogate"],
  ["a\u202e", "bidi"],
  ["a\u2067", "bidi"],
])("%j: %s", (text, fault) => {
  expect(faultOfText(text, { most: 100 })?.fault ?? null).toBe(fault);
});

test("lengths are counted in code points, at the limit and one past it", () => {
  expect(faultOfText("😀".repeat(5), { most: 5 })).toBeNull();
  expect(faultOfText("😀".repeat(6), { most: 5 })).toEqual({ fault: "tooLong", limit: 5, length: 6 });
  expect(faultOfText("ab", { least: 3, most: 5 })).toEqual({ fault: "tooShort", least: 3 });
});

test("line ends of every system become line feeds", () => {
  expect(normalised("\r\na\r\nb\rc \n")).toBe("a\nb\nc");
});

test("what one database would refuse or change is stored in neither", () => {
  expect(["一 slug", "a\tb", "👩‍🚀"].map(canBeStored)).toEqual([true, true, true]);
  expect(["a\u0000b", "a\ud800", "a\u001b"].map(canBeStored)).toEqual([false, false, false]);
});
