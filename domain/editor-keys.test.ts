import { expect, test } from "vitest";
import { editorActOf } from "./editor-keys";
import { defaultKeys } from "./keys";

const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "altKey" | "metaKey", boolean>> = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

test.each([
  [press("j"), "next"],
  [press("ArrowUp"), "previous"],
  [press("Enter"), "edit"],
  [press("J", { shiftKey: true }), "join"],
  [press("s"), "split"],
  [press("t"), "retype"],
  [press("x"), "drop"],
  [press("u"), "undo"],
  [press("U", { shiftKey: true }), "redo"],
  [press("z", { ctrlKey: true }), "undo"],
  [press("Z", { metaKey: true, shiftKey: true }), "redo"],
  [press("?", { shiftKey: true }), "keys"],
  [press("s", { ctrlKey: true }), null],
  [press("c"), null],
  [press("Enter", { shiftKey: true }), null],
  [press("constructor"), null],
])("%j asks for %s", (pressed, act) => {
  expect(editorActOf(pressed, defaultKeys)).toBe(act);
});

test("moving follows the keys somebody chose for reading", () => {
  expect(editorActOf(press("n"), { ...defaultKeys, "next-block": "n", "next-thread": null })).toBe("next");
});
