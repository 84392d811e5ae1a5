import { expect, test } from "vitest";
import { activityOf, byDay, passagesTalkedOf, type SaidComment, sortIn, type StudentActivity, studentsSorted, worthALook } from "./activity";

function said(id: string, more: Partial<SaidComment> = {}): SaidComment {
  return { id, at: new Date("2026-05-08T10:00:00Z"), kind: null, memberId: "m", parentId: null, blockNumber: 1, replies: 0, participantId: "p", ...more };
}

function student(name: string, more: Partial<StudentActivity> = {}): StudentActivity {
  const none = { firstAt: null, lastAt: null, where: [], comments: 0, replies: 0, received: 0, passages: 0, words: 0, late: 0, excluded: 0 };
  return { ...none, id: name, name, pseudonym: null, section: null, group: null, badge: null, hasJoined: true, hasRead: true, gateOpenedAt: null, released: null, now: null, ...more };
}

const names = (students: readonly StudentActivity[]): string => students.map(({ name }) => name).join(" ");

test("what a student did is when and where they wrote, and what of it counts", () => {
  const counting = { counted: [{ id: "b", at: "", day: "", words: 40, isReply: false, passage: "x", kind: null, minutesLate: 5, credit: 90 }], excluded: [{ id: "c", at: "", cause: "afterCutOff" as const }, { id: "a", at: "", cause: "deleted" as const }], totals: { comments: 1, replies: 0, passages: 1, words: 40, kinds: 0, days: 1, late: 1 } };
  const written = [
    { ...said("b", { at: new Date("2026-05-08T12:00:00Z"), blockNumber: 2 }), isDeleted: false },
    { ...said("a", { at: new Date("2026-05-08T11:00:00Z"), blockNumber: 7 }), isDeleted: true },
    { ...said("c", { at: new Date("2026-05-09T11:00:00Z"), blockNumber: null }), isDeleted: false },
  ];
  expect(activityOf(written, counting, 3)).toEqual({
    ...{ firstAt: "2026-05-08T11:00:00.000Z", lastAt: "2026-05-09T11:00:00.000Z" },
    where: [{ block: 0, count: 1 }, { block: 2, count: 1 }],
    ...{ comments: 1, replies: 0, received: 3, passages: 1, words: 40, late: 2, excluded: 2 },
  });
});

test.each([
  [null, { by: "name", isDown: false }],
  ["words", { by: "words", isDown: false }],
  ["-words", { by: "words", isDown: true }],
  ["-nonsense", { by: "name", isDown: false }],
])("%j is written for %j", (written, sort) => {
  expect(sortIn(written)).toEqual(sort);
});

test("who has nothing of what is sorted by stands last, up or down", () => {
  const all = [student("Ada", { firstAt: "2026-05-09T10:00:00Z" }), student("Bo"), student("Cy", { firstAt: "2026-05-08T10:00:00Z" })];
  expect(names(studentsSorted(all, { by: "first", isDown: false }))).toBe("Cy Ada Bo");
  expect(names(studentsSorted(all, { by: "first", isDown: true }))).toBe("Ada Cy Bo");
  expect(names(studentsSorted(all, { by: "name", isDown: true }))).toBe("Cy Bo Ada");
});

test("a released grade goes before what the rule in force would give", () => {
  const points = (given: number) => ({ points: given, most: 1000 });
  const all = [student("Ada", { now: { ...points(900), isComplete: true } }), student("Bo", { released: points(500), now: { ...points(1000), isComplete: true } })];
  expect(names(studentsSorted(all, { by: "grade", isDown: true }))).toBe("Ada Bo");
});

test("passages are told in reading order, the whole article last, with open questions; headings are no passages to touch", () => {
  const blocks = [
    { number: 1, kind: "heading" as const, begins: "A title" },
    { number: 2, kind: "paragraph" as const, begins: "First" },
    { number: 3, kind: "paragraph" as const, begins: "Second" },
  ];
  const comments = [said("a", { blockNumber: null }), said("b", { blockNumber: 3, kind: "question" }), said("c", { blockNumber: 3, kind: "question", replies: 1 })];
  expect(passagesTalkedOf(comments, blocks)).toEqual({
    heat: [{ block: 3, count: 2, begins: "Second", questions: 1 }, { block: 0, count: 1, begins: "", questions: 0 }],
    untouched: [2],
  });
});

test("days are those of the class's clocks, with the empty ones between", () => {
  const at = (moment: string) => ({ at: new Date(moment) });
  expect(byDay([at("2026-05-08T17:00:00Z"), at("2026-05-06T01:00:00Z"), at("2026-05-05T23:00:00Z")], "Asia/Shanghai")).toEqual([
    { day: "2026-05-06", count: 2 },
    { day: "2026-05-07", count: 0 },
    { day: "2026-05-08", count: 0 },
    { day: "2026-05-09", count: 1 },
  ]);
  expect(byDay([], "UTC")).toEqual([]);
  expect(byDay([at("2026-01-01T00:00:00Z"), at("2026-05-08T00:00:00Z")], "UTC")).toHaveLength(31);
});

test("worth a look: the oldest questions first, whom nobody answered, and who read nothing", () => {
  const comments = [said("new", { kind: "question", at: new Date("2026-05-09T10:00:00Z") }), said("old", { kind: "question" }), said("answered", { kind: "question", replies: 2 })];
  const look = worthALook(comments, [student("Ada", { firstAt: "2026-05-08T10:00:00Z" }), student("Bo", { hasRead: false }), student("Cy", { firstAt: "2026-05-08T10:00:00Z", received: 1 })]);
  expect(look.questions.map(({ comment }) => comment)).toEqual(["old", "new"]);
  expect([look.unanswered, look.silent]).toEqual([[{ id: "Ada", name: "Ada" }], [{ id: "Bo", name: "Bo" }]]);
});
