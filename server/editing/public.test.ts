/** What editors do to published articles: another address, withdrawal, restoring. */
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { watchChanges } from "../../db/changes";
import { event } from "../../db/schema/events";
import type { Reader } from "../../domain/permissions";
import { Refusal } from "../refusals";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks, refusal } from "../testing/world";

let editor: Reader;
let member: Reader;
const usual = { ...settings().rates };
beforeAll(async () => {
  settings().rates.commentEvery = 0;
  [editor, member] = [await aMember({ role: "editor" }), await aMember()];
  return () => Object.assign(settings().rates, usual);
});

const ask = () => asks(editor).editing;

async function detailsOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    const refused = error instanceof Error && error.cause instanceof Refusal ? error.cause : error;
    if (refused instanceof Refusal) return refused.details;
    throw error;
  }
  throw new Error("the call was not refused");
}

describe("another slug", () => {
  test("leads all old ones to the newest, there and back again", async () => {
    const { slug: a } = await anArticle();
    const [b, c] = [`${a}-b`, `${a}-c`];
    const moved = async (slug: string) => (await detailsOf(asks(null).articles.view({ slug }))).moved;
    await ask().rename({ slug: a, to: b });
    expect(await moved(a)).toBe(b);
    await ask().rename({ slug: b, to: c });
    expect([await moved(a), await moved(b)]).toEqual([c, c]);
    await ask().rename({ slug: c, to: a });
    expect((await asks(null).articles.view({ slug: a })).head.slug).toBe(a);
    expect([await moved(b), await moved(c)]).toEqual([a, a]);
    expect((await ask().article({ slug: a })).formerSlugs).toEqual([b, c]);
  });

  test("is said on every procedure that takes one, and changes its pages", async () => {
    const { slug, id } = await anArticle();
    const changes: (string | null)[] = [];
    await watchChanges((seen) => changes.push(...seen.map(({ articleId }) => articleId)));
    await ask().rename({ slug, to: `${slug}-now` });
    expect(changes).toContain(id);
    const { articles } = asks(null);
    const calls = [articles.head({ slug }), articles.view({ slug, revision: 1 }), articles.block({ slug, number: 1 }), articles.threads({ slug }), articles.thread({ slug, thread: "x" }), articles.all({ slug })];
    for (const { moved } of await Promise.all(calls.map(detailsOf))) expect(moved).toBe(`${slug}-now`);
    expect(await database().select({ kind: event.kind, actor: event.actorId }).from(event).where(and(eq(event.subjectId, id), eq(event.kind, "article.renamed")))).toEqual([{ kind: "article.renamed", actor: editor.id }]);
  });

  test("one that an article has or had is nobody else's, even at once", async () => {
    const [one, other] = [await anArticle(), await anArticle()];
    const wanted = `wanted-${aKey()}`;
    const outcomes = await Promise.allSettled([ask().rename({ slug: one.slug, to: wanted }), ask().rename({ slug: other.slug, to: wanted })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [taken, loser] = outcomes[0]?.status === "fulfilled" ? [one.slug, other.slug] : [other.slug, one.slug];
    for (const to of [wanted, taken]) expect(await refusal(ask().rename({ slug: loser, to }))).toMatchObject({ reason: "field.slugTaken", field: "slug" });
    expect((await refusal(ask().rename({ slug: loser, to: "Not One" }))).reason).toBe("field.slugShape");
    expect((await anArticle({ title: taken })).slug).not.toBe(taken);
    expect((await refusal(anArticle({ draft: true }).then(({ slug }) => ask().rename({ slug, to: `${slug}-x` })))).reason).toBe("noSuch.article");
  });

  test("twice at once, one of them is told", async () => {
    const { slug } = await anArticle();
    const outcomes = await Promise.allSettled(["x", "y"].map((end) => ask().rename({ slug, to: `${slug}-${end}` })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("withdrawing", () => {
  test("leaves a notice at all its addresses, and takes nothing from its members", async () => {
    const { slug, discussionId, id } = await anArticle();
    const posted = await asks(member).comments.post({ discussion: discussionId, revision: 1, block: 1, body: "Mine.", key: aKey() });
    const { thread } = await asks(null).comments.where({ comment: posted.id });
    const changes: (string | null)[] = [];
    await watchChanges((seen) => changes.push(...seen.map(({ articleId }) => articleId)));
    await ask().withdraw({ slug, why: " It names a child. " });
    expect(changes).toContain(id);
    const visitor = asks(null);
    const { articles, comments } = visitor;
    const refused = [
      articles.head({ slug }), articles.view({ slug }), articles.view({ slug, revision: 1 }), articles.block({ slug, number: 1 }), articles.threads({ slug }), articles.thread({ slug, thread }), articles.all({ slug }),
      comments.where({ comment: posted.id }), comments.acts({ comment: posted.id }), comments.composing({ discussion: discussionId, block: 1, parent: null }), comments.keepWaiting({ discussion: discussionId, revision: 1, block: 1, body: "Late.", key: aKey() }),
      asks(member).comments.post({ discussion: discussionId, revision: 1, block: 1, body: "Late.", key: aKey() }), asks(member).comments.edit({ comment: posted.id, version: 1, body: "Late.", key: aKey() }), asks(member).comments.delete({ comment: posted.id }),
      asks(member).reading.here({ discussion: discussionId }), asks(member).reading.catchUp({ discussion: discussionId }), asks(member).drafts.save({ discussion: discussionId, place: "article", body: "Late.", version: 0 }),
    ];
    for (const { withdrawn } of await Promise.all(refused.map(detailsOf))) expect(withdrawn).toMatchObject({ why: "It names a child.", at: "2026-05-08T12:00:00.000Z", language: "en" });
    expect((await visitor.articles.list({})).articles.map((one) => one.slug)).not.toContain(slug);
    expect((await asks(member).comments.mine({ after: null })).comments.map((one) => one.id)).toContain(posted.id);
    await asks(member).reading.mark([{ thread, sequences: [1] }]);
    expect(await ask().article({ slug })).toMatchObject({ state: "withdrawn", withdrawn: { why: "It names a child." } });
    expect((await ask().articles({})).articles.find((one) => one.slug === slug)?.state).toBe("withdrawn");
  });

  test("is undone by restoring, and both are told in the events", async () => {
    const { slug, id } = await anArticle();
    await ask().withdraw({ slug, why: "Too early." });
    expect((await refusal(ask().withdraw({ slug, why: "Again." }))).reason).toBe("conflict.changed");
    await ask().restore({ slug });
    expect((await refusal(ask().restore({ slug }))).reason).toBe("conflict.changed");
    expect((await asks(null).articles.view({ slug })).blocks).toHaveLength(3);
    const events = await database().select({ kind: event.kind }).from(event).where(and(eq(event.subjectId, id), inArray(event.kind, ["article.withdrawn", "article.restored"]))).orderBy(event.order);
    expect(events.map(({ kind }) => kind)).toEqual(["article.withdrawn", "article.restored"]);
  });

  test("wants a reason", async () => {
    const { slug } = await anArticle();
    expect(await refusal(ask().withdraw({ slug, why: " " }))).toMatchObject({ reason: "field.empty", field: "why" });
    expect(await refusal(ask().withdraw({ slug, why: "a\u0000" }))).toMatchObject({ reason: "field.controlCharacters", field: "why" });
  });

  test("an old address of a withdrawn article leads to its notice", async () => {
    const { slug } = await anArticle();
    await ask().rename({ slug, to: `${slug}-b` });
    await ask().withdraw({ slug: `${slug}-b`, why: "Wrong." });
    expect((await detailsOf(asks(null).articles.view({ slug }))).moved).toBe(`${slug}-b`);
    expect((await detailsOf(asks(null).articles.view({ slug: `${slug}-b` }))).withdrawn?.why).toBe("Wrong.");
  });
});
