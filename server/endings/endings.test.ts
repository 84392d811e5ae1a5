/** The end of a class: what is left of it, whoever stops it, and what is certified. */
import { and, eq, getTableName, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import * as schema from "../../db/schema/index";
import { assignment, extension } from "../../db/schema/assignments";
import { accessLog, enrolment, schoolClass } from "../../db/schema/classes";
import { comment } from "../../db/schema/discussions";
import { classEnding } from "../../db/schema/endings";
import { writeTogether } from "../../db/write-together";
import type { Ending } from "../../domain/classroom/classes";
import { UNDO_END_DAYS } from "../../domain/classroom/ending";
import { writtenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { BEHIND, CANARY, planted } from "../testing/canaries";
import { anAssignment, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, NOON, refusal, uniqueName } from "../testing/world";
import { carryOutDue, carryOutSome } from "./carry-out";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const DAY = 24 * 60 * 60;
/** The first moment at which it cannot be undone any more. */
const due = later(20 + UNDO_END_DAYS * DAY);

/** All rows of all tables, as text, by the table's name: a table that is added later is looked through by itself. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = Object.values(schema).filter((one): one is typeof schema.member => is(one, Table));
  const rows = await Promise.all(tables.map(async (table) => [getTableName(table), (await database().select().from(table)).map((row) => JSON.stringify(row))] as const));
  return new Map(rows);
}

async function hits(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [table, rows] of await everything()) for (const row of rows) for (const word of words) if (row.includes(word)) found.push(`${table}: ${word}`);
  return found;
}

/** A term with everything in it: prompts, a gate, made-up names, reports, edits, drafts, extensions, grades, feedback, a name that was told. */
async function aTerm() {
  const plant = await planted();
  const { room, work } = plant;
  const [one, other] = room.students;
  if (!one || !other) throw new Error("a student is missing");
  const names = [uniqueName(`${BEHIND} One`), uniqueName(`${BEHIND} Other`)] as const;
  await writeTogether((w) => [
    w.update(enrolment).set({ name: names[0], email: `${names[0].replaceAll(" ", "-")}@one.example` }).where(eq(enrolment.id, one.enrolment)),
    w.update(enrolment).set({ name: names[1] }).where(eq(enrolment.id, other.enrolment)),
  ]);
  const ask = asks(room.teacher, { now: () => later(3) });
  const second = await anAssignment(room, { pseudonyms: true });
  const { view } = await asks(one.reader).assignments.view({ assignment: second.id });
  await asks(one.reader).comments.post({ discussion: view.head.discussionId, revision: 1, block: 1, body: `${CANARY} elsewhere, as ${names[1]} said to ${other.reader.name}.`, key: aKey() });
  await asks(other.reader).comments.post({ discussion: view.head.discussionId, revision: 1, block: 1, body: "Nothing in particular.", key: aKey() });
  await ask.grades.saveRule({ assignment: work.id, seen: 0, written: { ...writtenRule(null), counting: "all", points: "5", hand: "5" }, release: "hand", releaseAt: "" });
  await ask.grades.giveMarks({ assignment: work.id, place: one.enrolment, hand: "4", levels: {}, version: 0 });
  await ask.grades.say({ assignment: work.id, place: one.enrolment, comment: null, text: `${CANARY} feedback for ${names[0]}`, version: 0 });
  await ask.grades.release({ assignment: work.id, which: "all" });
  await ask.assignments.reveal({ assignment: second.id, enrolment: other.enrolment, why: `${names[1]} threatened somebody.` });
  await ask.classes.record({ class: room.id, place: one.enrolment });
  await writeTogether((w) => [w.insert(extension).values({ assignmentId: work.id, enrolmentId: one.enrolment, why: `${CANARY} was ill`, byMemberId: room.teacher.id, at: NOON })]);
  const { thread } = await asks(other.reader).comments.where({ comment: plant.ids[0] ?? "" });
  await asks(other.reader).reading.mark([{ thread, sequences: [1] }]);
  await asks(room.teacher).classes.makeCode({ class: room.id, role: "student" });
  const comments = await database().select({ id: comment.id }).from(comment).where(eq(comment.discussionId, view.head.discussionId));
  const places = await database().select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.classId, room.id));
  return { ...plant, names, one, other, second, ids: [...plant.ids, second.id, view.head.discussionId, ...comments.map(({ id }) => id), ...places.map(({ id }) => id)] };
}

type Term = Awaited<ReturnType<typeof aTerm>>;

function ends({ room }: Term, how: Ending): Promise<void> {
  return asks(room.teacher, { now: () => later(20) }).endings.begin({ class: room.id, how, typed: `${CANARY}  Class` });
}

async function endingOf({ room }: Term) {
  const [found] = await database().select().from(classEnding).where(eq(classEnding.classId, room.id));
  if (!found) throw new Error("the class was not ended");
  return found;
}

describe("a class that is erased", () => {
  test("leaves nothing in any table but its certificate, and nobody sees a part of it", async () => {
    const before = await hits([CANARY, BEHIND]);
    const term = await aTerm();
    const { room } = term;
    const students = room.students.map(({ reader }) => reader.id);
    await ends(term, "erasure");
    const { id } = await endingOf(term);
    expect((await hits(term.ids)).length).toBeGreaterThan(50);
    await carryOutSome(database(), id, due);
    for (const who of [room.teacher, ...room.students.map(({ reader }) => reader)]) expect(await refusal(asks(who).classes.page({ class: room.id }))).toMatchObject({ reason: "noSuch.page" });
    await carryOutDue(database(), due);
    expect(await hits(term.ids)).toEqual([]);
    // What its teachers know it by.
    expect((await hits([CANARY, BEHIND])).toSorted()).toEqual([...before, `class_ending: ${CANARY}`].toSorted());
    const tables = await everything();
    expect(students.filter((student) => tables.get("member")?.some((row) => row.includes(student))).length).toBe(3);
    const certificate = await asks(room.teacher).endings.certificate({ certificate: id });
    expect(certificate).toMatchObject({ name: `${CANARY} class`, how: "erasure", askedAt: later(20).toISOString(), doneAt: due.toISOString(), isUnchanged: true });
    expect(certificate.counts).toMatchObject({ comments: 7, earlier: 1, decisions: 1, names: 3, grades: 3, feedback: 1, drafts: 1, reports: 1, assignments: 2 });
    expect((await asks(room.teacher).endings.certificates({})).certificates).toMatchObject([{ id }]);
    expect((await asks(room.teacher, { now: () => due }).notices.list({})).notices).toMatchObject([{ kind: "class-certificate", subject: id }]);
    for (const who of [room.students[0]?.reader ?? null, await aMember({ role: "administrator" })]) expect(await refusal(asks(who).endings.certificate({ certificate: id }))).toMatchObject({ reason: "noSuch.page" });
  });

  test("goes on where it was when it is stopped after any unit, also with another worker beside it, and counts everything once", async () => {
    const [whole, cut] = [await aTerm(), await aTerm()];
    for (const term of [whole, cut]) await ends(term, "erasure");
    const [{ id: first }, { id: second }] = [await endingOf(whole), await endingOf(cut)];
    while (await carryOutSome(database(), first, due)) continue;
    let units = 0;
    for (let isLeft = true; isLeft; units += 1) {
      // Nothing is kept but rows: whoever comes next knows no more than this.
      const [one, other] = await Promise.all([carryOutSome(database(), second, due), carryOutSome(database(), second, due)]);
      isLeft = one || other;
    }
    expect(units).toBeGreaterThan(10);
    expect(await hits([...cut.ids, ...whole.ids])).toEqual([]);
    const counts = async (id: string) => (await database().select().from(classEnding).where(eq(classEnding.id, id)))[0]?.counts;
    expect(await counts(second)).toEqual(await counts(first));
  });
});

describe("a class whose names are replaced", () => {
  test("keeps its texts and grades, and no row leads to who wrote them", async () => {
    const term = await aTerm();
    const { room, one, other, work, second } = term;
    const students = room.students.map(({ reader }) => reader);
    const before = await asks(room.teacher).grades.grade({ assignment: work.id, place: one.enrolment });
    await ends(term, "pseudonyms");
    const { id } = await endingOf(term);
    while (await carryOutSome(database(), id, due)) continue;
    expect(await hits([...term.names, term.names[0].replaceAll(" ", "-"), `${students[2]?.name} of the list`])).toEqual([]);
    // Their accounts are theirs still, and say nothing of the class: what was counted for rates, and that they joined this place.
    const ofAccounts = (await hits(students.flatMap(({ id: student, name }) => [student, name]))).filter((hit) => !/^(?:member|rate_count|event): /.test(hit));
    expect(ofAccounts).toEqual([]);
    const joined = (await everything()).get("event")?.filter((row) => students.some(({ id: student }) => row.includes(student))) ?? [];
    expect(joined.filter((row) => !row.includes('"member.joined"'))).toEqual([]);
    const ask = asks(room.teacher, { now: () => due });
    const { view } = await ask.assignments.view({ assignment: work.id });
    const said = view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ by, body }) => [by?.name, body])));
    expect(said.map(([, body]) => body)).toContain(`${CANARY} ${BEHIND} changed`);
    expect(said.filter(([name]) => /^Student \d$/.test(name ?? "")).length).toBe(3);
    const elsewhere = await ask.assignments.view({ assignment: second.id });
    const bodies = elsewhere.view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments));
    expect(bodies.find(({ body }) => body.includes("elsewhere"))?.body).toMatch(new RegExp(`^${CANARY} elsewhere, as Student \\d said to Student \\d\\.$`));
    // A made-up name stays as it was seen; the one that was told is replaced.
    expect(bodies.filter(({ by }) => /^Student \d$/.test(by?.name ?? "")).length).toBe(1);
    const after = await ask.grades.grade({ assignment: work.id, place: one.enrolment });
    expect(after.grade).toEqual(before.grade);
    expect(after.student.name).toMatch(/^Student \d$/);
    expect((await ask.classes.record({ class: room.id, place: one.enrolment })).works[0]?.comments.length).toBeGreaterThan(0);
    expect((await ask.classes.people({ class: room.id })).people.map(({ name, handle, email }) => [/^Student [123]$/.test(name), handle, email])).toEqual([[true, null, null], [true, null, null], [true, null, null]]);
    for (const { reader } of [one, other]) expect(await refusal(asks(reader).classes.page({ class: room.id }))).toMatchObject({ reason: "noSuch.page" });
    expect(await refusal(ask.endings.begin({ class: room.id, how: "erasure", typed: `${CANARY} class` }))).toMatchObject({ reason: "notAllowed.classEnding" });
    expect((await ask.endings.certificate({ certificate: id })).counts).toMatchObject({ names: 3 });
  });

  test("goes on where it was when it is stopped, and what a deleted account left stays nameless", async () => {
    const term = await aTerm();
    const gone = await aMember({ email: "gone@example.org", password: "a fine long password" });
    await enrolled(term.room.id, gone, "student", "Somebody gone");
    const { view } = await asks(gone).assignments.view({ assignment: term.second.id });
    await asks(gone).comments.post({ discussion: view.head.discussionId, revision: 1, block: 3, body: "It stays.", key: aKey() });
    await asks(gone).members.deleteAccount({ current: "a fine long password", comments: "keep" });
    const readBy = async (who: Reader, now = later(30)) => (await asks(who, { now: () => now }).assignments.view({ assignment: term.second.id })).view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments)).find(({ body }) => body === "It stays.");
    expect(await readBy(term.one.reader)).toMatchObject({ by: { name: null } });
    await ends(term, "pseudonyms");
    const { id } = await endingOf(term);
    for (let isLeft = true; isLeft; ) {
      const both = await Promise.all([carryOutSome(database(), id, due), carryOutSome(database(), id, due)]);
      isLeft = both.includes(true);
    }
    expect(await hits([...term.names, "Somebody gone"])).toEqual([]);
    expect(await readBy(term.room.teacher, due)).toMatchObject({ by: { name: null } });
    expect((await asks(term.room.teacher).endings.certificate({ certificate: id })).counts).toMatchObject({ names: 4 });
  });
});

describe("undoing it", () => {
  test("within two weeks the class goes on as it was; meanwhile it is read and not changed, and nothing is gone", async () => {
    const term = await aTerm();
    const { room, work, one } = term;
    await ends(term, "erasure");
    const ask = asks(room.teacher, { now: () => later(20 + UNDO_END_DAYS * DAY - 1) });
    await carryOutDue(database(), later(20 + UNDO_END_DAYS * DAY - 1));
    expect((await ask.classes.page({ class: room.id })).isClosed).toBe(true);
    const { view } = await asks(one.reader, { now: () => later(60) }).assignments.view({ assignment: work.id });
    expect(await refusal(asks(one.reader, { now: () => later(60) }).comments.post({ discussion: view.head.discussionId, revision: 1, block: 1, body: "Too late.", key: aKey() }))).toMatchObject({ reason: "notAllowed.closed" });
    expect(await ask.endings.view({ class: room.id })).toMatchObject({ ending: { how: "erasure", isUndoable: true, isDone: false } });
    await ask.endings.undo({ class: room.id });
    expect((await ask.classes.page({ class: room.id })).isClosed).toBe(false);
    await carryOutDue(database(), due);
    expect((await hits(term.ids)).length).toBeGreaterThan(50);
    const looks = await database().select({ what: accessLog.what }).from(accessLog).where(eq(accessLog.classId, room.id));
    expect(looks.map(({ what }) => what)).toEqual(expect.arrayContaining(["class.ended", "class.reopened"]));
  });

  test("after them, and once it has begun, it cannot be", async () => {
    const term = await aTerm();
    await ends(term, "pseudonyms");
    const undo = (now: Date) => refusal(asks(term.room.teacher, { now: () => now }).endings.undo({ class: term.room.id }));
    expect(await undo(due)).toMatchObject({ reason: "notAllowed.endIsDone" });
    await carryOutSome(database(), (await endingOf(term)).id, due);
    expect(await undo(later(60))).toMatchObject({ reason: "notAllowed.endIsDone" });
  });

  test("who ends a class types its name, and is its teacher", async () => {
    const term = await aTerm();
    const { room } = term;
    const assistant = await aMember();
    await enrolled(room.id, assistant, "assistant");
    const wish = { class: room.id, how: "erasure" as const, typed: `${CANARY} class` };
    expect(await refusal(asks(room.teacher).endings.begin({ ...wish, typed: "10B" }))).toMatchObject({ reason: "field.nameDiffers", field: "typed" });
    expect(await refusal(asks(assistant).endings.begin(wish))).toMatchObject({ reason: "notAllowed.teacherOnly" });
    for (const who of [term.one.reader, await aMember({ role: "administrator" })]) {
      expect(await refusal(asks(who).endings.begin(wish))).toEqual(await refusal(asks(who).endings.begin({ ...wish, class: "none" })));
      expect(await refusal(asks(who).endings.undo({ class: room.id }))).toEqual(await refusal(asks(who).endings.undo({ class: "none" })));
      expect(await refusal(asks(who).endings.view({ class: room.id }))).toEqual(await refusal(asks(who).endings.view({ class: "none" })));
    }
    await asks(room.teacher).endings.begin(wish);
    expect(await refusal(asks(room.teacher).endings.begin(wish))).toMatchObject({ reason: "notAllowed.classEnding" });
  });
});

test("a copy works on when what it was copied from is erased", async () => {
  const term = await aTerm();
  const wish = { name: "Next", term: "", teacher: "Ms Okafor", language: "en" as const, timeZone: "UTC", endsWith: "erasure" as const, retainUntil: "2027-05-08" };
  const { id } = await asks(term.room.teacher).classes.copy({ class: term.room.id, parts: ["prompts", "gate"], shift: null, wish });
  await ends(term, "erasure");
  await carryOutDue(database(), due);
  const works = await database().select({ id: assignment.id, copiedFrom: assignment.copiedFrom, title: assignment.title }).from(assignment).where(eq(assignment.classId, id));
  expect(works.map(({ copiedFrom }) => copiedFrom)).toEqual([null, null]);
  const [of] = await database().select({ copiedFrom: schoolClass.copiedFrom }).from(schoolClass).where(and(eq(schoolClass.id, id)));
  expect(of).toEqual({ copiedFrom: null });
  for (const work of works) await asks(term.room.teacher).assignments.set({ assignment: work.id });
  expect(await hits(term.ids)).toEqual([]);
});
