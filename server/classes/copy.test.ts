/** Copying an assignment and a class to the next term. */
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWorker } from "../../scripts/worker";
import { database } from "../../db/client";
import { assignment, prompt, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { gradingRule } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { copiedParts } from "../../domain/classroom/copying";
import { writtenRule } from "../../domain/classroom/rule-form";
import { aClass as aRoom, anAssignment, enrolled } from "../testing/classroom";
import { aRevision } from "../testing/revised";
import { aClass, classWish } from "../testing/school";
import { aMember, anArticle, asks, NOON, refusal } from "../testing/world";

beforeAll(() => buildWorker());

async function aTerm() {
  const room = await aRoom({ students: 2 });
  const work = await anAssignment(room, { gate: { kind: "at", at: "2026-10-20T15:00:00.000Z" }, prompts: ["What does it say?"], required: { comments: 2 }, pseudonyms: true, groups: [1, 2] });
  await writeTogether((w) => [w.update(assignment).set({ commentsDueAt: new Date("2026-10-20T15:00:00Z"), instructions: "Read it twice." }).where(eq(assignment.id, work.id))]);
  await asks(room.teacher).grades.saveRule({ assignment: work.id, seen: 0, written: { ...writtenRule(null), counting: "all", points: "5" }, release: "date", releaseAt: "2026-11-01T08:00" });
  return { room, work };
}

describe("an assignment", () => {
  test("comes filled in, with its dates moved as clocks show them, and is made with its rule", async () => {
    const { room, work } = await aTerm();
    const ask = asks(room.teacher);
    const copy = await ask.assignments.toCopy({ class: room.id, from: work.id, parts: [...copiedParts], shift: { days: 7 } });
    expect(copy.wish).toMatchObject({ title: "Which of the three?", instructions: "Read it twice.", commentsDueAt: "2026-10-27T17:00", gate: "at", gateAt: "2026-10-27T17:00", comments: "2", prompts: [{ text: "What does it say?", block: "1" }] });
    expect(copy).toMatchObject({ hasPseudonyms: true, grouping: { how: "count", number: "2" }, hasRule: true, lost: [], article: { slug: work.article.slug } });
    const { id } = await ask.assignments.make({ class: room.id, article: copy.article.slug, wish: copy.wish, hasPseudonyms: true, grouping: copy.grouping, from: { assignment: work.id, isGraded: true, shift: { days: 7 } } });
    const [made] = await database().select().from(assignment).where(eq(assignment.id, id));
    expect(made).toMatchObject({ copiedFrom: work.id, setAt: null, needsDates: false });
    const [rule] = await database().select().from(gradingRule).where(eq(gradingRule.assignmentId, id));
    expect(rule).toMatchObject({ version: 1, release: "date", releaseAt: new Date("2026-11-08T07:00:00Z"), releasedAt: null, rule: { version: 1, counted: { kind: "all" } } });
    await ask.assignments.set({ assignment: id });
  });

  test("leaves behind what was not chosen", async () => {
    const { room, work } = await aTerm();
    const copy = await asks(room.teacher).assignments.toCopy({ class: room.id, from: work.id, parts: [], shift: null });
    expect(copy.wish).toMatchObject({ instructions: "", commentsDueAt: "", gate: "none", comments: "", prompts: [] });
    expect(copy).toMatchObject({ hasPseudonyms: false, hasRule: false });
  });

  test("goes to another class of the same teacher, in its zone, and into nobody else's", async () => {
    const { room, work } = await aTerm();
    const [own, others] = [await aRoom({ students: 0 }), await aRoom({ students: 0 })];
    await writeTogether((w) => [w.update(schoolClass).set({ timeZone: "Asia/Shanghai" }).where(eq(schoolClass.id, own.id))]);
    await enrolled(own.id, room.teacher, "teacher");
    expect((await asks(room.teacher).assignments.toCopy({ class: own.id, from: work.id, parts: [], shift: { days: 0 } })).wish.commentsDueAt).toBe("2026-10-20T17:00");
    expect(await refusal(asks(room.teacher).assignments.toCopy({ class: others.id, from: work.id, parts: [], shift: null }))).toMatchObject({ reason: "noSuch.page" });
    expect(await refusal(asks(others.teacher).assignments.toCopy({ class: others.id, from: work.id, parts: [], shift: null }))).toMatchObject({ reason: "noSuch.page" });
    const assistant = await aMember();
    await enrolled(room.id, assistant, "assistant");
    expect(await refusal(asks(assistant).assignments.toCopy({ class: room.id, from: work.id, parts: [], shift: null }))).toMatchObject({ reason: "notAllowed.teacherOnly" });
    expect(await refusal(asks(room.students[0]?.reader ?? null).assignments.toCopy({ class: room.id, from: work.id, parts: [], shift: null }))).toMatchObject({ reason: "noSuch.page" });
    const stolen = { class: others.id, article: work.article.slug, wish: { title: "Read" }, from: { assignment: work.id, isGraded: true, shift: null } };
    expect(await refusal(asks(others.teacher).assignments.make(stolen))).toMatchObject({ reason: "noSuch.page" });
  });

  test("follows its article: a question goes where its passage went, and one whose passage is gone is named", async () => {
    const [room, editor] = [await aRoom({ students: 0 }), await aMember({ role: "editor" })];
    const article = await anArticle();
    const work = await anAssignment(room, { article });
    await writeTogether((w) => [
      ...[1, 2, 3].map((block) => w.insert(prompt).values({ id: `${work.id}${block}`, assignmentId: work.id, block, text: `About ${block}`, createdAt: new Date(NOON.getTime() + block) })),
    ]);
    await aRevision(editor, article, "An introduction that was not there.", "First things first.", "A third paragraph, with 🏛 and 条款.");
    const copy = await asks(room.teacher).assignments.toCopy({ class: room.id, from: work.id, parts: ["prompts"], shift: null });
    expect(copy.wish.prompts).toEqual([{ text: "About 1", block: "2" }, { text: "About 2", block: "" }, { text: "About 3", block: "3" }]);
    expect(copy.lost).toEqual([{ text: "About 2", was: 2 }]);
    expect(copy.article.revision).toBe(2);
  });
});

describe("a class", () => {
  const all = { parts: [...copiedParts], shift: { days: 364 } };
  const next = { ...classWish, name: "10B again", term: "Autumn 2027" };

  test("is copied in one go, without its students, and nothing in it is set", async () => {
    const { room, work } = await aTerm();
    await enrolled(room.id, await aMember(), "assistant", "Mr Diaz");
    await writeTogether((w) => [w.insert(section).values({ id: `${room.id}s`, classId: room.id, name: "Blue" })]);
    const preview = await asks(room.teacher).classes.toCopy({ class: room.id, ...all });
    expect(preview).toMatchObject({ sections: ["Blue"], assistants: ["Mr Diaz"], works: [{ title: "Which of the three?", dates: { commentsDueAt: "2027-10-19T15:00:00.000Z" }, prompts: 1, hasRule: true, lost: 0 }] });
    const { id, left } = await asks(room.teacher).classes.copy({ class: room.id, ...all, wish: next });
    expect(left).toBe(0);
    const people = await database().select({ name: enrolment.name, role: enrolment.role }).from(enrolment).where(eq(enrolment.classId, id)).orderBy(asc(enrolment.role));
    expect(people).toEqual([{ name: "Mr Diaz", role: "assistant" }, { name: "Ms Okafor", role: "teacher" }]);
    const [made] = await database().select().from(assignment).where(eq(assignment.classId, id));
    expect(made).toMatchObject({ copiedFrom: work.id, setAt: null, hasPseudonyms: true, hasGroups: true, gate: { kind: "at", at: "2027-10-19T15:00:00.000Z" }, instructions: "Read it twice." });
    expect(await database().select().from(studyGroup).where(eq(studyGroup.assignmentId, made?.id ?? ""))).toHaveLength(2);
    expect(await asks(room.teacher).classes.page({ class: id })).toMatchObject({ name: "10B again", term: "Autumn 2027", sections: [{ name: "Blue", people: 0 }], people: { students: 0 } });
  });

  test("without its dates is not set before it has some, and a gate that opened by a date waits for the teacher", async () => {
    const { room } = await aTerm();
    const { id } = await asks(room.teacher).classes.copy({ class: room.id, parts: [...copiedParts], shift: null, wish: next });
    const [made] = await database().select().from(assignment).where(eq(assignment.classId, id));
    if (!made) throw new Error("nothing was copied");
    expect(made).toMatchObject({ needsDates: true, commentsDueAt: null, gate: { kind: "teacher" } });
    const ask = asks(room.teacher).assignments;
    expect(await refusal(ask.set({ assignment: made.id }))).toMatchObject({ reason: "field.datesFirst", field: "commentsDueAt" });
    const { wish, version } = await ask.settings({ assignment: made.id });
    await ask.change({ assignment: made.id, version, wish: { ...wish, commentsDueAt: "2027-10-20T17:00" } });
    await ask.set({ assignment: made.id });
  });

  test("that is closed can still be copied; by its students, assistants and others it cannot", async () => {
    const school = await aClass();
    await writeTogether((w) => [w.update(schoolClass).set({ closedAt: NOON }).where(eq(schoolClass.id, school.id))]);
    const { id } = await asks(school.teacher).classes.copy({ class: school.id, ...all, wish: next });
    expect((await asks(school.teacher).classes.page({ class: id })).isClosed).toBe(false);
    const { room } = await aTerm();
    const assistant = await aMember();
    await enrolled(room.id, assistant, "assistant");
    expect(await refusal(asks(assistant).classes.copy({ class: room.id, ...all, wish: next }))).toMatchObject({ reason: "notAllowed.teacherOnly" });
    for (const other of [school.teacher, room.students[0]?.reader ?? null]) expect(await refusal(asks(other).classes.toCopy({ class: room.id, ...all }))).toMatchObject({ reason: "noSuch.page" });
    expect(await refusal(asks(room.teacher).classes.copy({ class: room.id, ...all, wish: { ...next, name: "" } }))).toMatchObject({ field: "name" });
  });
});
