import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { block, revision, revisionMap } from "../../db/schema/articles";
import { heat, placement, reattachment } from "../../db/schema/discussions";
import { revisionDraft } from "../../db/schema/editing";
import { event } from "../../db/schema/events";
import { importArticle } from "../../domain/importing/article";
import type { Reader } from "../../domain/permissions";
import { buildWorker } from "../../scripts/worker";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks, contextOf, paragraph, refusal } from "../testing/world";
import { replaceText } from "./replace";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const C = "A reader may ask for the data that is held about them, free of charge.";
const D = "Complaints are answered within thirty days by somebody who did not decide the case.";

let editor: Reader;
let writer: Reader;
beforeAll(async () => {
  await buildWorker();
  settings().rates.commentEvery = 0;
  [editor, writer] = [await aMember({ role: "editor" }), await aMember()];
});

const ask = () => asks(editor).revising;

type Article = Awaited<ReturnType<typeof anArticle>>;

/** A comment on a block, or on some words of it; answers its thread. */
async function said({ discussionId }: Article, number: number | null, words?: [string, string], revisionNumber = 1): Promise<string> {
  const [text, phrase] = words ?? ["", ""];
  const span = words ? { start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length } : null;
  const { id } = await asks(writer).comments.post({ discussion: discussionId, revision: revisionNumber, block: number, words: span, body: `On ${phrase || number}.`, key: aKey() });
  return (await asks(null).comments.where({ comment: id })).thread;
}

async function rewritten({ slug }: Article, ...paragraphs: string[]) {
  await ask().begin({ slug });
  const text = importArticle(Buffer.from(`# The same\n\n${paragraphs.join("\n\n")}`), "markdown");
  if ("refused" in text) throw new Error(text.refused);
  const { version } = await ask().review({ slug });
  const done = await replaceText({ ...contextOf(editor), reader: editor }, { slug, version }, text);
  if ("refused" in done) throw new Error(done.refused);
  return { slug, version: done.version };
}

type Draft = { slug: string; version: number };

/** What a review or a publishing came to that was begun: null when it is done. */
async function ended({ slug }: Draft) {
  const isRunning = async () => (await ask().carrying({ slug })).carrying?.isRunning ?? false;
  await expect.poll(isRunning, { timeout: 30_000, interval: 10 }).toBe(false);
  return (await ask().carrying({ slug })).carrying?.refusal ?? null;
}

async function reviewed(draft: Draft) {
  await ask().makeReview(draft);
  expect(await ended(draft)).toBeNull();
  return (await ask().review({ slug: draft.slug })).counts;
}

async function publish(draft: Draft, more: { why?: string; agreed?: boolean } = {}) {
  await ask().publish({ ...draft, agreed: true, ...more });
  expect(await ended(draft)).toBeNull();
  const { id, newestRevision } = (await asks(null).articles.view({ slug: draft.slug })).head;
  const [row] = await database().select({ number: revision.number, carried: revision.carried }).from(revision).where(and(eq(revision.articleId, id), eq(revision.number, newestRevision)));
  return row;
}

/** Reviews and publishes; fails where something must be decided. */
async function published(article: Article, ...paragraphs: string[]) {
  const draft = await rewritten(article, ...paragraphs);
  await reviewed(draft);
  const row = await publish(draft, { why: "It was time." });
  if (!row) throw new Error("nothing was published");
  return row;
}

async function shown(thread: string, number: number, { id }: Article) {
  const [row] = await database()
    .select({ block: placement.blockNumber, place: placement.place, text: placement.text, start: placement.start, end: placement.end, cause: placement.cause })
    .from(placement)
    .innerJoin(revision, eq(revision.id, placement.revisionId))
    .where(eq(placement.threadId, thread))
    .orderBy(revision.number)
    .offset(number - 1)
    .limit(1);
  expect(id).toBeTruthy();
  return row;
}

describe("a revision", () => {
  test("carries every thread to its words, and says what became of each", async () => {
    const article = await anArticle({ blocks: [A, B, C, D].map(paragraph) });
    const [onA, onB, onPhrase, onC, onD, onAll] = [await said(article, 1), await said(article, 2), await said(article, 2, [B, "keep a register"]), await said(article, 3), await said(article, 4), await said(article, null)];
    const { number, carried } = await published(article, "A new beginning that nobody has commented on yet.", A, `${B} They publish it.`, D);
    expect([number, carried]).toEqual([2, { exact: 4, changed: 1, moved: 0, removed: 1 }]);
    expect(await shown(onA, 2, article)).toMatchObject({ block: 2, place: "same", text: "exact", cause: "identical" });
    expect(await shown(onB, 2, article)).toMatchObject({ block: 3, place: "same", text: "changed", cause: "in-order" });
    expect(await shown(onPhrase, 2, article)).toMatchObject({ block: 3, text: "exact", start: 29, end: 44 });
    expect(await shown(onC, 2, article)).toMatchObject({ block: 0, place: "removed", text: "changed", cause: "gone" });
    expect(await shown(onD, 2, article)).toMatchObject({ block: 4, place: "same", text: "exact" });
    expect(await shown(onAll, 2, article)).toMatchObject({ block: 0, place: "same", text: "exact" });
    const view = await asks(null).articles.view({ slug: article.slug });
    expect(view.head).toMatchObject({ revision: 2, newestRevision: 2, comments: 6 });
    expect(view.blocks.map(({ heat: { threads, comments } }) => [threads, comments])).toEqual([[0, 0], [1, 1], [2, 2], [1, 1]]);
    expect((await asks(null).articles.view({ slug: article.slug, revision: 1 })).blocks.map((one) => one.heat.threads)).toEqual([1, 2, 1, 1]);
  });

  test("keeps who, when and why, the map of its blocks, and an event for each thread that changed", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    const onB = await said(article, 2);
    await said(article, 1);
    await published(article, A, `${B} They publish it.`);
    const rows = await database().select().from(revision).where(eq(revision.articleId, article.id)).orderBy(revision.number);
    expect(rows[1]).toMatchObject({ number: 2, why: "It was time.", byMemberId: editor.id, carried: { exact: 1, changed: 1, moved: 0, removed: 0 } });
    const [map] = await database().select().from(revisionMap).where(eq(revisionMap.revisionId, rows[1]?.id ?? ""));
    expect(map?.fates.map(([to, method]) => [to, method])).toEqual([[[1], "identical"], [[2], "in-order"], [[], "gone"]]);
    const kinds = await database().select({ kind: event.kind, subject: event.subjectId }).from(event).where(eq(event.articleId, article.id)).orderBy(event.order);
    expect(kinds.slice(-2)).toEqual([{ kind: "article.revised", subject: rows[1]?.id }, { kind: "thread.carried", subject: onB }]);
    expect(await database().select().from(revisionDraft).where(and(eq(revisionDraft.articleId, article.id), eq(revisionDraft.retired, "")))).toEqual([]);
  });

  test("gives its blocks the ids of those they came from", async () => {
    const article = await anArticle({ blocks: [A, `${B} ${D}`, C].map(paragraph) });
    await published(article, C, A, B, D);
    const ids = async (number: number) => (await asks(null).articles.view({ slug: article.slug, revision: number })).blocks.map(({ blockId }) => blockId);
    const [[a, bd, c] = [], after] = [await ids(1), await ids(2)];
    expect([after[0], after[1], after[3]]).toEqual([c, a, bd]);
    expect(new Set([a, bd, c])).not.toContain(after[2]);
  });

  test("brings back what was gone, and stops drift by the words that were meant", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    const [onB, onPhrase] = [await said(article, 2), await said(article, 2, [B, "keep a register"])];
    await published(article, A, C);
    expect([await shown(onB, 2, article), await shown(onPhrase, 2, article)]).toMatchObject([{ place: "removed", block: 0 }, { place: "removed", block: 0, start: null }]);
    await published(article, A, C, B);
    expect([await shown(onB, 3, article), await shown(onPhrase, 3, article)]).toMatchObject([{ place: "same", text: "exact", block: 3 }, { text: "exact", block: 3, start: 29, end: 44 }]);
  });

  test("is refused without a review of this very text, and while something needs a person", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    const thread = await said(article, 2);
    const draft = await rewritten(article, A, "Operators of large platforms must publish which orders of courts they received and what became of each.", C);
    expect((await refusal(ask().publish(draft))).reason).toBe("notAllowed.reviewFirst");
    expect(await reviewed(draft)).toMatchObject({ "needs-you": 1, exact: 0 });
    expect((await refusal(ask().publish(draft))).reason).toBe("notAllowed.undecided");
    const { cases } = await ask().review({ slug: article.slug });
    expect(cases).toMatchObject([{ thread, decision: null, comments: 1, said: "On 2.", old: { number: 2, text: B }, now: { number: 2 } }]);
    expect(await ask().decide({ ...draft, which: { threads: [thread] }, decision: { kind: "accepted" } })).toMatchObject({ threads: 1, counts: { "needs-you": 0, changed: 1 } });
    expect(await publish(draft)).toMatchObject({ number: 2, carried: { changed: 1 } });
    expect(await shown(thread, 2, article)).toMatchObject({ block: 2, text: "changed" });
  });

  test("lets a person choose the passage, which then stands for ever, or let it go", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    const [first, second] = [await said(article, 2), await said(article, 1)];
    const draft = await rewritten(article, A, C, D);
    await reviewed(draft);
    await ask().decide({ ...draft, which: { threads: [first] }, decision: { kind: "attached", number: 3, words: { start: 0, end: 10 } } });
    expect((await refusal(ask().decide({ ...draft, which: { threads: [second] }, decision: { kind: "attached", number: 4 } }))).field).toBe("number");
    await ask().decide({ ...draft, which: { threads: [second] }, decision: { kind: "detached" } });
    await publish(draft);
    expect([await shown(first, 2, article), await shown(second, 2, article)]).toMatchObject([{ block: 3, start: 0, end: 10, cause: "person", place: "moved" }, { place: "removed", block: 0 }]);
    expect(await database().select().from(reattachment).where(eq(reattachment.threadId, first))).toMatchObject([{ byMemberId: editor.id, start: 0, end: 10 }]);
    await published(article, D, A, C, B);
    expect(await shown(first, 3, article)).toMatchObject({ block: 1, start: 0, end: 10, text: "exact" });
  });

  test("lets a person choose some words, by saying them", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    const thread = await said(article, 2);
    const draft = await rewritten(article, A, C, D);
    await reviewed(draft);
    expect((await ask().passage({ slug: draft.slug, thread, number: 3 })).passage).toEqual({ number: 3, text: D, sentences: [{ start: 0, end: D.length }] });
    expect((await refusal(ask().passage({ slug: draft.slug, thread, number: 4 }))).reason).toBe("noSuch.block");
    const attach = (number: number, quote: string) => ask().decide({ ...draft, which: { threads: [thread] }, decision: { kind: "attached", number, quote } });
    expect(await refusal(attach(3, "by nobody"))).toMatchObject({ reason: "field.noSuchWords", field: "words" });
    expect(await refusal(attach(3, "d"))).toMatchObject({ reason: "field.wordsTwice", field: "words" });
    expect(await refusal(attach(3, " "))).toMatchObject({ reason: "field.empty", field: "words" });
    await attach(3, " within thirty\ndays ");
    await publish(draft);
    expect(await shown(thread, 2, article)).toMatchObject({ block: 3, start: D.indexOf("within"), end: D.indexOf(" by somebody"), cause: "person" });
  });

  test("carries what is said while it is reviewed and published", async () => {
    const article = await anArticle({ blocks: [A, B, C].map(paragraph) });
    await said(article, 1);
    const draft = await rewritten(article, B, A, C);
    await reviewed(draft);
    const late = await said(article, 3);
    await publish(draft);
    expect(await shown(late, 2, article)).toMatchObject({ block: 3, text: "exact" });
  });

  test("has what is said on an older one at the same words, in whichever part of the passage they are", async () => {
    const article = await anArticle({ blocks: [A, `${B} ${D}`, C].map(paragraph) });
    await published(article, C, "Something new stands here, that nobody has read before.", A, `In short: ${B}`, D);
    const text = `${B} ${D}`;
    const [onFirst, onSecond, onAll] = [await said(article, 2, [text, "keep a register"]), await said(article, 2, [text, "within thirty days"]), await said(article, 2)];
    const at = async (thread: string) => database().select({ block: placement.blockNumber, text: placement.text, start: placement.start, end: placement.end }).from(placement).where(eq(placement.threadId, thread));
    const spot = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(await at(onFirst)).toEqual([{ block: 4, text: "exact", ...spot(`In short: ${B}`, "keep a register") }]);
    expect(await at(onSecond)).toEqual([{ block: 5, text: "exact", ...spot(D, "within thirty days") }]);
    expect(await at(onAll)).toMatchObject([{ text: "changed", start: null }]);
  });

  test("is one, when two publish it at once, and none of a text that others changed", async () => {
    const article = await anArticle({ blocks: [A, B].map(paragraph) });
    const draft = await rewritten(article, A, B, C);
    await reviewed(draft);
    await Promise.allSettled([ask().publish(draft), ask().publish(draft)]);
    await ended(draft);
    expect((await asks(null).articles.view({ slug: article.slug })).head.newestRevision).toBe(2);
    const next = await rewritten(article, A, C);
    expect((await refusal(ask().makeReview({ ...next, version: next.version - 1 }))).reason).toBe("conflict.changed");
    expect(await ask().begin({ slug: article.slug })).toMatchObject({ isOthers: false, version: next.version });
    expect(await asks(await aMember({ role: "editor" })).revising.begin({ slug: article.slug })).toMatchObject({ isOthers: true });
  });

  test("cut off half-way is seen by nobody, and done whole by the next attempt", async () => {
    const article = await anArticle({ blocks: [A, B].map(paragraph) });
    await said(article, 2);
    const draft = await rewritten(article, B, A);
    await reviewed(draft);
    const { writeTogether } = await import("../../db/write-together");
    // What an attempt leaves that dies before its last unit.
    await writeTogether((w) => [
      w.insert(revision).values({ id: `left-${article.id}`, articleId: article.id, number: 2, title: "Half", opening: "", language: "en", outline: [], createdAt: new Date() }),
      w.insert(block).values({ revisionId: `left-${article.id}`, number: 1, blockId: "left", kind: "paragraph", text: "Half", marks: [], sentences: [], shape: {} }),
      w.insert(heat).values({ discussionId: article.discussionId, revisionId: `left-${article.id}`, blockNumber: 1, threads: 1, comments: 1 }),
    ]);
    expect((await asks(null).articles.view({ slug: article.slug })).head).toMatchObject({ revision: 1, newestRevision: 1 });
    expect((await refusal(asks(null).articles.view({ slug: article.slug, revision: 2 }))).reason).toBe("noSuch.article");
    expect(await publish(draft)).toMatchObject({ number: 2 });
    expect((await asks(null).articles.view({ slug: article.slug })).blocks.map(({ text }) => text)).toEqual([B, A]);
  });
});
