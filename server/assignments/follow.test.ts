/** A class goes over to a newer revision: by its teacher's hand or by itself, all or nothing, and nobody else is told. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { assignment, extension, prompt } from "../../db/schema/assignments";
import { accessLog, schoolClass } from "../../db/schema/classes";
import { discussion, heat, placement } from "../../db/schema/discussions";
import { event } from "../../db/schema/events";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { writtenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment, type Classroom } from "../testing/classroom";
import { aRevision } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, NOON, paragraph, refusal } from "../testing/world";
import { followNewest } from "./follow";
import { discussionsOf } from "./take-revision";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const KEPT = "The council votes on every budget in a public session that anybody may attend.";
const OLD = "A quorum of nine members is needed for any decision that binds the whole city.";
const NEW = "A quorum of twelve members is needed for any decision that binds the whole city.";
const GONE = "Old customs of the guild are written down in the third book of the archive.";

type Room = Classroom & { work: Awaited<ReturnType<typeof anAssignment>>; editor: Reader };

async function aRoom(more: Parameters<typeof anAssignment>[1] = {}): Promise<Room> {
  const [room, editor, about] = [await aClass({ students: 2 }), await aMember({ role: "editor" }), await anArticle({ blocks: [KEPT, OLD, GONE].map(paragraph) })];
  return { ...room, editor, work: await anAssignment(room, { article: about, ...more }) };
}

const studentOf = (room: Room, place: number) => room.students[place] ?? { reader: room.teacher, enrolment: "none" };
const viewFor = async (who: Reader, { work }: Room, group: number | null = null) => (await asks(who, { now: () => later(60) }).assignments.view({ assignment: work.id, group })).view;

async function says(who: Reader, room: Room, block: number, more: { revision?: number; words?: { start: number; end: number } } = {}): Promise<string> {
  const { head } = await viewFor(who, room);
  return (await asks(who).comments.post({ discussion: head.discussionId, revision: more.revision ?? head.revision, block, words: more.words ?? null, body: `On ${block}.`, key: aKey() })).id;
}

const revised = (room: Room, ...paragraphs: string[]) => aRevision(room.editor, room.work.article, ...paragraphs);
const newer = (room: Room, who = room.teacher) => asks(who).assignments.newer({ assignment: room.work.id });
const takes = async (room: Room, who = room.teacher) => {
  const { version, report } = await newer(room);
  await asks(who).assignments.takeNewer({ assignment: room.work.id, version, revision: report?.to ?? 0 });
};
const readIn = async ({ work }: Room) => (await database().select().from(assignment).where(eq(assignment.id, work.id)))[0]?.revision;
const noticesOf = (who: Reader, { work }: Room) => database().select({ id: notice.id }).from(notice).where(and(eq(notice.memberId, who.id), eq(notice.kind, "text-changed"), eq(notice.subjectId, work.id)));

/** Where each block shows how many threads, with the place of each; 0: the whole article. */
async function shown(who: Reader, room: Room, group: number | null = null) {
  const view = await viewFor(who, room, group);
  return [...view.blocks.map(({ number, threads }) => [number, threads] as const), [0, view.wholeArticle.threads] as const].flatMap(([number, threads]) => threads.map(({ old }) => [number, old?.then ?? null]));
}

/** Rows of placements and heat agree, on every revision there are some of. */
async function agrees({ work }: Room): Promise<void> {
  for (const id of await discussionsOf(database(), work.id)) {
    const [placed, heats] = [await database().select().from(placement).where(eq(placement.discussionId, id)), await database().select().from(heat).where(eq(heat.discussionId, id))];
    for (const { revisionId, blockNumber, threads } of heats) expect(placed.filter((one) => one.revisionId === revisionId && one.blockNumber === blockNumber)).toHaveLength(threads);
    expect(heats.reduce((sum, { threads }) => sum + threads, 0)).toBe(placed.length);
  }
}

describe("by a teacher's hand", () => {
  test("what would happen is told beforehand, then happens, and everybody is told once", async () => {
    const room = await aRoom({ prompts: ["What is this about?"] });
    const [ada, bao] = [studentOf(room, 0).reader, studentOf(room, 1).reader];
    await writeTogether((w) => [w.update(prompt).set({ block: 3 }).where(eq(prompt.assignmentId, room.work.id))]);
    for (const block of [1, 2, 3]) await says(ada, room, block);
    expect(await newer(room)).toMatchObject({ reads: 1, newer: [], report: null });
    await revised(room, NEW, KEPT);
    const told = await newer(room);
    expect(told).toMatchObject({ reads: 1, newer: [{ number: 2, why: "It was time." }], report: { to: 2, threads: 4, counts: { removed: 1, changed: 1 }, lost: [{ text: "What is this about?", was: 3 }] } });
    await takes(room);
    expect(await readIn(room)).toBe(2);
    expect(await shown(ada, room)).toEqual([[1, OLD], [2, null], [2, null], [0, GONE]]);
    expect((await database().select({ block: prompt.block }).from(prompt).where(eq(prompt.assignmentId, room.work.id)))[0]?.block).toBeNull();
    for (const who of [ada, bao, room.teacher]) expect(await noticesOf(who, room)).toHaveLength(1);
    expect((await database().select().from(accessLog).where(eq(accessLog.classId, room.id))).map(({ what, memberId }) => [what, memberId])).toContainEqual(["revision.taken", room.teacher.id]);
    await agrees(room);
    // Sent again it is done already.
    await asks(room.teacher).assignments.takeNewer({ assignment: room.work.id, version: told.version, revision: 2 });
    expect(await noticesOf(ada, room)).toHaveLength(1);
    // What is written for it now stands on it, and what was begun before it lands there.
    await says(ada, room, 1);
    await says(bao, room, 2, { revision: 1 });
    expect((await shown(ada, room)).filter(([block]) => block === 1)).toHaveLength(3);
    await agrees(room);
  });

  test("over several revisions at once, and back to words that went and came again", async () => {
    const room = await aRoom();
    const ada = studentOf(room, 0).reader;
    await says(ada, room, 2, { words: { start: 2, end: 16 } });
    await says(ada, room, 3);
    await revised(room, KEPT, NEW);
    await revised(room, "An opening that was not there before, about nothing in particular.", KEPT, NEW, GONE);
    await takes(room);
    expect(await readIn(room)).toBe(3);
    expect((await shown(ada, room)).map(([block]) => block)).toEqual([3, expect.toBeOneOf([0, 4])]);
    await agrees(room);
  });

  test("each group keeps to itself, and passages are counted by what they are", async () => {
    const room = await aRoom({ groups: [1, 2] });
    await says(studentOf(room, 0).reader, room, 1);
    await says(studentOf(room, 1).reader, room, 2);
    await revised(room, OLD, KEPT);
    await takes(room);
    expect([await shown(room.teacher, room, 1), await shown(room.teacher, room, 2)]).toEqual([[[2, null]], [[1, null]]]);
    expect((await asks(room.teacher).grades.students({ assignment: room.work.id })).students.map(({ passages }) => passages)).toEqual([1, 1]);
    await agrees(room);
  });

  test("nobody else sees or does it; and not what another one saw", async () => {
    const room = await aRoom();
    await revised(room, KEPT, NEW, GONE);
    const missing = { reason: "noSuch.page", field: null, code: "NOT_FOUND" };
    for (const who of [studentOf(room, 0).reader, room.editor, (await aClass()).teacher]) {
      expect(await refusal(newer(room, who))).toEqual(missing);
      expect(await refusal(asks(who).assignments.takeNewer({ assignment: room.work.id, version: 1, revision: 2 }))).toEqual(missing);
    }
    expect((await refusal(asks(room.teacher).assignments.takeNewer({ assignment: room.work.id, version: 7, revision: 2 }))).reason).toBe("conflict.changed");
    expect((await refusal(asks(room.teacher).assignments.takeNewer({ assignment: room.work.id, version: 1, revision: 3 }))).reason).toBe("conflict.changed");
    await writeTogether((w) => [w.update(schoolClass).set({ closedAt: NOON }).where(eq(schoolClass.id, room.id))]);
    expect((await refusal(asks(room.teacher).assignments.takeNewer({ assignment: room.work.id, version: 1, revision: 2 }))).reason).toBe("notAllowed.classClosed");
    expect(await readIn(room)).toBe(1);
  });

  test("grades that were released stay, and the article's editors and readers learn nothing", async () => {
    const room = await aRoom();
    const ada = studentOf(room, 0).reader;
    await says(ada, room, 1);
    const of = { assignment: room.work.id };
    await asks(room.teacher).grades.saveRule({ ...of, seen: 0, written: { ...writtenRule(null), counting: "weights", full: { comments: "1" }, weight: { comments: "6" } }, release: "hand", releaseAt: "" });
    await asks(room.teacher).grades.release({ ...of, which: "all" });
    const before = await asks(ada).grades.grade(of);
    await revised(room, KEPT, NEW);
    const ofArticle = eq(event.articleId, (await database().select({ id: article.id }).from(article).where(eq(article.slug, room.work.article.slug)))[0]?.id ?? "");
    const [events, list] = [await database().select().from(event).where(ofArticle), await asks(null).revisions.list({ slug: room.work.article.slug })];
    expect(list.revisions[0]?.carried).toEqual({ exact: 0, changed: 0, moved: 0, removed: 0 });
    expect((await newer(room)).isGraded).toBe(true);
    await takes(room);
    const { grade: after, ...rest } = await asks(ada).grades.grade(of);
    expect([after, rest.student]).toEqual([before.grade, before.student]);
    expect(await database().select().from(event).where(ofArticle)).toEqual(events);
    expect(await asks(null).revisions.list({ slug: room.work.article.slug })).toEqual(list);
  });
});

describe("by itself", () => {
  const follow = () => followNewest(database(), later(120));

  test("what follows takes each newest one, once, and what stays does not", async () => {
    const [room, other] = [await aRoom({ follows: true, gate: { kind: "teacher" }, pseudonyms: true }), await aRoom()];
    const ada = studentOf(room, 0).reader;
    await says(ada, room, 2);
    await says(studentOf(room, 1).reader, room, 1);
    await revised(room, KEPT, NEW, GONE);
    await revised(other, KEPT, NEW, GONE);
    await Promise.all([follow(), follow()]);
    await follow();
    expect([await readIn(room), await readIn(other)]).toEqual([2, 1]);
    expect(await noticesOf(ada, room)).toHaveLength(1);
    // The gate hides as before.
    expect(await shown(ada, room)).toEqual([[2, OLD]]);
    await revised(room, KEPT, OLD, GONE);
    await revised(room, OLD, KEPT, GONE);
    await follow();
    expect(await readIn(room)).toBe(4);
    expect(await shown(ada, room)).toEqual([[1, null]]);
    expect((await database().select().from(accessLog).where(eq(accessLog.classId, room.id))).filter(({ what }) => what === "revision.taken").map(({ memberId }) => memberId)).toEqual([null, null]);
    await agrees(room);
  });

  test("not after the last date, not after a grade, not after the class ended", async () => {
    const [past, extended, graded, ended] = [await aRoom({ follows: true, commentsDueAt: NOON }), await aRoom({ follows: true, commentsDueAt: NOON }), await aRoom({ follows: true }), await aRoom({ follows: true })];
    const [ada] = [studentOf(extended, 0)];
    await writeTogether((w) => [
      w.insert(extension).values({ assignmentId: extended.work.id, enrolmentId: ada.enrolment, commentsDueAt: later(3_600), byMemberId: extended.teacher.id, at: NOON }),
      w.update(schoolClass).set({ closedAt: NOON }).where(eq(schoolClass.id, ended.id)),
    ]);
    await asks(graded.teacher).grades.saveRule({ assignment: graded.work.id, seen: 0, written: { ...writtenRule(null), counting: "weights", full: { comments: "1" }, weight: { comments: "6" } }, release: "hand", releaseAt: "" });
    await asks(graded.teacher).grades.release({ assignment: graded.work.id, which: "all" });
    for (const room of [past, extended, graded, ended]) await revised(room, KEPT, NEW, GONE);
    await follow();
    expect(await Promise.all([past, extended, graded, ended].map(readIn))).toEqual([1, 2, 1, 1]);
  });

  test("what a killed attempt left is cleared, and comments that come in between are carried", async () => {
    const room = await aRoom({ follows: true });
    const ada = studentOf(room, 0).reader;
    await says(ada, room, 1);
    await says(ada, room, 2);
    await revised(room, NEW, KEPT);
    const [[later2], [mine]] = [await database().select({ id: revision.id }).from(revision).where(and(eq(revision.articleId, (await database().select({ id: article.id }).from(article).where(eq(article.slug, room.work.article.slug)))[0]?.id ?? ""), eq(revision.number, 2))), await database().select().from(placement).where(eq(placement.discussionId, (await viewFor(ada, room)).head.discussionId))];
    if (!later2 || !mine) throw new Error("nothing is placed");
    await writeTogether((w) => [w.insert(placement).values({ ...mine, revisionId: later2.id, blockNumber: 2, ordinal: 7 })]);
    expect(await shown(ada, room)).toHaveLength(2);
    await Promise.all([follow(), says(ada, room, 3).catch(() => ""), says(ada, room, 1).catch(() => "")]);
    await follow();
    expect(await readIn(room)).toBe(2);
    const [said] = await database().select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, mine.discussionId));
    expect(await shown(ada, room)).toHaveLength(said?.comments ?? 0);
    await agrees(room);
  });

  test("the choice is changed in the form of the assignment, and goes with a copy", async () => {
    const room = await aRoom();
    const { wish, version } = await asks(room.teacher).assignments.settings({ assignment: room.work.id });
    await asks(room.teacher).assignments.change({ assignment: room.work.id, version, wish: { ...wish, followsNewest: true } });
    expect((await newer(room)).follows).toBe(true);
    expect((await asks(room.teacher).assignments.toCopy({ class: room.id, from: room.work.id, parts: [], shift: null })).wish.followsNewest).toBe(true);
  });
});
