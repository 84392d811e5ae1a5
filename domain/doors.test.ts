import { expect, test } from "vitest";
import { hasOtherDoor, proofToLink } from "./doors";

const NOON = new Date("2026-05-08T12:00:00.000Z");
const minutesAgo = (minutes: number): Date => new Date(NOON.getTime() - minutes * 60_000);
const password = { passwordHash: "kept", confirmedEmail: null };
const none = { passwordHash: null, confirmedEmail: null };

test.each([
  [password, minutesAgo(9), "none"],
  [password, minutesAgo(10), "password"],
  [password, null, "password"],
  [none, minutesAgo(9), "none"],
  [none, minutesAgo(10), "signInAgain"],
] as const)("of %j signed in at %s is asked %s", (doors, openedAt, proof) => {
  expect(proofToLink(doors, openedAt, NOON)).toBe(proof);
});

test("a password or a proved address is another way in", () => {
  expect([hasOtherDoor(password), hasOtherDoor({ ...none, confirmedEmail: "a@example.org" }), hasOtherDoor(none)]).toEqual([true, true, false]);
});
