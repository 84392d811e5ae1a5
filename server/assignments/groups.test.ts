/** Groups by hand: who moves, what goes along, that all counts are right, and where whoever comes later goes. */
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { groupMember, studyGroup } from "../../db/schema/assignments";
import { comment, discussion, heat, participant, placement, thread } from "../../db/schema/discussions";
import { writtenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment, type Classroom, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const noSuchPage = { reason: "noSuch.page", field: null, code: "NOT_FOUND" };
const studentOf = (room: Classroom, place: number) => room.students[place] ?? { reader: room.teacher, enrolment: "none" };
const viewFor = (who: Reader, id: string, group: number | null = null) => asks(who, { now: () => later(60) }).assignments.view({ assignment: id, group });

async function says(who: Reader, id: string, body: string, more: { parent?: string; block?: number; group?: number } = {}): Promise<string> {
  const { view } = await viewFor(who, id, more.group ?? null);
  return (await asks(who).comments.post({ discussion: view.head.discussionId, revision: 1, block: more.parent ? null : (more.block ?? 2), parent: more.parent ?? null, body, key: aKey() })).id;
}

async function bodies(who: Reader, id: string, group: number | null = null): Promise<string[]> {
  const { view } = await viewFor(who, id, group);
  return [...view.blocks, view.wholeArticle].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ body }) => body))).sort();
}

/** What is counted beside the rows, and what the rows say: equal, in every discussion of the work. */
async function agreesWithItsRows(id: string): Promise<void> {
  const db = database();
  const groups = await db.select({ id: discussion.id, comments: discussion.comments, participants: discussion.participants }).from(discussion).innerJoin(studyGroup, eq(studyGroup.id, discussion.audience)).where(eq(studyGroup.assignmentId, id));
  for (const one of groups) {
    const [said, who, placed, heats] = await Promise.all([
      db.select({ deletedAt: comment.deletedAt, threadId: comment.threadId, by: participant.discussionId, thread: thread.discussionId }).from(comment).innerJoin(participant, eq(participant.id, comment.participantId)).innerJoin(thread, eq(thread.id, comment.threadId)).where(eq(comment.discussionId, one.id)),
      db.select({ id: participant.id }).from(participant).where(eq(participant.discussionId, one.id)),
      db.select().from(placement).where(eq(placement.discussionId, one.id)),
      db.select().from(heat).where(eq(heat.discussionId, one.id)),
    ]);
    expect([one.comments, one.participants]).toEqual([said.filter(({ deletedAt }) => deletedAt === null).length, who.length]);
    for (const { by, thread: of } of said) expect([by, of]).toEqual([one.id, one.id]);
    expect(placed.map(({ threadId }) => threadId).toSorted()).toEqual([...new Set(said.map(({ threadId }) => threadId))].toSorted());
    for (const { revisionId, blockNumber, threads, comments } of heats) {
      const here = placed.filter((place) => place.revisionId === revisionId && place.blockNumber === blockNumber);
      expect(comments).toBe(said.filter(({ deletedAt, threadId }) => deletedAt === null && here.some((place) => place.threadId === threadId)).length);
      expect(here.length > 0 && here.every(({ ordinal }) => ordinal <= threads)).toBe(true);
    }
  }
}

/** Four students in two groups; the first two said something to each other. */
async function aRoom(more: Parameters<typeof anAssignment>[1] = {}) {
  const room = await aClass({ students: 4 });
  const work = await anAssignment(room, { groups: [1, 1, 2, 2], ...more });
  const [ada, bao] = [studentOf(room, 0), studentOf(room, 1)];
  const alone = await says(ada.reader, work.id, "Mine alone.");
  await says(room.teacher, work.id, "The teacher asks back.", { parent: alone, group: 1 });
  const answered = await says(ada.reader, work.id, "Mine, answered.");
  await says(bao.reader, work.id, "Bao answers.", { parent: answered });
  const other = await says(bao.reader, work.id, "Bao's own.");
  await says(ada.reader, work.id, "Ada answers.", { parent: other });
  await says(studentOf(room, 2).reader, work.id, "Said in the second group.");
  const move = (students: string[], threads: "along" | "stay" = "along", to = 2) => asks(room.teacher).assignments.moveStudents({ assignment: work.id, students, group: work.groups[to - 1] ?? "", threads });
  return { room, id: work.id, work, ada, bao, alone, answered, move };
}

describe("moving", () => {
  test("own threads go along, with a teacher's answer; what classmates answered stays where they read it", async () => {
    const { room, id, ada, bao, alone, move } = await aRoom();
    const counts = async () => {
      const { comments, replies, received, words, passages, firstAt } = (await asks(room.teacher).grades.students({ assignment: id })).students.find((student) => student.id === ada.enrolment) ?? {};
      return { comments, replies, received, words, passages, firstAt };
    };
    const before = await counts();
    await move([ada.enrolment]);
    expect(await bodies(ada.reader, id)).toEqual(["Mine alone.", "Said in the second group.", "The teacher asks back."]);
    expect(await bodies(bao.reader, id)).toEqual(["Ada answers.", "Bao answers.", "Bao's own.", "Mine, answered."]);
    expect(await asks(ada.reader).comments.where({ comment: alone })).toMatchObject({ readAt: `/assignments/${id}` });
    expect((await asks(room.teacher).comments.where({ comment: alone })).readAt).toBe(`/assignments/${id}/groups/2`);
    expect((await refusal(asks(bao.reader).comments.acts({ comment: alone }))).reason).toBe("noSuch.comment");
    expect(await counts()).toEqual(before);
    await agreesWithItsRows(id);
    // It goes on there, and back.
    await says(studentOf(room, 3).reader, id, "Answered in the second.", { parent: alone });
    await says(ada.reader, id, "One more here.");
    await says(bao.reader, id, "One more there.");
    await move([ada.enrolment], "along", 1);
    expect(await bodies(ada.reader, id)).toEqual(["Ada answers.", "Bao answers.", "Bao's own.", "Mine, answered.", "One more here.", "One more there."]);
    await agreesWithItsRows(id);
    expect((await asks(ada.reader).notices.list({})).notices).toMatchObject([{ kind: "group-changed", subject: id }, { kind: "group-changed" }]);
  });

  test("or all stays; two who move together take what they said to each other", async () => {
    const { id, ada, bao, room, move } = await aRoom();
    await move([ada.enrolment], "stay");
    expect(await bodies(ada.reader, id)).toEqual(["Said in the second group."]);
    expect(await bodies(bao.reader, id)).toHaveLength(6);
    await agreesWithItsRows(id);
    await move([ada.enrolment], "along", 1);
    await move([ada.enrolment, bao.enrolment]);
    expect(await bodies(studentOf(room, 2).reader, id)).toHaveLength(7);
    expect(await bodies(room.teacher, id, 1)).toEqual([]);
    await agreesWithItsRows(id);
  });

  test("a made-up name goes along, a deleted comment too; a released grade stays what it was", async () => {
    const { id, ada, alone, room, move } = await aRoom({ pseudonyms: true, groups: [1, 1, 2, 2] });
    await asks(room.teacher).grades.saveRule({ assignment: id, seen: 0, written: { ...writtenRule(null), counting: "weights", full: { comments: "2" }, weight: { comments: "10" } }, release: "hand", releaseAt: "" });
    await asks(room.teacher).grades.release({ assignment: id, which: "all" });
    const gradeOf = async () => (await asks(ada.reader).grades.grade({ assignment: id })).grade;
    const [before, named] = [await gradeOf(), await asks(room.teacher).grades.student({ assignment: id, place: ada.enrolment })];
    await says(ada.reader, id, "Taken back.", { block: 1 }).then((comment) => asks(ada.reader).comments.delete({ comment }));
    await move([ada.enrolment]);
    const { view } = await viewFor(studentOf(room, 2).reader, id);
    const by = view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments)).find((said) => said.id === alone)?.by;
    expect(by?.name).toBe(named.student.pseudonym);
    expect(await gradeOf()).toEqual(before);
    expect(await asks(room.teacher).grades.recount({ assignment: id })).toMatchObject({ wrong: [] });
    await agreesWithItsRows(id);
  });

  test("answers that come while a thread moves stand where it stands, or are refused", async () => {
    const { id, ada, bao, alone, move } = await aRoom();
    const replies = Promise.allSettled(Array.from({ length: 4 }, (_, at) => says(at % 2 ? ada.reader : bao.reader, id, `At once ${at}.`, { parent: alone })));
    await move([ada.enrolment]);
    await replies;
    await agreesWithItsRows(id);
  });

  test("nobody chosen, a student of another class, a group of other work; assistants look, others find no page", async () => {
    const { room, id, ada, work, move } = await aRoom();
    const other = await aRoom();
    expect(await refusal(move([]))).toMatchObject({ field: "students", reason: "field.chooseSomebody" });
    expect((await refusal(move([other.ada.enrolment]))).reason).toBe("noSuch.member");
    const wish = { assignment: id, students: [ada.enrolment], group: work.groups[1] ?? "", threads: "along" as const };
    expect(await refusal(asks(room.teacher).assignments.moveStudents({ ...wish, group: other.work.groups[1] ?? "" }))).toEqual(noSuchPage);
    const assistant = await aMember();
    await enrolled(room.id, assistant, "assistant");
    expect((await asks(assistant).assignments.groups({ assignment: id })).groups.map(({ people }) => people)).toEqual([2, 2]);
    const grouping = { how: "count" as const, number: "2" };
    const refused = await Promise.all([asks(assistant).assignments.moveStudents(wish), asks(assistant).assignments.regroup({ assignment: id, grouping })].map(refusal));
    expect(refused.map(({ reason }) => reason)).toEqual(["notAllowed.teacherOnly", "notAllowed.teacherOnly"]);
    for (const who of [ada.reader, other.room.teacher, await aMember({ role: "administrator" })]) {
      const { assignments } = asks(who);
      const calls = [id, "none"].flatMap((assignment) => [assignments.groups({ assignment }), assignments.moveStudents({ ...wish, assignment }), assignments.regroup({ assignment, grouping })]);
      expect(await Promise.all(calls.map(refusal))).toEqual(calls.map(() => noSuchPage));
    }
  });
});

describe("dividing", () => {
  test("anew while nobody has written, also after its questions were asked; then no more", async () => {
    const room = await aClass({ students: 5 });
    const { id } = await anAssignment(room, { prompts: ["What would you keep?"], groups: [1, 1, 1, 2, 2] });
    await asks(room.teacher).assignments.regroup({ assignment: id, grouping: { how: "size", number: "2" } });
    const { groups, isBegun } = await asks(room.teacher).assignments.groups({ assignment: id });
    expect([groups.map(({ people }) => people).toSorted(), isBegun]).toEqual([[1, 2, 2], false]);
    for (const { reader } of room.students) expect(await bodies(reader, id)).toEqual(["What would you keep?"]);
    expect(await refusal(asks(room.teacher).assignments.regroup({ assignment: id, grouping: { how: "count", number: "1" } }))).toMatchObject({ field: "groupNumber" });
    await asks(room.teacher).assignments.regroup({ assignment: id, grouping: { how: "together", number: "" } });
    expect((await asks(room.teacher).assignments.groups({ assignment: id })).groups).toHaveLength(1);
    await agreesWithItsRows(id);
    await says(studentOf(room, 0).reader, id, "Now somebody has.");
    expect((await refusal(asks(room.teacher).assignments.regroup({ assignment: id, grouping: { how: "size", number: "2" } }))).reason).toBe("notAllowed.groupsInUse");
  });

  test("whoever comes later goes where the fewest are, however many come at once", async () => {
    const room = await aClass({ students: 3 });
    const { id } = await anAssignment(room, { groups: [1, 1, 3] });
    const late = await Promise.all(Array.from({ length: 6 }, async () => ({ reader: await aMember() })));
    for (const { reader } of late) await enrolled(room.id, reader, "student");
    const before = await asks(room.teacher).assignments.groups({ assignment: id, group: 0 });
    expect([before.without, before.students.length]).toEqual([6, 6]);
    await Promise.all(late.map(({ reader }) => viewFor(reader, id)));
    expect((await asks(room.teacher).assignments.groups({ assignment: id })).groups.map(({ people }) => people)).toEqual([3, 3, 3]);
    const rows = await database().select().from(groupMember).innerJoin(studyGroup, eq(studyGroup.id, groupMember.groupId)).where(and(eq(groupMember.assignmentId, id), inArray(studyGroup.number, [1, 2, 3])));
    expect(rows).toHaveLength(9);
  });
});
