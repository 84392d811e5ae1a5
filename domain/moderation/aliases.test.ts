import fc from "fast-check";
import { expect, test } from "vitest";
import { aliasOf } from "./aliases";

const SECRET = "a secret of at least thirty-two characters";

test("an alias is five letters and stays the same", () => {
  expect(aliasOf(SECRET, "0192-member-a")).toBe("1KW25");
});

test("it differs by member, by secret and by chain", () => {
  expect(new Set([aliasOf(SECRET, "a"), aliasOf(SECRET, "b"), aliasOf(`${SECRET}!`, "a"), aliasOf(SECRET, "a", "class-1"), aliasOf(SECRET, "a", "class-2")]).size).toBe(5);
});

test("it can always be read out", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (secret, id) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(aliasOf(secret, id))));
});
