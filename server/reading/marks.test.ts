import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { article } from "../../db/schema/articles";
import { readMark } from "../../db/schema/reading";
import { writeTogether } from "../../db/write-together";
import { aKey, aMember, anArticle, asks, later } from "../testing/world";

type Reader = Awaited<ReturnType<typeof aMember>>;

/** An article on which a member has begun a thread on block 1 and answered themselves three times; and a thread on the whole. */
async function discussed() {
  const [reader, author, article] = [await aMember(), await aMember(), await anArticle()];
  let seconds = 0;
  const says = async (who: Reader, about: { block?: number; parent?: string }, body = "Something.") => {
    const at = later((seconds += 60));
    return (await asks(who, { now: () => at }).comments.post({ discussion: article.discussionId, revision: 1, ...about, body, key: aKey() })).id;
  };
  const first = await says(author, { block: 1 });
  const replies = [await says(author, { parent: first }), await says(author, { parent: first }), await says(author, { parent: first })];
  const whole = await says(author, {});
  const threadOf = async (comment: string) => (await asks(null).comments.where({ comment })).thread;
  const here = async (who: Reader = reader) => {
    const told = await asks(who).reading.here({ discussion: article.discussionId });
    if (!told) throw new Error("a visitor has no progress");
    return told;
  };
  return { reader, author, article, first, replies, whole, thread: await threadOf(first), wholeThread: await threadOf(whole), says, here, threadOf };
}

describe("here", () => {
  test("tells a reader what is unread, by block and by thread", async () => {
    const { here, reader, thread, wholeThread } = await discussed();
    expect(await here()).toEqual({
      name: reader.name,
      waiting: null,
      participant: null,
      notices: 0,
      decided: [],
      inOrder: true,
      muted: [],
      unread: { total: 5, blocks: { 0: 1, 1: 4 }, threads: { [thread]: { unread: 4, read: "" }, [wholeThread]: { unread: 1, read: "" } } },
      drafts: [],
    });
  });

  test("tells visitors nothing", async () => {
    const { article } = await discussed();
    expect(await asks(null).reading.here({ discussion: article.discussionId })).toBeNull();
  });

  test("own comments are read, marked or not, and deleted ones never count", async () => {
    const { here, author, reader, replies, thread, says, first } = await discussed();
    expect((await here(author)).unread).toMatchObject({ total: 0, blocks: {} });
    await says(reader, { parent: first });
    expect((await here()).unread).toMatchObject({ total: 5, blocks: { 0: 1, 1: 4 } });
    expect((await here()).participant).toMatch(/^[0-9a-f-]{36}$/);
    await asks(author).comments.delete({ comment: replies[1] ?? "" });
    expect((await here()).unread).toMatchObject({ total: 4, blocks: { 0: 1, 1: 3 }, threads: { [thread]: { unread: 3 } } });
    expect((await here(author)).unread.total).toBe(1);
  });

  test("comments of muted members do not count until they are unmuted, and are named", async () => {
    const { here, reader, first, says, thread } = await discussed();
    const loud = await aMember();
    const id = await says(loud, { parent: first });
    expect((await here()).unread.total).toBe(6);
    await asks(reader).members.mute({ comment: id });
    const told = await here();
    expect(told.unread).toMatchObject({ total: 5, threads: { [thread]: { unread: 4 } } });
    expect(told.muted).toEqual([(await asks(null).comments.acts({ comment: id })).comment.by?.id]);
    await asks(reader).members.unmute({ comment: id });
    expect((await here()).unread.total).toBe(6);
  });

  test("tells of the threads asked for, and of no other discussion's", async () => {
    const { reader, article, wholeThread } = await discussed();
    const elsewhere = await discussed();
    const told = await asks(reader).reading.here({ discussion: article.discussionId, threads: [wholeThread, elsewhere.thread, "none"] });
    expect(told?.unread.threads).toEqual({ [wholeThread]: { unread: 1, read: "" } });
  });

  test("tells where drafts are kept", async () => {
    const { here, reader, article } = await discussed();
    await asks(reader).drafts.save({ discussion: article.discussionId, place: "article", body: "Not yet.", version: 0 });
    expect((await here()).drafts).toEqual([{ place: "article", version: 1, updatedAt: later(0).toISOString() }]);
  });
});

describe("marking", () => {
  test("counts down, once each, over several threads in one call", async () => {
    const { here, reader, thread, wholeThread } = await discussed();
    expect(await asks(reader).reading.mark([{ thread, sequences: [1, 3] }, { thread: wholeThread, sequences: [1] }])).toEqual({ read: { [thread]: "1,3", [wholeThread]: "1" } });
    await asks(reader).reading.mark([{ thread, sequences: [1] }, { thread, sequences: [2] }]);
    expect((await here()).unread).toEqual({ total: 1, blocks: { 1: 1 }, threads: { [thread]: { unread: 1, read: "1-3" }, [wholeThread]: { unread: 0, read: "1" } } });
  });

  test("is one reader's alone", async () => {
    const { here, reader, thread } = await discussed();
    await asks(reader).reading.mark([{ thread, sequences: [1, 2, 3, 4] }]);
    expect((await here(await aMember())).unread.total).toBe(5);
  });

  test("does not mark what is not written yet, nor what is not there", async () => {
    const { here, reader, thread, says, first, author } = await discussed();
    expect(await asks(reader).reading.mark([{ thread, sequences: [4, 5, 400] }, { thread: "none", sequences: [1] }])).toEqual({ read: { [thread]: "4" } });
    await says(author, { parent: first });
    expect((await here()).unread.threads[thread]).toEqual({ unread: 4, read: "4" });
    await expect(asks(reader).reading.mark([{ thread, sequences: [0] }])).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("passes over what is no longer to be seen", async () => {
    const { reader, article: on, thread } = await discussed();
    await writeTogether((w) => [w.update(article).set({ state: "withdrawn" }).where(eq(article.id, on.id))]);
    expect(await asks(reader).reading.mark([{ thread, sequences: [1] }])).toEqual({ read: {} });
  });

  test("leaves no gaps at one's own and at deleted comments", async () => {
    const { reader, author, thread, says, first, replies } = await discussed();
    await says(reader, { parent: first });
    await asks(author).comments.delete({ comment: replies[0] ?? "" });
    expect(await asks(reader).reading.mark([{ thread, sequences: [1, 3, 4] }])).toEqual({ read: { [thread]: "1-5" } });
  });

  test("fifty at once on one thread lose none, and fifty on many neither", async () => {
    const { reader, author, first, thread, says, here, threadOf } = await discussed();
    for (let count = 0; count < 46; count += 1) await says(author, { parent: first });
    const others = [await says(author, { block: 2 }), await says(author, { block: 3 })];
    const threads = [thread, ...(await Promise.all(others.map(threadOf)))];
    await Promise.all(Array.from({ length: 50 }, (_, place) => asks(reader).reading.mark([{ thread, sequences: [place + 1] }])));
    expect((await database().select({ ranges: readMark.ranges }).from(readMark).where(eq(readMark.memberId, reader.id))).map(({ ranges }) => ranges)).toEqual(["1-50"]);
    const another = await aMember();
    const shuffled = (place: number) => (place % 2 ? threads : threads.toReversed()).map((id) => ({ thread: id, sequences: [1 + place] }));
    await Promise.all(Array.from({ length: 50 }, (_, place) => asks(another).reading.mark(shuffled(place))));
    expect((await here(another)).unread).toMatchObject({ total: 1, blocks: { 0: 1 } });
  });
});

describe("catching up", () => {
  test("gives what is unread in reading order, the whole article last, in pages", async () => {
    const { reader, author, article, says, thread } = await discussed();
    for (let count = 0; count < 50; count += 1) await says(author, { block: 3 - (count % 2) }, `Number ${count}.`);
    await asks(reader).reading.mark([{ thread, sequences: [1, 3] }]);
    const first = await asks(reader).reading.catchUp({ discussion: article.discussionId });
    const second = await asks(reader).reading.catchUp({ discussion: article.discussionId, after: first.next });
    expect(first.passages.map(({ number, beginning }) => [number, beginning])).toEqual([[1, "First things first."], [2, "Second thoughts."], [3, "A third paragraph, with 🏛 and 条款."]]);
    expect([first.comments.length, first.total, second.next]).toEqual([40, 53, null]);
    const all = [...first.comments, ...second.comments];
    expect(all.map(({ block }) => block)).toEqual([1, 1, ...Array<number>(25).fill(2), ...Array<number>(25).fill(3), null]);
    expect(all.slice(0, 3).map(({ sequence, answers, comment: { body } }) => [sequence, answers, body])).toEqual([[2, author.name, "Something."], [4, author.name, "Something."], [1, null, "Number 1."]]);
    expect(all.map(({ comment: { id } }) => id).length).toBe(new Set(all.map(({ comment: { id } }) => id)).size);
  });

  test("leaves out one's own, deleted ones and muted members'", async () => {
    const { reader, author, article, first, replies, says } = await discussed();
    const loud = await aMember();
    const noise = await says(loud, { parent: first }, "Noise.");
    await says(reader, { parent: first }, "My own.");
    await asks(author).comments.delete({ comment: replies[0] ?? "" });
    await asks(reader).members.mute({ comment: noise });
    const told = await asks(reader).reading.catchUp({ discussion: article.discussionId });
    expect([told.comments.length, told.total]).toEqual([4, 4]);
    expect(told.comments.map(({ comment: { id } }) => id)).toEqual([first, replies[1], replies[2], told.comments.at(-1)?.comment.id]);
  });

  test("a long stretch read out of order takes a shorter page and goes on behind it", async () => {
    const { reader, author, article, first, thread, says } = await discussed();
    for (let count = 0; count < 200; count += 1) await says(author, { parent: first });
    await asks(reader).reading.mark([{ thread, sequences: Array.from({ length: 190 }, (_, place) => place + 5) }]);
    const seen: number[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 9; pages += 1) {
      const told: Awaited<ReturnType<ReturnType<typeof asks>["reading"]["catchUp"]>> = await asks(reader).reading.catchUp({ discussion: article.discussionId, after });
      seen.push(...told.comments.filter((one) => one.thread === thread).map(({ sequence }) => sequence));
      if ((after = told.next) === null) break;
    }
    expect([seen, after]).toEqual([[1, 2, 3, 4, ...Array.from({ length: 10 }, (_, place) => place + 195)], null]);
  });

  test("marks all that was shown, and not what came after", async () => {
    const { reader, author, article, first, says, here, thread } = await discussed();
    const { total } = await asks(reader).reading.catchUp({ discussion: article.discussionId });
    const until = later(300).toISOString();
    await says(author, { parent: first });
    await says(author, { block: 2 });
    await asks(reader).reading.mark([{ thread, sequences: [2] }]);
    await Promise.all(Array.from({ length: 5 }, () => asks(reader).reading.markAll({ discussion: article.discussionId, until })));
    expect([total, (await here()).unread.total]).toEqual([5, 2]);
    expect((await here()).unread.threads[thread]).toEqual({ unread: 1, read: "1-4" });
    await asks(reader).reading.markAll({ discussion: article.discussionId, until: later(9_999).toISOString() });
    expect((await here()).unread.total).toBe(0);
  });
});
