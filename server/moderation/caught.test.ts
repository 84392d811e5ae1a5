/** What rules hold, refuse and make wait: in posting, in editing, and what its author can do then. */
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, discussion, edit } from "../../db/schema/discussions";
import { held, moderationSetting, queueItem } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aComment } from "../testing/revised";
import { aHouseWith, aKey, aMember, anArticle, asks, later, refusal } from "../testing/world";

const SAID = "Could somebody name the treaty that the minister means?";
const WHY = { ground: "insult" as const, facts: "It is about the person." };
const itemOf = async (id: string) => (await database().select().from(queueItem).where(eq(queueItem.id, id)))[0];
type Article = { slug: string; discussionId: string };
const post = (who: Reader, { discussionId }: Article, body: string, seconds = 0) => asks(who, { now: () => later(seconds) }).comments.post({ discussion: discussionId, revision: 1, block: 1, body, key: aKey() });
const shown = async ({ slug }: Article) => (await asks(null).articles.all({ slug })).blocks.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.map(({ body }) => body)));

afterEach(() => aHouseWith({}));

describe("posting", () => {
  test("what has a listed word is held, its author is told which, and shows when it is let through", async () => {
    await aHouseWith({ suspect: "# ours\ncasino" });
    const [who, article, moderator] = [await aMember(), await anArticle(), await aMember({ role: "moderator" })];
    const { id, held: isHeld } = await post(who, article, "Visit my C4sino today.");
    expect([isHeld, await shown(article)]).toEqual([true, []]);
    expect(await asks(who).comments.held({ comment: id })).toMatchObject({ state: "held", body: "Visit my C4sino today.", caught: { phase: "suspect", rule: "word", span: { start: 9, end: 15 }, values: { word: "casino" } } });
    expect(await itemOf(id)).toMatchObject({ kind: "held", isHidden: true });
    await asks(moderator).moderation.decideComments({ act: "approve", comments: [{ id }] });
    expect(await shown(article)).toEqual(["Visit my C4sino today."]);
  });

  test("what is refused says the word beside the field, and keeps nothing", async () => {
    await aHouseWith({ banned: "casino", bannedWhat: "refuse" });
    const [who, article] = [await aMember(), await anArticle()];
    expect(await refusal(post(who, article, "The casino is open."))).toMatchObject({ reason: "field.listedWord", field: "body", code: "BAD_REQUEST" });
    expect((await asks(who).comments.heldList({})).held).toEqual([]);
  });

  test("the same again is held, unless its author took the first back; a short one is not", async () => {
    const [who, article] = [await aMember(), await anArticle()];
    const first = await post(who, article, SAID);
    const second = await post(who, article, `${SAID.toUpperCase()}!`.toLowerCase(), 10);
    expect([first.held, second.held]).toEqual([undefined, true]);
    await asks(who).comments.delete({ comment: second.id });
    await asks(who).comments.delete({ comment: first.id });
    expect((await post(who, article, SAID, 20)).held).toBeUndefined();
    expect((await post(who, article, "Why?", 30)).held).toBeUndefined();
    expect((await post(who, article, "Why?", 40)).held).toBeUndefined();
  });

  test("first comments are held where that is set, until so many stand", async () => {
    await aHouseWith({ newMemberApproved: "1" });
    const [who, article, moderator] = [await aMember(), await anArticle(), await aMember({ role: "moderator" })];
    const first = await post(who, article, "One.");
    expect(first.held).toBe(true);
    await asks(moderator).moderation.decideComments({ act: "approve", comments: [{ id: first.id }] });
    expect((await post(who, article, "Two.", 10)).held).toBeUndefined();
    expect((await post(moderator, article, "Staff.", 10)).held).toBeUndefined();
  });

  test("a discussion says by itself that a moderator looks first", async () => {
    const [who, article] = [await aMember(), await anArticle()];
    const editor = await aMember({ role: "editor" });
    await asks(editor).discussions.change({ slug: article.slug, version: 1, opensAt: "", closesAt: "", timeZone: "UTC", prompt: "", mode: "before" });
    const { id } = await post(who, article, "First.");
    expect((await itemOf(id))?.caught).toMatchObject({ rule: "before" });
    expect(await asks(who).comments.composing({ discussion: article.discussionId, block: 1, parent: null })).toMatchObject({ isBefore: true });
  });

  test("from so many comments of a thread within ten minutes on the next is held", async () => {
    await aHouseWith({ hotThread: "3", brake: false });
    const [who, article] = [await aMember(), await anArticle()];
    const first = await post(who, article, "One.");
    const reply = async (count: number, seconds: number) => asks(await aMember(), { now: () => later(seconds) }).comments.post({ discussion: article.discussionId, revision: 1, parent: first.id, body: `Number ${count}.`, key: aKey() });
    expect([(await reply(2, 10)).held, (await reply(3, 20)).held, (await reply(4, 30)).held, (await reply(5, 700)).held]).toEqual([undefined, undefined, true, undefined]);
  });
});

describe("what waits", () => {
  test("is changed by its author, waits on, and is taken back", async () => {
    await aHouseWith({ suspect: "casino" });
    const [who, article] = [await aMember(), await anArticle()];
    const { id } = await post(who, article, "The casino.");
    expect((await refusal(asks(await aMember()).comments.held({ comment: id }))).reason).toBe("noSuch.comment");
    expect((await refusal(asks(await aMember()).comments.changeHeld({ comment: id, version: 1, body: "Mine." }))).reason).toBe("noSuch.comment");
    await asks(who).comments.changeHeld({ comment: id, version: 1, body: "The harbour." });
    expect((await refusal(asks(who).comments.changeHeld({ comment: id, version: 1, body: "Late." }))).reason).toBe("conflict.changed");
    expect(await asks(who).comments.held({ comment: id })).toMatchObject({ body: "The harbour.", version: 2, state: "held", caught: { span: null } });
    expect((await itemOf(id))?.version).toBe(2);
    await asks(who).comments.delete({ comment: id });
    expect([await database().select().from(held).where(eq(held.id, id)), (await itemOf(id))?.closedAt === null]).toEqual([[], false]);
    expect((await refusal(asks(await aMember({ role: "moderator" })).moderation.decideComments({ act: "approve", comments: [{ id }] }))).reason).toBe("noSuch.comment");
  });
});

describe("editing", () => {
  test("what a rule catches is hidden with its new words, which a moderator lets through", async () => {
    await aHouseWith({ suspect: "casino" });
    const [who, article, moderator] = [await aMember(), await anArticle(), await aMember({ role: "moderator" })];
    const { id } = await aComment(who, article, 1, { body: "The harbour." });
    expect((await asks(who).comments.edit({ comment: id, version: 1, body: "The casino.", key: aKey() })).held).toBe(true);
    expect(await shown(article)).toEqual([""]);
    expect(await database().select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, article.discussionId))).toEqual([{ comments: 0 }]);
    expect(await asks(who).comments.held({ comment: id })).toMatchObject({ body: "The casino.", state: "hidden-waits", caught: { rule: "word" } });
    await asks(moderator).moderation.decideComments({ act: "approve", comments: [{ id }] });
    expect(await shown(article)).toEqual(["The casino."]);
    expect(await itemOf(id)).toMatchObject({ isHidden: false });
  });

  test("what a moderator has hidden stays so, comes back to the queue, and shows its new words alone", async () => {
    const [who, article, moderator] = [await aMember(), await anArticle(), await aMember({ role: "moderator" })];
    const { id } = await aComment(who, article, 1, { body: "You know nothing." });
    await asks(moderator).moderation.decideComments({ act: "hide", comments: [{ id }], reasons: WHY });
    expect((await refusal(asks(await aMember()).comments.edit({ comment: id, version: 2, body: "Mine.", key: aKey() }))).reason).toBe("notAllowed.deleted");
    const { version, state } = await asks(who).comments.held({ comment: id });
    await asks(who).comments.edit({ comment: id, version, body: "I disagree.", key: aKey() });
    expect([state, (await asks(who).comments.held({ comment: id })).state, await shown(article)]).toEqual(["hidden", "hidden-waits", [""]]);
    expect((await asks(who).comments.mine({ after: null })).comments).toMatchObject([{ id, restriction: "hidden", beginning: "I disagree." }]);
    await asks(moderator).moderation.decideComments({ act: "approve", comments: [{ id }] });
    expect(await shown(article)).toEqual(["I disagree."]);
    expect(await database().select({ body: edit.body }).from(edit).where(eq(edit.commentId, id))).toEqual([]);
  });

  test("what was removed is not changed", async () => {
    const [who, article, moderator] = [await aMember(), await anArticle(), await aMember({ role: "moderator" })];
    const { id } = await aComment(who, article, 1);
    await asks(moderator).moderation.decideComments({ act: "remove", comments: [{ id }], reasons: WHY });
    expect((await refusal(asks(who).comments.edit({ comment: id, version: 2, body: "I disagree.", key: aKey() }))).reason).toBe("notAllowed.deleted");
  });
});

describe("the brake", () => {
  test("after six turns of two people the next waits, and says why; the draft is kept, a third is not held up", async () => {
    const [one, other, third, article] = [await aMember(), await aMember(), await aMember(), await anArticle()];
    let { id: parent } = await post(one, article, "Number 1.");
    const reply = (who: Reader, turn: number, seconds = turn * 10) => asks(who, { now: () => later(seconds) }).comments.post({ discussion: article.discussionId, revision: 1, parent, body: `Number ${turn}.`, key: aKey() });
    for (let turn = 2; turn <= 6; turn += 1) ({ id: parent } = await reply(turn % 2 ? one : other, turn));
    expect(await asks(other, { now: () => later(65) }).comments.composing({ discussion: article.discussionId, block: null, parent })).toMatchObject({ brake: { seconds: 25, why: "ping-pong", with: 6 } });
    expect(await refusal(reply(other, 7, 65))).toMatchObject({ reason: "brake.ping-pong", field: "body", code: "TOO_MANY_REQUESTS" });
    expect((await asks(other).drafts.of({ discussion: article.discussionId, place: `reply:${parent}` })).body).toBe("Number 7.");
    await reply(third, 8, 66);
    await reply(other, 9, 90);
  });

  test("several reports make whoever wrote there wait, where it is on", async () => {
    const [one, article] = [await aMember(), await anArticle()];
    const { id: parent } = await post(one, article, "Number 1.");
    for (let count = 0; count < 5; count += 1) await asks(null).reports.make({ comment: parent, ground: "insult", email: `${aKey()}@example.org` });
    const reply = () => asks(one, { now: () => later(20) }).comments.post({ discussion: article.discussionId, revision: 1, parent, body: "Number 2.", key: aKey() });
    expect((await refusal(reply())).reason).toBe("brake.reports");
    await aHouseWith({ brake: false });
    await reply();
  });
});

describe("settings", () => {
  test("are checked number by number and line by line, and overtaken by no older form", async () => {
    await expect(aHouseWith({ linksMost: "lots" })).rejects.toThrow("field.wholeNumber");
    await expect(aHouseWith({ hidesAt: "0" })).rejects.toThrow("field.wholeNumber");
    const ask = asks(await aMember({ role: "administrator" })).moderation;
    const { version } = await ask.settings();
    const form = { mode: "after" as const, bannedWhat: "hold" as const, brake: true, banned: "fine\n\nx", suspect: "", newMemberApproved: "0", linksMost: "8", linksNewMember: "2", hotThread: "100", hidesAt: "3", version };
    expect(await refusal(ask.changeSettings(form))).toMatchObject({ reason: "wordList.wordTooShort", field: "banned" });
    await ask.changeSettings({ ...form, banned: "" });
    expect((await refusal(ask.changeSettings({ ...form, banned: "" }))).reason).toBe("conflict.changed");
  });

  test("that another instance wrote hold at once", async () => {
    const [who, article] = [await aMember(), await anArticle()];
    const { value, version } = await asks(await aMember({ role: "moderator" })).moderation.settings();
    await writeTogether((w) => [w.update(moderationSetting).set({ value: { ...value, mode: "before" }, version: version + 1 }).where(eq(moderationSetting.id, "site"))]);
    expect((await post(who, article, "One.")).held).toBe(true);
  });
});

describe("another program that is asked", () => {
  let server: Server;
  let answer: { status?: number; body?: string; hangs?: boolean } = {};
  let asked: { body: string; signature: unknown }[] = [];
  const usual = settings().check;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
        asked.push({ body: Buffer.concat(parts).toString(), signature: request.headers["x-paragora-signature"] });
        if (answer.hangs) return;
        response.writeHead(answer.status ?? 200).end(answer.body ?? '{"verdict":"pass"}');
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterEach(() => {
    settings().check = usual;
    [answer, asked] = [{}, []];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const checking = (fails: "open" | "closed") => {
    const address = server.address();
    settings().check = { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/check`, secret: "a secret of some length", fails };
  };

  test("is sent the text, signed, and nothing of its writer", async () => {
    checking("open");
    const [who, article] = [await aMember({ email: `${aKey()}@example.org` }), await anArticle()];
    const { id } = await post(who, article, "One 🏛.");
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ id, discussion: article.discussionId, article: expect.any(String) as string, language: "en", text: "One 🏛." });
    expect(asked[0]?.signature).toBe(`sha256=${createHmac("sha256", "a secret of some length").update(asked[0]?.body ?? "").digest("hex")}`);
    expect(asked[0]?.body).not.toContain(who.id);
  });

  test("holds with its reason and words, or refuses", async () => {
    checking("open");
    const [who, article] = [await aMember(), await anArticle()];
    answer = { body: '{"verdict":"hold","reason":"Sounds sold.","start":0,"end":3}' };
    const { id } = await post(who, article, "Buy it.");
    expect((await itemOf(id))?.caught).toEqual({ phase: "check", rule: "check", span: { start: 0, end: 3 }, what: "hold", values: { reason: "Sounds sold." } });
    answer = { body: '{"verdict":"refuse","reason":"Sold."}' };
    expect(await refusal(post(who, article, "Buy two.", 10))).toMatchObject({ reason: "field.refusedByCheck", field: "body" });
  });

  test.each([["an error", { status: 500 }], ["garbage", { body: "<html>" }], ["another form", { body: '{"verdict":"maybe"}' }], ["more than a line", { body: `{"verdict":"pass","x":"${"x".repeat(20_000)}"}` }], ["nothing within two seconds", { hangs: true }]])("answers %s: it passes or is held, as it is set", async (_, given) => {
    const [who, article] = [await aMember(), await anArticle()];
    answer = given;
    checking("open");
    expect((await post(who, article, "One.")).held).toBeUndefined();
    checking("closed");
    const { id } = await post(who, article, "Two.", 10);
    expect((await itemOf(id))?.caught).toMatchObject({ rule: "check-failed" });
    expect(await database().select().from(comment).where(eq(comment.id, id))).toEqual([]);
  });
});
