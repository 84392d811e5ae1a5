/** What a rule holds in a class: for its teachers alone, who let it through as if it had been posted at once. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment } from "../../db/schema/discussions";
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
