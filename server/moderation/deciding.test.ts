/** Decisions: what each does, what it leaves, and that nothing gets past one. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { comment, discussion, heat, placement, thread } from "../../db/schema/discussions";
import { outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { logChain, logRow, notice, queueItem, report, sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { aComment, aRevision } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, NOON, paragraph, refusal } from "../testing/world";
import { endLapsed } from "./standing";

const WHY = { ground: "insult" as const, facts: "The first sentence is about the person who asked." };

/** A reply under a first comment, each by another member. */
async function aThread() {
  const [author, other, moderator] = await Promise.all([aMember({ email: `${aKey()}@example.org` }), aMember(), aMember({ role: "moderator" })]);
  await writeTogether((w) => [w.update(member).set({ confirmedEmail: member.email }).where(eq(member.id, author.id))]);
  const article = await anArticle();
  const first = await aComment(author, article, 2, { body: "You have never sat in one of these rooms." });
  const { id: reply } = await asks(other).comments.post({ discussion: article.discussionId, revision: 1, parent: first.id, body: "I have.", key: aKey() });
  return { author, other, moderator, article, first, reply };
}

const threadsOf = async (slug: string) => {
  const { blocks, wholeArticle } = await asks(null).articles.view({ slug });
  return [...wholeArticle.threads, ...blocks.flatMap(({ threads }) => threads)];
};
const view = async (slug: string) => (await threadsOf(slug)).flatMap(({ comments }) => comments);
const countsOf = async (discussionId: string) => {
  const db = database();
  const [[of], threads, warm] = await Promise.all([
    db.select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, discussionId)),
    db.select({ comments: thread.comments, kind: thread.kind }).from(thread).where(eq(thread.discussionId, discussionId)),
    db.select({ comments: heat.comments, block: heat.blockNumber }).from(heat).where(eq(heat.discussionId, discussionId)),
  ]);
  return { all: of?.comments, threads, warm };
};
const decideOn = (who: Reader, act: "approve" | "hide" | "remove" | "restore", id: string, at = NOON) => asks(who, { now: () => at }).moderation.decideComments({ act, comments: [{ id }], reasons: WHY });

describe("a comment that is removed", () => {
  test("leaves a tombstone with its ground, its replies and true counts; its words are sealed", async () => {
    const { moderator, article, first, reply } = await aThread();
    await decideOn(moderator, "remove", first.id);
    const shown = await view(article.slug);
    expect(shown.find(({ id }) => id === first.id)).toMatchObject({ by: null, body: "", restricted: { how: "removed", ground: "insult", isAutomatic: false } });
    expect(shown.find(({ id }) => id === reply)).toMatchObject({ body: "I have.", restricted: null });
    expect(await countsOf(article.discussionId)).toMatchObject({ all: 1, threads: [{ comments: 1, kind: null }], warm: [{ comments: 1, block: 2 }] });
    expect(await database().select({ body: sealed.body }).from(sealed).where(eq(sealed.commentId, first.id))).toEqual([{ body: "You have never sat in one of these rooms." }]);
  });

  test("comes back with everything when it is restored, and the first decision says by which", async () => {
    const { moderator, article, first } = await aThread();
    const before = [await view(article.slug), await countsOf(article.discussionId)];
    await decideOn(moderator, "remove", first.id);
    await decideOn(moderator, "restore", first.id);
    expect([await view(article.slug), await countsOf(article.discussionId)]).toEqual(before);
    const [removal, restoring] = await database().select().from(decision).where(eq(decision.commentId, first.id)).orderBy(decision.id);
    expect(removal).toMatchObject({ act: "remove", ground: "insult", facts: WHY.facts, isAutomatic: false, byMemberId: moderator.id, reversedBy: restoring?.id });
    expect(restoring).toMatchObject({ act: "restore", reverses: removal?.id, appealUntil: null });
    expect(await database().select().from(sealed).where(eq(sealed.commentId, first.id))).toEqual([]);
  });

  test("cannot be changed, answered or brought back by its author, but taken back for good", async () => {
    const { author, other, moderator, article, first } = await aThread();
    await decideOn(moderator, "remove", first.id);
    const ask = asks(author);
    expect((await refusal(ask.comments.edit({ comment: first.id, version: 2, body: "Kinder words.", key: aKey() }))).reason).toBe("notAllowed.deleted");
    expect((await refusal(ask.comments.restore({ comment: first.id, kind: null, body: "Once more." }))).reason).toBe("notAllowed.tooLate");
    expect((await refusal(asks(other).comments.post({ discussion: article.discussionId, revision: 1, parent: first.id, body: "Well.", key: aKey() }))).reason).toBe("notAllowed.deleted");
    await ask.comments.delete({ comment: first.id });
    expect((await refusal(ask.comments.restore({ comment: first.id, kind: null, body: "Once more." }))).reason).toBe("notAllowed.tooLate");
    expect((await refusal(decideOn(moderator, "restore", first.id))).reason).toBe("notAllowed.deleted");
    expect((await view(article.slug)).find(({ id }) => id === first.id)).toMatchObject({ body: "", restricted: null });
    expect(await database().select().from(sealed).where(eq(sealed.commentId, first.id))).toEqual([]);
  });

  test("is not there for others by any door", async () => {
    const { moderator, article, first } = await aThread();
    await decideOn(moderator, "remove", first.id);
    const said = JSON.stringify([await asks(null).articles.all({ slug: article.slug }), await asks(null).comments.acts({ comment: first.id }), await asks(null).articles.threads({ slug: article.slug, order: "newest", kind: null }), await asks(null).articles.thread({ slug: article.slug, thread: first.thread }), await asks(null).comments.composing({ discussion: article.discussionId, block: null, parent: first.id })]);
    expect(said).not.toContain("never sat");
  });
});

describe("reasons", () => {
  test("are owed: no restriction without facts", async () => {
    const { moderator, first } = await aThread();
    expect(await refusal(asks(moderator).moderation.decideComments({ act: "remove", comments: [{ id: first.id }], reasons: { ground: "insult", facts: " " } }))).toMatchObject({ reason: "field.empty", field: "facts" });
    expect(await refusal(asks(moderator).moderation.decideComments({ act: "hide", comments: [{ id: first.id }] }))).toMatchObject({ field: "facts" });
    expect(await refusal(asks(moderator).moderation.decideComments({ act: "hide", comments: [{ id: first.id }], reasons: { ground: "law", facts: "It is forbidden." } }))).toMatchObject({ field: "law" });
  });

  test("cannot be left out in the code either", () => {
    // @ts-expect-error a plain text is no decision
    const planted: typeof comment.$inferInsert["restrictedBy"] = "anything";
    expect(planted).toBe("anything");
  });

  test("reach the author by a notice and a mail, which wait as long as undoing is offered", async () => {
    const { author, moderator, first } = await aThread();
    await decideOn(moderator, "remove", first.id);
    const [told] = await database().select().from(notice).where(eq(notice.memberId, author.id));
    expect(told).toMatchObject({ kind: "decided", dueAt: later(18), readAt: null });
    const [mail] = await database().select().from(outbox).where(eq(outbox.causeId, told?.decisionId ?? ""));
    expect(mail).toMatchObject({ kind: "decided", dueAt: later(18), sentAt: null });
    expect(mail?.content.link).toMatch(/\/decisions\/[0-9a-f-]+$/);
  });
});

describe("who decides", () => {
  test("not whose own it is, nor about an administrator, nor anybody else", async () => {
    const { author, moderator, article } = await aThread();
    const own = await aComment(moderator, article, 1);
    const chiefs = await aComment(await aMember({ role: "administrator" }), article, 1);
    expect((await refusal(decideOn(moderator, "remove", own.id))).reason).toBe("notAllowed.ownCase");
    expect((await refusal(decideOn(moderator, "remove", chiefs.id))).reason).toBe("notAllowed.above");
    expect((await refusal(decideOn(author, "remove", own.id))).reason).toBe("noSuch.page");
    expect((await refusal(decideOn(moderator, "remove", "none"))).reason).toBe("noSuch.comment");
  });

  test("of many, those that are not this moderator's are passed over and told", async () => {
    const { moderator, article, first, reply } = await aThread();
    const own = await aComment(moderator, article, 1);
    const done = await asks(moderator).moderation.decideComments({ act: "remove", comments: [first.id, own.id, reply, "none"].map((id) => ({ id })), reasons: WHY });
    expect(done.decided.sort()).toEqual([first.id, reply].sort());
    expect(done.skipped).toEqual(expect.arrayContaining([{ id: own.id, why: "ownCase" }, { id: "none", why: "gone" }]));
    expect((await countsOf(article.discussionId)).all).toBe(1);
  });
});

describe("undoing", () => {
  test("within the time everything is as it was, nobody is told, and the log says both", async () => {
    const { author, moderator, article, first, reply } = await aThread();
    const before = [await view(article.slug), await countsOf(article.discussionId)];
    const { batch } = await asks(moderator).moderation.decideComments({ act: "remove", comments: [{ id: first.id }, { id: reply }], reasons: WHY });
    expect(await asks(moderator, { now: () => later(15) }).moderation.undo({ batch })).toEqual({ undone: 2 });
    expect([await view(article.slug), await countsOf(article.discussionId)]).toEqual(before);
    expect(await database().select().from(notice).where(eq(notice.memberId, author.id))).toEqual([]);
    const rows = await database().select({ act: logRow.act, about: logRow.about, decision: logRow.decision }).from(logRow).where(eq(logRow.batch, batch)).orderBy(logRow.order);
    expect(rows.map(({ act }) => act)).toEqual(["remove", "remove", "undo", "undo"]);
    expect(rows.slice(2).map(({ about }) => about)).toEqual(rows.slice(0, 2).map(({ decision: id }) => id));
  });

  test("later it is too late, and it is nobody else's", async () => {
    const { moderator, first } = await aThread();
    const { batch } = await decideOn(moderator, "remove", first.id);
    expect((await refusal(asks(moderator, { now: () => later(19) }).moderation.undo({ batch }))).reason).toBe("notAllowed.tooLateToUndo");
    expect((await refusal(asks(await aMember({ role: "moderator" })).moderation.undo({ batch }))).reason).toBe("noSuch.decision");
  });

  test("a removal in place of hiding leaves it hidden, and a restoring restored away comes back hidden", async () => {
    const { moderator, article, first } = await aThread();
    await decideOn(moderator, "hide", first.id);
    const { batch } = await decideOn(moderator, "remove", first.id);
    await asks(moderator).moderation.undo({ batch });
    const how = async () => (await view(article.slug)).find(({ id }) => id === first.id)?.restricted?.how ?? null;
    expect(await how()).toBe("hidden");
    const back = await decideOn(moderator, "restore", first.id);
    expect(await how()).toBe(null);
    await asks(moderator).moderation.undo({ batch: back.batch });
    expect(await how()).toBe("hidden");
    expect((await countsOf(article.discussionId)).all).toBe(1);
  });

  test("a thread that was moved stands where it stood", async () => {
    const { moderator, article, first } = await aThread();
    const before = await threadsOf(article.slug);
    const { batch } = await asks(moderator).moderation.decideThread({ act: "move", thread: first.thread, reasons: { ground: "off-subject", facts: "It speaks of the third paragraph." }, to: { block: 3 } });
    expect((await threadsOf(article.slug))[0]?.block).toBe(3);
    expect((await countsOf(article.discussionId)).warm).toEqual(expect.arrayContaining([{ block: 2, comments: 0 }, { block: 3, comments: 2 }]));
    await asks(moderator).moderation.undo({ batch });
    expect(await threadsOf(article.slug)).toEqual(before);
  });

  test("a thread is moved to words of a passage, which must stand in it once", async () => {
    const { moderator, article, first } = await aThread();
    const before = await threadsOf(article.slug);
    const move = (quote: string) => asks(moderator).moderation.decideThread({ act: "move", thread: first.thread, reasons: { ground: "off-subject", facts: "It speaks of the third paragraph." }, to: { block: 3, quote } });
    expect(await refusal(move("no such words"))).toMatchObject({ reason: "field.noSuchWords", field: "words" });
    expect(await refusal(move("a"))).toMatchObject({ reason: "field.wordsTwice", field: "words" });
    expect(await threadsOf(article.slug)).toEqual(before);
    const { batch } = await move(" 🏛 and\n条款 ");
    const [placed] = await database().select({ start: placement.start, end: placement.end }).from(placement).where(eq(placement.threadId, first.thread));
    expect(placed).toEqual({ start: 24, end: 32 });
    expect((await threadsOf(article.slug))[0]).toMatchObject({ block: 3 });
    await asks(moderator).moderation.undo({ batch });
    expect(await threadsOf(article.slug)).toEqual(before);
  });
});

describe("a thread that is locked", () => {
  test("takes no replies until it is unlocked", async () => {
    const { other, moderator, article, first } = await aThread();
    const reply = () => asks(other, { now: () => later(60) }).comments.post({ discussion: article.discussionId, revision: 1, parent: first.id, body: "And another thing.", key: aKey() });
    await asks(moderator).moderation.decideThread({ act: "lock", thread: first.thread, reasons: { ground: "repetition", facts: "All is said." } });
    expect((await refusal(reply())).reason).toBe("notAllowed.locked");
    expect((await refusal(asks(moderator).moderation.decideThread({ act: "lock", thread: first.thread, reasons: WHY }))).reason).toBe("conflict.decided");
    await asks(moderator).moderation.decideThread({ act: "unlock", thread: first.thread });
    expect((await reply()).held).toBeUndefined();
  });
});

describe("a member", () => {
  const on = (who: Reader, act: "warn" | "hold" | "silence" | "suspend" | "lift", id: string, until: Date | null = null) => asks(who).moderation.decideMember({ act, member: id, until, reasons: WHY });
  const again = async ({ id }: Reader): Promise<Reader> => {
    const [row] = await database().select().from(member).where(eq(member.id, id));
    if (!row) throw new Error("gone");
    return row;
  };
  const posts = async (author: Reader, discussionId: string, seconds = 60) => asks(await again(author), { now: () => later(seconds) }).comments.post({ discussion: discussionId, revision: 1, block: 1, body: "I say so.", key: aKey() });

  test("who is silenced cannot post until the time has passed", async () => {
    const { author, moderator, article } = await aThread();
    await on(moderator, "silence", author.id, later(3600));
    expect((await refusal(posts(author, article.discussionId))).reason).toBe("notAllowed.silenced");
    expect(await posts(author, article.discussionId, 3600)).toMatchObject({ again: false });
  });

  test("who is warned posts again once the warning is read", async () => {
    const { author, moderator, article } = await aThread();
    await on(moderator, "warn", author.id);
    expect((await refusal(posts(author, article.discussionId))).reason).toBe("notAllowed.warned");
    const [{ id = "" } = {}] = await database().select({ id: decision.id }).from(decision).where(eq(decision.memberId, author.id));
    expect((await refusal(asks(moderator).decisions.acknowledge({ decision: id }))).reason).toBe("noSuch.decision");
    await asks(author).decisions.acknowledge({ decision: id });
    expect((await posts(author, article.discussionId)).held).toBeUndefined();
  });

  test("of whom all is held is seen when a moderator lets it through, and answered with the same key as before", async () => {
    const { author, moderator, article } = await aThread();
    await on(moderator, "hold", author.id);
    const before = await countsOf(article.discussionId);
    const { id, held } = await posts(author, article.discussionId);
    expect([held, await countsOf(article.discussionId)]).toEqual([true, before]);
    expect((await refusal(asks(null).comments.where({ comment: id }))).reason).toBe("noSuch.comment");
    const { batch } = await asks(moderator, { now: () => later(90) }).moderation.decideComments({ act: "approve", comments: [{ id }] });
    expect((await view(article.slug)).find((one) => one.id === id)).toMatchObject({ body: "I say so.", by: { name: author.name } });
    expect((await countsOf(article.discussionId)).all).toBe(3);
    await asks(moderator, { now: () => later(95) }).moderation.undo({ batch });
    expect((await view(article.slug)).find((one) => one.id === id)).toMatchObject({ body: "", restricted: { how: "hidden", ground: "review" } });
  });

  test("whose held comment is refused never sees it posted; many are let through in their order", async () => {
    const { author, moderator, article } = await aThread();
    await on(moderator, "hold", author.id);
    const ids = [];
    for (const seconds of [60, 70, 80]) ids.push((await posts(author, article.discussionId, seconds)).id);
    const [refused = "", ...others] = ids;
    await decideOn(moderator, "remove", refused, later(90));
    expect((await refusal(asks(null).comments.where({ comment: refused }))).reason).toBe("noSuch.comment");
    expect((await asks(moderator).moderation.decideComments({ act: "approve", comments: others.map((id) => ({ id })) })).decided).toEqual(others);
    expect((await countsOf(article.discussionId)).all).toBe(4);
  });

  test("who is suspended until a time comes in again after it; lifting opens at once, and undoing the lifting shuts", async () => {
    const { author, moderator } = await aThread();
    await on(moderator, "suspend", author.id, later(3600));
    const state = async () => (await again(author)) as typeof member.$inferSelect;
    expect(await state()).toMatchObject({ suspendedAt: NOON, suspendedUntil: later(3600) });
    await endLapsed(later(3599));
    expect((await state()).suspendedAt).toEqual(NOON);
    const { batch } = await on(moderator, "lift", author.id);
    expect((await state()).suspendedAt).toBe(null);
    await asks(moderator).moderation.undo({ batch });
    expect(await state()).toMatchObject({ suspendedUntil: later(3600) });
    await endLapsed(later(3600));
    expect(await state()).toMatchObject({ suspendedAt: null, suspendedBy: null, suspendedUntil: null });
  });

  test("who is above is an administrator's to sanction", async () => {
    const [moderator, editor, chief] = await Promise.all((["moderator", "editor", "administrator"] as const).map((role) => aMember({ role })));
    if (!moderator || !editor || !chief) throw new Error("nobody");
    expect((await refusal(on(moderator, "warn", editor.id))).reason).toBe("notAllowed.above");
    expect((await refusal(on(chief, "suspend", chief.id))).reason).toBe("notAllowed.ownCase");
    await on(chief, "warn", moderator.id);
  });
});

describe("at the same time", () => {
  test("fifty moderators decide about one comment: one outcome, and the log has as many rows as decisions", async () => {
    const { article, first } = await aThread();
    const moderators = await Promise.all(Array.from({ length: 5 }, () => aMember({ role: "moderator" })));
    const calls = Array.from({ length: 50 }, (_, place) => decideOn(moderators[place % 5] as Reader, place % 2 ? "hide" : "remove", first.id));
    const ended = await Promise.allSettled(calls);
    const decided = await database().select().from(decision).where(eq(decision.commentId, first.id));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(decided.length);
    expect((await countsOf(article.discussionId)).all).toBe(1);
    const [chain] = await database().select().from(logChain);
    const rows = await database().select({ order: logRow.order }).from(logRow).orderBy(logRow.order);
    expect(rows.map(({ order }) => order)).toEqual(Array.from({ length: chain?.length ?? 0 }, (_, place) => place + 1));
  });

  test("a hiding and an author's edits: hidden, whatever came first", async () => {
    const { author, moderator, article, first } = await aThread();
    await Promise.allSettled([
      ...[1, 2, 3].map((version) => asks(author).comments.edit({ comment: first.id, version, body: `Other words, ${version}.`, key: aKey() })),
      decideOn(moderator, "hide", first.id),
      ...[1, 2, 3].map((version) => asks(author).comments.edit({ comment: first.id, version, body: `Yet other words, ${version}.`, key: aKey() })),
    ]);
    expect((await view(article.slug)).find(({ id }) => id === first.id)).toMatchObject({ body: "", restricted: { how: "hidden" } });
  });
});

describe("a comment that is kept from view, and taken back by its author", () => {
  /** Two have reported it, a visitor among them, and a moderator hid it; then it was reported anew, or not. */
  async function hiddenWith({ reopened }: { reopened: boolean }) {
    const { author, moderator, other, first, article } = await aThread();
    const [reporter, visitor] = [await aMember(), `${aKey()}@example.org`];
    if (reopened) {
      await on(moderator, "hold", author.id);
      await asks(reporter).reports.make({ comment: first.id, ground: "insult" });
      await asks(null).reports.make({ comment: first.id, ground: "insult", email: visitor });
      await asks({ ...author, wasSanctioned: true }, { now: () => later(60) }).comments.edit({ comment: first.id, version: 1, body: "You were there, then.", key: aKey() });
    } else {
      await asks(reporter).reports.make({ comment: first.id, ground: "insult" });
      await decideOn(moderator, "hide", first.id);
    }
    return { author, moderator, other, reporter, visitor, first, article };
  }
  const on = (who: Reader, act: "hold", id: string) => asks(who).moderation.decideMember({ act, member: id, reasons: WHY });
  const itemOn = async (id: string) => (await database().select({ closedAt: queueItem.closedAt, closedBy: queueItem.closedBy, claimedBy: queueItem.claimedBy }).from(queueItem).where(eq(queueItem.id, id)))[0];
  const outcomesOn = async (id: string) => (await database().select({ outcome: report.outcome }).from(report).where(eq(report.commentId, id))).map(({ outcome }) => outcome);

  test("leaves the queue in the same unit; who reported it hears so, and it counts neither for nor against them", async () => {
    const { author, moderator, reporter, visitor, first } = await hiddenWith({ reopened: true });
    await asks(moderator).moderation.claim({ item: first.id });
    expect((await itemOn(first.id))?.closedAt).toBeNull();
    await asks(author, { now: () => later(90) }).comments.delete({ comment: first.id });
    expect(await itemOn(first.id)).toEqual({ closedAt: later(90), closedBy: null, claimedBy: null });
    expect(await outcomesOn(first.id)).toEqual(["taken-back", "taken-back"]);
    const { notices } = await asks(reporter, { now: () => later(90) }).notices.list({});
    expect(notices).toMatchObject([{ kind: "report-taken-back", subject: first.id }]);
    expect(await database().select({ kind: outbox.kind, dueAt: outbox.dueAt }).from(outbox).where(eq(outbox.to, visitor))).toEqual([{ kind: "report-taken-back", dueAt: later(90) }]);
    expect(await asks(reporter).reports.mine({})).toMatchObject({ upheld: 0, rejected: 0, reports: [{ outcome: "taken-back" }] });
    expect((await refusal(decideOn(moderator, "restore", first.id, later(95)))).reason).toBe("notAllowed.deleted");
  });

  test("waits for nobody when the decision is undone", async () => {
    const { author, moderator, first } = await hiddenWith({ reopened: false });
    const [{ batch = "" } = {}] = await database().select({ batch: decision.batch }).from(decision).where(eq(decision.commentId, first.id));
    await asks(author).comments.delete({ comment: first.id });
    await asks(moderator, { now: () => later(10) }).moderation.undo({ batch });
    expect((await itemOn(first.id))?.closedAt).toEqual(NOON);
    expect(await outcomesOn(first.id)).toEqual(["taken-back"]);
  });
});

describe("a held comment whose passage the newest revision no longer has", () => {
  test("is let through to stand with the whole article, tied to what its writer saw", async () => {
    const [author, moderator, editor] = [await aMember(), await aMember({ role: "moderator" }), await aMember({ role: "editor" })];
    const blocks = ["The first paragraph speaks of harbours and of the ships in them.", "The second is about something else altogether, namely bread and its price.", "A third ends it with the weather."].map(paragraph);
    const article = await anArticle({ blocks });
    await asks(moderator).moderation.decideMember({ act: "hold", member: author.id, reasons: WHY });
    const { id } = await asks({ ...author, wasSanctioned: true }, { now: () => later(60) }).comments.post({ discussion: article.discussionId, revision: 1, block: 2, words: { start: 4, end: 10 }, body: "Why bread?", key: aKey() });
    expect(await asks(moderator).moderation.item({ item: id })).toMatchObject({ passage: { number: 2, words: "second", isGone: false } });
    await aRevision(editor, article, "The first paragraph speaks of harbours and of the ships in them.", "A third ends it with the weather.");
    expect(await asks(moderator).moderation.item({ item: id })).toMatchObject({ passage: { number: 2, words: "second", isGone: true } });
    await decideOn(moderator, "approve", id, later(90));
    const { wholeArticle } = await asks(null).articles.view({ slug: article.slug });
    expect(wholeArticle.threads).toMatchObject([{ quote: "second", old: { revision: 1 }, comments: [{ id, body: "Why bread?" }] }]);
    const [of] = await database().select({ block: placement.blockNumber, place: placement.place, text: placement.text, start: placement.start }).from(placement).innerJoin(comment, eq(comment.threadId, placement.threadId)).where(eq(comment.id, id));
    expect(of).toEqual({ block: 0, place: "removed", text: "changed", start: null });
    // A moderator who knows where it belongs moves it there.
    const thread = (await asks(null).comments.where({ comment: id })).thread;
    await asks(moderator).moderation.decideThread({ act: "move", thread, reasons: WHY, to: { block: 2 } });
    expect((await asks(null).articles.view({ slug: article.slug })).blocks.find(({ number }) => number === 2)?.threads).toMatchObject([{ comments: [{ id }] }]);
  });
});
