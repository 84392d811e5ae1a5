import { expect, test } from "vitest";
import { noteNumber, notesBeside } from "./notes";

test("a note is numbered by its paragraph and by its age there", () => {
  expect([noteNumber(12, 3), noteNumber(null, 2)]).toEqual(["12.3", "0.2"]);
});

test("the margin names every note, in order, and long rows as ranges", () => {
  expect(notesBeside(12, [])).toBe("");
  expect(notesBeside(12, [1])).toBe("12.1");
  expect(notesBeside(12, [2, 1])).toBe("12.1, 12.2");
  expect(notesBeside(12, [4, 1, 2, 3, 6])).toBe("12.1–12.4, 12.6");
  expect(notesBeside(7, [9, 3, 10, 11, 3])).toBe("7.3, 7.9–7.11");
});
