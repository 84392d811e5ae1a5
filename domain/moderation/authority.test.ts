import { describe, expect, test } from "vitest";
import type { Reader, Role } from "../permissions";
import { canModerate, faultOfDeciding, faultOfDecidingAppeal, faultOfDecidingInClass, faultOfSanctioning, isLeftToModerators } from "./authority";

const as = (role: Role, id = "me"): Reader => ({ id, name: id, role, createdAt: new Date(0), wasSanctioned: false });
const by = (authorRole: Role, authorId = "other", reporters: string[] = []) => ({ authorId, authorRole, reporters });

test("moderators and administrators moderate, editors and members do not", () => {
  expect((["member", "editor", "moderator", "administrator"] as const).map((role) => canModerate(as(role)))).toEqual([false, false, true, true]);
  expect(canModerate(null)).toBe(false);
});

test("nobody decides what they wrote or reported", () => {
  expect(faultOfDeciding(as("administrator"), by("administrator", "me"))).toBe("ownCase");
  expect(faultOfDeciding(as("moderator"), by("member", "other", ["them", "me"]))).toBe("ownReport");
});

test("a moderator decides about members, editors and other moderators, not about administrators", () => {
  expect((["member", "editor", "moderator", "administrator"] as const).map((role) => faultOfDeciding(as("moderator"), by(role)))).toEqual([null, null, null, "above"]);
  expect(faultOfDeciding(as("administrator"), by("administrator"))).toBe(null);
});

test("a moderator sanctions members alone; an administrator anybody but themselves", () => {
  expect((["member", "editor", "moderator", "administrator"] as const).map((role) => faultOfSanctioning(as("moderator"), { id: "other", role }))).toEqual([null, "above", "above", "above"]);
  expect(faultOfSanctioning(as("administrator"), { id: "other", role: "administrator" })).toBe(null);
  expect(faultOfSanctioning(as("administrator"), { id: "me", role: "administrator" })).toBe("ownCase");
});

test("an appeal is decided by another, as long as there is one", () => {
  const appeal = { decidedBy: "me", appellantId: "author", others: 1 };
  expect(faultOfDecidingAppeal(as("moderator"), appeal)).toBe("ownDecision");
  expect(faultOfDecidingAppeal(as("moderator"), { ...appeal, others: 0 })).toBe(null);
  expect(faultOfDecidingAppeal(as("moderator"), { ...appeal, decidedBy: "them" })).toBe(null);
  expect(faultOfDecidingAppeal(as("moderator", "author"), { ...appeal, decidedBy: "them" })).toBe("ownCase");
});

describe("in a class", () => {
  const teaching = [{ id: "teacher", role: "teacher" as const }, { id: "assistant", role: "assistant" as const }];
  const [teacher, assistant] = [{ id: "teacher", role: "teacher" as const }, { id: "assistant", role: "assistant" as const }];
  const on = (role: "student" | "assistant" | "teacher" | null, id = "author", reporters: string[] = []) => ({ author: { id, role }, reporters, teaching });

  test("teachers decide about all, assistants about students and each other, students about nobody", () => {
    expect((["student", "assistant", "teacher"] as const).map((role) => faultOfDecidingInClass(teacher, on(role)))).toEqual([null, null, null]);
    expect((["student", "assistant", "teacher"] as const).map((role) => faultOfDecidingInClass(assistant, on(role)))).toEqual([null, null, "above"]);
    expect(faultOfDecidingInClass({ id: "pupil", role: "student" }, on("student"))).toBe("above");
    expect(faultOfDecidingInClass(assistant, on(null))).toBe(null);
  });

  test("nobody decides what they wrote, even if nobody else can", () => {
    expect(faultOfDecidingInClass(teacher, on("teacher", "teacher"))).toBe("ownCase");
    expect(faultOfDecidingInClass(teacher, { ...on("teacher", "teacher"), teaching: [teacher] })).toBe("ownCase");
  });

  test("what one reported is another's, where there is one who may", () => {
    expect(faultOfDecidingInClass(teacher, on("student", "author", ["teacher"]))).toBe("ownReport");
    expect(faultOfDecidingInClass(teacher, on("student", "author", ["teacher", "assistant"]))).toBe(null);
    expect(faultOfDecidingInClass(teacher, on("teacher", "second", ["teacher"]))).toBe(null);
    expect(faultOfDecidingInClass(teacher, { ...on("student", "author", ["teacher"]), teaching: [teacher] })).toBe(null);
  });

  test("what the only teacher said is left to moderators, however many assist; as soon as there is a second one it is theirs", () => {
    const said = (role: "student" | "assistant" | "teacher" | null, id: string) => ({ id, role });
    expect(isLeftToModerators({ author: said("teacher", "teacher"), teaching: [teacher] })).toBe(true);
    expect(isLeftToModerators({ author: said("teacher", "teacher"), teaching: [teacher, assistant] })).toBe(true);
    expect(isLeftToModerators({ author: said("teacher", "teacher"), teaching: [teacher, assistant, { id: "second", role: "teacher" }] })).toBe(false);
    expect((["student", "assistant", null] as const).map((role) => isLeftToModerators({ author: said(role, "assistant"), teaching: [teacher, assistant] }))).toEqual([false, false, false]);
    // A class that is being erased has nobody in it any more: nothing of it is told on the way.
    expect(isLeftToModerators({ author: said(null, "teacher"), teaching: [] })).toBe(false);
  });
});
