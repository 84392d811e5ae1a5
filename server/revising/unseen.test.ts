/** What is written where nobody sees it: whole new texts, and what is left when it is not needed any more. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { discussion } from "../../db/schema/discussions";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { buildWorker } from "../../scripts/worker";
import { visibleDraft } from "../editing/visible";
import { settings } from "../settings";
import { aRevision } from "../testing/revised";
import { aKey, aMember, anArticle, asks, contextOf, later, paragraph, refusal } from "../testing/world";
import { replaceText } from "./replace";
import { clearRetired } from "./retired";

const [A, B, C] = ["The committee reports to the assembly every year.", "Operators keep a register of the orders.", "A reader may ask for the data."];

let editor: Reader;
beforeAll(async () => {
  await buildWorker();
  settings().rates.commentEvery = 0;
  editor = await aMember({ role: "editor" });
});

const context = () => ({ ...contextOf(editor), reader: editor });
const textOf = async (slug: string) => (await asks(editor).editing.draft({ slug })).blocks.map(({ text }) => text);

async function replaced(slug: string, version: number, ...texts: string[]): Promise<number> {
  const done = await replaceText(context(), { slug, version }, { blocks: texts.map(paragraph) });
  if ("refused" in done) throw new Error(done.refused);
  return done.version;
}

test("a whole new text is undone and done again, edits of it and before it too, and another takes its place", async () => {
  const { slug } = await anArticle({ blocks: [A, B, C].map(paragraph) });
  const ask = asks(editor).editing;
  let { version } = await asks(editor).revising.begin({ slug });
  const [, second] = (await ask.draft({ slug })).blocks;
  ({ version } = await ask.reword({ slug, version, block: second?.id ?? "", text: `${B} They do.` }));
  version = await replaced(slug, version, C, A, "Something new.");
  const [first] = (await ask.draft({ slug })).blocks;
  ({ version } = await ask.reword({ slug, version, block: first?.id ?? "", text: `${C} Free of charge.` }));
  expect(await textOf(slug)).toEqual([`${C} Free of charge.`, A, "Something new."]);
  for (const texts of [[C, A, "Something new."], [A, `${B} They do.`, C], [A, B, C]]) {
    ({ version } = await ask.undo({ slug, version }));
    expect(await textOf(slug)).toEqual(texts);
  }
  for (const texts of [[A, `${B} They do.`, C], [C, A, "Something new."], [`${C} Free of charge.`, A, "Something new."]]) {
    ({ version } = await ask.redo({ slug, version }));
    expect(await textOf(slug)).toEqual(texts);
  }
  version = await replaced(slug, version, B);
  expect(await textOf(slug)).toEqual([B]);
  await ask.undo({ slug, version });
  expect(await textOf(slug)).toEqual([`${C} Free of charge.`, A, "Something new."]);
});

test("of two texts that are put in place at once one is, whole, and the other is told", async () => {
  const { slug } = await anArticle({ blocks: [A, B].map(paragraph) });
  const { version } = await asks(editor).revising.begin({ slug });
  const [one, other] = await Promise.allSettled([replaced(slug, version, A, C), replaced(slug, version, C, B, A)]);
  expect([one.status, other.status].sort()).toEqual(["fulfilled", "rejected"]);
  expect(await textOf(slug)).toEqual(one.status === "fulfilled" ? [A, C] : [C, B, A]);
});

test("what a cut-off attempt left is shown to nobody and cleared after an hour; a text that can be undone to stays; of a published or discarded draft nothing is left", async () => {
  const made = await anArticle({ blocks: [A, B].map(paragraph) });
  const { slug } = made;
  const { version } = await asks(editor).revising.begin({ slug });
  const now = await replaced(slug, version, A, C);
  const { draft, articleId } = await visibleDraft(context(), slug);
  const left = { id: `left-${slug}`, articleId, basedOn: 1, title: "Half", language: "en", retired: `left-${slug}`, textFor: draft.id, dropped: [], createdAt: later(0), updatedAt: later(0) };
  await writeTogether((w) => [w.insert(revisionDraft).values(left), w.insert(draftBlock).values({ draftId: left.id, blockId: "half", position: 1, kind: "paragraph", text: "Half", marks: [], shape: {} })]);
  expect(await textOf(slug)).toEqual([A, C]);
  expect(await asks(editor).revising.begin({ slug })).toMatchObject({ version: now });
  const held = async () => (await database().select({ id: draftBlock.draftId }).from(draftBlock).innerJoin(revisionDraft, eq(revisionDraft.id, draftBlock.draftId)).where(eq(revisionDraft.articleId, articleId))).map(({ id }) => id);
  await clearRetired(database(), later(60));
  expect(await held()).toContain(left.id);
  await clearRetired(database(), later(3_700));
  expect(new Set(await held())).toEqual(new Set([draft.id, draft.textIn]));
  await asks(editor).editing.undo({ slug, version: now });
  expect(await textOf(slug)).toEqual([A, B]);
  await asks(editor).editing.discard({ slug, version: now + 1 });
  await aRevision(editor, made, B, A);
  await clearRetired(database(), later(3_700));
  expect(await held()).toEqual([]);
  expect(await database().select().from(revisionDraft).where(eq(revisionDraft.articleId, articleId))).toEqual([]);
});

test("whoever posts while a revision is published has it placed on that one, never on the one before alone", async () => {
  const made = await anArticle({ blocks: [A, B].map(paragraph) });
  const reader = await aMember();
  const { id } = await asks(reader).comments.post({ discussion: made.discussionId, revision: 1, block: 2, body: "Before.", key: aKey() });
  await aRevision(editor, made, C, A, B);
  expect(await database().select({ on: discussion.placedOn }).from(discussion).where(eq(discussion.id, made.discussionId))).toEqual([{ on: 2 }]);
  // As one finds it that read the newest revision just before the last unit of the next: it must not write by that.
  await writeTogether((w) => [w.update(discussion).set({ placedOn: 3 }).where(eq(discussion.id, made.discussionId))]);
  const late = asks(reader).comments.post({ discussion: made.discussionId, revision: 2, parent: id, body: "Late.", key: aKey() });
  expect((await refusal(late)).reason).toBe("notAllowed.closed");
  await writeTogether((w) => [w.update(discussion).set({ placedOn: 2 }).where(eq(discussion.id, made.discussionId))]);
  await asks(reader).comments.post({ discussion: made.discussionId, revision: 1, block: 2, body: "After.", key: aKey() });
  expect((await asks(null).articles.view({ slug: made.slug })).blocks.map((one) => one.heat.threads)).toEqual([0, 0, 2]);
});
