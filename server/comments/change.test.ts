import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, thread } from "../../db/schema/discussions";
import { aKey, aMember, anArticle, asks, refusal } from "../testing/world";

async function aComment(block: number | null = 1) {
  const [author, article] = [await aMember(), await anArticle()];
  const { id } = await asks(author).comments.post({ discussion: article.discussionId, revision: 1, block, kind: "question", body: "The first words.", key: aKey() });
  return { author, article, id };
}

describe("editing", () => {
  test("changes the words and keeps the earlier ones", async () => {
    const { author, id } = await aComment();
    await asks(author).comments.edit({ comment: id, version: 1, kind: null, body: "Other words.", key: aKey() });
    const acts = await asks(null).comments.acts({ comment: id });
    expect(acts.comment).toMatchObject({ body: "Other words.", kind: null });
    expect(acts.comment.editedAt).not.toBeNull();
    expect(acts.earlier).toMatchObject([{ version: 1, kind: "question", body: "The first words." }]);
    expect(acts.version).toBe(2);
  });

  test("from an older version than the newest is refused, and nothing is overwritten", async () => {
    const { author, id } = await aComment();
    await asks(author).comments.edit({ comment: id, version: 1, kind: null, body: "From one tab.", key: aKey() });
    expect(await refusal(asks(author).comments.edit({ comment: id, version: 1, kind: null, body: "From another.", key: aKey() }))).toMatchObject({ reason: "conflict.changed", code: "CONFLICT" });
    expect((await asks(null).comments.acts({ comment: id })).comment.body).toBe("From one tab.");
  });

  test("sent twice edits once", async () => {
    const { author, id } = await aComment();
    const wish = { comment: id, version: 1, kind: null, body: "Other words.", key: aKey() };
    await asks(author).comments.edit(wish);
    expect((await asks(author).comments.edit(wish)).again).toBe(true);
    expect((await asks(null).comments.acts({ comment: id })).earlier).toHaveLength(1);
  });

  test("is the author's alone", async () => {
    const { id } = await aComment();
    const wish = { comment: id, version: 1, kind: null, body: "Not mine.", key: aKey() };
    expect((await refusal(asks(await aMember({ role: "administrator" })).comments.edit(wish))).reason).toBe("notAllowed.notYours");
    expect((await refusal(asks(null).comments.edit(wish))).reason).toBe("notAllowed.signIn");
  });
});

describe("deleting", () => {
  test("leaves a tombstone without name or words, and its replies in place", async () => {
    const { author, article, id } = await aComment();
    const other = await aMember();
    const reply = await asks(other).comments.post({ discussion: article.discussionId, revision: 1, parent: id, kind: null, body: "An answer.", key: aKey() });
    await asks(author).comments.delete({ comment: id });
    const view = await asks(null).articles.view({ slug: article.slug });
    const [tombstone, answer] = view.blocks[0]?.threads[0]?.comments ?? [];
    expect(tombstone).toMatchObject({ id, by: null, body: "", kind: null, replies: 1 });
    expect(tombstone?.deletedAt).not.toBeNull();
    expect(answer).toMatchObject({ id: reply.id, body: "An answer.", parentId: id });
    expect(JSON.stringify(view)).not.toContain("The first words.");
    expect(view.head.comments).toBe(1);
    expect(view.blocks[0]?.heat).toEqual({ threads: 1, comments: 1 });
  });

  test("takes the earlier words too", async () => {
    const { author, id } = await aComment();
    await asks(author).comments.edit({ comment: id, version: 1, kind: null, body: "Other words.", key: aKey() });
    await asks(author).comments.delete({ comment: id });
    expect((await asks(author).comments.acts({ comment: id })).earlier).toEqual([]);
  });

  test("twice is once", async () => {
    const { author, article, id } = await aComment();
    await asks(author).comments.delete({ comment: id });
    expect((await asks(author).comments.delete({ comment: id })).again).toBe(true);
    expect((await asks(null).articles.view({ slug: article.slug })).head.comments).toBe(0);
  });

  test("is the author's alone", async () => {
    const { id } = await aComment();
    expect((await refusal(asks(await aMember()).comments.delete({ comment: id }))).reason).toBe("notAllowed.notYours");
  });

  test("ends answering: a reply to a tombstone is refused, one to its reply is not", async () => {
    const { author, article, id } = await aComment();
    const other = await aMember();
    const to = (parent: string) => ({ discussion: article.discussionId, revision: 1, parent, kind: null, body: "An answer.", key: aKey() });
    const reply = await asks(other).comments.post(to(id));
    await asks(author).comments.delete({ comment: id });
    const third = await aMember();
    expect((await refusal(asks(third).comments.post(to(id)))).reason).toBe("notAllowed.deleted");
    await asks(third).comments.post(to(reply.id));
  });

  test("an edit cannot bring words back", async () => {
    const { author, id } = await aComment();
    await asks(author).comments.delete({ comment: id });
    expect((await refusal(asks(author).comments.edit({ comment: id, version: 2, kind: null, body: "Back again.", key: aKey() }))).reason).toBe("notAllowed.deleted");
  });
});

test("a thread knows how many of its comments are not deleted, and the kind of its first", async () => {
  const { author, article, id } = await aComment();
  const { thread: threadId } = await asks(null).comments.where({ comment: id });
  const known = async () => (await database().select({ total: thread.total, comments: thread.comments, kind: thread.kind }).from(thread).where(eq(thread.id, threadId)))[0];
  const other = await aMember();
  const reply = await asks(other).comments.post({ discussion: article.discussionId, revision: 1, parent: id, kind: "evidence", body: "An answer.", key: aKey() });
  expect(await known()).toEqual({ total: 2, comments: 2, kind: "question" });
  await asks(author).comments.edit({ comment: id, version: 1, kind: "objection", body: "Other words.", key: aKey() });
  await asks(other).comments.edit({ comment: reply.id, version: 1, kind: "suggestion", body: "Other words.", key: aKey() });
  expect(await known()).toEqual({ total: 2, comments: 2, kind: "objection" });
  await asks(other).comments.delete({ comment: reply.id });
  await asks(other).comments.delete({ comment: reply.id });
  expect(await known()).toEqual({ total: 2, comments: 1, kind: "objection" });
  await asks(author).comments.delete({ comment: id });
  expect(await known()).toEqual({ total: 2, comments: 0, kind: null });
});

describe("putting back", () => {
  test("right after deleting shows the words again, with their replies and in all counts", async () => {
    const { author, article, id } = await aComment();
    await asks(await aMember()).comments.post({ discussion: article.discussionId, revision: 1, parent: id, body: "An answer.", key: aKey() });
    const { was } = await asks(author).comments.delete({ comment: id });
    expect(was).toEqual({ body: "The first words.", kind: "question", proposal: null });
    await asks(author).comments.restore({ comment: id, body: was?.body ?? "", kind: was?.kind ?? null });
    const { blocks, head } = await asks(null).articles.view({ slug: article.slug });
    expect(head.comments).toBe(2);
    expect(blocks[0]?.heat).toEqual({ threads: 1, comments: 2 });
    expect(blocks[0]?.threads[0]?.comments.map(({ body, kind }) => ({ body, kind }))).toEqual([{ body: "The first words.", kind: "question" }, { body: "An answer.", kind: null }]);
  });

  test("twice is once", async () => {
    const { author, id } = await aComment();
    await asks(author).comments.delete({ comment: id });
    const wish = { comment: id, body: "The first words.", kind: null };
    const both = await Promise.all([asks(author).comments.restore(wish), asks(author).comments.restore(wish)]);
    expect(both.map(({ again }) => again).sort()).toEqual([false, true]);
  });

  test("later than a minute, or by somebody else, is refused", async () => {
    const { author, id } = await aComment();
    const wish = { comment: id, body: "The first words.", kind: null };
    await asks(author).comments.delete({ comment: id });
    expect((await refusal(asks(await aMember()).comments.restore(wish))).reason).toBe("notAllowed.notYours");
    const [gone] = await database().select({ at: comment.deletedAt }).from(comment).where(eq(comment.id, id));
    const later = new Date((gone?.at?.getTime() ?? 0) + 61_000);
    expect((await refusal(asks(author, { now: () => later }).comments.restore(wish))).reason).toBe("notAllowed.tooLate");
  });
});
