import { beforeAll, describe, expect, test } from "vitest";
import type { ThreadListView } from "../../domain/reading";
import type { ThreadWish } from "../../domain/thread-list";
import { type CommentKind } from "../../domain/thread";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks, later, refusal } from "../testing/world";

type Reader = Awaited<ReturnType<typeof aMember>>;
type Said = { block?: number; parent?: string; kind?: CommentKind; words?: { start: number; end: number } };

const usual = { ...settings().rates };

beforeAll(() => {
  settings().rates.commentEvery = 0;
  return () => Object.assign(settings().rates, usual);
});

/** An article, and what is said on it; time passes by a minute each time, unless `at` says when. */
async function anyDiscussion() {
  const [ada, ben, article] = [await aMember(), await aMember(), await anArticle()];
  let minutes = 0;
  const says = async (who: Reader, { kind, ...about }: Said, body: string, at = (minutes += 1)) =>
    (await asks(who, { now: () => later(at * 60) }).comments.post({ discussion: article.discussionId, revision: 1, ...about, kind: kind ?? null, body, key: aKey() })).id;
  const list = (wish: Partial<ThreadWish> & { after?: string | null } = {}) => asks(null).articles.threads({ slug: article.slug, ...wish });
  const by = async (comment: string) => (await asks(null).comments.acts({ comment })).comment.by?.id ?? "";
  return { ada, ben, article, says, list, by };
}

const said = ({ threads }: ThreadListView) => threads.map(({ first }) => first.body);

/** All pages of a wish, and what happened between them. */
async function allPages(list: (after: string | null) => Promise<ThreadListView>, between: () => Promise<unknown> = async () => null) {
  const sizes: number[] = [];
  const ids: string[] = [];
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page: ThreadListView = await list(after);
    sizes.push(page.threads.length);
    ids.push(...page.threads.map(({ id }) => id));
    after = page.next;
    await between();
  }
  return { sizes, ids };
}

async function five() {
  const here = await anyDiscussion();
  const { ada, ben, says } = here;
  const third = await says(ada, { block: 3, kind: "question" }, "On the third.");
  await says(ben, { kind: "evidence" }, "On the whole.");
  const first = await says(ada, { block: 1, words: { start: 0, end: 5 } }, "On the first.");
  await says(ben, { block: 1, kind: "question" }, "Again on the first.");
  await says(ben, { block: 2, kind: "objection" }, "On the second.");
  await says(ben, { parent: third }, "An answer.");
  return { ...here, third, first };
}

describe("the order", () => {
  test("along the text has the whole article last", async () => {
    const { list } = await five();
    expect(said(await list())).toEqual(["On the first.", "Again on the first.", "On the second.", "On the third.", "On the whole."]);
  });

  test("by newest activity begins with what was answered last", async () => {
    const { list } = await five();
    expect(said(await list({ order: "newest" }))).toEqual(["On the third.", "On the second.", "Again on the first.", "On the first.", "On the whole."]);
  });

  test("by number of comments takes the younger first among equals", async () => {
    const { list } = await five();
    expect(said(await list({ order: "discussed" }))).toEqual(["On the third.", "On the second.", "Again on the first.", "On the first.", "On the whole."]);
  });

  test("is told for every thread with its place, words, replies and last activity", async () => {
    const { list, ada } = await five();
    const { threads, by, next } = await list();
    expect([by, next]).toEqual([null, null]);
    expect(threads[0]).toMatchObject({ block: 1, quote: "First", replies: 0, lastAt: later(180).toISOString(), first: { by: { name: ada.name }, kind: null } });
    expect(threads[3]).toMatchObject({ block: 3, quote: null, replies: 1, lastAt: later(360).toISOString(), first: { kind: "question" } });
    expect(threads[4]).toMatchObject({ block: null });
  });
});

describe("the filters", () => {
  test("keep threads of a kind, in each order", async () => {
    const { list } = await five();
    expect(said(await list({ kind: "question" }))).toEqual(["Again on the first.", "On the third."]);
    expect(said(await list({ kind: "question", order: "newest" }))).toEqual(["On the third.", "Again on the first."]);
    expect(said(await list({ kind: "question", order: "discussed" }))).toEqual(["On the third.", "Again on the first."]);
    expect(said(await list({ kind: "suggestion" }))).toEqual([]);
  });

  test("keep threads in which somebody wrote, once each", async () => {
    const { list, by, third, ben, says } = await five();
    const answer = await says(ben, { parent: third }, "One more.");
    const wish = { by: await by(answer) };
    expect(said(await list(wish))).toEqual(["Again on the first.", "On the second.", "On the third.", "On the whole."]);
    expect((await list(wish)).by).toEqual({ id: wish.by, name: ben.name });
    expect(said(await list({ ...wish, order: "newest", kind: "question" }))).toEqual(["On the third.", "Again on the first."]);
  });

  test("do not tell whose a deleted comment was", async () => {
    const { list, by, first, ada, third } = await five();
    const wish = { by: await by(first) };
    await asks(ada).comments.delete({ comment: first });
    expect(said(await list(wish))).toEqual(["On the third."]);
    await asks(ada).comments.delete({ comment: third });
    expect(said(await list(wish))).toEqual([]);
  });

  test("know nobody of another discussion", async () => {
    const [{ list }, other] = [await five(), await five()];
    expect((await refusal(list({ by: await other.by(other.first) }))).reason).toBe("noSuch.member");
    expect((await refusal(list({ by: "nobody" }))).reason).toBe("noSuch.member");
  });
});

test("a thread whose first comment is deleted is still listed, without name, text and kind", async () => {
  const { list, ada, third } = await five();
  await asks(ada).comments.delete({ comment: third });
  const { threads } = await list();
  expect(threads[3]).toMatchObject({ block: 3, replies: 1, first: { by: null, kind: null, body: "" } });
  expect((await list({ kind: "question" })).threads.length).toBe(1);
  expect(said(await list({ order: "discussed" }))).toEqual(["On the second.", "Again on the first.", "On the first.", "On the whole.", ""]);
});

test("a long first comment is cut", async () => {
  const { list, ada, says } = await anyDiscussion();
  const characters = Array.from({ length: 1_000 }, (_, place) => String.fromCodePoint(0x4e00 + place));
  await says(ada, { block: 1 }, characters.join(""));
  expect(said(await list())).toEqual([`${characters.slice(0, 280).join("")}…`]);
});

describe("paging", () => {
  async function many() {
    const here = await anyDiscussion();
    const { ada, ben, says } = here;
    // Pairs of the same minute, and of as many comments: only the id tells them apart.
    for (let count = 0; count < 45; count += 1) {
      const id = await says(count % 2 ? ada : ben, { ...(count % 4 ? { block: 1 + (count % 3) } : {}), kind: count % 5 ? "evidence" : "objection" }, `Thread ${count}.`, Math.floor(count / 2));
      if (count % 6 === 0) await says(ada, { parent: id }, "An answer.", Math.floor(count / 2));
    }
    return here;
  }

  test.each(["place", "newest", "discussed"] as const)("by %s has no gaps and no doubles, also of a kind and of a person", async (order) => {
    const { list, by } = await many();
    const { threads } = await list();
    const somebody = await by(threads.find(({ first }) => first.by)?.first.id ?? "");
    for (const [wish, count] of [[{}, 45], [{ kind: "evidence" }, 36], [{ by: somebody }, null]] as const) {
      const { sizes, ids } = await allPages((after) => list({ ...wish, order, after }));
      expect(new Set(ids).size).toBe(ids.length);
      expect(sizes.slice(0, -1).every((size) => size === 20)).toBe(true);
      if (count !== null) expect(ids.length).toBe(count);
    }
  });

  test.each(["place", "newest", "discussed"] as const)("by %s while comments arrive doubles none, and leaves out none that was not written in", async (order) => {
    const { list, ada, says } = await many();
    const before = new Set((await allPages((after) => list({ order, after }))).ids);
    const moved = new Set<string>();
    let minute = 100;
    const { ids } = await allPages((after) => list({ order, after }), async () => {
      await says(ada, { block: 1 }, "Just come.", (minute += 1));
      const last = [...before].findLast((id) => !moved.has(id)) ?? "";
      moved.add(last);
      const comment = (await asks(null).articles.thread({ slug: (await list()).head.slug, thread: last })).branch.comment.id;
      await says(ada, { parent: comment }, "Just answered.", (minute += 1));
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect([...before].filter((id) => !ids.includes(id) && !moved.has(id))).toEqual([]);
    if (order === "place") expect([...before].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("of made-up cursors begins at the beginning, or ends", async () => {
    const { list } = await five();
    for (const after of ["", "nonsense", "-1.x"]) expect((await list({ after })).threads.length).toBe(5);
    for (const order of ["place", "newest", "discussed"] as const) {
      for (const after of ["9999999999999.z", "999999999.999999999", "0.0"]) await expect(list({ order, after })).resolves.toHaveProperty("threads");
    }
  });
});
