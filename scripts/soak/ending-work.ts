/**
 * What a round of `soak --ending` does to the database, each in a process of its own, for one of them is killed. After `bench/class/fill STUDENTS ASSIGNMENTS FILLED`:
 * run.mjs soak/ending-work furnish FILLED PUBLIC-ROWS | begin FILLED erasure|pseudonyms | work FILLED | look FILLED. The last line is the answer, as JSON.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { and, eq, getTableName, inArray, is, isNotNull, ne, Table } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { z } from "zod";
import { closeDatabase, database } from "../../db/client";
import { gateOpening, groupMember, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { comment, discussion, participant, thread } from "../../db/schema/discussions";
import { classEnding } from "../../db/schema/endings";
import { feedback, mark } from "../../db/schema/grades";
import * as schema from "../../db/schema/index";
import { notice } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { writeTogether } from "../../db/write-together";
import { UNDO_END_DAYS } from "../../domain/classroom/ending";
import { carryOutSome } from "../../server/endings/carry-out";
import { end } from "../../server/endings/begin";
import { chunksOf } from "../bench/chunks";

const [, , act = "", file = "", more = ""] = process.argv;
const filled = z.object({ class: z.string(), assignments: z.array(z.string()) }).parse(JSON.parse(readFileSync(file, "utf8")));
const db = database();
const now = new Date();
/** When it can be undone no more. */
const due = new Date(now.getTime() + (UNDO_END_DAYS + 1) * 86_400_000);
const doomedFile = `${file}.doomed`;

async function learners(): Promise<{ id: string; memberId: string }[]> {
  const rows = await db.select({ id: enrolment.id, memberId: enrolment.memberId }).from(enrolment).where(and(eq(enrolment.classId, filled.class), eq(enrolment.role, "student")));
  return rows.map(({ id, memberId }) => ({ id, memberId: memberId ?? "" }));
}

/** What a term leaves beside comments; and as many rows of the same tables that are the public's, for a class is ended in a place with others. */
async function furnish(publicRows: number): Promise<void> {
  const students = await learners();
  const groups = await db.select({ id: studyGroup.id, assignmentId: studyGroup.assignmentId, discussionId: discussion.id }).from(studyGroup).innerJoin(discussion, eq(discussion.audience, studyGroup.id)).where(inArray(studyGroup.assignmentId, filled.assignments));
  const threads = new Map<string, string[]>();
  for (const { id, discussionId } of await db.select({ id: thread.id, discussionId: thread.discussionId }).from(thread)) threads.set(discussionId, [...(threads.get(discussionId) ?? []), id]);
  const [teacher] = await db.select({ memberId: enrolment.memberId }).from(enrolment).where(and(eq(enrolment.classId, filled.class), eq(enrolment.role, "teacher")));
  const by = teacher?.memberId ?? "";
  const each = groups.flatMap((group) => students.map((student) => ({ ...group, ...student, enrolmentId: student.id, groupId: group.id, byMemberId: by, at: now })));
  const marks = each.flatMap(({ memberId, discussionId }) => (threads.get(discussionId) ?? []).slice(0, 10).map((threadId) => ({ memberId, threadId, discussionId, ranges: "1", upTo: 1 })));
  const open = await db.select({ id: discussion.id }).from(discussion).where(eq(discussion.audience, "public"));
  const publicThreads = Array.from({ length: Math.ceil(publicRows / Math.max(1, students.length)) }, () => newId());
  const said = publicThreads.map((id) => ({ id, discussionId: open[0]?.id ?? "", total: 1, lastCommentAt: now, createdAt: now }));
  const publicMarks = publicThreads.flatMap((threadId) => students.map(({ memberId }) => ({ memberId, threadId, discussionId: open[0]?.id ?? "", ranges: "1", upTo: 1 })));
  const notices = [...each.map(({ memberId, assignmentId }) => ({ memberId, subjectId: assignmentId })), ...publicMarks.map(({ memberId }) => ({ memberId, subjectId: randomId() }))];
  for (const { into, chunk } of [
    ...chunksOf(said).map((chunk) => ({ into: thread, chunk })),
    ...chunksOf([...marks, ...publicMarks]).map((chunk) => ({ into: readMark, chunk })),
    ...chunksOf(each.map(({ assignmentId, enrolmentId, groupId }) => ({ assignmentId, enrolmentId, groupId }))).map((chunk) => ({ into: groupMember, chunk })),
    ...chunksOf(each.map(({ assignmentId, memberId }) => ({ assignmentId, memberId, openedAt: now }))).map((chunk) => ({ into: gateOpening, chunk })),
    ...chunksOf(each.map(({ assignmentId, enrolmentId, byMemberId, at }) => ({ assignmentId, enrolmentId, hand: 100, levels: {}, byMemberId, at }))).map((chunk) => ({ into: mark, chunk })),
    ...chunksOf(each.map(({ assignmentId, enrolmentId, byMemberId, at }) => ({ assignmentId, enrolmentId, about: "all", text: "Well read.", byMemberId, at }))).map((chunk) => ({ into: feedback, chunk })),
    ...chunksOf(notices.map((one) => ({ ...one, id: newId(), kind: "dates-changed" as const, dueAt: now, createdAt: now }))).map((chunk) => ({ into: notice, chunk })),
  ]) {
    // Each its own table's rows, which the types of a list of them cannot say.
    await writeTogether((w) => [w.insert(into as typeof notice).values(chunk as (typeof notice.$inferInsert)[])]);
  }
}

/** Ids that nothing may lead to once it is done. */
async function doomed(): Promise<{ ids: string[]; people: string[] }> {
  const students = await learners();
  const rows = await Promise.all([
    db.select({ id: studyGroup.id }).from(studyGroup),
    db.select({ id: discussion.id }).from(discussion).where(ne(discussion.audience, "public")),
    db.select({ id: comment.id }).from(comment),
    db.select({ id: participant.id }).from(participant).where(isNotNull(participant.shownName)),
    db.select({ id: thread.id }).from(thread).innerJoin(discussion, eq(discussion.id, thread.discussionId)).where(ne(discussion.audience, "public")),
  ]);
  return { people: students.map(({ memberId }) => memberId), ids: [filled.class, ...filled.assignments, ...students.map(({ id }) => id), ...rows.flat().map(({ id }) => id)] };
}

async function begin(how: "erasure" | "pseudonyms"): Promise<void> {
  writeFileSync(doomedFile, JSON.stringify({ how, ...(await doomed()) }));
  const [of] = await db.select().from(schoolClass).where(eq(schoolClass.id, filled.class));
  if (!of || !(await end(db, of, { how, by: null, now }))) throw new Error("the class did not end");
}

/** Says when it begins, and how long its units took: by that the kill is aimed. */
async function work(): Promise<void> {
  const [ending] = await db.select({ id: classEnding.id }).from(classEnding);
  process.stdout.write("working\n");
  const [began, times]: [number, number[]] = [performance.now(), []];
  for (let isLeft = true; isLeft; ) {
    const from = performance.now();
    isLeft = await carryOutSome(db, ending?.id ?? "", due);
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  process.stdout.write(`${JSON.stringify({ ms: Math.round(performance.now() - began), units: times.length, slowest: Math.round(times.at(-1) ?? 0), usual: Math.round(times[Math.floor(times.length / 2)] ?? 0) })}\n`);
}

/** Of accounts and of the place: what the people of a class have there is theirs, unless it names something of the class. */
const OF_ACCOUNTS = ["rate_count", "event", "session", "read_mark", "notice"];

/** Rows in which something doomed is left, by table; a table that is added later is looked through by itself. */
async function look(): Promise<void> {
  const { how, ids, people } = z.object({ how: z.string(), ids: z.array(z.string()), people: z.array(z.string()) }).parse(JSON.parse(readFileSync(doomedFile, "utf8")));
  const [ofClass, ofPeople] = [new Set(ids), new Set(people)];
  const left: Record<string, number> = {};
  for (const table of Object.values(schema).filter((one): one is typeof schema.member => is(one, Table))) {
    const name = getTableName(table);
    const rows: Record<string, unknown>[] = name === "member" ? [] : await db.select().from(table);
    const hits = rows.filter((row) => {
      const texts = Object.values(row).filter((value) => typeof value === "string");
      if (texts.some((text) => /\bpupil \d/u.test(text))) return true;
      const [names, says] = [texts.some((text) => ofPeople.has(text)), texts.some((text) => ofClass.has(text))];
      return how === "erasure" ? says : names && (says || !OF_ACCOUNTS.includes(name));
    });
    if (hits.length > 0) left[name] = hits.length;
  }
  const [ending] = await db.select({ counts: classEnding.counts, doneAt: classEnding.doneAt, hash: classEnding.hash }).from(classEnding);
  process.stdout.write(`${JSON.stringify({ left, counts: ending?.counts ?? {}, isDone: ending?.doneAt != null && ending.hash !== null })}\n`);
}

if (act === "furnish") await furnish(Number(more));
else if (act === "begin") await begin(more === "pseudonyms" ? "pseudonyms" : "erasure");
else if (act === "work") await work();
else await look();
await closeDatabase();
