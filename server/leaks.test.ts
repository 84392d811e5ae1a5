/** Nothing of a class is told to who is not of it, nor what a gate hides to who stands before it: every procedure is asked, with the ids that name it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { database } from "../db/client";
import { assignment } from "../db/schema/assignments";
import { enrolment, schoolClass } from "../db/schema/classes";
import { outbox } from "../db/schema/events";
import { writeTogether } from "../db/write-together";
import type { Reader } from "../domain/permissions";
import { settings } from "./settings";
import { aClass, anAssignment, type Classroom } from "./testing/classroom";
import { answerOf, everyProcedure } from "./testing/every-procedure";
import { aKey, aMember, asks, later } from "./testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

/** In all that is a class's own; the second in what its gate hides besides. */
const [CANARY, BEHIND] = ["zqcanary", "zqbehind"];

type Planted = { room: Classroom; work: Awaited<ReturnType<typeof anAssignment>>; known: Record<string, unknown>; ids: string[]; gated: Reader };

/** Two students speak, one is reported, one drafts; a third has not opened the gate. */
async function planted(): Promise<Planted> {
  const room = await aClass({ students: 3 });
  const work = await anAssignment(room, { gate: { kind: "after", own: 1 }, prompts: [`${CANARY} prompt`] });
  const [one, other, gated] = room.students.map(({ reader }) => reader);
  if (!one || !other || !gated) throw new Error("a student is missing");
  await writeTogether((w) => [
    w.update(schoolClass).set({ name: `${CANARY} class`, term: `${CANARY} term` }).where(eq(schoolClass.id, room.id)),
    w.update(assignment).set({ title: `${CANARY} title`, instructions: `${CANARY} instructions` }).where(eq(assignment.id, work.id)),
    w.update(enrolment).set({ name: `${CANARY} ${BEHIND} One`, email: `${CANARY}-${BEHIND}@one.example` }).where(eq(enrolment.memberId, one.id)),
    w.update(enrolment).set({ name: `${CANARY} ${BEHIND} Other` }).where(eq(enrolment.memberId, other.id)),
  ]);
  const { view } = await asks(one).assignments.view({ assignment: work.id });
  const discussion = view.head.discussionId;
  const { id: comment } = await asks(one).comments.post({ discussion, revision: 1, block: 1, kind: "question", body: `${CANARY} ${BEHIND} first`, key: aKey() });
  await asks(other).comments.post({ discussion, revision: 1, block: 2, body: `${CANARY} ${BEHIND} own`, key: aKey() });
  await asks(other).comments.post({ discussion, revision: 1, parent: comment, body: `${CANARY} ${BEHIND} reply`, key: aKey() });
  await asks(one, { now: () => later(1) }).comments.edit({ comment, version: 1, kind: null, body: `${CANARY} ${BEHIND} changed`, key: aKey() });
  await asks(other).reports.make({ comment, ground: "insult", note: `${CANARY} ${BEHIND} note` });
  await asks(other).drafts.save({ discussion, place: `reply:${comment}`, revision: 1, body: `${CANARY} ${BEHIND} draft`, kind: null, version: 0 });
  const { thread } = await asks(one).comments.where({ comment });
  const shown = await asks(one, { now: () => later(2) }).assignments.view({ assignment: work.id });
  const by = [...shown.view.blocks].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map((said) => said.by?.id))).find((id) => id !== undefined);
  const known = { discussion, comment, parent: comment, thread, threads: [thread], from: comment, participant: by, by, member: one.id, assignment: work.id, class: room.id, classId: room.id, enrolment: room.students[0]?.enrolment, student: room.students[0]?.enrolment, slug: work.article.slug, item: comment, id: comment, revision: 1, after: null, key: "a key of its own", group: 1, email: "nobody@example.org" };
  return { room, work, known, ids: [comment, discussion, work.id, room.id, thread], gated };
}

/** What an administrator does to members is theirs to do; what they are told is asked like everybody else's. */
const asked = (who: Reader | null): string[] => everyProcedure(who?.role === "administrator" ? ["query"] : ["query", "mutation"]);

async function told(who: Reader | null, { known, ids }: Planted): Promise<{ path: string; answer: string }[]> {
  const answers: { path: string; answer: string }[] = [];
  for (const path of asked(who)) for (const usualId of ids) answers.push({ path, answer: await answerOf(path, who, { known, usual: usualId }, later(5)) });
  return answers;
}

test("no procedure tells an outsider anything of a class, whatever their role", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const other = await aClass({ students: 1 });
  const outsiders = [null, await aMember(), await aMember({ role: "moderator" }), await aMember({ role: "editor" }), await aMember({ role: "administrator" }), other.teacher, other.students[0]?.reader ?? null];
  for (const who of outsiders) expect((await told(who, plant)).filter(({ answer }) => answer.includes(CANARY))).toEqual([]);
  const mails = await database().select({ content: outbox.content }).from(outbox);
  expect(JSON.stringify(mails)).not.toContain(CANARY);
  const inside = await asks(plant.room.teacher, { now: () => later(9) }).assignments.view({ assignment: plant.work.id });
  expect(inside.view.head.comments).toBe(4);
  expect(JSON.stringify(inside)).toContain(`${BEHIND} reply`);
});

test("no procedure tells a student what the gate hides, not even to answer or report it", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const answers = await told(plant.gated, plant);
  expect(answers.filter(({ answer }) => answer.includes(BEHIND))).toEqual([]);
  expect(answers.some(({ answer }) => answer.includes(`${CANARY} prompt`))).toBe(true);
});
