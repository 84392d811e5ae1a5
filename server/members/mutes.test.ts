import { expect, test } from "vitest";
import { aKey, aMember, anArticle, asks, later, refusal } from "../testing/world";

async function said() {
  const [reader, other, article] = [await aMember(), await aMember({ role: "administrator" }), await anArticle()];
  const { id } = await asks(other).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "Loud words.", key: aKey() });
  return { reader, other, article, id };
}

const names = async (reader: Awaited<ReturnType<typeof aMember>>) => (await asks(reader).members.muted({})).muted.map(({ name }) => name);

test("a member is muted by what they wrote, once, for one reader", async () => {
  const { reader, other, id } = await said();
  expect(await Promise.all(Array.from({ length: 5 }, () => asks(reader).members.mute({ comment: id })))).toEqual(Array(5).fill({ name: other.name }));
  expect([await names(reader), await names(other)]).toEqual([[other.name], []]);
  expect([(await asks(reader).comments.acts({ comment: id })).muted, (await asks(null).comments.acts({ comment: id })).muted]).toEqual([true, false]);
});

test("or by who they are in a discussion; the list says nothing by which they could be found", async () => {
  const { reader, other, id } = await said();
  const participant = (await asks(reader).comments.acts({ comment: id })).comment.by?.id ?? "";
  await asks(reader).members.mute({ participant });
  expect(JSON.stringify(await asks(reader).members.muted({}))).not.toContain(other.id);
  await asks(reader).members.unmute({ participant });
  expect(await names(reader)).toEqual([]);
});

test("what is answered is known to be of somebody muted", async () => {
  const { reader, article, id } = await said();
  await asks(reader).members.mute({ comment: id });
  const about = { discussion: article.discussionId, block: null, parent: id };
  expect([(await asks(reader).comments.composing(about)).muted, (await asks(null).comments.composing(about)).muted]).toEqual([true, false]);
});

test("the list takes back its own only, and is paged", async () => {
  const { reader, id } = await said();
  const another = await aMember();
  await asks(reader).members.mute({ comment: id });
  const [mute] = (await asks(reader).members.muted({})).muted;
  await asks(another).members.unmute({ mute: mute?.id ?? "" });
  expect(await names(reader)).toHaveLength(1);
  for (let count = 0; count < 20; count += 1) await asks(reader, { now: () => later(count) }).members.mute({ comment: (await said()).id });
  const first = await asks(reader).members.muted({});
  const rest = await asks(reader).members.muted({ after: first.next });
  expect([first.muted.length, rest.muted, rest.next]).toEqual([20, [mute], null]);
  await asks(reader).members.unmute({ mute: mute?.id ?? "" });
  expect((await asks(reader).members.muted({})).next).toBeNull();
});

test("nobody mutes themselves, or learns who wrote what is deleted", async () => {
  const { reader, other, id } = await said();
  expect((await refusal(asks(other).members.mute({ comment: id }))).reason).toBe("notAllowed.yourself");
  await asks(other).comments.delete({ comment: id });
  expect((await refusal(asks(reader).members.mute({ comment: id }))).reason).toBe("noSuch.member");
  expect((await refusal(asks(reader).members.mute({ participant: "nobody" }))).reason).toBe("noSuch.member");
});
