import { expect, test } from "vitest";
import { CHANCES, firstPassword, LETTER_COUNT } from "./first-password";
import { faultOfPassword } from "./passwords";

test("a first password is four groups of four letters, and is accepted as one", () => {
  const password = firstPassword(Array.from({ length: CHANCES }, (_, place) => place % LETTER_COUNT));
  expect(password).toBe("bcdf-ghjk-mnpq-rstv");
  expect(faultOfPassword(password, { name: "wren", email: "" })).toBeNull();
});
