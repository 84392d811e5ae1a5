import { expect, test } from "vitest";
import { findWords } from "./find-words";

test("words are found where they stand, in code points, whatever their line breaks", () => {
  expect(findWords("A 🏛 stands here,\nand there.", "stands here")).toEqual({ start: 4, end: 15 });
  expect(findWords("A 🏛 stands here,\nand there.", " here,  and\tthere. ")).toEqual({ start: 11, end: 27 });
  expect(findWords("经营者应当登记。", "应当")).toEqual({ start: 3, end: 5 });
});

test("what is not there, or there twice, is told apart", () => {
  expect(findWords("Once and again.", "twice")).toBe("noSuchWords");
  expect(findWords("Once and again.", "  ")).toBe("noSuchWords");
  expect(findWords("the one and the other", "the")).toBe("wordsTwice");
  expect(findWords("aaa", "aa")).toBe("wordsTwice");
});
