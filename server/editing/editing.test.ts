import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { article, block, revision } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { draftBlock, draftEdit, revisionDraft } from "../../db/schema/editing";
import { event } from "../../db/schema/events";
import type { Reader } from "../../domain/permissions";
import { aDraft as draftOf, textsOf } from "../testing/drafts";
import { aMember, anArticle, asks, refusal } from "../testing/world";

let editor: Reader;
beforeAll(async () => {
  editor = await aMember({ role: "editor" });
});

const ask = () => asks(editor).editing;

const aDraft = (text = "# A draft\n\nFirst words. And more.\n\nSecond words.\n\n## A section\n\nThird words.") => draftOf(editor, text);

const look = async (slug: string) => ask().draft({ slug });
const texts = (slug: string) => textsOf(editor, slug);
const at = async (slug: string, number: number) => {
  const { version, blocks } = await look(slug);
  return { slug, version, block: blocks.find((one) => one.number === number)?.id ?? "none" };
};

describe("a draft", () => {
  test("is nobody's to see but editors'", async () => {
    const { slug, discussionId } = await anArticle({ draft: true });
    for (const reader of [null, await aMember(), editor]) {
      expect((await refusal(asks(reader).articles.view({ slug }))).reason).toBe("noSuch.article");
      expect((await refusal(asks(reader).comments.composing({ discussion: discussionId, block: null, parent: null }))).reason).toBe("noSuch.article");
      expect((await asks(reader).articles.list({})).articles.map((one) => one.slug)).not.toContain(slug);
    }
    expect((await ask().drafts({})).drafts.map((one) => one.slug)).toContain(slug);
    expect(await database().select().from(event).where(eq(event.discussionId, discussionId))).toEqual([]);
  });

  test("becomes the first revision, sentences cut, and is used up", async () => {
    const slug = await aDraft();
    await ask().split({ ...(await at(slug, 1)), at: 12 });
    const before = await look(slug);
    expect((await refusal(ask().publish({ slug, version: before.version - 1 }))).reason).toBe("conflict.changed");
    expect(await ask().publish({ slug, version: before.version })).toEqual({ slug });
    const { head, blocks } = await asks(null).articles.view({ slug });
    expect(head).toMatchObject({ revision: 1, newestRevision: 1, title: before.title, language: "en" });
    expect(blocks.map(({ number, kind, text, blockId }) => [number, kind, text, blockId])).toEqual(before.blocks.map(({ number, kind, text, id }) => [number, kind, text, id]));
    expect(blocks[0]?.sentences).toEqual([{ start: 0, end: 12 }]);
    const [kept] = await database().select().from(revision).where(eq(revision.articleId, head.id));
    expect(kept).toMatchObject({ byMemberId: editor.id, opening: "First words." });
    expect(await database().select().from(revisionDraft).where(eq(revisionDraft.articleId, head.id))).toEqual([]);
    expect(await database().select({ kind: event.kind, actor: event.actorId }).from(event).where(eq(event.subjectId, head.id))).toEqual([{ kind: "article.published", actor: editor.id }]);
    expect((await refusal(ask().publish({ slug, version: before.version }))).reason).toBe("noSuch.article");
  });

  test("of 4,000 blocks is published whole, and twice at once makes one", async () => {
    const slug = await aDraft(`# A draft\n\n${Array.from({ length: 4_000 }, (_, place) => `Paragraph ${place + 1}. It says one thing.`).join("\n\n")}`);
    const { version, pages, blocks } = await look(slug);
    expect([pages, blocks.length]).toEqual([40, 100]);
    expect((await ask().draft({ slug, page: 40 })).blocks.at(-1)?.number).toBe(4_000);
    const [one, other] = await Promise.allSettled([ask().publish({ slug, version }), ask().publish({ slug, version })]);
    expect([one.status, other.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    const [found] = await database().select({ id: revision.id }).from(revision).innerJoin(article, eq(article.id, revision.articleId)).where(eq(article.slug, slug));
    expect(await database().select({ number: block.number }).from(block).where(eq(block.revisionId, found?.id ?? "")).orderBy(block.number)).toHaveLength(4_000);
  });

  test("without text is not published", async () => {
    const slug = await aDraft("# A draft\n\nOnly this.");
    const { version } = await ask().drop({ ...(await at(slug, 1)), dropped: true });
    expect((await refusal(ask().publish({ slug, version }))).reason).toBe("notAllowed.noText");
  });

  test("thrown away leaves nothing", async () => {
    const slug = await aDraft();
    const { version } = await ask().drop({ ...(await at(slug, 1)), dropped: true });
    expect((await refusal(ask().discard({ slug, version: version - 1 }))).reason).toBe("conflict.changed");
    const [was] = await database().select({ id: article.id, draft: revisionDraft.id }).from(article).innerJoin(revisionDraft, eq(revisionDraft.articleId, article.id)).where(eq(article.slug, slug));
    await ask().discard({ slug, version });
    expect((await refusal(ask().draft({ slug }))).reason).toBe("noSuch.article");
    const left = await Promise.all([
      database().select().from(article).where(eq(article.slug, slug)),
      database().select().from(discussion).where(eq(discussion.articleId, was?.id ?? "")),
      database().select().from(draftBlock).where(eq(draftBlock.draftId, was?.draft ?? "")),
      database().select().from(draftEdit).where(eq(draftEdit.draftId, was?.draft ?? "")),
    ]);
    expect(left.flat()).toEqual([]);
  });
});

describe("its blocks", () => {
  test("are joined, split, retyped, left out and reworded, and all of it is undone and done again", async () => {
    const slug = await aDraft();
    const states = [await texts(slug)];
    const steps = [
      async () => ask().join(await at(slug, 1)),
      async () => ask().split({ ...(await at(slug, 1)), at: 23 }),
      async () => ask().retype({ ...(await at(slug, 1)), kind: "quotation" }),
      async () => ask().drop({ ...(await at(slug, 2)), dropped: true }),
      async () => ask().reword({ ...(await at(slug, 3)), text: "Third words.\n\nAnd a fourth paragraph." }),
    ];
    for (const step of steps) {
      await step();
      states.push(await texts(slug));
    }
    expect(states[1]).toEqual(["1 paragraph First words. And more. Second words.", "2 heading A section", "3 paragraph Third words."]);
    expect(states.at(-1)).toEqual(["1 quotation First words. And more.", "– paragraph Second words.", "2 heading A section", "3 paragraph Third words.", "4 paragraph And a fourth paragraph."]);
    for (const state of states.slice(0, -1).toReversed()) {
      await ask().undo({ slug, version: (await look(slug)).version });
      expect(await texts(slug)).toEqual(state);
    }
    expect((await refusal(look(slug).then(({ version }) => ask().undo({ slug, version })))).reason).toBe("notAllowed.nothingToUndo");
    for (const state of states.slice(1)) {
      await ask().redo({ slug, version: (await look(slug)).version });
      expect(await texts(slug)).toEqual(state);
    }
    expect((await refusal(look(slug).then(({ version }) => ask().redo({ slug, version })))).reason).toBe("notAllowed.nothingToRedo");
  });

  test("undone and then changed otherwise, what was undone is forgotten", async () => {
    const slug = await aDraft();
    await ask().join(await at(slug, 1));
    await ask().undo({ slug, version: (await look(slug)).version });
    await ask().drop({ ...(await at(slug, 1)), dropped: true });
    expect(await look(slug)).toMatchObject({ undo: "drop", redo: null });
  });

  test("an act on a version that is gone changes nothing, whoever comes second", async () => {
    const slug = await aDraft();
    const seen = await at(slug, 1);
    const outcomes = await Promise.allSettled([ask().join(seen), asks(await aMember({ role: "administrator" })).editing.reword({ ...seen, text: "Mine." })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await refusal(ask().retype({ ...seen, kind: "heading" }))).reason).toBe("conflict.changed");
    expect((await look(slug)).version).toBe(seen.version + 1);
  });

  test("a place can be cut as often as one likes, and undone all the way", async () => {
    const words = Array.from({ length: 60 }, (_, place) => `w${place}`);
    const slug = await aDraft(`# A draft\n\nBefore.\n\n${words.join(" ")}\n\nAfter.`);
    const whole = await texts(slug);
    for (let left = words.length - 1; left > 0; left -= 1) await ask().split({ ...(await at(slug, 2)), at: words.slice(0, left).join(" ").length });
    expect((await texts(slug)).slice(1, -1)).toEqual(words.map((word, place) => `${place + 2} paragraph ${word}`));
    for (let left = words.length - 1; left > 0; left -= 1) await ask().undo({ slug, version: (await look(slug)).version });
    expect(await texts(slug)).toEqual(whole);
  });

  test("refuse what cannot be", async () => {
    const slug = await aDraft();
    expect((await refusal(at(slug, 4).then((last) => ask().join(last)))).reason).toBe("notAllowed.lastBlock");
    expect((await refusal(at(slug, 1).then((first) => ask().split({ ...first, at: 0 })))).reason).toBe("field.splitNowhere");
    expect((await refusal(at(slug, 1).then((first) => ask().reword({ ...first, text: "a\u202eb" })))).reason).toBe("field.bidi");
    expect((await refusal(at(slug, 1).then((first) => ask().join({ ...first, block: "none" })))).reason).toBe("noSuch.block");
    const other = await at(await aDraft(), 1);
    expect((await refusal(at(slug, 1).then((first) => ask().join({ ...first, block: other.block })))).reason).toBe("noSuch.block");
  });

  test("numbers do not count what is left out, also on later pages, and a block is found on its page", async () => {
    const slug = await aDraft(`# A draft\n\n${Array.from({ length: 150 }, (_, place) => `Paragraph ${place + 1}.`).join("\n\n")}`);
    await ask().drop({ ...(await at(slug, 3)), dropped: true });
    const second = await ask().draft({ slug, page: 2 });
    expect(second.blocks[0]).toMatchObject({ number: 100, text: "Paragraph 101." });
    expect(await ask().draft({ slug, at: second.blocks[5]?.id ?? "" })).toMatchObject({ page: 2, total: 149, pages: 2 });
    expect((await ask().draft({ slug, page: 99 })).page).toBe(2);
    expect((await ask().block({ slug, block: second.blocks[0]?.id ?? "" })).block.number).toBe(100);
  });
});
