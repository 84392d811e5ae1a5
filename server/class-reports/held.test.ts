/** What a rule holds in a class: for its teachers alone, who let it through as if it had been posted at once. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, discussion } from "../../db/schema/discussions";
import { logRow, notice } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment } from "../testing/classroom";
import { aHouseWith, aKey, aMember, asks, later, NOON, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(async () => {
  Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 });
  await aHouseWith({ suspect: "blotto" });
});
afterAll(() => void Object.assign(settings().rates, usual));

const WHY = { ground: "insult" as const, law: "", facts: "It is about the person who asked." };

async function aCase({ gated = false, before = false } = {}) {
  const room = await aClass({ students: 2 });
  const work = await anAssignment(room, gated ? { gate: { kind: "after", own: 1 } } : {});
  const [author, other] = room.students.map(({ reader }) => reader);
  if (!author || !other) throw new Error("a student is missing");
  const { view } = await asks(author).assignments.view({ assignment: work.id });
  const { version, wish } = await asks(room.teacher).assignments.settings({ assignment: work.id });
  if (before) await asks(room.teacher).assignments.change({ assignment: work.id, version, wish: { ...wish, looksFirst: true } });
  return { room, work, author, other, discussion: view.head.discussionId };
}

const says = (who: Reader, { discussion }: { discussion: string }, body: string, key = aKey()) => asks(who).comments.post({ discussion, revision: 1, block: 1, body, key });

test("a listed word waits for the class's teachers, whoever else is told nothing, and is let through as of when it was sent", async () => {
  const given = await aCase({ gated: true });
  await says(given.other, given, "Plain words.");
  const key = aKey();
  const sent = await says(given.author, given, "Quite blotto, that.", key);
  expect(sent).toMatchObject({ held: true });
  expect(await says(given.author, given, "Quite blotto, that.", key)).toMatchObject({ id: sent.id, again: true, held: true });
  // It opens no gate, and nobody sees it.
  const seen = async (who: Reader) => JSON.stringify(await asks(who).assignments.view({ assignment: given.work.id }));
  expect(await seen(given.author)).not.toContain("Plain words.");
  expect(await seen(given.other)).not.toContain("blotto");
  expect((await asks(await aMember({ role: "moderator" })).moderation.queue({ kind: "held" })).items).toEqual([]);
  expect(await asks(given.author).comments.held({ comment: sent.id })).toMatchObject({ state: "held", readAt: `/assignments/${given.work.id}` });
  expect((await asks(given.room.teacher).classReports.list({ class: given.room.id })).items).toMatchObject([{ id: sent.id, isHeld: true, phase: "suspect", beginning: "Quite blotto, that." }]);
  expect((await database().select({ kind: notice.kind }).from(notice).where(eq(notice.memberId, given.room.teacher.id))).map(({ kind }) => kind)).toEqual(["class-waits"]);
  expect(await asks(given.room.teacher).classReports.case({ class: given.room.id, item: sent.id })).toMatchObject({ isHeld: true, passage: { number: 1 }, waiting: { caught: { phase: "suspect" } }, author: { name: `${given.author.name} of the list` } });
  await asks(given.room.teacher, { now: () => later(3_600) }).classReports.decide({ class: given.room.id, item: sent.id, act: "approve", reasons: null });
  expect(await seen(given.other)).toContain("Quite blotto, that.");
  expect(await seen(given.author)).toContain("Plain words.");
  const [kept] = await database().select({ at: comment.createdAt }).from(comment).where(eq(comment.id, sent.id));
  expect(kept?.at).toEqual(NOON);
  const chains = await database().select({ chain: logRow.chain, act: logRow.act }).from(logRow).orderBy(logRow.order);
  expect(chains).toEqual([{ chain: given.room.id, act: "hold" }, { chain: given.room.id, act: "approve" }]);
});

test("those who teach are not held, and a class that looks first holds what its students write", async () => {
  const given = await aCase({ before: true });
  expect((await says(given.room.teacher, given, "Not blotto, please.")).held).toBe(undefined);
  const isBefore = async (who: Reader) => (await asks(who).comments.composing({ discussion: given.discussion, block: 1, words: null, parent: null })).inClass?.isBefore;
  expect([await isBefore(given.author), await isBefore(given.room.teacher)]).toEqual([true, false]);
  const sent = await says(given.author, given, "Plain words.");
  expect(sent.held).toBe(true);
  await asks(given.room.teacher).classReports.decide({ class: given.room.id, item: sent.id, act: "remove", reasons: WHY });
  expect(await asks(given.author).comments.held({ comment: sent.id })).toMatchObject({ state: "refused" });
  expect((await refusal(asks(given.other).comments.held({ comment: sent.id }))).reason).toBe("noSuch.comment");
});

test("an edit that brings in a listed word is hidden until a teacher has looked", async () => {
  const given = await aCase();
  const { id } = await says(given.author, given, "Plain words.");
  expect(await asks(given.author, { now: () => later(60) }).comments.edit({ comment: id, version: 1, kind: null, body: "Blotto words.", key: aKey() })).toMatchObject({ held: true });
  expect(JSON.stringify(await asks(given.other).assignments.view({ assignment: given.work.id }))).not.toContain("Blotto");
  expect((await asks(given.room.teacher).classReports.list({ class: given.room.id })).items).toMatchObject([{ id, isHidden: true, phase: "suspect" }]);
  await asks(given.room.teacher, { now: () => later(90) }).classReports.decide({ class: given.room.id, item: id, act: "restore", reasons: null });
  const { view } = await asks(given.other).assignments.view({ assignment: given.work.id });
  expect(JSON.stringify(view)).toContain("Blotto words.");
  expect(view.head.comments).toBe(1);
});

test("whose group was changed is let through where the teacher's choice left it, under the same name and tile", async () => {
  for (const threads of ["along", "stay"] as const) {
    const room = await aClass({ students: 3 });
    const work = await anAssignment(room, { gate: { kind: "after", own: 2 }, pseudonyms: true, groups: [1, 1, 2] });
    const [author, mate, other] = room.students.map(({ reader }) => reader);
    if (!author || !mate || !other) throw new Error("a student is missing");
    const discussionOf = async (who: Reader) => (await asks(who).assignments.view({ assignment: work.id })).view.head.discussionId;
    const [first, second] = [{ discussion: await discussionOf(author) }, { discussion: await discussionOf(other) }];
    const shown = await says(author, first, "Plain words.");
    await asks(room.teacher).comments.post({ discussion: first.discussion, revision: 1, parent: shown.id, body: "Why?", key: aKey() });
    const [alone, answer] = [await says(author, first, "Blotto, that."), await asks(author).comments.post({ discussion: first.discussion, revision: 1, parent: shown.id, body: "Blotto, because.", key: aKey() })];
    expect([alone.held, answer.held]).toEqual([true, true]);
    await asks(room.teacher).assignments.moveStudents({ assignment: work.id, students: [room.students[0]?.enrolment ?? ""], group: work.groups[1] ?? "", threads });
    for (const { id } of [alone, answer]) await asks(room.teacher, { now: () => later(60) }).classReports.decide({ class: room.id, item: id, act: "approve", reasons: null });
    const bodies = async (group: number) => (await asks(room.teacher).assignments.view({ assignment: work.id, group })).view.blocks.flatMap(({ threads: there }) => there.flatMap(({ comments }) => comments.map(({ body }) => body)));
    const sent = ["Blotto, because.", "Blotto, that.", "Plain words.", "Why?"];
    expect((await bodies(1)).toSorted()).toEqual(threads === "along" ? [] : sent);
    expect((await bodies(2)).toSorted()).toEqual(threads === "along" ? sent : []);
    // It counts for their gate, wherever it stands, and keeps who they are.
    await says(other, second, "One of the second.");
    expect(JSON.stringify(await asks(author).assignments.view({ assignment: work.id }))).toContain("One of the second.");
    await says(author, second, "And one of mine.");
    const tiles = async (group: number) => (await asks(room.teacher).assignments.view({ assignment: work.id, group })).view.blocks.flatMap(({ threads: there }) => there.flatMap(({ comments }) => comments.flatMap(({ by, body }) => (body.startsWith("Blotto") || body.startsWith("And") ? [`${by?.name} ${by?.tile}`] : []))));
    expect(new Set([...(await tiles(1)), ...(await tiles(2))]).size).toBe(1);
    const counts = await database().select({ comments: discussion.comments, people: discussion.participants }).from(discussion).where(eq(discussion.id, first.discussion));
    expect(counts).toEqual([threads === "along" ? { comments: 0, people: 1 } : { comments: 4, people: 2 }]);
  }
});

test("what a student objects to after they have moved is let through where it was said", async () => {
  const room = await aClass({ students: 3 });
  const work = await anAssignment(room, { groups: [1, 1, 2] });
  const [author] = room.students;
  if (!author) throw new Error("a student is missing");
  const { view } = await asks(author.reader).assignments.view({ assignment: work.id });
  const sent = await says(author.reader, { discussion: view.head.discussionId }, "Blotto words.");
  await asks(room.teacher).classReports.decide({ class: room.id, item: sent.id, act: "remove", reasons: WHY });
  await asks(room.teacher).assignments.moveStudents({ assignment: work.id, students: [author.enrolment], group: work.groups[1] ?? "", threads: "stay" });
  const { decision } = await asks(author.reader, { now: () => later(40) }).comments.held({ comment: sent.id });
  const { appeal } = await asks(author.reader, { now: () => later(40) }).appeals.open({ decision, body: "It is a word of the text." });
  const moderator = await aMember({ role: "moderator" });
  await asks(moderator, { now: () => later(60) }).appeals.decide({ appeal, seen: 1, outcome: "reversed", facts: "It is." });
  expect(JSON.stringify(await asks(room.teacher).assignments.view({ assignment: work.id, group: 1 }))).toContain("Blotto words.");
});
