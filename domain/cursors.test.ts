import { expect, test } from "vitest";
import { cursorOf, readCursor } from "./cursors";

test("a cursor is read as it was written", () => {
  expect(cursorOf({ at: 1_778_241_600_000, id: "0196-a" })).toBe("1778241600000.0196-a");
  expect(readCursor("1778241600000.0196-a")).toEqual({ at: 1_778_241_600_000, id: "0196-a" });
});

test.each([[""], ["1"], [".a"], ["1."], ["-1.a"], ["01.a"], ["1.a b"], ["10000000000000.a"], ["x.a"]])("%j is no cursor", (text) => {
  expect(readCursor(text)).toBeNull();
});
