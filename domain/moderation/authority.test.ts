import { expect, test } from "vitest";
import type { Reader, Role } from "../permissions";
import { canModerate, faultOfDeciding, faultOfDecidingAppeal, faultOfSanctioning } from "./authority";

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
