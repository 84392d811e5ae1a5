/** Grading: by whom it is seen, and that a released grade stays what it was and counts again to the same. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { assignment, extension, groupMember } from "../../db/schema/assignments";
import { accessLog } from "../../db/schema/classes";
import { comment } from "../../db/schema/discussions";
import { grade } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { faultOfSnapshot } from "../../domain/classroom/grade-snapshot";
import { writtenRule, type WrittenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment, type Classroom } from "../testing/classroom";
import { aRevision } from "../testing/revised";
import { aKey, aMember, asks, later, NOON, refusal } from "../testing/world";
import { releaseDue } from "./release";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

type Room = Classroom & { work: Awaited<ReturnType<typeof anAssignment>> };
const COUNTED: WrittenRule = { ...writtenRule(null), counting: "weights", full: { comments: "2", replies: "1" }, weight: { comments: "6", replies: "4" } };
const HAND: WrittenRule = { ...writtenRule(null), counting: "none", hand: "5", rubric: "Argument: thin 1 | sound 3" };

async function aRoom(more: Parameters<typeof anAssignment>[1] = {}, students = 3): Promise<Room> {
  const room = await aClass({ students });
  return { ...room, work: await anAssignment(room, more) };
}

const place = (room: Room, at: number) => room.students[at] ?? { reader: room.teacher, enrolment: "none" };

async function says(room: Room, who: Reader, body: string, more: { parent?: string; block?: number; kind?: "question"; at?: Date } = {}): Promise<string> {
  const { view } = await asks(who, { now: () => later(10) }).assignments.view({ assignment: room.work.id });
  const ask = asks(who, { now: () => more.at ?? later(0) });
  return (await ask.comments.post({ discussion: view.head.discussionId, revision: 1, block: more.parent ? null : (more.block ?? 2), parent: more.parent ?? null, kind: more.kind ?? null, body, key: aKey() })).id;
}

const of = (room: Room) => ({ assignment: room.work.id });
const graded = async (room: Room, written = COUNTED, release = "hand", releaseAt = "") => {
  const { rule } = await asks(room.teacher).grades.grading(of(room));
  await asks(room.teacher).grades.saveRule({ ...of(room), seen: rule?.version ?? 0, written, release, releaseAt });
};
const releases = (room: Room, which: "all" | "complete" = "complete") => asks(room.teacher, { now: () => later(100) }).grades.release({ ...of(room), which });
const gradeOf = async (room: Room, at: number) => (await asks(place(room, at).reader).grades.grade(of(room))).grade;

/** Two comments of the first student, one answered by the second. */
async function aTalk(room: Room): Promise<{ first: string; second: string; reply: string }> {
  const [one, two] = [place(room, 0).reader, place(room, 1).reader];
  const first = await says(room, one, "The first thing I think of.", { kind: "question" });
  const second = await says(room, one, "Another thing, elsewhere.", { block: 3, at: later(60) });
  return { first, second, reply: await says(room, two, "I do not think so at all.", { parent: first, at: later(90) }) };
}

describe("what a teacher sees", () => {
  test("students by what they did, sorted, and what is worth a look", async () => {
    const room = await aRoom();
    await aTalk(room);
    const view = await asks(room.teacher).grades.students({ ...of(room), sort: "-comments" });
    expect(view.students.map(({ comments, replies, received, passages, late }) => ({ comments, replies, received, passages, late }))).toEqual([
      { comments: 2, replies: 0, received: 1, passages: 2, late: 0 },
      { comments: 0, replies: 1, received: 0, passages: 1, late: 0 },
      { comments: 0, replies: 0, received: 0, passages: 0, late: 0 },
    ]);
    expect(view.heat.map(({ block, count }) => ({ block, count }))).toEqual([{ block: 2, count: 2 }, { block: 3, count: 1 }]);
    expect(view.untouched).toEqual([1]);
    expect(view.days).toEqual([{ day: "2026-05-08", count: 3 }]);
    expect(view.look).toMatchObject({ questionsCount: 0, unansweredCount: 1, silentCount: 1 });
    expect(view.counts).toEqual({ students: 3, written: 2, released: 0 });
  });

  test("one student's work with what it answers; that it was read is kept", async () => {
    const room = await aRoom({ required: { leastWords: 4 } });
    const { first } = await aTalk(room);
    await says(room, place(room, 1).reader, "Yes.", { parent: first, at: later(95) });
    const { comments, excluded } = await asks(room.teacher).grades.student({ ...of(room), place: place(room, 1).enrolment });
    expect(comments.map(({ body, cause, parent }) => ({ body, cause, parent: parent?.body }))).toEqual([
      { body: "I do not think so at all.", cause: null, parent: "The first thing I think of." },
      { body: "Yes.", cause: "tooShort", parent: "The first thing I think of." },
    ]);
    expect(excluded).toEqual([{ cause: "tooShort", count: 1 }]);
    const looks = await database().select().from(accessLog).where(and(eq(accessLog.classId, room.id), eq(accessLog.what, "work.read")));
    expect(looks).toMatchObject([{ memberId: room.teacher.id, subjectId: place(room, 1).enrolment }]);
  });

  test("nobody else: no student, no outsider, no administrator, no teacher of another class", async () => {
    const [room, other] = [await aRoom(), await aRoom()];
    await graded(room);
    await releases(room, "all");
    const whose = { ...of(room), place: place(room, 0).enrolment };
    for (const who of [place(room, 0).reader, place(room, 1).reader, await aMember({ role: "administrator" }), other.teacher]) {
      const ask = asks(who).grades;
      const calls = [() => ask.students(of(room)), () => ask.student(whose), () => ask.grade(whose), () => ask.grading(of(room)), () => ask.recount(of(room)), () => ask.release({ ...of(room), which: "all" }), () => ask.giveMarks({ ...whose, hand: "1", levels: {}, version: 0 }), () => ask.say({ ...whose, text: "No.", version: 0 }), () => ask.gradesFile(of(room)), () => ask.discussionFile(of(room))];
      for (const call of calls) expect((await refusal(call())).reason).toBe("noSuch.page");
    }
    expect((await refusal(asks(other.teacher).grades.grade(of(room)))).reason).toBe("noSuch.page");
    // A place of another class under one's own work is none.
    expect((await refusal(asks(room.teacher).grades.student({ ...of(room), place: place(other, 0).enrolment }))).reason).toBe("noSuch.page");
    const own = await asks(place(room, 1).reader).grades.grade(of(room));
    expect([own.student.id, own.grade?.snapshot.studentId]).toEqual([place(room, 1).enrolment, place(room, 1).enrolment]);
  });
});

describe("a rule", () => {
  test("is tried before it is kept, and replaced only by who saw the one in force", async () => {
    const room = await aRoom();
    await aTalk(room);
    const tried = await asks(room.teacher).grades.grading({ ...of(room), written: COUNTED });
    expect([tried.rule, tried.preview?.distribution.most, tried.preview?.distribution.count]).toEqual([null, 600, 3]);
    await graded(room);
    const again = await asks(room.teacher).grades.grading({ ...of(room), written: { ...COUNTED, weight: { comments: "2", replies: "8" } } });
    expect(again.preview?.change).toEqual({ rising: 1, falling: 1, same: 1 });
    expect((await refusal(asks(room.teacher).grades.saveRule({ ...of(room), seen: 0, written: COUNTED, release: "hand", releaseAt: "" }))).reason).toBe("conflict.changed");
    expect(await refusal(asks(room.teacher).grades.grading({ ...of(room), written: { ...COUNTED, weight: {} } }))).toMatchObject({ reason: "field.rulePoints", field: "weight" });
    expect(await refusal(asks(room.teacher).grades.saveRule({ ...of(room), seen: 1, written: COUNTED, release: "date", releaseAt: "soon" }))).toMatchObject({ reason: "field.notATime", field: "releaseAt" });
  });
});

describe("a grade", () => {
  test("is nothing before it is released, and then what was counted, with its evidence", async () => {
    const room = await aRoom();
    const { first, second } = await aTalk(room);
    await graded(room);
    await asks(room.teacher).grades.say({ ...of(room), place: place(room, 0).enrolment, text: "Well put.", version: 0 });
    expect(await asks(place(room, 0).reader).grades.grade(of(room))).toMatchObject({ grade: null, feedback: [] });
    expect(await releases(room)).toEqual({ released: 3, unchanged: 0, waiting: 0 });
    const { grade: own, feedback } = await asks(place(room, 0).reader).grades.grade(of(room));
    expect(own).toMatchObject({ number: 1, fault: null, snapshot: { grade: { points: 600, most: 1000, countedIds: [first, second], version: 1 } } });
    expect(feedback).toEqual([{ about: "all", text: "Well put." }]);
    expect(await releases(room)).toEqual({ released: 0, unchanged: 3, waiting: 0 });
  });

  test("stays as it was released whatever is edited, deleted, extended, moved or carried to a newer revision; the next one tells what changed", async () => {
    const room = await aRoom({ groups: [1, 1, 2] });
    const { first } = await aTalk(room);
    await graded(room);
    await releases(room);
    const before = await database().select().from(grade).where(eq(grade.assignmentId, room.work.id));
    const { reader, enrolment } = place(room, 0);
    const { version } = (await database().select({ version: comment.version }).from(comment).where(eq(comment.id, first)))[0] ?? { version: 1 };
    await asks(reader, { now: () => later(200) }).comments.edit({ comment: first, body: "Other words altogether.", version, kind: null, key: aKey() });
    await asks(reader, { now: () => later(300) }).comments.delete({ comment: first });
    await writeTogether((w) => [
      w.insert(extension).values({ assignmentId: room.work.id, enrolmentId: enrolment, commentsDueAt: later(1_000), byMemberId: room.teacher.id, at: NOON }),
      w.update(assignment).set({ commentsDueAt: later(-9_000), late: { offADay: 50, least: 0 } }).where(eq(assignment.id, room.work.id)),
      w.update(groupMember).set({ groupId: room.work.groups[1] ?? "" }).where(and(eq(groupMember.assignmentId, room.work.id), eq(groupMember.enrolmentId, enrolment))),
    ]);
    await aRevision(await aMember({ role: "editor" }), room.work.article, "Second thoughts of another kind altogether.", "First things first.");
    await asks(room.teacher).assignments.takeNewer({ ...of(room), version: 1, revision: 2 });
    expect(await database().select().from(grade).where(eq(grade.assignmentId, room.work.id))).toEqual(before);
    expect(before.map(({ snapshot, hash }) => faultOfSnapshot(snapshot, hash))).toEqual([null, null, null]);
    expect(await asks(room.teacher).grades.recount(of(room))).toEqual({ counted: 3, wrong: [] });
    expect((await gradeOf(room, 0))?.snapshot.grade.points).toBe(600);
    await releases(room);
    expect(await gradeOf(room, 0)).toMatchObject({ number: 2, fault: null, snapshot: { grade: { points: 300, excluded: [{ id: first, cause: "deleted" }] } } });
    // A snapshot that somebody changed is named.
    await writeTogether((w) => [w.update(grade).set({ hash: "0".repeat(64) }).where(and(eq(grade.assignmentId, room.work.id), eq(grade.enrolmentId, enrolment), eq(grade.number, 1)))]);
    expect((await asks(room.teacher).grades.recount(of(room))).wrong).toMatchObject([{ number: 1, fault: "changed" }]);
  });

  test("is read as it was released, with what was said then; what a teacher changes waits for the next release, and they are told so", async () => {
    const room = await aRoom();
    await aTalk(room);
    await graded(room, HAND);
    const { reader, enrolment } = place(room, 0);
    const [ask, whose] = [asks(room.teacher).grades, { ...of(room), place: enrolment }];
    await ask.giveMarks({ ...whose, hand: "4", levels: { Argument: "sound" }, version: 0 });
    await ask.say({ ...whose, text: "Well put.", version: 0 });
    const isChanged = async () => (await ask.student({ ...whose })).isChanged;
    expect(await isChanged()).toBe(false);
    await releases(room);
    const read = async () => {
      const [page, record, file] = [await asks(reader).grades.grade(of(room)), await asks(reader).classes.record({ class: room.id }), await ask.gradesFile(of(room))];
      expect(record.works[0]?.feedback).toEqual(page.feedback);
      for (const { about, text } of page.feedback) if (about === "all") expect(Buffer.from(file.bytes).toString()).toContain(text);
      return [page.grade?.snapshot.grade.points, page.grade?.number, page.feedback.map(({ text }) => text)];
    };
    const before = await read();
    expect([before, await isChanged()]).toEqual([[700, 1, ["Well put."]], false]);
    await ask.say({ ...whose, text: "On second thought, no.", version: 1 });
    expect([await read(), await isChanged()]).toEqual([before, true]);
    await ask.say({ ...whose, text: "Well put.", version: 2 });
    expect(await isChanged()).toBe(false);
    await ask.giveMarks({ ...whose, hand: "1", levels: { Argument: "sound" }, version: 1 });
    await ask.say({ ...whose, text: "", version: 3 });
    expect([await read(), await isChanged()]).toEqual([before, true]);
    expect(await releases(room)).toMatchObject({ released: 1 });
    expect([await read(), await isChanged()]).toEqual([[400, 2, []], false]);
    // Feedback alone makes another release.
    await ask.say({ ...whose, text: "Better next time.", version: 4 });
    expect(await releases(room)).toMatchObject({ released: 1 });
    expect(await read()).toEqual([400, 3, ["Better next time."]]);
    expect(await ask.recount(of(room))).toEqual({ counted: 3, wrong: [] });
    // Where it is released at once there is nothing to wait for.
    await ask.saveRule({ ...of(room), seen: 1, written: HAND, release: "atOnce", releaseAt: "" });
    await ask.say({ ...whose, text: "At once.", version: 5 });
    expect((await read())[2]).toEqual(["At once."]);
  });

  test("by hand and rubric waits for its marks, which nobody overwrites unseen", async () => {
    const room = await aRoom();
    await graded(room, HAND);
    const whose = { ...of(room), place: place(room, 0).enrolment };
    const ask = asks(room.teacher).grades;
    await ask.giveMarks({ ...whose, hand: "4", levels: { Argument: "sound" }, version: 0 });
    expect((await refusal(ask.giveMarks({ ...whose, hand: "1", levels: {}, version: 0 }))).reason).toBe("conflict.changed");
    expect(await refusal(ask.giveMarks({ ...whose, hand: "6", levels: {}, version: 1 }))).toMatchObject({ reason: "field.rulePoints", field: "hand" });
    expect(await releases(room)).toEqual({ released: 1, unchanged: 0, waiting: 2 });
    expect((await gradeOf(room, 0))?.snapshot.grade).toMatchObject({ points: 700, most: 800, isComplete: true });
    expect(await gradeOf(room, 1)).toBeNull();
    expect(await releases(room, "all")).toEqual({ released: 2, unchanged: 1, waiting: 0 });
  });

  test("at once is as new as the look at it; at a date it comes by itself, once", async () => {
    const room = await aRoom();
    await aTalk(room);
    await graded(room, COUNTED, "atOnce");
    expect((await gradeOf(room, 1))?.snapshot.grade.points).toBe(400);
    await says(room, place(room, 1).reader, "And one of my own.", { at: later(95) });
    expect(await gradeOf(room, 1)).toMatchObject({ number: 2, snapshot: { grade: { points: 700 } } });
    const dated = await aRoom();
    await aTalk(dated);
    await graded(dated, COUNTED, "date", "2026-05-08T15:00");
    await releaseDue(database(), new Date("2026-05-08T12:59:00.000Z"));
    expect(await gradeOf(dated, 0)).toBeNull();
    for (let times = 0; times < 2; times += 1) await releaseDue(database(), new Date("2026-05-08T13:00:00.000Z"));
    expect(await gradeOf(dated, 0)).toMatchObject({ number: 1, snapshot: { grade: { points: 600 } } });
  });
});

test("tables for other programs: released grades alone, safe for spreadsheets", async () => {
  const room = await aRoom();
  await says(room, place(room, 0).reader, "=HYPERLINK(1)");
  await graded(room);
  const read = async (format: "plain" | "canvas" | "moodle" | "brightspace" | "blackboard") => new TextDecoder().decode((await asks(room.teacher).grades.gradesFile({ ...of(room), format })).bytes);
  expect(await read("plain")).toContain("Which of the three?,,10,");
  await releases(room);
  expect(await read("plain")).toContain("Which of the three?,3,10,");
  for (const format of ["canvas", "moodle", "brightspace", "blackboard"] as const) expect((await read(format)).split("\r\n").length).toBeGreaterThanOrEqual(4);
  const { text } = await asks(room.teacher).grades.discussionFile(of(room));
  expect(text).toContain("'=HYPERLINK(1)");
  const looks = await database().select({ what: accessLog.what }).from(accessLog).where(eq(accessLog.classId, room.id));
  expect(new Set(looks.map(({ what }) => what))).toEqual(new Set(["grades.exported", "grades.released", "discussion.exported"]));
});
