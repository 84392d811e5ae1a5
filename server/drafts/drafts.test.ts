import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { article, block } from "../../db/schema/articles";
import { draft } from "../../db/schema/drafts";
import { writeTogether } from "../../db/write-together";
import { tidy } from "../housekeeping";
import { aKey, aMember, anArticle, asks, later, paragraph, refusal } from "../testing/world";

/** A member, an article, and what is asked of drafts at one of its places. */
async function aPlace(place: string | ((blocks: string[]) => string) = "article") {
  const [reader, on] = [await aMember(), await anArticle()];
  const rows = await database().select({ id: block.blockId }).from(block).where(eq(block.revisionId, on.revisionId)).orderBy(block.number);
  const at = { discussion: on.discussionId, place: typeof place === "string" ? place : place(rows.map(({ id }) => id)) };
  const save = (body: string, version: number, seconds = 0) => asks(reader, { now: () => later(seconds) }).drafts.save({ ...at, body, version });
  return { reader, on, at, save, kept: () => asks(reader).drafts.of(at) };
}

const firstBlock = ([id]: string[]) => `block:${id}`;

describe("saving", () => {
  test("keeps the words where they belong, and counts", async () => {
    const { save, kept, at } = await aPlace(firstBlock);
    expect(await kept()).toEqual({ body: "", kind: null, version: 0, updatedAt: null });
    expect(await save("So far ", 0)).toEqual({ ...at, version: 1, updatedAt: later(0).toISOString() });
    expect(await save("So far so good", 1, 9)).toMatchObject({ version: 2 });
    expect(await kept()).toEqual({ body: "So far so good", kind: null, proposal: null, version: 2, updatedAt: later(9).toISOString() });
  });

  test("the same words twice is once", async () => {
    const { save, kept } = await aPlace();
    await save("The same.", 0);
    expect(await save("The same.", 0)).toMatchObject({ version: 1 });
    expect((await kept()).version).toBe(1);
  });

  test("from an older version is refused with the other words, and nothing is overwritten", async () => {
    const { save, kept } = await aPlace();
    await save("Both knew.", 0);
    await save("From the phone.", 1, 5);
    const refused = await refusal(save("From the desk.", 1));
    expect(refused).toEqual({ reason: "conflict.draft", field: "body", code: "CONFLICT", other: { body: "From the phone.", kind: null, version: 2, updatedAt: later(5).toISOString() } });
    expect((await kept()).body).toBe("From the phone.");
    expect(await save("From both.", refused.other?.version ?? 0)).toMatchObject({ version: 3 });
  });

  test("of two tabs that save at once one wins, and the other is told its words", async () => {
    const { save, kept } = await aPlace();
    await save("Both knew.", 0);
    const ended = await Promise.allSettled([save("One tab.", 1), save("The other tab.", 1)]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const winner = await kept();
    expect(winner).toMatchObject({ version: 2, body: ended[0].status === "fulfilled" ? "One tab." : "The other tab." });
    const loser = ended.find(({ status }) => status === "rejected");
    expect(await refusal(loser?.status === "rejected" ? Promise.reject(loser.reason) : Promise.resolve())).toMatchObject({ reason: "conflict.draft", other: { body: winner.body, version: 2 } });
  });

  test("of twenty that begin the same draft at once one wins", async () => {
    const { save, kept } = await aPlace();
    const ended = await Promise.allSettled(Array.from({ length: 20 }, (_, tab) => save(`Tab ${tab}.`, 0)));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await kept()).version).toBe(1);
  });

  test("nothing throws the draft away; an old tab does not bring it back, who knows of it may", async () => {
    const { reader, save, kept } = await aPlace();
    await save("Some words.", 0);
    expect(await save(" ", 1)).toMatchObject({ version: 2 });
    expect((await asks(reader).drafts.list({})).drafts).toEqual([]);
    expect(await refusal(save("Old words.", 1))).toMatchObject({ reason: "conflict.draftGone", other: { body: "", version: 2 } });
    await save("New words.", 2);
    expect(await kept()).toMatchObject({ body: "New words.", version: 3 });
  });

  test("a draft is its writer's alone", async () => {
    const { at, save } = await aPlace();
    await save("Mine.", 0);
    const other = await aMember();
    expect((await asks(other).drafts.of(at)).body).toBe("");
    await asks(other).drafts.save({ ...at, body: "Theirs.", version: 0 });
    await asks(other).drafts.delete({ ...at, version: 1 });
    expect((await asks(other).drafts.list({})).drafts).toEqual([]);
    await save("Mine still.", 1);
  });

  test.each([
    ["20,001 characters", "字".repeat(20_001), "field.tooLong"],
    ["a NUL", "a\u0000b", "field.controlCharacters"],
    ["half a surrogate pair", "a\ud800b", "field.loneSurrogate"],
  ])("%s is refused beside the field", async (_, body, reason) => {
    const { save } = await aPlace();
    expect(await refusal(save(body, 0))).toMatchObject({ reason, field: "body" });
  });

  test("a place that is not there keeps nothing", async () => {
    const { reader, at } = await aPlace();
    const [elsewhere, somebody] = [await anArticle(), await aMember()];
    const { id } = await asks(somebody).comments.post({ discussion: elsewhere.discussionId, revision: 1, body: "Elsewhere.", key: aKey() });
    const wish = (place: string) => asks(reader).drafts.save({ ...at, place, body: "Where?", version: 0 });
    expect((await refusal(wish("block:nowhere"))).reason).toBe("noSuch.block");
    expect((await refusal(wish("reply:nowhere"))).reason).toBe("noSuch.comment");
    expect((await refusal(wish(`reply:${id}`))).reason).toBe("noSuch.comment");
    await expect(wish("anywhere")).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("words and sentences of a block are places of their own, when the block has them", async () => {
    const { reader, at } = await aPlace(firstBlock);
    const wish = (part: string) => asks(reader).drafts.save({ ...at, place: at.place + part, body: `On ${part}.`, version: 0 });
    await Promise.all([wish(""), wish(":words:0-5"), wish(":words:0-6"), wish(":sentences:0-0")]);
    expect((await asks(reader).drafts.list({})).drafts).toHaveLength(4);
    expect((await refusal(wish(":words:0-500"))).reason).toBe("noSuch.block");
    expect((await refusal(wish(":sentences:0-1"))).reason).toBe("noSuch.block");
  });

  test("only its author drafts a change to a comment", async () => {
    const { reader, at } = await aPlace();
    const { id } = await asks(await aMember()).comments.post({ discussion: at.discussion, revision: 1, body: "Not yours.", key: aKey() });
    expect((await refusal(asks(reader).drafts.save({ ...at, place: `edit:${id}`, body: "Mine?", version: 0 }))).reason).toBe("notAllowed.notYours");
  });

  test("a hundred are kept and no more, also when they come at once; one thrown away makes room", async () => {
    const [reader, on] = [await aMember(), await anArticle({ blocks: Array.from({ length: 103 }, (_, count) => paragraph(`Paragraph ${count}.`)) })];
    const blocks = await database().select({ id: block.blockId }).from(block).where(eq(block.revisionId, on.revisionId)).orderBy(block.number);
    const save = (count: number) => asks(reader).drafts.save({ discussion: on.discussionId, place: `block:${blocks[count]?.id}`, body: `Number ${count}.`, version: 0 });
    for (let count = 0; count < 96; count += 1) await save(count);
    const ended = await Promise.allSettled(Array.from({ length: 6 }, (_, more) => save(96 + more)));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect((await refusal(save(102))).reason).toBe("notAllowed.tooManyDrafts");
    await asks(reader).drafts.delete({ discussion: on.discussionId, place: `block:${blocks[0]?.id}`, version: 1 });
    await save(102);
  });
});

describe("the list", () => {
  test("is paged, newest first, and says where each belongs", async () => {
    const { reader, at, on } = await aPlace();
    const { id } = await asks(reader).comments.post({ discussion: at.discussion, revision: 1, block: 2, body: "To be answered.", key: aKey() });
    const { place } = (await aPlace(firstBlock)).at;
    const blocks = await database().select({ id: block.blockId }).from(block).where(eq(block.revisionId, on.revisionId)).orderBy(block.number);
    const places = ["article", `block:${blocks[2]?.id}`, `reply:${id}`, `edit:${id}`, ...Array.from({ length: 18 }, (_, end) => `block:${blocks[0]?.id}:words:0-${end + 1}`)];
    for (const [count, where] of places.entries()) await asks(reader, { now: () => later(count) }).drafts.save({ discussion: at.discussion, place: where, body: "x".repeat(200), version: 0 });
    const first = await asks(reader).drafts.list({});
    const second = await asks(reader).drafts.list({ after: first.next });
    expect([...first.drafts, ...second.drafts].map((one) => one.place)).toEqual(places.toReversed());
    expect([first.drafts.length, second.next, place === at.place]).toEqual([20, null, false]);
    expect(first.drafts[0]).toMatchObject({ article: { slug: on.slug }, block: 1, gone: null, body: null, beginning: `${"x".repeat(120)}…` });
    expect(first.drafts.find((one) => one.place === `reply:${id}`)).toMatchObject({ answers: reader.name, block: null });
    expect(second.drafts.map((one) => [one.place, one.block])).toEqual([[`block:${blocks[2]?.id}`, 3], ["article", null]]);
  });

  test("keeps, whole, what can no longer be continued", async () => {
    const { reader, at, on, save } = await aPlace(firstBlock);
    await save("On a block that goes.", 0);
    const { id } = await asks(reader).comments.post({ discussion: at.discussion, revision: 1, block: 2, body: "Soon gone.", key: aKey() });
    await asks(reader, { now: () => later(1) }).drafts.save({ ...at, place: `reply:${id}`, body: "To one that goes.", version: 0 });
    await asks(reader).comments.delete({ comment: id });
    await writeTogether((w) => [w.delete(block).where(and(eq(block.revisionId, on.revisionId), eq(block.number, 1)))]);
    expect((await asks(reader).drafts.list({})).drafts).toMatchObject([
      { gone: "comment", answers: null, body: "To one that goes." },
      { gone: "block", block: null, body: "On a block that goes." },
    ]);
    await save("Written on all the same.", 1);
    await writeTogether((w) => [w.update(article).set({ state: "withdrawn" }).where(eq(article.id, on.id))]);
    expect((await asks(reader).drafts.list({})).drafts.map(({ gone }) => gone)).toEqual(["article", "article"]);
    await asks(reader).drafts.delete({ ...at, version: 2 });
    expect((await asks(reader).drafts.list({})).drafts).toHaveLength(1);
  });
});

describe("deleting", () => {
  test("gives the words back, so that saving again undoes it", async () => {
    const { reader, at, kept } = await aPlace();
    await asks(reader).drafts.save({ ...at, kind: "question", body: "Regretted?", version: 0 });
    const { was, version } = await asks(reader).drafts.delete({ ...at, version: 1 });
    expect(was).toEqual({ body: "Regretted?", kind: "question", proposal: null });
    expect(await asks(reader).drafts.delete({ ...at, version: 1 })).toMatchObject({ version, was: { body: "" } });
    await asks(reader).drafts.save({ ...at, ...was, version });
    expect(await kept()).toMatchObject({ ...was, version: 3 });
  });

  test("does not take words it has not seen", async () => {
    const { reader, at, save } = await aPlace();
    await save("Seen.", 0);
    await save("Not seen.", 1);
    expect(await refusal(asks(reader).drafts.delete({ ...at, version: 1 }))).toMatchObject({ reason: "conflict.draft", other: { body: "Not seen." } });
  });
});

describe("posting", () => {
  test("uses up the draft of its place and no other, in the same unit", async () => {
    const { reader, at, save, kept } = await aPlace(firstBlock);
    await save("Now it is said.", 0);
    await asks(reader).drafts.save({ ...at, place: "article", body: "On the whole.", version: 0 });
    const wish = { discussion: at.discussion, revision: 1, block: 1, body: "Now it is said.", key: aKey() };
    await asks(reader).comments.post(wish);
    expect(await kept()).toMatchObject({ body: "", version: 2 });
    await save("Another thought.", 2);
    expect((await asks(reader).comments.post(wish)).again).toBe(true);
    expect((await kept()).body).toBe("Another thought.");
    expect((await asks(reader).drafts.list({})).drafts.map(({ place }) => place).toSorted()).toEqual(["article", at.place]);
  });

  test("refused, keeps it", async () => {
    const { reader, at, save, kept } = await aPlace(firstBlock);
    await save("Turned \u200eabout.", 0);
    await refusal(asks(reader).comments.post({ discussion: at.discussion, revision: 1, block: 1, body: "Turned \u202e about.", key: aKey() }));
    expect((await kept()).version).toBe(1);
  });

  test("that names the version it saw leaves a newer text, and one at another place it used", async () => {
    const { reader, at, save, kept } = await aPlace(firstBlock);
    await save("Seen.", 0);
    await save("Not seen.", 1);
    const post = (draft: { place?: string; version: number }, seconds: number) =>
      asks(reader, { now: () => later(seconds) }).comments.post({ discussion: at.discussion, revision: 1, block: 1, body: "Seen.", draft, key: aKey() });
    await post({ version: 1 }, 0);
    expect((await kept()).body).toBe("Not seen.");
    await asks(reader).drafts.save({ ...at, place: `${at.place}:words:0-5`, body: "Seen.", version: 0 });
    await post({ place: `${at.place}:words:0-5`, version: 1 }, 60);
    expect((await asks(reader).drafts.list({})).drafts.map(({ place }) => place)).toEqual([at.place]);
  });

  test("a reply and a change use up theirs; what a visitor had written does not", async () => {
    const { reader, at } = await aPlace();
    const { id } = await asks(reader).comments.post({ discussion: at.discussion, revision: 1, body: "The first.", key: aKey() });
    for (const place of [`reply:${id}`, `edit:${id}`, "article"]) await asks(reader).drafts.save({ ...at, place, body: `At ${place}.`, version: 0 });
    await asks(reader, { now: () => later(60) }).comments.post({ discussion: at.discussion, revision: 1, parent: id, body: "An answer.", key: aKey() });
    await asks(reader).comments.edit({ comment: id, version: 1, body: "The first, changed.", key: aKey() });
    const { secret } = await asks(null).comments.keepWaiting({ discussion: at.discussion, revision: 1, body: "Written as a visitor.", key: aKey() });
    await asks(reader, { now: () => later(120) }).comments.postWaiting({ secret });
    expect((await asks(reader).drafts.list({})).drafts.map(({ place }) => place)).toEqual(["article"]);
  });
});

test("emptied drafts are forgotten after a month, kept ones never", async () => {
  const { reader, at, save } = await aPlace(firstBlock);
  await save("Kept.", 0);
  await asks(reader).drafts.save({ ...at, place: "article", body: "Thrown away.", version: 0 });
  await asks(reader).drafts.delete({ ...at, place: "article", version: 1 });
  const places = async () => (await database().select({ place: draft.place }).from(draft).where(eq(draft.memberId, reader.id))).map(({ place }) => place).toSorted();
  await tidy(later(29 * 24 * 3_600));
  expect(await places()).toEqual(["article", at.place]);
  await tidy(later(31 * 24 * 3_600));
  expect(await places()).toEqual([at.place]);
});
