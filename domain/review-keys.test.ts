import { expect, test } from "vitest";
import { defaultKeys } from "./keys";
import { reviewActOf } from "./review-keys";

const press = (key: string, more: Partial<Parameters<typeof reviewActOf>[0]> = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

test("each key of the review does one thing, whatever the case of its letter", () => {
  const acts = ["j", "k", "ArrowDown", "ArrowUp", "a", "A", "r", "d", "u", "?"].map((key) => reviewActOf(press(key, { shiftKey: key === "?" }), defaultKeys));
  expect(acts).toEqual(["next", "previous", "next", "previous", "accept", "accept", "attach", "detach", "undo", "keys"]);
});

test("with a modifier a key belongs to the browser, and keys that the reader chose move", () => {
  expect([reviewActOf(press("a", { ctrlKey: true }), defaultKeys), reviewActOf(press("d", { shiftKey: true }), defaultKeys), reviewActOf(press("x"), defaultKeys)]).toEqual([null, null, null]);
  const chosen = { ...defaultKeys, "next-block": "e", "previous-block": null };
  expect([reviewActOf(press("e"), chosen), reviewActOf(press("j"), chosen), reviewActOf(press("k"), chosen)]).toEqual(["next", null, null]);
});
