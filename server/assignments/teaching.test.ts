/** What a teacher does to gates and made-up names, and what is kept of it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { accessLog } from "../../db/schema/classes";
import type { Reader } from "../../domain/permissions";
import { aClass, anAssignment, type Classroom, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, refusal } from "../testing/world";

const studentOf = (room: Classroom, place: number) => room.students[place] ?? { reader: room.teacher, enrolment: "none" };

/** What they read of others there, a moment later. */
async function reads(who: Reader, assignment: string): Promise<{ body: string; name: string | null }[]> {
  const { view } = await asks(who, { now: () => later(60) }).assignments.view({ assignment });
  return view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ body, by }) => ({ body, name: by?.name ?? null }))));
}

async function says(who: Reader, assignment: string, body: string): Promise<void> {
  const { view } = await asks(who).assignments.view({ assignment });
  await asks(who).comments.post({ discussion: view.head.discussionId, revision: 1, block: 1, body, key: aKey() });
}

const keptOf = async (room: Classroom) => (await database().select().from(accessLog).where(eq(accessLog.classId, room.id))).map(({ what, subjectId, why, memberId }) => ({ what, subjectId, why, by: memberId }));

test("a teacher opens and closes the gate for all; what a student opened by writing stays open", async () => {
  const room = await aClass();
  const { id } = await anAssignment(room, { gate: { kind: "after", own: 1 } });
  const [one, other] = [studentOf(room, 0).reader, studentOf(room, 1).reader];
  await says(one, id, "First of all.");
  await asks(room.teacher).assignments.setGate({ assignment: id, opens: true });
  expect(await reads(other, id)).toHaveLength(1);
  await asks(room.teacher).assignments.setGate({ assignment: id, opens: false });
  expect(await reads(other, id)).toEqual([]);
  expect(await reads(one, id)).toHaveLength(1);
  const by = room.teacher.id;
  expect(await keptOf(room)).toEqual([{ what: "gate.opened", subjectId: id, why: null, by }, { what: "gate.closed", subjectId: id, why: null, by }]);
});

test("closed for one student it stays closed, whatever else opens it, until a teacher opens it again", async () => {
  const room = await aClass();
  const { id } = await anAssignment(room, { gate: { kind: "after", own: 1 } });
  const [one, { reader: other, enrolment }] = [studentOf(room, 0).reader, studentOf(room, 1)];
  await says(one, id, "Of one.");
  await says(other, id, "Of the other.");
  await asks(room.teacher).assignments.setGateFor({ assignment: id, enrolment, opens: false });
  await asks(room.teacher).assignments.setGate({ assignment: id, opens: true });
  expect((await reads(other, id)).map(({ body }) => body)).toEqual(["Of the other."]);
  await asks(room.teacher).assignments.setGateFor({ assignment: id, enrolment, opens: true });
  expect(await reads(other, id)).toHaveLength(2);
});

test("a name is revealed for a reason, once; it is kept, the student is told, and the class reads it from then on", async () => {
  const room = await aClass();
  const { id } = await anAssignment(room, { pseudonyms: true });
  const [{ reader: one, enrolment }, other] = [studentOf(room, 0), studentOf(room, 1).reader];
  await says(one, id, "Behind a name.");
  const reveal = (why: string) => asks(room.teacher).assignments.reveal({ assignment: id, enrolment, why });
  expect(await refusal(reveal("  "))).toMatchObject({ reason: "field.empty", field: "why" });
  expect((await reads(other, id))[0]?.name).not.toContain(one.name);
  await reveal("It was a threat.");
  expect((await reads(other, id))[0]?.name).toContain(one.name);
  expect((await refusal(reveal("Again."))).reason).toBe("notAllowed.revealedAlready");
  expect(await keptOf(room)).toEqual([{ what: "name.revealed", subjectId: enrolment, why: "It was a threat.", by: room.teacher.id }]);
  expect((await asks(one).notices.list({})).notices).toMatchObject([{ kind: "name-revealed", subject: id }]);
});

test("an assistant sees all of it and changes nothing; there is nothing to open where there is no gate", async () => {
  const room = await aClass();
  const assistant = await aMember();
  await enrolled(room.id, assistant, "assistant");
  const [{ id }, gated] = [await anAssignment(room), await anAssignment(room, { gate: { kind: "teacher" } })];
  expect((await refusal(asks(room.teacher).assignments.setGate({ assignment: id, opens: true }))).reason).toBe("notAllowed.noGate");
  expect((await refusal(asks(assistant).assignments.setGate({ assignment: gated.id, opens: true }))).reason).toBe("notAllowed.teacherOnly");
  expect((await refusal(asks(studentOf(room, 0).reader).assignments.setGate({ assignment: gated.id, opens: true }))).reason).toBe("noSuch.page");
  await says(studentOf(room, 0).reader, gated.id, "For the assistant too.");
  expect(await reads(assistant, gated.id)).toHaveLength(1);
});
