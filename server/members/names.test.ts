/** What members are called: handles, and the names that may stand before them. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { event } from "../../db/schema/events";
import { signUp } from "../testing/doors";
import { aKey, aMember, anArticle, asks, later, refusal, uniqueName } from "../testing/world";

const nameOf = async (comment: string) => (await asks(null).comments.acts({ comment })).comment.by;

async function said() {
  const [who, article] = [await aMember(), await anArticle()];
  const { id } = await asks(who).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "Words.", key: aKey() });
  return { who, id };
}

test("a handle changes wherever its member wrote, twice in thirty days, and the old one is free", async () => {
  const { who, id } = await said();
  const names = [uniqueName(), uniqueName(), uniqueName()];
  await asks(who).members.rename({ name: names[0] ?? "" });
  expect((await nameOf(id))?.name).toBe(names[0]);
  await asks(who).members.rename({ name: names[1] ?? "" });
  expect(await refusal(asks(who).members.rename({ name: names[2] ?? "" }))).toMatchObject({ reason: "tooMany" });
  await asks(who, { now: () => later(30 * 86_400) }).members.rename({ name: names[2] ?? "" });
  await signUp({ name: who.name });
});

test("one that is another's, or looks like it, or is none, is refused beside the field; one's own in other letters is not", async () => {
  const [who, other] = [await aMember({ name: "Harbour Light" }), await aMember({ name: "tidal flat" })];
  expect(await refusal(asks(who).members.rename({ name: "Tidal Flat" }))).toMatchObject({ reason: "field.nameTaken", field: "name" });
  expect(await refusal(asks(who).members.rename({ name: "tida1 fl\u0430t" }))).toMatchObject({ reason: "field.nameLooksAlike", field: "name" });
  expect(await refusal(asks(who).members.rename({ name: "tidal flat\u3164" }))).toMatchObject({ reason: "field.nameCharacters", field: "name" });
  expect(await refusal(asks(other).members.rename({ name: "Staff" }))).toMatchObject({ reason: "field.nameReserved", field: "name" });
  expect(await asks(who).members.rename({ name: "harbour_light" })).toEqual({ name: "harbour_light" });
});

test("the pages of just those articles on which they wrote are made anew, one event for each", async () => {
  const { who } = await said();
  await asks(who).members.setDisplayName({ displayName: "Somebody New" });
  const events = await database().select({ kind: event.kind, article: event.articleId }).from(event).where(eq(event.subjectId, who.id));
  const renamed = events.filter(({ kind }) => kind === "member.renamed");
  expect([renamed.length, renamed[0]?.article]).toEqual([1, expect.any(String)]);
  const silent = await aMember();
  await asks(silent).members.rename({ name: uniqueName() });
  expect(await database().select({ article: event.articleId }).from(event).where(and(eq(event.subjectId, silent.id), eq(event.kind, "member.renamed")))).toEqual([{ article: null }]);
});

test("two who wish for one name at once: one has it", async () => {
  const name = uniqueName();
  const both = await Promise.allSettled([await aMember(), await aMember()].map((who) => asks(who).members.rename({ name })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a displayed name stands before the handle, two may share it, and it can be taken away", async () => {
  const { who, id } = await said();
  const twin = await aMember();
  for (const one of [who, twin]) await asks(one).members.setDisplayName({ displayName: "  Dr. Anna Ruiz, MP " });
  expect(await nameOf(id)).toMatchObject({ name: who.name, displayName: "Dr. Anna Ruiz, MP" });
  await asks(who).members.setDisplayName({ displayName: "" });
  expect(await nameOf(id)).toMatchObject({ name: who.name, displayName: null });
});

test("a displayed name like another's handle, or like what one of the staff is called, is refused; one's own handle is not", async () => {
  const [who, other, editor] = [await aMember(), await aMember(), await aMember({ role: "editor" })];
  await asks(editor).members.setDisplayName({ displayName: "Ida Quill" });
  for (const displayName of [other.name, "Ida Quill", "lda_Quill"]) {
    expect(await refusal(asks(who).members.setDisplayName({ displayName }))).toMatchObject({ reason: "field.nameLooksAlike", field: "displayName" });
  }
  expect(await refusal(asks(who).members.rename({ name: "ida quill" }))).toMatchObject({ reason: "field.nameLooksAlike", field: "name" });
  expect(await refusal(asks(who).members.setDisplayName({ displayName: "Anna, Moderator" }))).toMatchObject({ reason: "field.nameReserved", field: "displayName" });
  await asks(who).members.setDisplayName({ displayName: who.name });
  await asks(editor).members.setDisplayName({ displayName: "Ida Quill" });
});
