import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { comment, discussion, heat, thread } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import { aKey, aMember, anArticle, asks } from "../testing/world";
import { commentsById } from "../comments/rows";
import { database } from "../../db/client";

/** A thread with `count` replies: each under the last, or all under the first. Counts are as posting would leave them. */
async function grown(count: number, shape: "chain" | "siblings") {
  const [reader, article] = [await aMember(), await anArticle()];
  const first = await asks(reader).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "The first.", key: aKey() });
  const { thread: threadId } = await asks(null).comments.where({ comment: first.id });
  const [row] = await database().select().from(comment).where(eq(comment.id, first.id));
  if (!row) throw new Error("the first comment is missing");
  const id = (place: number): string => (place === 0 ? first.id : `${first.id}-${String(place).padStart(6, "0")}`);
  const isChain = shape === "chain";
  const rows = Array.from({ length: count }, (_, at) => at + 1).map((place) => ({
    ...row,
    id: id(place),
    parentId: isChain ? id(place - 1) : first.id,
    depth: isChain ? place : 1,
    sequence: place + 1,
    ordinal: isChain ? 1 : place,
    replies: isChain && place < count ? 1 : 0,
    body: `Reply ${place}.`,
  }));
  const chunks = Array.from({ length: Math.ceil(rows.length / 1_000) }, (_, chunk) => rows.slice(chunk * 1_000, (chunk + 1) * 1_000));
  await writeTogether((w) => [
    ...chunks.map((chunk) => w.insert(comment).values(chunk)),
    w.update(comment).set({ replies: isChain ? 1 : count }).where(eq(comment.id, first.id)),
    w.update(thread).set({ total: count + 1, comments: count + 1 }).where(eq(thread.id, threadId)),
    w.update(discussion).set({ comments: count + 1 }).where(eq(discussion.id, article.discussionId)),
    w.update(heat).set({ comments: count + 1 }).where(eq(heat.discussionId, article.discussionId)),
  ]);
  return { article, threadId, first: first.id, id };
}

test("a chain of 10,000 replies is read on from level to level", async () => {
  const { article, threadId, id } = await grown(10_000, "chain");
  const page = await asks(null).articles.thread({ slug: article.slug, thread: threadId });
  let [branch, levels] = [page.branch, 0];
  while (branch.replies[0]) [branch, levels] = [branch.replies[0], levels + 1];
  expect([levels, branch.more, branch.comment.body]).toEqual([8, 1, "Reply 8."]);
  const deep = await asks(null).articles.thread({ slug: article.slug, thread: threadId, from: id(9_999) });
  expect(deep.branch.comment.body).toBe("Reply 9999.");
  expect(deep.above?.body).toBe("Reply 9998.");
  expect(deep.branch.replies.map(({ comment: { body } }) => body)).toEqual(["Reply 10000."]);
  expect(await asks(null).comments.where({ comment: id(5_000) })).toMatchObject({ from: id(5_000), onArticle: false });
  const view = await asks(null).articles.view({ slug: article.slug });
  const shown = view.blocks[0]?.threads[0]?.comments ?? [];
  expect(shown).toHaveLength(50);
  expect(shown.at(-1)).toMatchObject({ body: "Reply 10000.", answering: shown[0]?.by?.name });
});

test("a thread that is more than a page of everything goes on over pages, each comment once and in its place", async () => {
  for (const shape of ["chain", "siblings"] as const) {
    const { article } = await grown(5_000, shape);
    const other = await asks(await aMember()).comments.post({ discussion: article.discussionId, revision: 1, block: 2, body: "On the next.", key: aKey() });
    await asks(await aMember()).comments.post({ discussion: article.discussionId, revision: 1, block: null, body: "On all of it.", key: aKey() });
    const pages = [await asks(null).articles.all({ slug: article.slug })];
    while (pages.at(-1)?.next) pages.push(await asks(null).articles.all({ slug: article.slug, after: pages.at(-1)?.next ?? null }));
    expect(pages.map(({ blocks }) => blocks.map(({ number }) => number))).toEqual([[1], [1], [1, 2, 3]]);
    const bodies = pages.flatMap(({ blocks, wholeArticle }) => [...blocks, wholeArticle].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ body }) => body))));
    expect(bodies).toEqual(["The first.", ...Array.from({ length: 5_000 }, (_, place) => `Reply ${place + 1}.`), "On the next.", "On all of it."]);
    expect(pages[1]?.blocks[0]?.threads[0]?.comments[0]).toMatchObject({ body: "Reply 2000.", answering: expect.any(String) });
    expect(pages[2]?.blocks[1]?.threads[0]?.comments[0]?.id).toBe(other.id);
  }
});

test("everything is asked for with as many queries however much is said", async () => {
  const [small, large] = [await grown(2, "siblings"), await grown(1_500, "siblings")];
  const queriesFor = async (slug: string): Promise<number> => {
    const counted = vi.spyOn(database(), "select");
    await asks(null).articles.all({ slug });
    const { length } = counted.mock.calls;
    counted.mockRestore();
    return length;
  };
  expect(await queriesFor(large.article.slug)).toBe(await queriesFor(small.article.slug));
});

test("10,000 replies side by side are paged, each shown once", async () => {
  const { article, threadId } = await grown(10_000, "siblings");
  const seen: string[] = [];
  let after = 0;
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await asks(null).articles.thread({ slug: article.slug, thread: threadId, after });
    seen.push(...page.branch.replies.map(({ comment: { body } }) => body));
    after = Number(page.next);
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, place) => `Reply ${place + 1}.`));
  const last = await asks(null).articles.thread({ slug: article.slug, thread: threadId, after: 9_960 });
  expect(last.branch.replies).toHaveLength(40);
  expect(last.next).toBeNull();
});

test("comments fetched by id come with parents before replies", async () => {
  const { id } = await grown(5, "chain");
  const found = await commentsById(database(), [id(3), id(1), id(2)]);
  expect(found.map(({ body }) => body)).toEqual(["Reply 1.", "Reply 2.", "Reply 3."]);
});

test("whatever is said already, the newest comment is on the article's page, and its link leads there", async () => {
  const { article, first } = await grown(1_000, "siblings");
  const writer = await aMember();
  const { id } = await asks(writer).comments.post({ discussion: article.discussionId, revision: 1, block: 2, body: "The very newest.", key: aKey() });
  const reply = await asks(await aMember()).comments.post({ discussion: article.discussionId, revision: 1, parent: first, body: "A late reply.", key: aKey() });
  const view = await asks(null).articles.view({ slug: article.slug });
  expect(view.blocks[1]?.threads[0]?.comments.map((one) => one.id)).toEqual([id]);
  expect(view.blocks[0]?.threads[0]?.comments.at(-1)?.id).toBe(reply.id);
  expect(view.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments)).length).toBeLessThanOrEqual(60);
  expect(await asks(null).comments.where({ comment: reply.id })).toMatchObject({ onArticle: true });
});
