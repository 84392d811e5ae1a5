import { describe, expect, test } from "vitest";
import { defaultKeys } from "../keys";
import { queueActOf } from "./queue-keys";

const press = (key: string, more: Partial<{ shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }> = {}) => queueActOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more }, defaultKeys);

describe("the keys of the queue", () => {
  test.each([
    ["a", { choose: "approve" }],
    ["h", { choose: "hide" }],
    ["r", { choose: "remove" }],
    ["l", { choose: "lock" }],
    ["w", { choose: "warn" }],
    ["s", { choose: "silence" }],
    ["1", { rule: "off-subject" }],
    ["8", { rule: "repetition" }],
    ["j", { do: "next" }],
    ["k", { do: "previous" }],
    ["ArrowDown", { do: "next" }],
    ["ArrowUp", { do: "previous" }],
    ["Enter", { do: "decide" }],
    ["c", { do: "claim" }],
    ["n", { do: "note" }],
    ["u", { do: "undo" }],
    ["x", { do: "select" }],
    ["/", { do: "filter" }],
    [".", { do: "palette" }],
    ["?", { do: "keys" }],
  ])("%s", (key, act) => {
    expect(press(key)).toEqual(act);
  });

  test("Ctrl or Cmd with K opens the palette; other keys with them are the browser's", () => {
    expect(press("k", { ctrlKey: true })).toEqual({ do: "palette" });
    expect(press("K", { metaKey: true })).toEqual({ do: "palette" });
    expect(press("r", { ctrlKey: true })).toBeNull();
    expect(press("a", { altKey: true })).toBeNull();
    expect(press("k", { ctrlKey: true, shiftKey: true })).toBeNull();
  });

  test("Shift belongs to signs, not to letters", () => {
    expect(press("?", { shiftKey: true })).toEqual({ do: "keys" });
    expect(press("1", { shiftKey: true })).toEqual({ rule: "off-subject" });
    expect(press("R", { shiftKey: true })).toBeNull();
    expect(press("Enter", { shiftKey: true })).toBeNull();
  });

  test("those who chose other keys for moving move by these", () => {
    const keys = { ...defaultKeys, "next-block": "d", "previous-block": null };
    expect(queueActOf({ key: "d", shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }, keys)).toEqual({ do: "next" });
    expect(queueActOf({ key: "k", shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }, keys)).toBeNull();
  });

  test.each(["9", "0", "q", " ", "Tab", "Escape"])("%j is nobody's", (key) => {
    expect(press(key)).toBeNull();
  });
});
