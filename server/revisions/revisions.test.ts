import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { revision } from "../../db/schema/articles";
import { event } from "../../db/schema/events";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aComment, aRevision } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, paragraph, refusal } from "../testing/world";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const C = "A reader may ask for the data that is held about them, free of charge.";
const D = "Complaints are answered within thirty days by somebody who did not decide the case.";

let editor: Reader;
let writer: Reader;
beforeAll(async () => {
  settings().rates.commentEvery = 0;
  [editor, writer] = [await aMember({ role: "editor" }), await aMember()];
});

const article = () => anArticle({ blocks: [A, B, C, D].map(paragraph) });
const view = (slug: string, revision: number | null = null) => asks(null).articles.view({ slug, revision });
const changed = async (slug: string) => (await asks(writer).revisions.changed({})).comments.filter((one) => one.article.slug === slug);

describe("the list of revisions", () => {
  test("tells who, when, why, and what each did to the discussion, the newest first", async () => {
    const made = await article();
    await aComment(writer, made, 2);
    await aComment(writer, made, 3);
    await aRevision(editor, made, A, `${B} They publish it.`, D);
    const { revisions, next } = await asks(null).revisions.list({ slug: made.slug });
    expect(revisions).toMatchObject([
      { number: 2, by: editor.name, why: "It was time.", carried: { exact: 0, changed: 1, moved: 0, removed: 1 } },
      { number: 1, by: null, why: null, carried: null },
    ]);
    expect(next).toBeNull();
    expect((await asks(null).revisions.list({ slug: made.slug, after: 2 })).revisions.map(({ number }) => number)).toEqual([1]);
    expect(JSON.stringify(revisions)).not.toContain(editor.id);
    expect((await refusal(asks(null).revisions.list({ slug: "none" }))).reason).toBe("noSuch.article");
  });
});

describe("two revisions", () => {
  test("are compared passage by passage along all revisions between, with what is said on each", async () => {
    const made = await article();
    const { thread: onB } = await aComment(writer, made, 2);
    const { thread: onC } = await aComment(writer, made, 3);
    await aRevision(editor, made, "A new beginning that nobody knew.", A, `${B} They publish it.`, C, D);
    await aRevision(editor, made, "A new beginning that nobody knew.", A, `${B} They publish it every year.`, D);
    const compared = await asks(null).revisions.compare({ slug: made.slug, from: 1, to: 3 });
    expect(compared.counts).toEqual({ changed: 1, moved: 0, gone: 1, come: 1, same: 2 });
    expect(compared.rows).toMatchObject([
      { kind: "come", after: [{ number: 1 }], comments: 0, threads: [] },
      { kind: "unchanged", first: 2, last: 2 },
      { kind: "changed", before: [{ number: 2, text: B }], after: [{ number: 3, text: `${B} They publish it every year.` }], comments: 1, threads: [{ id: onB, total: 1, first: { body: "On 2." } }] },
      { kind: "gone", before: [{ number: 3, text: C }], comments: 1, threads: [{ id: onC }] },
      { kind: "unchanged", first: 4, last: 4 },
    ]);
  });

  test("say what moved, what was split, and a page at a time what all changed", async () => {
    const many = Array.from({ length: 50 }, (_, place) => `Article ${place} of the treaty is about the ${"abcdefghijklmnopqrstuvwxyz"[place % 26]}${place} harbour and whoever keeps it.`);
    const made = await anArticle({ blocks: [...many, B, `${C} ${D}`].map(paragraph) });
    await aRevision(editor, made, B, ...many.map((text) => `${text} Nobody else does.`), C, D);
    const first = await asks(null).revisions.compare({ slug: made.slug, from: 1, to: 2 });
    expect([first.rows.length, first.next, first.rows[0]]).toMatchObject([40, "40", { kind: "same", isMoved: true, before: [{ number: 51 }], after: [{ number: 1 }] }]);
    const second = await asks(null).revisions.compare({ slug: made.slug, from: 1, to: 2, after: 40 });
    expect([second.rows.length, second.next]).toEqual([12, null]);
    expect(second.rows.at(-1)).toMatchObject({ kind: "changed", before: [{ number: 52 }], after: [{ number: 52, text: C }, { number: 53, text: D }] });
  });

  test("of which one is none, or in the wrong order, are no page", async () => {
    const { slug } = await article();
    for (const [from, to] of [[1, 2], [0, 1]] as const) expect((await refusal(asks(null).revisions.compare({ slug, from, to }))).reason).toBe("noSuch.article");
    expect((await refusal(asks(null).revisions.compare({ slug, from: 1, to: 1 }))).reason).toBe("noSuch.page");
  });
});

describe("an article revised", () => {
  test("gives each thread the words it was written about where they are others now, or gone", async () => {
    const made = await article();
    const [onA, onB, words, onC] = [await aComment(writer, made, 1), await aComment(writer, made, 2), await aComment(writer, made, 2, { words: "the orders they received" }), await aComment(writer, made, 3)];
    await aRevision(editor, made, A, "Operators of large platforms keep a public register of the many orders they received.", D);
    const { blocks, wholeArticle } = await view(made.slug);
    const threads = [...blocks, wholeArticle].flatMap((one) => one.threads);
    const old = ({ thread }: { thread: string }) => threads.find(({ id }) => id === thread)?.old;
    expect([old(onA), old(onB), old(words), old(onC)]).toEqual([
      null,
      { revision: 1, block: 2, then: B, now: blocks[1]?.text, isPlaced: false, isKept: false },
      { revision: 1, block: 2, then: "the orders they received", now: "the many orders they received", isPlaced: false, isKept: false },
      { revision: 1, block: 3, then: C, now: null, isPlaced: false, isKept: false },
    ]);
    expect((await asks(null).articles.thread({ slug: made.slug, thread: onC.thread })).thread.old?.then).toBe(C);
    expect((await asks(null).articles.block({ slug: made.slug, number: 2 })).block.threads[0]?.old?.then).toBe(B);
    expect((await asks(null).articles.all({ slug: made.slug })).wholeArticle.threads[0]?.old?.then).toBe(C);
    expect((await asks(null).articles.threads({ slug: made.slug })).threads.map(({ passage }) => passage)).toEqual(["exact", "changed", "changed", "removed"]);
    expect((await view(made.slug, 1)).blocks.flatMap((one) => one.threads).map((one) => one.old)).toEqual([null, null, null, null]);
  });

  test("tells of each comment which revision its writer had before them", async () => {
    const made = await article();
    const on = { discussion: made.discussionId, revision: 1 };
    const first = await asks(writer, { now: () => later(-60) }).comments.post({ ...on, block: 2, body: "First.", key: aKey() });
    await aRevision(editor, made, "A new beginning that nobody knew.", A, `${B} They publish it.`, C, D);
    const reply = await asks(writer, { now: () => later(60) }).comments.post({ ...on, parent: first.id, body: "Second.", key: aKey() });
    const whole = await asks(writer, { now: () => later(60) }).comments.post({ ...on, block: null, body: "On all of it.", key: aKey() });
    const written = async ({ id }: { id: string }) => (await asks(null).comments.acts({ comment: id })).written;
    expect([await written(first), await written(reply), await written(whole)]).toEqual([{ revision: 1, block: 2 }, { revision: 2, block: 3 }, null]);
  });

  test("keeps what is unread on removed passages apart from what is on the whole article", async () => {
    const made = await article();
    await aComment(writer, made, 3);
    await aComment(writer, made, null);
    await aRevision(editor, made, A, B, D);
    const { comments } = await asks(await aMember()).reading.catchUp({ discussion: made.discussionId });
    expect(comments.map(({ block, isRemoved }) => [block, isRemoved])).toEqual([[null, true], [null, false]]);
  });

  test("counts on an older revision what is said by now, as the newest does", async () => {
    const made = await article();
    const [{ id: onB }, { id: onC }] = [await aComment(writer, made, 2), await aComment(writer, made, 3)];
    await aRevision(editor, made, "A new beginning that nobody knew.", A, B, D);
    await asks(writer).comments.post({ discussion: made.discussionId, revision: 2, parent: onB, body: "One more.", key: aKey() });
    await asks(writer).comments.delete({ comment: onC });
    const heat = async (revision: number) => (await view(made.slug, revision)).blocks.map((block) => [block.heat.threads, block.heat.comments]);
    expect([await heat(1), await heat(2)]).toEqual([[[0, 0], [1, 2], [1, 0], [0, 0]], [[0, 0], [0, 0], [1, 2], [0, 0]]]);
  });

  test("says of an older revision's blocks where the newest has them", async () => {
    const made = await article();
    await aRevision(editor, made, "A new beginning that nobody knew.", A, `${B} They publish it.`, C, D);
    await aRevision(editor, made, "A new beginning that nobody knew.", A, `${B} They publish it.`, D);
    expect((await view(made.slug, 1)).blocks.map(({ newest }) => newest)).toEqual([{ number: 2, isChanged: false }, { number: 3, isChanged: true }, { number: null, isChanged: true }, { number: 4, isChanged: false }]);
    expect((await view(made.slug)).blocks.map(({ newest }) => newest)).toEqual(Array(4).fill(undefined));
  });
});

describe("one's own comments whose passage changed", () => {
  test("are listed with old and new words until their author says that they still stand, and again when it changes again", async () => {
    const made = await article();
    const [onB, onC] = [await aComment(writer, made, 2), await aComment(writer, made, 3)];
    await aComment(await aMember(), made, 2, { body: "Somebody else's." });
    await aComment(writer, made, null, { body: "On all of it." });
    expect(await changed(made.slug)).toEqual([]);
    const second = `${B} They publish it.`;
    await aRevision(editor, made, A, second, D);
    expect(await changed(made.slug)).toMatchObject([
      { id: onC.id, said: "On 3.", number: null, old: { revision: 1, block: 3, then: C, now: null } },
      { id: onB.id, number: 2, old: { revision: 1, block: 2, then: B, now: second }, article: { revision: 2 } },
    ]);
    for (const { id } of [onB, onC]) await asks(writer).revisions.keep({ comment: id, revision: 2 });
    await asks(writer).revisions.keep({ comment: onB.id, revision: 2 });
    expect(await changed(made.slug)).toEqual([]);
    expect((await view(made.slug)).blocks[1]?.threads.map(({ old }) => old?.isKept)).toEqual([true, false]);
    expect(await database().select({ by: event.actorId }).from(event).where(and(eq(event.subjectId, onC.id), eq(event.kind, "comment.kept")))).toEqual([{ by: writer.id }]);
    await aRevision(editor, made, D, second);
    expect(await changed(made.slug)).toEqual([]);
    await aRevision(editor, made, D, `${second} In March.`);
    expect((await changed(made.slug)).map(({ id }) => id)).toEqual([onB.id]);
    expect((await view(made.slug)).blocks[1]?.threads.map(({ old }) => old?.isKept)).toEqual([false, false]);
  });

  test("are replies too, held against the words that stood there when they were written", async () => {
    const made = await article();
    const { id: first } = await aComment(await aMember(), made, 2);
    const on = { discussion: made.discussionId, revision: 1, parent: first };
    const before = await asks(writer, { now: () => later(-60) }).comments.post({ ...on, body: "Before.", key: aKey() });
    const second = `${B} They publish it.`;
    await aRevision(editor, made, A, second, C, D);
    const after = await asks(writer, { now: () => later(60) }).comments.post({ ...on, body: "After.", key: aKey() });
    expect(await changed(made.slug)).toMatchObject([{ id: before.id, said: "Before.", number: 2, old: { revision: 1, block: 2, then: B, now: second } }]);
    await asks(writer).revisions.keep({ comment: before.id, revision: 2 });
    expect(await changed(made.slug)).toEqual([]);
    await aRevision(editor, made, A, C, D);
    await writeTogether((w) => [w.update(revision).set({ createdAt: later(120) }).where(and(eq(revision.articleId, made.id), eq(revision.number, 3)))]);
    expect(await changed(made.slug)).toMatchObject([{ id: after.id, number: null, old: { revision: 2, block: 2, then: second, now: null } }, { id: before.id, number: null }]);
    await asks(writer).comments.edit({ comment: after.id, version: 1, kind: null, body: "Gone, then.", draft: null, key: aKey() });
    expect((await changed(made.slug)).map(({ id }) => id)).toEqual([before.id]);
  });

  test("that are edited or taken back are settled, and nobody settles another's", async () => {
    const made = await article();
    const [onB, onC] = [await aComment(writer, made, 2), await aComment(writer, made, 3, { words: "free of charge" })];
    await aRevision(editor, made, A, `${B} They publish it.`, "A reader may ask for the data that is held about them, for a fee.", D);
    expect((await changed(made.slug)).map(({ old }) => [old.then, old.now === null])).toEqual([["free of charge", false], [B, false]]);
    expect((await refusal(asks(editor).revisions.keep({ comment: onB.id, revision: 2 }))).reason).toBe("notAllowed.notYours");
    expect((await refusal(asks(writer).revisions.keep({ comment: onB.id, revision: 9 }))).reason).toBe("noSuch.article");
    await asks(writer).comments.edit({ comment: onB.id, version: 1, kind: null, body: "I see.", draft: null, key: aKey() });
    await asks(writer).comments.delete({ comment: onC.id });
    expect(await changed(made.slug)).toEqual([]);
    expect((await refusal(asks(writer).revisions.keep({ comment: onC.id, revision: 2 }))).reason).toBe("notAllowed.deleted");
    expect((await view(made.slug)).blocks[1]?.threads.map(({ old }) => old?.isKept)).toEqual([false]);
  });

  test("come a page at a time", async () => {
    const made = await anArticle({ blocks: [A, B].map(paragraph) });
    const one = await aMember();
    for (let count = 0; count < 11; count += 1) await aComment(one, made, 2, { body: `Number ${count}.` });
    await aRevision(editor, made, A, `${B} They publish it.`);
    const first = await asks(one).revisions.changed({});
    expect([first.comments.length, first.comments[0]?.said]).toEqual([10, "Number 10."]);
    const { comments, next } = await asks(one).revisions.changed({ after: first.next });
    expect([comments.map(({ said }) => said), next]).toEqual([["Number 0."], null]);
  });
});
