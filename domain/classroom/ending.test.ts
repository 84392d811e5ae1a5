import { describe, expect, test } from "vitest";
import { added, certificateHash, endDueAt, faultOfMove, isNameTyped, isUndoable, remindersBy } from "./ending";

const asked = new Date("2026-05-08T12:00:00Z");
const dueAt = endDueAt(asked);

describe("undoing the end of a class", () => {
  test("two weeks, to the millisecond, unless it was undone or has begun", () => {
    expect(dueAt.toISOString()).toBe("2026-05-22T12:00:00.000Z");
    const open = { dueAt, undoneAt: null, begunAt: null };
    expect(isUndoable(open, new Date(dueAt.getTime() - 1))).toBe(true);
    expect(isUndoable(open, dueAt)).toBe(false);
    expect(isUndoable({ ...open, undoneAt: asked }, asked)).toBe(false);
    expect(isUndoable({ ...open, begunAt: asked }, asked)).toBe(false);
  });
});

describe("reminders", () => {
  test.each([
    ["2027-04-08T11:59:59Z", 0],
    ["2027-04-08T12:00:00Z", 1],
    ["2027-05-01T11:59:59Z", 1],
    ["2027-05-01T12:00:00Z", 2],
    ["2027-05-09T12:00:00Z", 2],
  ])("by %s: %i", (now, sent) => {
    expect(remindersBy(new Date("2027-05-08T12:00:00Z"), new Date(now))).toBe(sent);
  });
});

describe("another date to keep a class until", () => {
  test.each([
    ["2030-01-01", null],
    ["2036-05-08", null],
    ["2036-05-09", "retainTooLong"],
    ["2029-01-01", "retainPast"],
    ["soon", "notADay"],
  ])("%s: %s", (day, fault) => {
    expect(faultOfMove(day, "2029-01-01", "2026-05-08")).toBe(fault);
  });
});

test("counts are added up, and what is nothing is not named", () => {
  expect(added({ comments: 2, names: 1 }, { comments: 3, mails: 0 })).toEqual({ comments: 5, names: 1 });
});

test("a certificate is hashed with all it says, in whatever order its counts are kept", () => {
  const certified = { id: "1", name: "10B", term: null, how: "erasure" as const, askedBy: "Ms Okafor", askedAt: asked.toISOString(), dueAt: dueAt.toISOString(), doneAt: dueAt.toISOString(), counts: { comments: 5, names: 3 } };
  expect(certificateHash({ ...certified, counts: { names: 3, comments: 5 } })).toBe(certificateHash(certified));
  expect(certificateHash({ ...certified, counts: { comments: 4, names: 3 } })).not.toBe(certificateHash(certified));
  expect(certificateHash(certified)).toMatch(/^[0-9a-f]{64}$/);
});

test("the name of the class is typed as one types", () => {
  expect(isNameTyped(" 10b,  civics", "10B, Civics")).toBe(true);
  expect(isNameTyped("10B", "10B, Civics")).toBe(false);
});
