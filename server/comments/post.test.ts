import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { event } from "../../db/schema/events";
import { eq } from "drizzle-orm";
import { aKey, aMember, anArticle, asks, later, paragraph, refusal } from "../testing/world";

const on = (article: { discussionId: string }, block: number | null) => ({ discussion: article.discussionId, revision: 1, block, kind: null, body: "So it is said.", key: aKey() });

describe("posting", () => {
  test("a comment on a block stands after that block", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    const { id } = await asks(reader).comments.post({ ...on(article, 2), kind: "question", body: "  Why *second*?\r\n" });
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.blocks.map(({ threads }) => threads.length)).toEqual([0, 1, 0]);
    expect(view.blocks[1]?.heat).toEqual({ threads: 1, comments: 1 });
    expect(view.blocks[1]?.threads[0]?.comments).toMatchObject([{ id, kind: "question", body: "Why *second*?", by: { name: reader.name, badge: null }, depth: 0, replies: 0 }]);
    expect(view.head).toMatchObject({ comments: 1, participants: 1 });
  });

  test("a comment on the whole article stands with no block", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    await asks(reader).comments.post(on(article, null));
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.wholeArticle.heat).toEqual({ threads: 1, comments: 1 });
    expect(view.wholeArticle.threads[0]?.comments).toHaveLength(1);
  });

  test("a comment on some words keeps them and what stood around", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    await asks(reader).comments.post({ ...on(article, 3), words: { start: 23, end: 31 } });
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.blocks[2]?.threads[0]).toMatchObject({ quote: "🏛 and 条", span: { start: 24, end: 31 }, sentences: null });
  });

  test("a comment on whole sentences knows which; those of a block come in the order of their words", async () => {
    const [first, second] = [{ start: 0, end: 9 }, { start: 9, end: 20 }];
    const article = await anArticle({ blocks: [{ ...paragraph("One here. Two there."), sentences: [first, second] }] });
    await asks(await aMember()).comments.post({ ...on(article, 1), words: second });
    await asks(await aMember()).comments.post({ ...on(article, 1), words: first });
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.blocks[0]?.threads.map((thread) => thread.sentences)).toEqual([{ first: 0, last: 0 }, { first: 1, last: 1 }]);
  });

  test("replies stand below what they answer, at any depth", async () => {
    const [reader, other, article] = [await aMember(), await aMember(), await anArticle()];
    let parent = (await asks(reader).comments.post(on(article, 1))).id;
    for (let depth = 1; depth <= 10; depth += 1) {
      const who = depth % 2 ? other : reader;
      parent = (await asks(who, { now: () => later(depth * 3_600) }).comments.post({ ...on(article, null), parent })).id;
    }
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.blocks[0]?.threads[0]?.comments.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(view.blocks[0]?.threads[0]?.total).toBe(11);
    expect(view.head).toMatchObject({ comments: 11, participants: 2 });
  });

  test("the same key sent again makes no second comment", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    const wish = on(article, 1);
    const first = await asks(reader).comments.post(wish);
    const second = await asks(reader).comments.post(wish);
    expect(second).toEqual({ ...first, again: true });
    expect((await asks(null).articles.view({ slug: article.slug })).head.comments).toBe(1);
  });

  test("two members may happen to choose the same key", async () => {
    const [one, two, article] = [await aMember(), await aMember(), await anArticle()];
    const wish = on(article, 1);
    await asks(one).comments.post(wish);
    expect((await asks(two).comments.post(wish)).again).toBe(false);
  });

  test("the unit leaves an event", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    const { id } = await asks(reader).comments.post(on(article, 1));
    const events = await database().select().from(event).where(eq(event.subjectId, id));
    expect(events).toMatchObject([{ kind: "comment.posted", articleId: article.id, discussionId: article.discussionId, actorId: reader.id }]);
  });

  test("a second comment within five seconds is refused and says when to come again", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    await asks(reader).comments.post(on(article, 1));
    expect(await refusal(asks(reader, { now: () => later(4) }).comments.post(on(article, 1)))).toMatchObject({ reason: "tooSoon", code: "TOO_MANY_REQUESTS" });
    await asks(reader, { now: () => later(5) }).comments.post(on(article, 1));
  });

  test("a new member waits thirty seconds", async () => {
    const [reader, article] = [await aMember({ at: later(-60) }), await anArticle()];
    await asks(reader).comments.post(on(article, 1));
    expect(await refusal(asks(reader, { now: () => later(29) }).comments.post(on(article, 1)))).toMatchObject({ reason: "tooSoon" });
    await asks(reader, { now: () => later(30) }).comments.post(on(article, 1));
  });

  test.each([
    ["nothing", "", "field.empty"],
    ["only what cannot be seen", " \u200b\u2060\n\u3164", "field.empty"],
    ["20,001 characters", "字".repeat(20_001), "field.tooLong"],
    ["a NUL", "a\u0000b", "field.controlCharacters"],
    ["a bell", "a\u0007b", "field.controlCharacters"],
    ["half a surrogate pair", "a\ud800b", "field.loneSurrogate"],
    ["text turned around", "a\u202eb", "field.bidi"],
  ])("%s is refused beside the field", async (_, body, reason) => {
    const [reader, article] = [await aMember(), await anArticle()];
    expect(await refusal(asks(reader).comments.post({ ...on(article, 1), body }))).toEqual({ reason, field: "body", code: "BAD_REQUEST" });
  });

  test("20,000 characters are taken", async () => {
    const [reader, article] = [await aMember(), await anArticle()];
    await asks(reader).comments.post({ ...on(article, 1), body: "😀".repeat(20_000) });
  });

  test.each([
    ["a visitor", "notAllowed.signIn", null, {}],
    ["a block that is not there", "noSuch.block", "member", { block: 99 }],
    ["a revision that is not there", "noSuch.block", "member", { revision: 2 }],
    ["a discussion that is not there", "noSuch.article", "member", { discussion: "nowhere" }],
    ["a parent that is not there", "noSuch.comment", "member", { parent: "nowhere" }],
  ] as const)("%s is refused", async (_, reason, who, wrong) => {
    const article = await anArticle();
    const reader = who === "member" ? await aMember() : null;
    expect((await refusal(asks(reader).comments.post({ ...on(article, 1), ...wrong }))).reason).toBe(reason);
  });

  test("a draft takes no comments and does not show that it is there", async () => {
    const [reader, article] = [await aMember(), await anArticle({ draft: true })];
    expect((await refusal(asks(reader).comments.post(on(article, 1)))).reason).toBe("noSuch.article");
  });
});
