import { expect, test } from "vitest";
import { partsFrom, readSpot, spotCursor } from "./reading-order";

test("a spot is read as it was written", () => {
  expect(spotCursor({ block: 3, ordinal: 14, sequence: 2 })).toBe("3.14.2");
  expect(readSpot("3.14.2")).toEqual({ block: 3, ordinal: 14, sequence: 2 });
  expect(spotCursor({ block: 0, ordinal: 1, sequence: 0 })).toBe("0.1");
  expect(readSpot("0.1")).toEqual({ block: 0, ordinal: 1, sequence: 0 });
});

test.each([[""], ["3"], ["3.x"], ["3.1.2.4"], ["-3.1"], ["3.1 "], ["9999999999.1"]])("%j is no spot", (text) => {
  expect(readSpot(text)).toBeNull();
});

test("the whole article comes last, and when it is reached the blocks are done", () => {
  expect(partsFrom(null)).toEqual(["blocks", "whole"]);
  expect(partsFrom({ block: 3, ordinal: 1, sequence: 0 })).toEqual(["blocks", "whole"]);
  expect(partsFrom({ block: 0, ordinal: 1, sequence: 0 })).toEqual(["whole"]);
});
