/** Deleting one's account: what goes, what stays, and that it goes on after a kill. */
import { and, count, eq, inArray, isNull, or } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, discussion, edit, heat, participant, sentKey, thread } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { event } from "../../db/schema/events";
import { erasure, identity, member, mute, oneTimeLink, session } from "../../db/schema/members";
import { readMark } from "../../db/schema/reading";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { asReader, confirmed, mailsTo, PASSWORD, readerOf, signIn, signUp } from "../testing/doors";
import { aKey, aMember, anArticle, asks, NOON, refusal } from "../testing/world";
import { eraseDue, eraseSome } from "./erasure";

const usual = { ...settings().rates };
beforeAll(() => {
  settings().rates.commentEvery = 0;
  settings().rates.newMemberCommentEvery = 0;
  return () => Object.assign(settings().rates, usual);
});

const rowOf = async (id: string) => (await database().select().from(member).where(eq(member.id, id)))[0];
const viewOf = async (id: string) => (await asks(null).comments.acts({ comment: id })).comment;

/** A member who wrote a thread, a reply to it and an edit, drafts, reads, mutes and is muted. */
async function aLife() {
  const { headers, name, email } = await confirmed();
  const who = await readerOf(headers);
  if (!who) throw new Error("nobody signed in");
  const [other, article] = [await aMember(), await anArticle()];
  const about = { discussion: article.discussionId, revision: 1 };
  const mine = await asks(who).comments.post({ ...about, block: 1, kind: "question", body: "First words.", key: aKey() });
  const theirs = await asks(other).comments.post({ ...about, parent: mine.id, body: "An answer.", key: aKey() });
  const deep = await asks(who).comments.post({ ...about, parent: theirs.id, body: "Thanks.", key: aKey() });
  await asks(who).comments.edit({ comment: mine.id, version: 1, kind: "question", body: "Better words.", key: aKey() });
  await asks(who).drafts.save({ discussion: article.discussionId, place: "article", body: "Not yet.", version: 0 });
  await asks(who).reading.markAll({ discussion: article.discussionId, until: NOON.toISOString() });
  await asks(who).members.mute({ comment: theirs.id });
  await asks(other).members.mute({ comment: mine.id });
  await writeTogether((w) => [w.insert(identity).values({ id: aKey(), issuer: "https://issuer.example", subject: who.id, memberId: who.id, createdAt: NOON })]);
  return { who, headers, name, email, other, article, mine: mine.id, theirs: theirs.id, deep: deep.id };
}

/** Rows of all that hangs on a member, but for what they wrote. */
async function left(id: string): Promise<number> {
  const found = await Promise.all([
    database().select({ n: count() }).from(session).where(eq(session.memberId, id)),
    database().select({ n: count() }).from(identity).where(eq(identity.memberId, id)),
    database().select({ n: count() }).from(oneTimeLink).where(eq(oneTimeLink.memberId, id)),
    database().select({ n: count() }).from(draft).where(eq(draft.memberId, id)),
    database().select({ n: count() }).from(readMark).where(eq(readMark.memberId, id)),
    database().select({ n: count() }).from(sentKey).where(eq(sentKey.memberId, id)),
    database().select({ n: count() }).from(mute).where(or(eq(mute.memberId, id), eq(mute.mutedId, id))),
    database().select({ n: count() }).from(erasure).where(eq(erasure.memberId, id)),
  ]);
  return found.reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
}

test("what goes is said before, with counts", async () => {
  const { headers } = await aLife();
  expect(await (await asReader(headers)).members.whatGoes()).toEqual({ comments: 2, articles: 1, drafts: 1, last: false });
});

test("a wrong password deletes nothing", async () => {
  const { who, headers } = await aLife();
  expect(await refusal((await asReader(headers)).members.deleteAccount({ current: "not the password", comments: "erase" }))).toMatchObject({ reason: "field.wrongCurrent", field: "current" });
  expect((await rowOf(who.id))?.deletedAt).toBeNull();
  expect(await readerOf(headers)).not.toBeNull();
});

test("the words stay without the name, nobody comes in any more, and all else is erased", async () => {
  const { who, headers, name, email, other, mine, deep, article } = await aLife();
  await (await asReader(headers)).members.deleteAccount({ current: PASSWORD, comments: "keep" });
  expect(await viewOf(mine)).toMatchObject({ body: "Better words.", by: { name: null, displayName: null, badge: null } });
  expect((await viewOf(deep)).body).toBe("Thanks.");
  expect(await rowOf(who.id)).toMatchObject({ email: null, confirmedEmail: null, passwordHash: null, displayName: null, deletedAt: NOON });
  expect((await rowOf(who.id))?.name).not.toContain(name);
  expect(await left(who.id)).toBe(0);
  expect(await readerOf(headers)).toBeNull();
  for (const whoever of [email, name]) expect((await refusal(asks(null).members.signIn({ who: whoever, password: PASSWORD }))).reason).toBe("field.wrongPassword");
  expect((await mailsTo(email)).map(({ kind, content }) => [kind, content])).toContainEqual(["account-deleted", { name }]);
  expect(JSON.stringify(await asks(other).articles.view({ slug: article.slug }))).not.toContain(name);
  expect((await refusal(asks(other).members.mute({ comment: mine }))).reason).toBe("noSuch.member");
  expect((await asks(other).comments.acts({ comment: mine })).may).toMatchObject({ mute: false, reply: true });
  await signUp({ name, email });
});

test("or the words go too: tombstones keep the thread's shape, history and counts agree", async () => {
  const { headers, mine, theirs, deep, article } = await aLife();
  await (await asReader(headers)).members.deleteAccount({ current: PASSWORD, comments: "erase" });
  expect(await viewOf(mine)).toMatchObject({ body: "", by: null, kind: null, replies: 1 });
  expect(await viewOf(deep)).toMatchObject({ body: "", by: null });
  expect((await viewOf(theirs)).body).toBe("An answer.");
  expect(await database().select().from(edit).where(eq(edit.commentId, mine))).toEqual([]);
  expect(JSON.stringify(await database().select().from(comment).where(eq(comment.discussionId, article.discussionId)))).not.toMatch(/words|Thanks/);
  const [where] = await database().select().from(discussion).where(eq(discussion.id, article.discussionId));
  const [here] = await database().select().from(thread).where(eq(thread.discussionId, article.discussionId));
  const [warm] = await database().select().from(heat).where(eq(heat.discussionId, article.discussionId));
  expect([where?.comments, here?.comments, here?.total, here?.kind, warm?.comments]).toEqual([1, 1, 3, null, 1]);
  const events = await database().select({ kind: event.kind }).from(event).where(and(eq(event.articleId, where?.articleId ?? ""), inArray(event.kind, ["comment.deleted", "member.deleted"])));
  expect(events.map(({ kind }) => kind).toSorted()).toEqual(["comment.deleted", "comment.deleted", "member.deleted"]);
});

describe("somebody who wrote much", () => {
  const MANY = 1_250;

  /** Replies of one member, as many rows as written, without the posting. */
  async function aWriter(): Promise<{ who: Reader; discussionId: string; threadId: string }> {
    const [who, article] = [await aMember({ password: PASSWORD }), await anArticle()];
    const { id } = await asks(who).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "The first.", key: aKey() });
    const [first] = await database().select().from(comment).where(eq(comment.id, id));
    if (!first) throw new Error("the first comment is missing");
    const rows = Array.from({ length: MANY }, (_, place) => ({ ...first, id: aKey(), parentId: id, depth: 1, sequence: place + 2, ordinal: place + 1, body: "More." }));
    for (let from = 0; from < MANY; from += 250) await writeTogether((w) => [w.insert(comment).values(rows.slice(from, from + 250))]);
    await writeTogether((w) => [
      w.update(comment).set({ replies: MANY }).where(eq(comment.id, id)),
      w.update(thread).set({ comments: MANY + 1, total: MANY + 1 }).where(eq(thread.id, first.threadId)),
      w.update(heat).set({ comments: MANY + 1 }).where(eq(heat.discussionId, article.discussionId)),
      w.update(discussion).set({ comments: MANY + 1 }).where(eq(discussion.id, article.discussionId)),
    ]);
    return { who, discussionId: article.discussionId, threadId: first.threadId };
  }

  const unerased = async (who: Reader) =>
    (await database().select({ n: count() }).from(participant).innerJoin(comment, and(eq(comment.participantId, participant.id), isNull(comment.deletedAt))).where(eq(participant.memberId, who.id)))[0]?.n;

  test("is gone at once; the words go in bounded units, by two workers as well, and every count ends right", async () => {
    const { who, discussionId, threadId } = await aWriter();
    await asks(who).members.deleteAccount({ current: PASSWORD, comments: "erase" });
    const afterTheAnswer = (await unerased(who)) ?? 0;
    expect(afterTheAnswer).toBeGreaterThan(0);
    expect(afterTheAnswer).toBeLessThan(MANY);
    expect((await rowOf(who.id))?.deletedAt).not.toBeNull();
    // A worker that dies here leaves whole units behind; whoever comes next goes on, and a second one does no harm.
    await eraseSome(database(), who.id, NOON);
    const [there] = await database().select().from(thread).where(eq(thread.id, threadId));
    expect(there?.comments).toBe(await unerased(who));
    await Promise.all([eraseDue(database(), NOON), eraseDue(database(), NOON)]);
    const [where] = await database().select().from(discussion).where(eq(discussion.id, discussionId));
    const [here] = await database().select().from(thread).where(eq(thread.id, threadId));
    const [warm] = await database().select().from(heat).where(eq(heat.discussionId, discussionId));
    expect([await unerased(who), where?.comments, here?.comments, here?.total, warm?.comments, await left(who.id)]).toEqual([0, 0, 0, MANY + 1, 0, 0]);
  });

  test("a worker told to end leaves the rest for the next", async () => {
    const { who } = await aWriter();
    await asks(who).members.deleteAccount({ current: PASSWORD, comments: "erase" });
    const before = await unerased(who);
    let steps = 2;
    await eraseDue(database(), NOON, () => (steps -= 1) >= 0);
    expect(await unerased(who)).toBe((before ?? 0) - 200);
    await eraseDue(database(), NOON);
    expect(await unerased(who)).toBe(0);
  });
});

test("a session that was open elsewhere ends with the account", async () => {
  const { email, headers } = await confirmed();
  const elsewhere = await signIn(email);
  await (await asReader(headers)).members.deleteAccount({ current: PASSWORD, comments: "keep" });
  expect(await readerOf(elsewhere)).toBeNull();
});
