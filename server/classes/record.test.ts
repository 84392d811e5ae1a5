/** Each student's record: what is in it, and who reads it. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { accessLog } from "../../db/schema/classes";
import { writtenRule } from "../../domain/classroom/rule-form";
import { settings } from "../settings";
import { aClass, anAssignment, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

async function aTerm() {
  const room = await aClass({ students: 2 });
  const [one, other] = room.students;
  if (!one || !other) throw new Error("a student is missing");
  const work = await anAssignment(room);
  const empty = await anAssignment(room);
  const { view } = await asks(one.reader).assignments.view({ assignment: work.id });
  const post = (who: typeof one, block: number | null, body: string, parent?: string) => asks(who.reader).comments.post({ discussion: view.head.discussionId, revision: 1, ...(block === null ? {} : { block }), body, key: aKey(), ...(parent ? { parent } : {}) });
  await post(one, 3, "Last in the text.");
  const theirs = await post(other, 1, "Somebody else's words.");
  await post(one, 1, "First in the text.");
  await post(one, null, "A reply.", theirs.id);
  const gone = await post(one, 2, "Taken back.");
  await asks(one.reader).comments.delete({ comment: gone.id });
  return { room, one, other, work, empty };
}

test("all a student wrote stands in the order of the text, and nothing of others", async () => {
  const { room, one, work, empty } = await aTerm();
  const record = await asks(one.reader).classes.record({ class: room.id });
  expect(record.works.map(({ id }) => id)).toEqual([work.id, empty.id].toSorted((a, b) => (a < b ? -1 : 1)));
  const written = record.works.find(({ id }) => id === work.id);
  expect(written?.comments.map(({ block, state, body, isReply }) => [block, state, body, isReply])).toEqual([
    [1, "shown", "A reply.", true],
    [1, "shown", "First in the text.", false],
    [2, "deleted", "", false],
    [3, "shown", "Last in the text.", false],
  ]);
  expect(written?.comments[0]?.passage).toBe("First things first.");
  expect(JSON.stringify(record)).not.toContain("Somebody else's words");
  expect(record).toMatchObject({ isOwn: true, next: null, isCut: false });
});

test("grades stand in it once they are released, with what they rest on and what was said", async () => {
  const { room, one, work } = await aTerm();
  const ask = asks(room.teacher);
  await ask.grades.saveRule({ assignment: work.id, seen: 0, written: { ...writtenRule(null), counting: "all", points: "5" }, release: "hand", releaseAt: "" });
  await ask.grades.say({ assignment: work.id, place: one.enrolment, comment: null, text: "Well argued.", version: 0 });
  const before = (await asks(one.reader).classes.record({ class: room.id })).works.find(({ id }) => id === work.id);
  expect(before).toMatchObject({ grade: null, feedback: [] });
  await ask.grades.release({ assignment: work.id, which: "all" });
  const after = (await asks(one.reader).classes.record({ class: room.id })).works.find(({ id }) => id === work.id);
  expect(after).toMatchObject({ grade: { number: 1, fault: null, snapshot: { counting: { counted: [{}, {}, {}], excluded: [{ cause: "deleted" }] } } }, feedback: [{ about: "all", text: "Well argued." }] });
});

test("teachers and assistants read a student's, and that is kept; students read no other's, and others none", async () => {
  const { room, one, other } = await aTerm();
  const assistant = await aMember();
  await enrolled(room.id, assistant, "assistant");
  for (const who of [room.teacher, assistant]) {
    const record = await asks(who, { now: () => later(1) }).classes.record({ class: room.id, place: one.enrolment });
    expect(record).toMatchObject({ isOwn: false, student: { id: one.enrolment } });
    expect(JSON.stringify(record)).not.toContain("Somebody else's words");
  }
  const looks = await database().select({ what: accessLog.what, subjectId: accessLog.subjectId }).from(accessLog).where(eq(accessLog.classId, room.id));
  expect(looks.filter(({ what }) => what === "record.read")).toEqual([{ what: "record.read", subjectId: one.enrolment }, { what: "record.read", subjectId: one.enrolment }]);
  const [elsewhere, administrator] = [await aClass({ students: 1 }), await aMember({ role: "administrator" })];
  const asked = [
    asks(other.reader).classes.record({ class: room.id, place: one.enrolment }),
    asks(room.teacher).classes.record({ class: room.id }),
    asks(elsewhere.teacher).classes.record({ class: room.id, place: one.enrolment }),
    asks(elsewhere.teacher).classes.record({ class: elsewhere.id, place: one.enrolment }),
    asks(administrator).classes.record({ class: room.id, place: one.enrolment }),
    asks(room.teacher).classes.record({ class: room.id, place: "none" }),
  ];
  const refusals = await Promise.all(asked.map((call) => refusal(call)));
  expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ reason: "noSuch.page", field: null, code: "NOT_FOUND" })]));
});
