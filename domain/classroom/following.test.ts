import { describe, expect, test } from "vitest";
import { lastDue, mayTake, takesByItself } from "./following";

const NOON = new Date("2026-05-08T12:00:00Z");
const FRIDAY = new Date("2026-05-15T16:00:00Z");
const MONDAY = new Date("2026-05-18T16:00:00Z");
const work = { reads: 1, newest: 2, follows: true, isClosed: false, isGraded: false, lastDueAt: FRIDAY };

describe("when a class takes a newer revision", () => {
  test("a teacher takes it at any time, while there is one and the class goes on", () => {
    expect(mayTake({ reads: 1, newest: 2, isClosed: false })).toBe(true);
    expect(mayTake({ reads: 2, newest: 2, isClosed: false })).toBe(false);
    expect(mayTake({ reads: 1, newest: 2, isClosed: true })).toBe(false);
  });

  test("one that follows takes it by itself until the last date", () => {
    expect(takesByItself(work, NOON)).toBe(true);
    expect(takesByItself({ ...work, newest: 4 }, NOON)).toBe(true);
    expect(takesByItself({ ...work, lastDueAt: null }, NOON)).toBe(true);
    expect(takesByItself(work, FRIDAY)).toBe(false);
    expect(takesByItself(work, MONDAY)).toBe(false);
  });

  test("one that stays, is graded, has ended, or reads the newest does not", () => {
    expect(takesByItself({ ...work, follows: false }, NOON)).toBe(false);
    expect(takesByItself({ ...work, isGraded: true }, NOON)).toBe(false);
    expect(takesByItself({ ...work, isClosed: true }, NOON)).toBe(false);
    expect(takesByItself({ ...work, newest: 1 }, NOON)).toBe(false);
  });

  test("the last date is that of the student who has the longest", () => {
    expect(lastDue(FRIDAY, [])).toEqual(FRIDAY);
    expect(lastDue(FRIDAY, [null, MONDAY, NOON])).toEqual(MONDAY);
    expect(lastDue(null, [MONDAY])).toBeNull();
  });
});
