/** Other dates for some students: given, seen, told, taken back; what was released stays. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { assignment } from "../../db/schema/assignments";
import { accessLog } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { writtenRule } from "../../domain/classroom/rule-form";
import { settings } from "../settings";
import { aClass, anAssignment, type Classroom, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const studentOf = (room: Classroom, place: number) => room.students[place] ?? { reader: room.teacher, enrolment: "none" };
const noSuchPage = { reason: "noSuch.page", field: null, code: "NOT_FOUND" };
const HOUR = 3_600;

/** Due at noon in an hour's time, nothing taken after two. */
async function aRoom() {
  const room = await aClass();
  const work = await anAssignment(room, { cutOffAt: later(2 * HOUR) });
  await writeTogether((w) => [w.update(assignment).set({ commentsDueAt: later(HOUR) }).where(eq(assignment.id, work.id))]);
  return { room, id: work.id, teacher: asks(room.teacher).assignments };
}

async function says(room: Classroom, place: number, id: string, at: Date): Promise<string> {
  const ask = asks(studentOf(room, place).reader, { now: () => at });
  const { view } = await ask.assignments.view({ assignment: id });
  return (await ask.comments.post({ discussion: view.head.discussionId, revision: 1, block: 1, body: "Words that count for something.", key: aKey() })).id;
}

test("dates given to several at once are each one's own: seen, told, kept with the reason; late follows them; taken back they are gone", async () => {
  const { room, id, teacher } = await aRoom();
  const [one, two, three] = [0, 1, 2].map((at) => studentOf(room, at));
  // 18:00 in Berlin is 16:00 UTC, four hours later.
  await teacher.extend({ assignment: id, students: [one?.enrolment ?? "", two?.enrolment ?? ""], commentsDueAt: "2026-05-08T18:00", why: "Both were ill." });
  const seen = async (at: number) => (await asks(studentOf(room, at).reader).assignments.view({ assignment: id })).work;
  expect(await seen(0)).toMatchObject({ commentsDueAt: later(4 * HOUR).toISOString(), cutOffAt: later(4 * HOUR).toISOString(), hasOwnDates: true });
  expect(await seen(2)).toMatchObject({ commentsDueAt: later(HOUR).toISOString(), cutOffAt: later(2 * HOUR).toISOString(), hasOwnDates: false });
  expect(JSON.stringify(await seen(0))).not.toContain("ill");
  expect((await asks(studentOf(room, 0).reader).notices.list({})).notices).toMatchObject([{ kind: "dates-changed", subject: id }]);
  expect((await asks(studentOf(room, 2).reader).notices.list({})).notices).toEqual([]);
  await says(room, 0, id, later(3 * HOUR));
  expect((await refusal(says(room, 2, id, later(3 * HOUR)))).reason).toBe("notAllowed.closed");
  const lateOf = async (enrolment = "") => (await asks(room.teacher).grades.students({ assignment: id })).students.find((student) => student.id === enrolment)?.late;
  expect(await lateOf(one?.enrolment)).toBe(0);
  expect(await teacher.extensions({ assignment: id, given: true })).toMatchObject({ students: [{ given: { why: "Both were ill." } }, { given: { why: "Both were ill." } }] });
  await teacher.takeBackExtension({ assignment: id, student: one?.enrolment ?? "" });
  await teacher.takeBackExtension({ assignment: id, student: one?.enrolment ?? "" });
  expect((await seen(0)).hasOwnDates).toBe(false);
  expect((await asks(room.teacher).grades.student({ assignment: id, place: one?.enrolment ?? "" })).comments).toMatchObject([{ cause: "afterCutOff" }]);
  const kept = (await database().select().from(accessLog).where(eq(accessLog.classId, room.id))).filter(({ what }) => what.startsWith("extension."));
  expect(kept.map(({ what, why }) => [what, why]).toSorted()).toEqual([["extension.ended", null], ["extension.given", "Both were ill."], ["extension.given", "Both were ill."]]);
  expect(three).toBeDefined();
});

test("given again they take the place of those before; a released grade stays what it was", async () => {
  const { room, id, teacher } = await aRoom();
  const { enrolment } = studentOf(room, 0);
  const extend = (commentsDueAt: string) => teacher.extend({ assignment: id, students: [enrolment], commentsDueAt, why: "Ill." });
  await extend("2026-05-08T18:00");
  await says(room, 0, id, later(3 * HOUR));
  await asks(room.teacher).grades.saveRule({ assignment: id, seen: 0, written: { ...writtenRule(null), counting: "weights", full: { comments: "1" }, weight: { comments: "10" } }, release: "hand", releaseAt: "" });
  await asks(room.teacher).grades.release({ assignment: id, which: "all" });
  const gradeOf = async () => (await asks(studentOf(room, 0).reader).grades.grade({ assignment: id })).grade;
  const before = await gradeOf();
  await extend("2026-05-08T16:00");
  await teacher.takeBackExtension({ assignment: id, student: enrolment });
  expect(await gradeOf()).toEqual(before);
  expect(await asks(room.teacher).grades.recount({ assignment: id })).toMatchObject({ wrong: [] });
});

test.each([
  [{ commentsDueAt: "2027-03-28T02:30" }, "commentsDueAt", "field.clocksLeap"],
  [{ cutOffAt: "soon" }, "cutOffAt", "field.notATime"],
  [{ commentsDueAt: "" }, "commentsDueAt", "field.noDate"],
  [{ commentsDueAt: "2026-05-10T12:00", repliesDueAt: "2026-05-09T12:00" }, "repliesDueAt", "field.datesOrder"],
  [{ commentsDueAt: "2026-05-10T12:00", why: " " }, "why", "field.empty"],
  [{ commentsDueAt: "2026-05-10T12:00", students: [] }, "students", "field.chooseSomebody"],
])("what is wrong is said beside its field: %j", async (wrong, field, reason) => {
  const { room, id, teacher } = await aRoom();
  expect(await refusal(teacher.extend({ assignment: id, students: [studentOf(room, 0).enrolment], why: "Ill.", ...wrong }))).toMatchObject({ field, reason });
});

test("found by name; an assistant looks and changes nothing; a student of another class is none; to others there is no such page", async () => {
  const { room, id, teacher } = await aRoom();
  const [one, other] = [studentOf(room, 0), await aClass({ students: 1 })];
  expect((await teacher.extensions({ assignment: id, search: `${one.reader.name.toUpperCase()} OF` })).students.map((student) => student.id)).toEqual([one.enrolment]);
  expect((await teacher.extensions({ assignment: id, search: "%" })).students).toEqual([]);
  const wish = { assignment: id, commentsDueAt: "2026-05-10T12:00", why: "Ill." };
  expect((await refusal(teacher.extend({ ...wish, students: [studentOf(other, 0).enrolment] }))).reason).toBe("noSuch.member");
  const assistant = await aMember();
  await enrolled(room.id, assistant, "assistant");
  expect((await asks(assistant).assignments.extensions({ assignment: id })).students).toHaveLength(3);
  const refused = await Promise.all([asks(assistant).assignments.extend({ ...wish, students: [one.enrolment] }), asks(assistant).assignments.takeBackExtension({ assignment: id, student: one.enrolment })].map(refusal));
  expect(refused.map(({ reason }) => reason)).toEqual(["notAllowed.teacherOnly", "notAllowed.teacherOnly"]);
  for (const who of [one.reader, other.teacher, await aMember({ role: "administrator" })]) {
    const { assignments } = asks(who);
    const calls = [id, "none"].flatMap((assignment) => [assignments.extensions({ assignment }), assignments.extend({ ...wish, assignment, students: [one.enrolment] }), assignments.takeBackExtension({ assignment, student: one.enrolment })]);
    expect(await Promise.all(calls.map(refusal))).toEqual(calls.map(() => noSuchPage));
  }
});
