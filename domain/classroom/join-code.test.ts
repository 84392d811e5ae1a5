import fc from "fast-check";
import { expect, test } from "vitest";
import { isJoinCodeGood, JOIN_CODE_CHANCES, JOIN_CODE_SIGNS, JOIN_TRIES_OF_ADDRESS, JOIN_TRIES_OF_CLASS, joinCode, joinCodeEnds, parseJoinCode, shownJoinCode } from "./join-code";

const CODE = joinCode([7, 18, 22, 2, 19, 28, 1, 0]);

test("a code is eight signs, shown in two halves", () => {
  expect([CODE, shownJoinCode(CODE)]).toEqual(["7JP2KW10", "7JP2-KW10"]);
});

test.each(["7JP2KW10", "7jp2-kw10", " 7JP2 – KW10 ", "7jp2kwlo", "7JP2KWIO", "７ＪＰ２－ＫＷ１０", "7 J P 2 K W 1 0", "https://x.org/join/7jp2-kw10?from=mail", "/zh/join/7JP2KW10/", "7JP2_KW10\n"])("%j is read as it", (typed) => {
  expect(parseJoinCode(typed)).toBe(CODE);
});

test.each(["", "7JP2KW1", "7JP2KW100", "7JP2KW1U", "七JP2KW10", "7JP2KW1\u0000", "https://x.org/7JP2KW10"])("%j is none", (typed) => {
  expect(parseJoinCode(typed)).toBeNull();
});

test("too few numbers, or one out of range, make none", () => {
  expect(() => joinCode([1, 2, 3])).toThrow(RangeError);
  expect(() => joinCode([0, 0, 0, 0, 0, 0, 0, 32])).toThrow(RangeError);
});

test("every code is read as it is shown, in lower case too", () => {
  const chances = fc.array(fc.nat(JOIN_CODE_SIGNS - 1), { minLength: JOIN_CODE_CHANCES, maxLength: JOIN_CODE_CHANCES });
  fc.assert(fc.property(chances, (numbers) => parseJoinCode(shownJoinCode(joinCode(numbers)).toLowerCase()) === joinCode(numbers)));
});

test("it lets in for fourteen days, unless revoked", () => {
  const expiresAt = joinCodeEnds(new Date("2026-05-01T08:00:00Z"));
  expect(expiresAt.toISOString()).toBe("2026-05-15T08:00:00.000Z");
  expect(isJoinCodeGood({ expiresAt, revokedAt: null }, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(isJoinCodeGood({ expiresAt, revokedAt: null }, expiresAt)).toBe(false);
  expect(isJoinCodeGood({ expiresAt, revokedAt: new Date(0) }, new Date(0))).toBe(false);
});

test("guessing is for few: ten tries an hour, a hundred a day", () => {
  expect([JOIN_TRIES_OF_ADDRESS, JOIN_TRIES_OF_CLASS]).toEqual([{ most: 10, perSeconds: 3_600 }, { most: 100, perSeconds: 86_400 }]);
});
