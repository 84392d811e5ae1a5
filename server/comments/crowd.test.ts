import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks } from "../testing/world";

const usual = settings().rates.commentEvery;
beforeAll(() => void (settings().rates.commentEvery = 0));
afterAll(() => void (settings().rates.commentEvery = usual));

test("200 comments at once by 20 people are stored, once each, and counted", async () => {
  const [article, people] = [await anArticle(), await Promise.all(Array.from({ length: 20 }, () => aMember()))];
  const first = await asks(people[0] ?? null).comments.post({ discussion: article.discussionId, revision: 1, block: 1, kind: null, body: "The start.", key: aKey() });
  const sent = await Promise.all(
    Array.from({ length: 200 }, (_, count) => {
      const place = count % 2 ? { parent: first.id } : { block: 1 + (count % 3) };
      return asks(people[count % 20] ?? null).comments.post({ discussion: article.discussionId, revision: 1, ...place, kind: null, body: `Number ${count}.`, key: aKey() });
    }),
  );
  expect(new Set(sent.map(({ id }) => id)).size).toBe(200);
  const all = await asks(null).articles.all({ slug: article.slug });
  const bodies = all.blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ body }) => body)));
  expect(bodies.toSorted()).toEqual(["The start.", ...Array.from({ length: 200 }, (_, count) => `Number ${count}.`)].toSorted());
  expect(all.head).toMatchObject({ comments: 201, participants: 20 });
  expect(all.blocks.map(({ heat }) => heat.comments).reduce((sum, count) => sum + count)).toBe(201);
});

test("one key sent 100 times at once makes one comment", async () => {
  const [article, reader] = [await anArticle(), await aMember()];
  const wish = { discussion: article.discussionId, revision: 1, block: 1, kind: null, body: "Once.", key: aKey() };
  const sent = await Promise.all(Array.from({ length: 100 }, () => asks(reader).comments.post(wish)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent.filter(({ again }) => !again)).toHaveLength(1);
  expect((await asks(null).articles.view({ slug: article.slug })).head.comments).toBe(1);
});
