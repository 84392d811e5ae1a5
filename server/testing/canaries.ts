/** A class that says a word nobody else does, wherever it says anything: to be looked for where it must not be. */
import { eq } from "drizzle-orm";
import { assignment } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { aClass, anAssignment, type Classroom } from "./classroom";
import { aKey, asks, later } from "./world";

/** In all that is a class's own; the second in what its gate hides besides. */
export const [CANARY, BEHIND] = ["zqcanary", "zqbehind"];

export type Planted = { room: Classroom; work: Awaited<ReturnType<typeof anAssignment>>; known: Record<string, unknown>; ids: string[]; gated: Reader };

/** Two students speak, one is reported, one removed by their teacher, one drafts; a third has not opened the gate. */
export async function planted(): Promise<Planted> {
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
  const { id: removed } = await asks(other).comments.post({ discussion, revision: 1, block: 1, body: `${CANARY} ${BEHIND} removed`, key: aKey() });
  const { batch } = await asks(room.teacher).classReports.decide({ class: room.id, item: removed, act: "remove", reasons: { ground: "insult", law: "", facts: `${CANARY} ${BEHIND} facts` } });
  const [decided] = (await asks(room.teacher).classReports.case({ class: room.id, item: removed })).decisions;
  const decision = decided?.id ?? "";
  const { thread } = await asks(one).comments.where({ comment });
  const shown = await asks(one, { now: () => later(2) }).assignments.view({ assignment: work.id });
  const by = [...shown.view.blocks].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map((said) => said.by?.id))).find((id) => id !== undefined);
  const known = { discussion, comment, parent: comment, thread, threads: [thread], from: comment, participant: by, by, member: one.id, assignment: work.id, class: room.id, classId: room.id, enrolment: room.students[0]?.enrolment, student: room.students[0]?.enrolment, slug: work.article.slug, item: comment, decision, batch, id: comment, revision: 1, after: null, key: "a key of its own", group: 1, email: "nobody@example.org" };
  return { room, work, known, ids: [comment, discussion, work.id, room.id, thread, decision], gated };
}
