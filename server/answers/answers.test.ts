import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { answer, proposal } from "../../db/schema/answers";
import { revision } from "../../db/schema/articles";
import { placement } from "../../db/schema/discussions";
import { event } from "../../db/schema/events";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { publishedDraft } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, NOON, paragraph, refusal } from "../testing/world";

const A = "The sea rises by four millimetres a year.";
const B = "Nobody knows who will pay for the dikes.";
const C = "海平面每年上升四毫米。";

let editor: Reader;
let writer: Reader;
beforeAll(async () => {
  settings().rates.commentEvery = 0;
  [editor, writer] = [await aMember({ role: "editor" }), await aMember()];
});

type Article = Awaited<ReturnType<typeof anArticle>>;
const aTalk = (texts = [A, B, C]) => anArticle({ blocks: texts.map(paragraph) });

async function said({ discussionId }: Article, number: number | null, more: { proposal?: string; words?: { start: number; end: number }; parent?: string; body?: string } = {}) {
  const { id } = await asks(writer).comments.post({ discussion: discussionId, revision: 1, block: number, body: more.body ?? "Something.", key: aKey(), ...more });
  return { id, thread: (await asks(null).comments.where({ comment: id })).thread };
}

/** The threads of a block, as the article's page shows them. */
async function threadsOn({ slug }: Article, number: number) {
  return (await asks(null).articles.view({ slug })).blocks.find((block) => block.number === number)?.threads ?? [];
}

describe("answers", () => {
  test("an answer is seen on the thread, a changed one leaves the earlier as history, and each is an event", async () => {
    const article = await aTalk();
    const { thread, id } = await said(article, 1);
    await asks(editor).answers.give({ thread, seen: 0, kind: "not-adopted", text: "It is measured so." });
    expect((await threadsOn(article, 1))[0]?.answer).toEqual({ kind: "not-adopted", text: "It is measured so.", change: null, comment: null, at: NOON.toISOString() });
    await asks(editor).answers.give({ thread, seen: 1, kind: "adopted", change: { revision: 1, block: 2 } });
    expect((await threadsOn(article, 1))[0]?.answer).toMatchObject({ kind: "adopted", text: null, change: { revision: 1, block: 2 } });
    const reply = await said(article, null, { parent: id, body: "Since 1993, by satellite." });
    await asks(editor).answers.give({ thread, seen: 2, kind: "answered", comment: reply.id });
    const told = await asks(editor).answers.of({ thread });
    expect(told.given.map(({ number, kind, by }) => [number, kind, by])).toEqual([[3, "answered", editor.name], [2, "adopted", editor.name], [1, "not-adopted", editor.name]]);
    expect(told.replies).toEqual([{ id: reply.id, name: writer.name, beginning: "Since 1993, by satellite." }]);
    await asks(editor).answers.takeBack({ thread, seen: 3 });
    expect((await threadsOn(article, 1))[0]?.answer).toBeNull();
    const kinds = await database().select({ kind: event.kind }).from(event).where(eq(event.subjectId, thread));
    expect(kinds.filter(({ kind }) => kind === "thread.answered")).toHaveLength(4);
    expect(await database().select().from(answer).where(eq(answer.threadId, thread))).toHaveLength(4);
  });

  test("what is missing or wrong is said beside its field, and a colleague's answer is not overwritten unseen", async () => {
    const article = await aTalk();
    const [{ thread }, other] = [await said(article, 1), await said(article, 2)];
    const { give } = asks(editor).answers;
    expect(await refusal(give({ thread, seen: 0, kind: "not-adopted", text: "  " }))).toMatchObject({ reason: "field.reasonMissing", field: "text" });
    expect(await refusal(give({ thread, seen: 0, kind: "answered" }))).toMatchObject({ reason: "field.answerMissing", field: "text" });
    expect(await refusal(give({ thread, seen: 0, kind: "adopted" }))).toMatchObject({ reason: "field.changeMissing", field: "change" });
    for (const change of [{ revision: 2, block: 1 }, { revision: 1, block: 9 }]) expect(await refusal(give({ thread, seen: 0, kind: "adopted", change }))).toMatchObject({ reason: "field.noSuchChange", field: "change" });
    for (const comment of [other.id, "none"]) expect(await refusal(give({ thread, seen: 0, kind: "answered", comment }))).toMatchObject({ reason: "field.noSuchReply", field: "comment" });
    await give({ thread, seen: 0, kind: "out-of-scope" });
    expect(await refusal(give({ thread, seen: 0, kind: "not-adopted", text: "No." }))).toMatchObject({ reason: "conflict.changed" });
    expect(await refusal(give({ thread: "none", seen: 0, kind: "out-of-scope" }))).toMatchObject({ reason: "noSuch.thread" });
  });

  test("the list of threads is sifted by answer, and by having none", async () => {
    const article = await aTalk();
    const [adopted, out, open] = [await said(article, 1), await said(article, 2), await said(article, 3)];
    expect((await asks(null).articles.threads({ slug: article.slug })).hasAnswers).toBe(false);
    await asks(editor).answers.give({ thread: adopted.thread, seen: 0, kind: "adopted", change: { revision: 1, block: 1 } });
    await asks(editor).answers.give({ thread: out.thread, seen: 0, kind: "out-of-scope" });
    for (const order of ["place", "newest", "discussed"] as const) {
      const those = async (which: "adopted" | "out-of-scope" | "answered" | "none" | null) => (await asks(null).articles.threads({ slug: article.slug, order, answer: which })).threads.map(({ id, answer: kind }) => [id, kind]);
      expect(await those("adopted")).toEqual([[adopted.thread, "adopted"]]);
      expect(await those("out-of-scope")).toEqual([[out.thread, "out-of-scope"]]);
      expect(await those("none")).toEqual([[open.thread, null]]);
      expect(await those("answered")).toEqual([]);
      expect(await those(null)).toHaveLength(3);
    }
  });

  test("a pinned thread stands first at its passage, also on the block's own page, and only so many are", async () => {
    const article = await aTalk();
    const made = [];
    for (let count = 0; count < 22; count += 1) made.push((await said(article, 1)).thread);
    const last = made[21] ?? "";
    expect((await threadsOn(article, 1))[0]?.id).toBe(made[0]);
    await asks(editor).answers.pin({ thread: last, pinned: true });
    await asks(editor).answers.pin({ thread: last, pinned: true });
    expect((await threadsOn(article, 1))[0]).toMatchObject({ id: last, isPinned: true });
    const page = await asks(null).articles.block({ slug: article.slug, number: 1 });
    expect(page.block.threads.map(({ id }) => id)).toEqual([last, ...made.slice(0, 20)]);
    expect((await asks(null).articles.block({ slug: article.slug, number: 1, after: Number(page.next) })).block.threads.map(({ id }) => id)).toEqual([made[20]]);
    for (const thread of made.slice(0, 19)) await asks(editor).answers.pin({ thread, pinned: true });
    expect(await refusal(asks(editor).answers.pin({ thread: made[20] ?? "", pinned: true }))).toMatchObject({ reason: "notAllowed.tooManyPinned" });
    await asks(editor).answers.pin({ thread: last, pinned: false });
    expect((await threadsOn(article, 1)).find(({ id }) => id === last)?.isPinned ?? false).toBe(false);
  });
});

describe("a discussion's dates", () => {
  const wish = { opensAt: "", closesAt: "", timeZone: "UTC", prompt: "" };

  test("outside them a post is refused by name, its text kept as a draft, and the same sent again answers as the first time", async () => {
    const article = await aTalk();
    const { slug, discussionId } = article;
    const first = { discussion: discussionId, revision: 1, block: 1, body: "In time.", key: aKey() };
    const { id } = await asks(writer).comments.post(first);
    await asks(editor).discussions.change({ slug, version: 1, ...wish, opensAt: "2026-05-08T13:00", closesAt: "2026-05-08T15:00", timeZone: "Europe/Berlin", prompt: "What is missing?" });
    expect((await asks(null).articles.head({ slug })).opening).toEqual({ opensAt: "2026-05-08T11:00:00.000Z", closesAt: "2026-05-08T13:00:00.000Z", timeZone: "Europe/Berlin", prompt: "What is missing?" });
    await asks(writer).comments.post({ ...first, body: "Open now.", key: aKey() });
    const after = asks(writer, { now: () => later(3_600) });
    expect(await refusal(after.comments.post({ ...first, block: 2, body: "Too late.", kind: "objection", proposal: "Somebody will pay.", key: aKey() }))).toMatchObject({ reason: "notAllowed.closed", code: "FORBIDDEN" });
    expect(await after.comments.post(first)).toEqual({ id, slug, again: true });
    const { block, isOpen } = await after.comments.composing({ discussion: discussionId, block: 2, words: null, parent: null });
    expect(isOpen).toBe(false);
    expect(await after.drafts.of({ discussion: discussionId, place: `block:${block?.id}` })).toMatchObject({ body: "Too late.", kind: "objection", proposal: "Somebody will pay.", version: 1 });
    expect(await refusal(after.comments.post({ discussion: discussionId, revision: 1, parent: id, body: "Also too late.", key: aKey() }))).toMatchObject({ reason: "notAllowed.closed" });
    expect(await refusal(asks(null, { now: () => later(3_600) }).comments.keepWaiting({ ...first, key: aKey() }))).toMatchObject({ reason: "notAllowed.closed" });
    expect(await refusal(asks(writer, { now: () => later(-7_200) }).comments.post({ ...first, key: aKey() }))).toMatchObject({ reason: "notAllowed.notYetOpen" });
    await after.comments.edit({ comment: id, version: 1, body: "Better said.", key: aKey() });
  });

  test("what cannot be a date is said beside its field; two editors do not overwrite each other", async () => {
    const { slug } = await aTalk();
    const { change } = asks(editor).discussions;
    expect(await refusal(change({ slug, version: 1, ...wish, opensAt: "tomorrow" }))).toMatchObject({ reason: "field.notATime", field: "opensAt" });
    expect(await refusal(change({ slug, version: 1, ...wish, opensAt: "2026-05-08T13:00", closesAt: "2026-05-08T13:00" }))).toMatchObject({ reason: "field.closesFirst", field: "closesAt" });
    expect(await refusal(change({ slug, version: 1, ...wish, timeZone: "Mars/Olympus" }))).toMatchObject({ reason: "field.notATimeZone", field: "timeZone" });
    expect(await refusal(change({ slug, version: 1, ...wish, prompt: "?".repeat(1_001) }))).toMatchObject({ reason: "field.tooLong", field: "prompt" });
    await change({ slug, version: 1, ...wish, closesAt: "2026-05-09T13:00", timeZone: "Asia/Shanghai" });
    expect(await refusal(change({ slug, version: 1, ...wish }))).toMatchObject({ reason: "conflict.changed" });
    expect(await asks(editor).discussions.settings({ slug })).toMatchObject({ version: 2, local: { opensAt: "", closesAt: "2026-05-09T13:00" } });
  });
});

describe("a proposed wording", () => {
  test("is changed or taken back by editing its comment, with what it was kept, until an editor took it", async () => {
    const article = await aTalk();
    const start = A.indexOf("four");
    const { id } = await said(article, 1, { words: { start, end: start + 4 }, proposal: "five" });
    const edit = (version: number, more: { proposal?: string | null; kind?: "question" }) => asks(writer).comments.edit({ comment: id, version, body: `Version ${version + 1}.`, key: aKey(), ...more });
    const now = async () => (await threadsOn(article, 1))[0]?.comments[0];
    await edit(1, { proposal: " six\n", kind: "question" });
    expect(await now()).toMatchObject({ kind: "suggestion", proposal: { before: "four", after: "six" } });
    await edit(2, { kind: "question" });
    expect(await now()).toMatchObject({ kind: "suggestion", proposal: { before: "four", after: "six" } });
    expect(await refusal(edit(3, { proposal: "s\u202eix" }))).toMatchObject({ reason: "field.bidi", field: "proposal" });
    const { earlier, may } = await asks(writer).comments.acts({ comment: id });
    expect([earlier.map(({ proposal }) => proposal), may.reword]).toEqual([["six", "five"], true]);
    await asks(editor).answers.accept({ comment: id });
    expect(await refusal(edit(3, { proposal: "seven" }))).toMatchObject({ reason: "notAllowed.proposalTaken" });
    expect((await asks(writer).comments.acts({ comment: id })).may.reword).toBe(false);
    await edit(3, { proposal: "six" });
    const { draft } = asks(editor).editing;
    await asks(editor).editing.discard({ slug: article.slug, version: (await draft({ slug: article.slug })).version });
    await edit(4, { proposal: "four", kind: "question" });
    expect(await now()).toMatchObject({ kind: "question", body: "Version 5.", proposal: null });
  });

  test("that was accepted carries its thread, however much it rewords, and asks nobody", async () => {
    const article = await aTalk();
    const { slug } = article;
    const [phrase, whole] = [await said(article, 1, { words: { start: 4, end: A.length - 1 }, proposal: "glaciers retreat from every valley that has been looked at" }), await said(article, 2, { proposal: "Dams are built by those whom they keep dry." })];
    for (const { id } of [phrase, whole]) await asks(editor).answers.accept({ comment: id });
    await publishedDraft(editor, { slug, version: (await asks(editor).editing.draft({ slug })).version });
    const placed = async ({ thread }: { thread: string }) => database().select({ block: placement.blockNumber, start: placement.start, end: placement.end, text: placement.text, cause: placement.cause, decided: placement.byMemberId }).from(placement).innerJoin(revision, eq(revision.id, placement.revisionId)).where(and(eq(placement.threadId, thread), eq(revision.number, 2)));
    expect(await placed(phrase)).toEqual([{ block: 1, start: 4, end: 62, text: "changed", cause: "proposal", decided: null }]);
    expect(await placed(whole)).toEqual([{ block: 2, start: null, end: null, text: "changed", cause: "proposal", decided: null }]);
  });

  test("is shown against the passage, accepted into the draft, and credited and adopted when that is published", async () => {
    const article = await aTalk();
    const { slug } = article;
    const start = A.indexOf("four");
    const on = await said(article, 1, { words: { start, end: start + 4 }, proposal: "five" });
    const whole = await said(article, 2, { proposal: "Who will pay for the dikes is open.\r\n" });
    const same = await said(article, 3, { proposal: C });
    const comment = (await threadsOn(article, 1))[0]?.comments[0];
    expect(comment).toMatchObject({ kind: "suggestion", proposal: { before: "four", after: "five" } });
    expect((await threadsOn(article, 3))[0]?.comments[0]).toMatchObject({ id: same.id, kind: null, proposal: null });
    expect(await refusal(asks(editor).answers.accept({ comment: same.id }))).toMatchObject({ reason: "notAllowed.noProposal" });
    expect(await asks(editor).answers.accept({ comment: on.id })).toMatchObject({ slug });
    await asks(editor).answers.accept({ comment: on.id });
    await asks(editor).answers.accept({ comment: whole.id });
    const draft = await asks(editor).editing.draft({ slug });
    expect(draft.blocks.map(({ text }) => text)).toEqual(["The sea rises by five millimetres a year.", "Who will pay for the dikes is open.", C]);
    expect((await asks(editor).answers.of({ thread: on.thread })).proposed).toEqual({ isAccepted: true, revision: null });
    // The second is taken back by undoing it: only what the published text says is credited.
    const { version } = await asks(editor).editing.undo({ slug, version: draft.version });
    await asks(writer).members.setCredited({ credited: true });
    await publishedDraft(editor, { slug, version });
    const view = await asks(null).articles.view({ slug });
    expect(view.blocks[0]?.text).toBe("The sea rises by five millimetres a year.");
    expect(view.credits).toEqual([{ block: 1, comment: on.id, name: writer.name }]);
    expect(view.blocks[0]?.threads[0]?.answer).toMatchObject({ kind: "adopted", change: { revision: 2, block: 1 } });
    expect(view.blocks[1]?.threads[0]?.answer).toBeNull();
    await asks(writer).members.setCredited({ credited: false });
    expect((await asks(null).articles.view({ slug })).credits).toEqual([{ block: 1, comment: on.id, name: null }]);
    expect(await asks(editor).answers.accept({ comment: whole.id })).toMatchObject({ slug });
  });

  test("is refused where the draft says something else by now, and nothing is begun for it", async () => {
    const article = await aTalk();
    const { slug } = article;
    const { id } = await said(article, 2, { proposal: "Somebody pays." });
    const late = await said(article, 3, { proposal: "海平面上升。" });
    await asks(editor).revising.begin({ slug });
    const { version, blocks } = await asks(editor).editing.draft({ slug });
    await asks(editor).editing.reword({ slug, version, block: blocks[1]?.id ?? "", text: "Other words." });
    expect(await refusal(asks(editor).answers.accept({ comment: id }))).toMatchObject({ reason: "notAllowed.passageDiffers" });
    await asks(editor).answers.accept({ comment: late.id });
    await asks(editor).editing.discard({ slug, version: version + 2 });
    expect((await asks(editor).answers.of({ thread: late.thread })).proposed).toEqual({ isAccepted: false, revision: null });
  });

  test("goes with the comment's words and comes back with them, and keeps its kind", async () => {
    const article = await aTalk();
    const { id } = await said(article, 1, { proposal: "The sea falls." });
    await asks(writer).comments.edit({ comment: id, version: 1, body: "Because.", kind: "question", key: aKey() });
    expect((await asks(null).comments.acts({ comment: id })).comment).toMatchObject({ kind: "suggestion", body: "Because." });
    const { was } = await asks(writer).comments.delete({ comment: id });
    expect(was).toEqual({ body: "Because.", kind: "suggestion", proposal: "The sea falls." });
    expect(await database().select().from(proposal).where(eq(proposal.commentId, id))).toEqual([]);
    await asks(writer).comments.restore({ comment: id, body: "Because.", kind: "suggestion", proposal: "The sea falls." });
    expect((await asks(null).comments.acts({ comment: id })).comment.proposal).toEqual({ before: A, after: "The sea falls." });
  });

  test("is refused where there is no passage, and where it is too long", async () => {
    const article = await aTalk();
    const { id } = await said(article, 1);
    expect(await refusal(said(article, null, { proposal: "A new text." }))).toMatchObject({ reason: "field.nothingToReword", field: "proposal" });
    expect(await refusal(said(article, null, { parent: id, proposal: "A new text." }))).toMatchObject({ reason: "field.nothingToReword", field: "proposal" });
    expect(await refusal(said(article, 1, { proposal: "a".repeat(30_001) }))).toMatchObject({ reason: "field.tooLong", field: "proposal" });
  });
});

describe("the response to comments", () => {
  test("tells by paragraph what was said, what became of it and of the text, and names who consented", async () => {
    const article = await aTalk();
    const { slug } = article;
    const first = await said(article, 1, { body: "Is it **so**?" });
    const suggestion = await said(article, 2, { proposal: "Somebody knows who will pay for the dikes." });
    await said(article, null, { body: "On all of it." });
    const gone = await said(article, 3);
    await asks(writer).comments.delete({ comment: gone.id });
    await asks(editor).answers.accept({ comment: suggestion.id });
    const { version } = await asks(editor).editing.draft({ slug });
    await publishedDraft(editor, { slug, version });
    await asks(editor).answers.give({ thread: first.thread, seen: 0, kind: "answered", text: "It is." });
    for (const reader of [null, writer]) expect(await refusal(asks(reader).answers.response({ slug }))).toMatchObject({ reason: "noSuch.page" });
    const own = await asks(editor).answers.response({ slug });
    await asks(editor).discussions.publishResponse({ slug, published: true });
    await asks(writer).members.setCredited({ credited: true });
    const told = await asks(null).answers.response({ slug });
    await asks(writer).members.setCredited({ credited: false });
    expect(own.contributors).toEqual([]);
    expect(told).toMatchObject({ contributors: [writer.name], others: 0, next: null, head: { hasResponse: true, revision: 2 } });
    expect(told.groups.map(({ block }) => block)).toEqual([1, 2, null]);
    expect(told.groups[0]?.threads[0]).toMatchObject({ first: { body: "Is it **so**?", name: writer.name }, answer: { kind: "answered", text: "It is." }, change: null });
    expect(told.groups[1]?.threads[0]).toMatchObject({ answer: { kind: "adopted" }, proposal: { before: B, after: "Somebody knows who will pay for the dikes." }, change: null });
    await asks(editor).discussions.publishResponse({ slug, published: false });
    expect(await refusal(asks(null).answers.response({ slug }))).toMatchObject({ reason: "noSuch.page" });
  });

  test("is made into a file so many times an hour", async () => {
    const [{ slug }, network] = [await aTalk(), aKey()];
    for (let count = 0; count < 60; count += 1) await asks(editor, { network }).answers.file({ slug });
    expect(await refusal(asks(editor, { network }).answers.file({ slug }))).toMatchObject({ reason: "tooMany" });
  });

  test("goes on page by page", async () => {
    const article = await aTalk();
    for (let count = 0; count < 101; count += 1) await said(article, 1 + (count % 3), { body: `Comment ${count}.` });
    const first = await asks(editor).answers.response({ slug: article.slug });
    const second = await asks(editor).answers.response({ slug: article.slug, after: first.next });
    const bodies = [...first.groups, ...second.groups].flatMap(({ threads }) => threads.map(({ first: { body } }) => body));
    expect([first.next === null, second.next, new Set(bodies).size, bodies.length]).toEqual([false, null, 101, 101]);
    const file = await asks(editor, { network: aKey() }).answers.file({ slug: article.slug });
    expect([file.view.next, file.groups.map(({ block, threads }) => [block, threads.length])]).toEqual([null, [[1, 34], [2, 34], [3, 33]]]);
  });
});
