/** The queue: in which order and to whom it shows what, and that two moderators never lose a decision. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { comment } from "../../db/schema/discussions";
import { logRow, queueItem, report } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { CLAIM_MS, wholeQueue } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { aComment } from "../testing/revised";
import { aReported } from "../testing/waiting";
import { aKey, aMember, anArticle, asks, later, NOON, refusal } from "../testing/world";
import { countOnSnooze } from "./claims";

const WHY = { ground: "insult" as const, facts: "The first sentence is about the person who asked." };

let seconds = 0;

/** Each ten seconds after the one before: nobody writes too fast. */
async function wrote(writer: Reader, { discussionId }: { discussionId: string }, body: string, about: { block?: number; parent?: string } = {}) {
  seconds += 10;
  const at = later(seconds);
  const { id } = await asks(writer, { now: () => at }).comments.post({ discussion: discussionId, revision: 1, body, key: aKey(), ...about });
  return { id, thread: (await asks(null).comments.where({ comment: id })).thread };
}

/** An article of its own with so many reported comments, each by another member, a second apart. */
async function anEvening(many: number, { urgency = () => 2, author }: { urgency?: (place: number) => number; author?: Reader } = {}) {
  const [article, moderator] = await Promise.all([anArticle(), aMember({ role: "moderator" })]);
  const items: { id: string; thread: string; author: Reader }[] = [];
  for (let place = 0; place < many; place += 1) {
    const writer = author ?? (await aMember());
    const made = await wrote(writer, article, `Words of item ${place}.`, { block: 2 });
    await aReported({ comment: made, author: writer, discussionId: article.discussionId, urgency: urgency(place), at: later(place) });
    items.push({ ...made, author: writer });
  }
  return { article, moderator, items, wish: { ...wholeQueue, article: article.slug } };
}

describe("the list", () => {
  test("has the most urgent first, of these the oldest, and pages without losing or repeating any", async () => {
    const { moderator, items, wish } = await anEvening(30, { urgency: (place) => (place % 3) + 1 });
    const ask = asks(moderator).moderation;
    const first = await ask.queue(wish);
    const second = await ask.queue({ ...wish, after: first.next });
    const wanted = [3, 2, 1].flatMap((rank) => items.filter((_, place) => (place % 3) + 1 === rank).map(({ id }) => id));
    expect([first.items.length, second.items.length, second.next]).toEqual([25, 5, null]);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(wanted);
    expect(first.items[0]).toMatchObject({ kind: "reported", ground: "insult", reports: 1, urgency: "now", beginning: "Words of item 2.", claimed: null });
  });

  test("is filtered by kind, rule, member and claim, and counts what there is", async () => {
    const { article, moderator, items, wish } = await anEvening(3);
    const ask = asks(moderator).moderation;
    const ids = async (more: Partial<typeof wish>) => (await ask.queue({ ...wish, ...more })).items.map(({ id }) => id);
    await ask.claim({ item: items[1]?.id ?? "" });
    expect(await ids({ claim: "mine" })).toEqual([items[1]?.id]);
    expect(await ids({ claim: "unclaimed" })).toEqual([items[0]?.id, items[2]?.id]);
    expect(await ids({ member: items[2]?.author.name.toUpperCase() ?? "" })).toEqual([items[2]?.id]);
    expect(await ids({ ground: "threat" })).toEqual([]);
    expect(await ids({ kind: "held" })).toEqual([]);
    expect(await ids({ kind: "reported" })).toHaveLength(3);
    const { counts } = await ask.queue(wish);
    expect(counts.articles.find(({ slug }) => slug === article.slug)).toMatchObject({ count: 3 });
    expect(counts.mine).toBe(1);
    expect(counts.kinds.reported).toBeGreaterThanOrEqual(3);
    expect(counts.grounds.insult).toBeGreaterThanOrEqual(3);
  });

  test("leads on to the next that nobody else has claimed, and from the end to the top", async () => {
    const { moderator, items, wish } = await anEvening(3);
    const [ask, other] = [asks(moderator).moderation, asks(await aMember({ role: "moderator" })).moderation];
    const places = (await ask.queue(wish)).items.map(({ place }) => place);
    await other.claim({ item: items[1]?.id ?? "" });
    expect(await ask.next({ ...wish, after: places[0] ?? "" })).toEqual({ id: items[2]?.id, kind: "reported", isOfClass: false });
    expect(await ask.next({ ...wish, after: places[2] ?? "" })).toEqual({ id: items[0]?.id, kind: "reported", isOfClass: false });
    expect(await other.next({ ...wish, after: places[0] ?? "" })).toEqual({ id: items[1]?.id, kind: "reported", isOfClass: false });
  });
});

describe("a second moderator", () => {
  test("is asked by name and told, or whoever comes is; the list says so until it is decided", async () => {
    const { moderator, items, wish } = await anEvening(2);
    const [second, plain] = await Promise.all([aMember({ role: "administrator" }), aMember()]);
    const [ask, other, item] = [asks(moderator), asks(second), items[0]?.id ?? ""];
    const asked = async (who: typeof ask) => (await who.moderation.queue(wish)).items.map((one) => one.asked);
    for (const whom of [plain.name, moderator.name, "nobody of that name"]) expect(await refusal(ask.moderation.ask({ item, whom, question: "Is it one?" }))).toMatchObject({ reason: "field.noSuchModerator", field: "whom" });
    expect(await refusal(ask.moderation.ask({ item, whom: "", question: " " }))).toMatchObject({ reason: "field.empty", field: "question" });
    await ask.moderation.claim({ item });
    await ask.moderation.ask({ item, whom: second.name.toUpperCase(), question: "Is it one?" });
    await ask.moderation.ask({ item: items[1]?.id ?? "", whom: "", question: "Or this?" });
    expect(await asked(ask)).toEqual([{ name: second.name, isMe: false }, { name: null, isMe: false }]);
    expect(await asked(other)).toEqual([{ name: second.name, isMe: true }, { name: null, isMe: false }]);
    expect((await other.notices.list({})).notices).toMatchObject([{ kind: "asked", subject: item, isUnread: true, article: null }]);
    expect((await ask.notices.list({})).notices).toEqual([]);
    expect(await other.moderation.item({ item })).toMatchObject({ asked: { isMe: true }, claimed: null, notes: [{ body: "Is it one?", by: moderator.name }] });
    await other.moderation.decideComments({ act: "approve", comments: [{ id: item }] });
    expect(await asked(ask)).toHaveLength(1);
    expect((await refusal(ask.moderation.ask({ item, whom: "", question: "Too late?" }))).reason).toBe("conflict.decided");
  });
});

describe("a case", () => {
  test("tells the comment in its thread, who reported it and how often they were right, and who wrote it", async () => {
    const [author, other, reporter, moderator] = await Promise.all([aMember(), aMember(), aMember(), aMember({ role: "moderator" })]);
    const article = await anArticle();
    const first = await aComment(other, article, 2, { words: "thoughts", body: "Is that so?" });
    const { id } = await wrote(author, article, "You never know anything.", { parent: first.id });
    const { id: answer } = await wrote(other, article, "I do.", { parent: id });
    const earlier = await wrote(author, article, "On 1.", { block: 1 });
    await aReported({ comment: earlier, author, discussionId: article.discussionId, by: reporter });
    const ask = asks(moderator).moderation;
    await ask.decideComments({ act: "remove", comments: [{ id: earlier.id }], reasons: WHY });
    await aReported({ comment: { id, thread: first.thread }, author, discussionId: article.discussionId, by: reporter, quote: { start: 0, end: 3 } });
    await ask.note({ about: id, note: "The third this week." });
    await ask.note({ about: author.id, note: "Was asked kindly in May." });
    expect(await ask.item({ item: id })).toMatchObject({
      kind: "comment",
      waiting: { ground: "insult", isHidden: false },
      passage: { number: 2, words: "thoughts" },
      before: [{ id: first.id, body: "Is that so?" }],
      comment: { id, body: "You never know anything." },
      after: [{ id: answer }],
      author: { name: author.name, comments: 1, decisions: 1, earlier: [{ act: "remove", ground: "insult" }], waiting: 1 },
      reports: [{ name: reporter.name, start: 0, end: 3, accuracy: 2 / 3 }],
      like: expect.arrayContaining([expect.objectContaining({ commentId: earlier.id, act: "remove", beginning: "On 1." })]),
      notes: [{ body: "Was asked kindly in May.", isAboutMember: true }, { body: "The third this week.", isAboutMember: false }],
      reach: { isFirst: false, replies: 1 },
      fault: null,
    });
  });

  test("is one too when nobody has reported it; what is sealed is read there", async () => {
    const [author, moderator] = await Promise.all([aMember(), aMember({ role: "moderator" })]);
    const article = await anArticle();
    const { id } = await aComment(author, article, 2, { body: "Sealed words." });
    const ask = asks(moderator).moderation;
    expect(await ask.item({ item: id })).toMatchObject({ waiting: null, seen: null, restriction: null });
    await ask.decideComments({ act: "remove", comments: [{ id }], reasons: WHY });
    expect(await ask.item({ item: id })).toMatchObject({ restriction: "removed", comment: { body: "Sealed words.", isGone: false }, decisions: [{ act: "remove", by: moderator.name }] });
    await asks(author).comments.delete({ comment: id });
    expect(await ask.item({ item: id })).toMatchObject({ comment: { body: "", isGone: true } });
    expect((await refusal(ask.item({ item: "none" }))).reason).toBe("noSuch.comment");
  });

  test("says whose it may not be", async () => {
    const administrator = await aMember({ role: "administrator" });
    const moderator = await aMember({ role: "moderator" });
    const article = await anArticle();
    const [own, above] = [await aComment(moderator, article, 2), await aComment(administrator, article, 2)];
    expect(await asks(moderator).moderation.item({ item: own.id })).toMatchObject({ fault: "ownCase", faultOfMember: "ownCase" });
    expect(await asks(moderator).moderation.item({ item: above.id })).toMatchObject({ fault: "above", faultOfMember: "above" });
  });
});

describe("a claim", () => {
  test("is shown to others, taken over knowingly, given back, and over after ten minutes", async () => {
    const { moderator, items } = await anEvening(1);
    const item = items[0]?.id ?? "";
    const second = await aMember({ role: "moderator" });
    const at = (who: Reader, ms: number) => asks(who, { now: () => new Date(NOON.getTime() + ms) }).moderation;
    await at(moderator, 0).claim({ item });
    expect(await at(second, 0).item({ item })).toMatchObject({ claimed: { by: moderator.name, isMine: false } });
    expect(await refusal(at(second, CLAIM_MS - 1).claim({ item }))).toMatchObject({ reason: "conflict.claimed", code: "CONFLICT" });
    await at(second, CLAIM_MS).claim({ item });
    await at(moderator, CLAIM_MS).claim({ item, over: true });
    expect(await at(moderator, CLAIM_MS).item({ item })).toMatchObject({ claimed: { isMine: true } });
    await at(second, CLAIM_MS).release({ item });
    expect(await at(second, CLAIM_MS).item({ item })).toMatchObject({ claimed: { by: moderator.name } });
    await at(moderator, CLAIM_MS).release({ item });
    expect(await at(second, CLAIM_MS).item({ item })).toMatchObject({ claimed: null });
    await at(second, 0).decideComments({ act: "approve", comments: [{ id: item }] });
    expect((await refusal(at(second, 0).claim({ item }))).reason).toBe("conflict.decided");
  });

  test("is minded by decisions: one is refused by name, of many those are left out; taken over or run out it is not", async () => {
    const { moderator, items } = await anEvening(4);
    const [first = "", ...others] = items.map(({ id }) => id);
    const second = await aMember({ role: "moderator" });
    const at = (who: Reader, ms: number) => asks(who, { now: () => new Date(NOON.getTime() + ms) }).moderation;
    await at(moderator, 0).claim({ item: first });
    expect(await refusal(at(second, CLAIM_MS - 1).decideComments({ act: "hide", comments: [{ id: first }], reasons: WHY }))).toMatchObject({ reason: "conflict.claimed" });
    expect(await at(second, 1).decideComments({ act: "approve", comments: [{ id: first }, { id: others[0] ?? "" }] })).toMatchObject({ decided: [others[0]], skipped: [{ id: first, why: "claimed" }] });
    expect(await at(second, 1).decideAll({ act: "hide", member: items[0]?.author.id ?? "", since: NOON, reasons: WHY })).toMatchObject({ decided: 0, skipped: 1, claimed: 1, left: 0 });
    await at(second, 2).claim({ item: first, over: true });
    expect((await refusal(at(moderator, 3).decideComments({ act: "hide", comments: [{ id: first }], reasons: WHY }))).reason).toBe("conflict.claimed");
    await at(second, 3).decideComments({ act: "hide", comments: [{ id: first }], reasons: WHY });
    await at(moderator, 0).claim({ item: others[1] ?? "" });
    await at(second, CLAIM_MS).decideComments({ act: "hide", comments: [{ id: others[1] ?? "" }], reasons: WHY });
  });

  test("of two at once one is told who was faster", async () => {
    const { items } = await anEvening(1);
    const moderators = await Promise.all(Array.from({ length: 6 }, () => aMember({ role: "moderator" })));
    const said = await Promise.all(moderators.map((one) => asks(one).moderation.claim({ item: items[0]?.id ?? "" }).then(() => "claimed", (error: Error) => error.message)));
    expect(said.toSorted()).toEqual(["claimed", ...Array.from({ length: 5 }, () => "conflict.claimed")]);
  });
});

test("a member who is set aside waits until so many more have come", async () => {
  const author = await aMember();
  const { article, moderator, items, wish } = await anEvening(2, { author });
  const ask = asks(moderator).moderation;
  await ask.snooze({ member: author.id, left: 2 });
  expect((await ask.queue(wish)).items).toEqual([]);
  expect((await ask.queue({ ...wish, snoozed: true })).items).toHaveLength(2);
  const another = async (): Promise<number> => {
    const made = await wrote(author, article, "Once more.");
    await aReported({ comment: made, author, discussionId: article.discussionId });
    await writeTogether((w) => countOnSnooze(w, author.id));
    return (await ask.queue(wish)).items.length;
  };
  expect(await another()).toBe(0);
  expect(await ask.item({ item: items[0]?.id ?? "" })).toMatchObject({ author: { snoozed: 1 } });
  expect(await another()).toBe(4);
  await ask.snooze({ member: author.id, left: 5 });
  await ask.snooze({ member: author.id, left: 0 });
  expect((await ask.queue(wish)).items).toHaveLength(4);
});

test("notes are refused when they say nothing", async () => {
  const moderator = await aMember({ role: "moderator" });
  expect(await refusal(asks(moderator).moderation.note({ about: "any", note: " " }))).toMatchObject({ reason: "field.empty", field: "note" });
});

describe("many at once", () => {
  test("all that a member wrote since a day goes in batches under one id, and comes back as one", async () => {
    const [author, moderator] = await Promise.all([aMember(), aMember({ role: "moderator" })]);
    const article = await anArticle();
    const made: { id: string }[] = [];
    for (let place = 0; place <= 120; place += 1) made.push(await wrote(author, article, `Again ${place}.`));
    const since = later(seconds - 1_195);
    const given = { act: "remove" as const, member: author.id, since, reasons: { ground: "repetition" as const, facts: "The same in many threads." } };
    const ask = asks(moderator).moderation;
    const first = await ask.decideAll(given);
    expect(first).toMatchObject({ decided: 100, skipped: 0, left: 20 });
    const second = await ask.decideAll({ ...given, after: first.next, batch: first.batch });
    expect(second).toMatchObject({ batch: first.batch, decided: 20, next: null, left: 0 });
    const gone = () => database().select({ id: comment.id }).from(comment).where(and(inArray(comment.id, made.map(({ id }) => id)), isNotNull(comment.deletedAt)));
    expect(await gone()).toHaveLength(120);
    expect(await ask.done({ batch: first.batch })).toMatchObject({ act: "remove", count: 120, item: null, msLeft: 15_000 });
    expect(await ask.undo({ batch: first.batch })).toEqual({ undone: 120 });
    expect(await gone()).toEqual([]);
    expect(await ask.done({ batch: first.batch })).toBeNull();
  });

  test("a hundred decisions of five moderators on twenty items: each has one outcome, and none is lost", async () => {
    const { items, wish } = await anEvening(20);
    const moderators = await Promise.all(Array.from({ length: 5 }, () => aMember({ role: "moderator" })));
    const acts = ["remove", "hide", "approve"] as const;
    const said = await Promise.all(moderators.flatMap((one, of) => items.map(({ id }, place) => asks(one).moderation.decideComments({ act: acts[(of + place) % 3] ?? "approve", comments: [{ id, seen: 1 }], reasons: WHY }).then(({ batch }) => batch, (error: Error) => error.message))));
    expect(said.filter((one) => one === "conflict.decided")).toHaveLength(80);
    const ids = items.map(({ id }) => id);
    const [decisions, closed, logged, answered] = await Promise.all([
      database().select({ id: decision.id, commentId: decision.commentId, act: decision.act }).from(decision).where(inArray(decision.commentId, ids)),
      database().select({ id: queueItem.id, by: queueItem.closedBy }).from(queueItem).where(inArray(queueItem.id, ids)),
      database().select({ decision: logRow.decision }).from(logRow).innerJoin(decision, eq(decision.id, logRow.decision)).where(inArray(decision.commentId, ids)),
      database().select({ id: report.commentId, by: report.decisionId, outcome: report.outcome }).from(report).where(inArray(report.commentId, ids)),
    ]);
    expect([decisions.length, logged.length, closed.length, answered.length]).toEqual([20, 20, 20, 20]);
    for (const { id, by } of closed) {
      const mine = decisions.find((one) => one.commentId === id);
      expect(by).toBe(mine?.id);
      expect(answered.find((one) => one.id === id)).toMatchObject({ by: mine?.id, outcome: mine?.act === "approve" ? "declined" : "upheld" });
    }
    expect((await asks(moderators[0] ?? null).moderation.queue(wish)).items).toEqual([]);
  });
});
