/** Statements of reasons, objections and notices: who reads them, what becomes of them, and what is destroyed when. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { comment, discussion } from "../../db/schema/discussions";
import { outbox } from "../../db/schema/events";
import { erasure, member } from "../../db/schema/members";
import { appeal, appealNote, held, logRow, notice, queueItem, report, sanction, sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { DecisionId } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { eraseSome } from "../members/erasure";
import { destroyDue } from "../moderation/destroying";
import { aComment } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, NOON, refusal } from "../testing/world";

const WHY = { ground: "insult" as const, facts: "The first sentence is about the person who asked." };
const MINE = "It was about the argument, not the person.";
const DAY = 24 * 60 * 60;

async function aCase() {
  const [author, reporter, first, second] = await Promise.all([aMember({ email: `${aKey()}@example.org` }), aMember(), aMember({ role: "moderator" }), aMember({ role: "moderator" })]);
  await writeTogether((w) => [w.update(member).set({ confirmedEmail: member.email }).where(eq(member.id, author.id))]);
  const article = await anArticle();
  const said = await aComment(author, article, 2, { body: "You have never sat in one of these rooms." });
  const at = asks(reporter, { now: () => later(30) });
  const { id: reply } = await at.comments.post({ discussion: article.discussionId, revision: 1, parent: said.id, body: "I have.", key: aKey() });
  return { author, reporter, first, second, article, comment: said.id, thread: said.thread, reply };
}

/** A report that waits, as somebody has made it. */
const reported = (by: Reader, { comment: commentId, thread }: { comment: string; thread: string }) =>
  writeTogether((w) => [w.insert(report).values({ id: aKey(), commentId, threadId: thread, memberId: by.id, language: "en", ground: "insult", note: "It is about me.", commentVersion: 1, weight: 100, createdAt: NOON })]);

async function removed(given: Awaited<ReturnType<typeof aCase>>, act: "hide" | "remove" = "remove"): Promise<DecisionId> {
  await asks(given.first).moderation.decideComments({ act, comments: [{ id: given.comment }], reasons: WHY });
  return decisionOn(given.comment);
}

async function decisionOn(commentId: string): Promise<DecisionId> {
  const [found] = await database().select({ id: comment.restrictedBy }).from(comment).where(eq(comment.id, commentId));
  if (!found?.id) throw new Error("nothing restricts it");
  return found.id;
}

const objects = async (author: Reader, id: string) => (await asks(author).appeals.open({ decision: id, body: MINE })).appeal;
const decides = (who: Reader, id: string, seen: number, outcome: "upheld" | "reversed", facts = "The sentence is about the argument.") => asks(who, { now: () => later(60) }).appeals.decide({ appeal: id, seen, outcome, facts });
const noticesOf = async ({ id }: Reader) => (await database().select({ kind: notice.kind }).from(notice).where(eq(notice.memberId, id)).orderBy(notice.id)).map(({ kind }) => kind);

describe("a statement of reasons", () => {
  test("says all to its member and to moderators, the words too, and is not there for others", async () => {
    const given = await aCase();
    const id = await removed(given);
    const statement = await asks(given.author).decisions.statement({ decision: id });
    expect(statement).toMatchObject({ act: "remove", ...WHY, isAutomatic: false, isMine: true, canObject: true, until: null, appeal: null, byRole: "moderator", words: { body: "You have never sat in one of these rooms.", isPublic: false }, article: { slug: given.article.slug } });
    expect(statement.appealUntil).toBe("2026-11-08T12:00:00.000Z");
    expect(await asks(given.second).decisions.statement({ decision: id })).toMatchObject({ isMine: false, canObject: false });
    expect((await refusal(asks(given.reporter).decisions.statement({ decision: id }))).reason).toBe("noSuch.decision");
    expect((await refusal(asks(given.reporter).decisions.statement({ decision: "none" }))).reason).toBe("noSuch.decision");
  });

  test("is gone with what was undone, and an objection with it", async () => {
    const given = await aCase();
    const { batch } = await asks(given.first).moderation.decideComments({ act: "remove", comments: [{ id: given.comment }], reasons: WHY });
    const id = await decisionOn(given.comment);
    const objection = await objects(given.author, id);
    await asks(given.first).moderation.undo({ batch });
    expect((await refusal(asks(given.author).decisions.statement({ decision: id }))).reason).toBe("noSuch.decision");
    const [item] = await database().select().from(queueItem).where(eq(queueItem.id, objection));
    expect(item?.closedAt).toEqual(NOON);
  });
});

describe("an objection", () => {
  test("is made once by whom it concerns, in time, and waits in the queue", async () => {
    const given = await aCase();
    const id = await removed(given);
    expect((await refusal(asks(given.reporter).appeals.open({ decision: id, body: MINE }))).reason).toBe("noSuch.decision");
    expect((await refusal(asks(given.first).appeals.open({ decision: id, body: MINE }))).reason).toBe("noSuch.decision");
    expect(await refusal(asks(given.author).appeals.open({ decision: id, body: " " }))).toMatchObject({ reason: "field.empty", field: "body" });
    expect(await refusal(asks(given.author).appeals.open({ decision: id, body: "x".repeat(5_001) }))).toMatchObject({ reason: "field.tooLong", field: "body" });
    expect((await refusal(asks(given.author, { now: () => later(184 * DAY) }).appeals.open({ decision: id, body: MINE }))).reason).toBe("notAllowed.noAppeal");
    const made = await Promise.all([1, 2, 3].map(() => objects(given.author, id)));
    expect(new Set(made).size).toBe(1);
    expect(await database().select({ kind: queueItem.kind, urgency: queueItem.urgency, closedAt: queueItem.closedAt }).from(queueItem).where(eq(queueItem.id, made[0] ?? ""))).toEqual([{ kind: "appeal", urgency: 3, closedAt: null }]);
  });

  test("is written on by both sides while it is open; moderators have no name there", async () => {
    const given = await aCase();
    const id = await removed(given);
    const objection = await objects(given.author, id);
    await asks(given.second).appeals.write({ appeal: objection, body: "Which argument?" });
    await asks(given.author).appeals.write({ appeal: objection, body: "The second." });
    expect((await refusal(asks(given.reporter).appeals.write({ appeal: objection, body: "Me too." }))).reason).toBe("noSuch.appeal");
    const { appeal: seen } = await asks(given.author).decisions.statement({ decision: id });
    expect(seen?.notes.map(({ isByModerator, body }) => [isByModerator, body])).toEqual([[false, MINE], [true, "Which argument?"], [false, "The second."]]);
    expect(JSON.stringify(seen)).not.toContain(given.second.id);
    expect(await noticesOf(given.author)).toEqual(["decided", "appeal-answered"]);
    await decides(given.second, objection, 3, "upheld");
    expect((await refusal(asks(given.author).appeals.write({ appeal: objection, body: "But." }))).reason).toBe("notAllowed.appealClosed");
  });

  test("takes thirty notes of its member in a day, as many of moderators as it needs, and more on the next", async () => {
    const given = await aCase();
    const objection = await objects(given.author, await removed(given));
    const writes = async (who: Reader, count: number, seconds = 0) => {
      const sent = Array.from({ length: count }, (_, place) => asks(who, { now: () => later(seconds) }).appeals.write({ appeal: objection, body: `Note ${place}.` }));
      return (await Promise.allSettled(sent)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    };
    // The tests' day begins at noon.
    expect(await writes(given.author, 31)).toMatchObject([{ details: { reason: "tooMany", retryAfter: DAY / 2 } }]);
    expect(await writes(given.second, 31)).toEqual([]);
    expect(await writes(given.author, 1, DAY)).toEqual([]);
  });

  test("is another's to decide, and where there is no other the same decides, under the same alias", async () => {
    const given = await aCase();
    const id = await removed(given);
    const objection = await objects(given.author, id);
    expect((await refusal(decides(given.first, objection, 1, "reversed"))).reason).toBe("notAllowed.ownDecision");
    expect(await asks(given.first).appeals.case({ appeal: objection })).toMatchObject({ fault: "ownDecision" });
    expect((await refusal(asks(given.author).appeals.case({ appeal: objection }))).reason).toBe("noSuch.page");
    const all = await database().select({ id: member.id, suspendedAt: member.suspendedAt }).from(member);
    const others = all.filter((one) => one.id !== given.first.id && one.suspendedAt === null);
    for (const one of others) await writeTogether((w) => [w.update(member).set({ suspendedAt: NOON }).where(eq(member.id, one.id))]);
    await decides(given.first, objection, 1, "upheld");
    for (const one of others) await writeTogether((w) => [w.update(member).set({ suspendedAt: null }).where(eq(member.id, one.id))]);
    const rows = await database().select({ act: logRow.act, alias: logRow.alias, reason: logRow.reason, about: logRow.about }).from(logRow).where(eq(logRow.decision, id)).orderBy(logRow.order);
    expect(rows).toEqual([{ act: "remove", alias: rows[0]?.alias, reason: WHY.facts, about: null }, { act: "uphold", alias: rows[0]?.alias, reason: "The sentence is about the argument.", about: id }]);
  });

  test("after which a decision stands is told with the reasons, and needs some", async () => {
    const given = await aCase();
    const id = await removed(given);
    const objection = await objects(given.author, id);
    expect(await refusal(decides(given.second, objection, 1, "upheld", ""))).toMatchObject({ reason: "field.empty", field: "facts" });
    expect((await refusal(decides(given.second, objection, 0, "upheld"))).reason).toBe("conflict.decided");
    await decides(given.second, objection, 1, "upheld");
    expect(await asks(given.author).decisions.statement({ decision: id })).toMatchObject({ reversedBy: null, appeal: { outcome: "upheld" }, words: { isPublic: false } });
    expect(await noticesOf(given.author)).toEqual(["decided", "appeal-upheld"]);
    expect((await refusal(decides(given.second, objection, 2, "reversed"))).reason).toBe("conflict.decided");
    expect((await database().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.causeId, id))).map(({ kind }) => kind).sort()).toEqual(["appeal-answered", "decided"]);
  });

  test("that is granted brings back comment, words and counts, and tells author and reporter", async () => {
    const given = await aCase();
    const shown = async () => JSON.stringify(await asks(null).articles.view({ slug: given.article.slug }));
    const counted = async () => (await database().select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, given.article.discussionId)))[0]?.comments;
    const before = [await shown(), await counted()];
    await reported(given.reporter, given);
    const id = await removed(given);
    const objection = await objects(given.author, id);
    expect(await counted()).toBe(1);
    await decides(given.second, objection, 1, "reversed");
    expect([await shown(), await counted()]).toEqual(before);
    const statement = await asks(given.author).decisions.statement({ decision: id });
    expect(statement).toMatchObject({ appeal: { outcome: "reversed", resultId: statement.reversedBy }, words: { isPublic: true }, canObject: false });
    expect(await asks(given.author).decisions.statement({ decision: statement.reversedBy ?? "" })).toMatchObject({ act: "restore", reverses: id, facts: "The sentence is about the argument." });
    expect(await noticesOf(given.author)).toEqual(["decided", "reversed"]);
    expect(await noticesOf(given.reporter)).toEqual(["report-upheld", "report-declined"]);
    expect(await database().select({ outcome: report.outcome }).from(report).where(eq(report.commentId, given.comment))).toEqual([{ outcome: "declined" }]);
    const [item] = await database().select({ closedBy: queueItem.closedBy }).from(queueItem).where(eq(queueItem.id, objection));
    expect(item?.closedBy).toBe(statement.reversedBy);
  });

  test("is answered by any reversal, and open again when that is undone", async () => {
    const given = await aCase();
    await reported(given.reporter, given);
    const id = await removed(given);
    const objection = await objects(given.author, id);
    const { batch } = await asks(given.second).moderation.decideComments({ act: "restore", comments: [{ id: given.comment }] });
    const state = async () => (await database().select({ outcome: appeal.outcome, closedAt: appeal.closedAt }).from(appeal).where(eq(appeal.id, objection)))[0];
    expect(await state()).toEqual({ outcome: "reversed", closedAt: NOON });
    await asks(given.second).moderation.undo({ batch });
    expect(await state()).toEqual({ outcome: null, closedAt: null });
    const [[item], [told], [of]] = await Promise.all([
      database().select({ closedAt: queueItem.closedAt }).from(queueItem).where(eq(queueItem.id, objection)),
      database().select({ outcome: report.outcome, by: report.decisionId }).from(report).where(eq(report.commentId, given.comment)),
      database().select({ reversedBy: decision.reversedBy }).from(decision).where(eq(decision.id, id)),
    ]);
    expect([item, told, of]).toEqual([{ closedAt: null }, { outcome: "upheld", by: id }, { reversedBy: null }]);
  });

  test("to a decision that another took the place of is answered when the comment is given back", async () => {
    const given = await aCase();
    await reported(given.reporter, given);
    const hidden = await removed(given, "hide");
    const objection = await objects(given.author, hidden);
    const removal = await removed(given);
    expect((await refusal(decides(given.second, objection, 1, "reversed"))).reason).toBe("conflict.decided");
    const { batch } = await asks(given.second).moderation.decideComments({ act: "restore", comments: [{ id: given.comment }] });
    const both = async () => (await database().select({ id: decision.id, reversedBy: decision.reversedBy }).from(decision).where(and(eq(decision.commentId, given.comment), isNotNull(decision.ground))).orderBy(decision.id)).map(({ id, reversedBy }) => [id, reversedBy !== null]);
    const outcome = async () => (await database().select({ outcome: appeal.outcome }).from(appeal).where(eq(appeal.id, objection)))[0]?.outcome;
    expect([await both(), await outcome()]).toEqual([[[hidden, true], [removal, true]], "reversed"]);
    expect(await noticesOf(given.reporter)).toEqual(["report-upheld", "report-declined"]);
    await asks(given.second).moderation.undo({ batch });
    expect([await both(), await outcome()]).toEqual([[[hidden, false], [removal, false]], null]);
  });

  test("is not for who had reported the comment, nor for who could not have sanctioned the member", async () => {
    const given = await aCase();
    await reported(given.second, given);
    const objection = await objects(given.author, await removed(given));
    expect((await refusal(decides(given.second, objection, 1, "upheld"))).reason).toBe("notAllowed.ownReport");
    const [chief, another] = [await aMember({ role: "administrator" }), await aMember({ role: "administrator" })];
    await asks(chief).moderation.decideMember({ act: "warn", member: given.first.id, reasons: WHY });
    const [{ id = "" } = {}] = await database().select({ id: decision.id }).from(decision).where(eq(decision.memberId, given.first.id));
    const colleagues = await objects(given.first, id);
    expect((await refusal(decides(given.second, colleagues, 1, "upheld"))).reason).toBe("notAllowed.above");
    expect((await refusal(decides(chief, colleagues, 1, "upheld"))).reason).toBe("notAllowed.ownDecision");
    // Moderators there are still; none of them could, so the one administrator decides again.
    const administrators = (await database().select({ id: member.id }).from(member).where(and(eq(member.role, "administrator"), isNull(member.suspendedAt)))).filter((one) => one.id !== chief.id);
    const away = (suspendedAt: Date | null) => writeTogether((w) => administrators.map((one) => w.update(member).set({ suspendedAt }).where(eq(member.id, one.id))));
    expect(administrators.map((one) => one.id)).toContain(another.id);
    await away(NOON);
    await decides(chief, colleagues, 1, "upheld");
    await away(null);
  });

  test("to a warning that was read reverses it; undone, it binds no more than before", async () => {
    const { author, first, second, article } = await aCase();
    const { batch } = await asks(first).moderation.decideMember({ act: "warn", member: author.id, reasons: WHY });
    const [{ id = "" } = {}] = await database().select({ id: decision.id }).from(decision).where(eq(decision.memberId, author.id));
    await asks(author).decisions.acknowledge({ decision: id });
    await decides(second, await objects(author, id), 1, "reversed");
    const [lift] = await database().select({ batch: decision.batch }).from(decision).where(and(eq(decision.memberId, author.id), eq(decision.act, "lift")));
    await asks(second, { now: () => later(60) }).moderation.undo({ batch: lift?.batch ?? "" });
    expect((await refusal(asks(author).decisions.acknowledge({ decision: id }))).reason).toBe("noSuch.decision");
    expect((await refusal(asks(second).moderation.decideMember({ act: "lift", member: author.id, until: null }))).reason).toBe("conflict.decided");
    // A warning can be undone although it was read at once.
    expect(await asks(first, { now: () => later(10) }).moderation.undo({ batch })).toEqual({ undone: 1 });
    expect((await asks({ ...author, wasSanctioned: true }, { now: () => later(90) }).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "Here.", key: aKey() })).held).toBeUndefined();
  });

  test("cannot bring back what its author has taken back", async () => {
    const given = await aCase();
    const objection = await objects(given.author, await removed(given));
    await asks(given.author).comments.delete({ comment: given.comment });
    expect((await refusal(decides(given.second, objection, 1, "reversed"))).reason).toBe("notAllowed.deleted");
    const [kept] = await database().select({ body: comment.body }).from(comment).where(eq(comment.id, given.comment));
    expect(kept?.body).toBe("");
  });

  test("decided by two at once has one outcome", async () => {
    const given = await aCase();
    const id = await removed(given);
    const objection = await objects(given.author, id);
    const third = await aMember({ role: "administrator" });
    const ended = await Promise.allSettled([decides(given.second, objection, 1, "reversed"), decides(third, objection, 1, "upheld")]);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [[closed], [of]] = await Promise.all([database().select().from(appeal).where(eq(appeal.id, objection)), database().select().from(decision).where(eq(decision.id, id))]);
    expect(closed?.outcome === "reversed").toBe(of?.reversedBy != null);
  });

  test("to a silence lifts that alone; to a lock it opens the thread; to a move it moves back", async () => {
    const given = await aCase();
    const { author, first, second } = given;
    for (const act of ["hold", "silence"] as const) await asks(first).moderation.decideMember({ act, member: author.id, until: later(DAY), reasons: WHY });
    await asks(first).moderation.decideThread({ act: "lock", thread: given.thread, reasons: WHY });
    const before = JSON.stringify((await asks(null).articles.view({ slug: given.article.slug })).blocks);
    await asks(first).moderation.decideThread({ act: "move", thread: given.thread, reasons: WHY, to: { block: 3 } });
    const made = await database().select().from(decision).where(eq(decision.memberId, author.id));
    for (const { id, act } of made.filter((one) => one.act !== "hold")) {
      const objection = await objects(author, id);
      await decides(second, objection, 1, "reversed", act === "move" ? "" : undefined);
    }
    expect((await database().select({ kind: sanction.kind }).from(sanction).where(and(eq(sanction.memberId, author.id), eq(sanction.kind, "hold")))).length).toBe(1);
    const standing = await database().select({ act: decision.act, reversedBy: decision.reversedBy }).from(decision).where(eq(decision.memberId, author.id));
    const open = standing.filter(({ act, reversedBy }) => ["hold", "silence", "lock"].includes(act) && reversedBy === null);
    expect(open.map(({ act }) => act)).toEqual(["hold"]);
    const after = JSON.stringify((await asks(null).articles.view({ slug: given.article.slug })).blocks);
    expect([before.includes('"isLocked":true'), after.includes('"isLocked":true')]).toEqual([true, false]);
    expect(JSON.parse(after).map(({ threads }: { threads: unknown[] }) => threads.length)).toEqual(JSON.parse(before).map(({ threads }: { threads: unknown[] }) => threads.length));
  });
});

describe("notices", () => {
  test("are listed and counted once they are due, and read one by one or all", async () => {
    const given = await aCase();
    const id = await removed(given);
    const at = (seconds: number) => asks(given.author, { now: () => later(seconds) });
    expect(await at(17).notices.list({})).toMatchObject({ notices: [], unread: 0 });
    expect(await at(18).notices.list({})).toMatchObject({ notices: [{ kind: "decided", subject: id, act: "remove", ground: "insult", isUnread: true, article: { slug: given.article.slug } }], unread: 1, next: null });
    expect(await at(18).members.me()).toMatchObject({ notices: 1 });
    expect(await at(18).reading.here({ discussion: given.article.discussionId })).toMatchObject({ notices: 1, decided: [{ comment: given.comment, decision: id }] });
    await at(20).notices.markOf({ subject: id });
    expect(await at(20).notices.list({})).toMatchObject({ notices: [{ isUnread: false }], unread: 0 });
    await asks(given.second).moderation.decideComments({ act: "restore", comments: [{ id: given.comment }] });
    await at(30).notices.markAll({ until: later(30).toISOString() });
    expect(await at(30).notices.list({})).toMatchObject({ unread: 0 });
    expect(await asks(given.reporter, { now: () => later(30) }).notices.list({})).toMatchObject({ notices: [] });
  });
});

describe("what is kept apart", () => {
  test("is destroyed when the time to object is over, but not while an objection is open", async () => {
    const [lost, disputed] = [await aCase(), await aCase()];
    await removed(lost);
    const objection = await objects(disputed.author, await removed(disputed));
    const words = async (id: string) => (await database().select({ body: sealed.body }).from(sealed).where(eq(sealed.commentId, id))).length;
    await destroyDue(later(184 * DAY));
    expect([await words(lost.comment), await words(disputed.comment)]).toEqual([1, 1]);
    await destroyDue(later(184 * DAY + 1));
    expect([await words(lost.comment), await words(disputed.comment)]).toEqual([0, 1]);
    expect((await refusal(asks(lost.second).moderation.decideComments({ act: "restore", comments: [{ id: lost.comment }] }))).reason).toBe("notAllowed.wordsGone");
    await decides(disputed.second, objection, 1, "upheld");
    await destroyDue(later(185 * DAY));
    expect(await words(disputed.comment)).toBe(0);
  });

  test("of held comments too, once they were refused", async () => {
    const given = await aCase();
    await asks(given.first).moderation.decideMember({ act: "hold", member: given.author.id, reasons: WHY });
    const [again] = await database().select().from(member).where(eq(member.id, given.author.id));
    const ids: string[] = [];
    for (const seconds of [60, 70]) ids.push((await asks(again ?? null, { now: () => later(seconds) }).comments.post({ discussion: given.article.discussionId, revision: 1, block: 1, body: "I say so.", key: aKey() })).id);
    const [refused = "", waits = ""] = ids;
    await asks(given.first).moderation.decideComments({ act: "remove", comments: [{ id: refused }], reasons: WHY });
    const [{ id = "" } = {}] = await database().select({ id: decision.id }).from(decision).where(and(eq(decision.commentId, refused), eq(decision.act, "remove")));
    expect(await asks(given.author).decisions.statement({ decision: id })).toMatchObject({ words: { body: "I say so." }, canObject: true });
    await destroyDue(later(190 * DAY));
    expect((await database().select({ id: held.id }).from(held).where(eq(held.memberId, given.author.id))).map((one) => one.id)).toEqual([waits]);
  });

  test("a refused comment that was objected to is posted after all", async () => {
    const given = await aCase();
    await asks(given.first).moderation.decideMember({ act: "hold", member: given.author.id, reasons: WHY });
    const [again] = await database().select().from(member).where(eq(member.id, given.author.id));
    const { id } = await asks(again ?? null, { now: () => later(60) }).comments.post({ discussion: given.article.discussionId, revision: 1, block: 1, body: "I say so.", key: aKey() });
    await asks(given.first).moderation.decideComments({ act: "remove", comments: [{ id }], reasons: WHY });
    const [of] = await database().select({ id: decision.id }).from(decision).where(and(eq(decision.commentId, id), eq(decision.act, "remove")));
    await decides(given.second, await objects(given.author, of?.id ?? ""), 1, "reversed");
    expect(await asks(given.author).decisions.statement({ decision: of?.id ?? "" })).toMatchObject({ words: { isPublic: true }, appeal: { outcome: "reversed" } });
    expect(await noticesOf(given.author)).toEqual(["decided", "decided", "let-through"]);
  });

  test("is erased with the account, with what they said in their cause and of others", async () => {
    const given = await aCase();
    const objection = await objects(given.author, await removed(given));
    await reported(given.author, { comment: given.reply, thread: given.thread });
    await writeTogether((w) => [w.insert(erasure).values({ memberId: given.author.id, comments: false, startedAt: NOON }), w.update(member).set({ deletedAt: NOON, confirmedEmail: null }).where(eq(member.id, given.author.id))]);
    for (let step = 0; step < 9 && (await eraseSome(database(), given.author.id, NOON)); step += 1);
    const db = database();
    const left = await Promise.all([
      db.select().from(sealed).where(eq(sealed.commentId, given.comment)),
      db.select().from(notice).where(eq(notice.memberId, given.author.id)),
      db.select({ note: report.note }).from(report).where(eq(report.memberId, given.author.id)),
      db.select({ body: appealNote.body }).from(appealNote).where(eq(appealNote.appealId, objection)),
      db.select({ isClosed: queueItem.closedAt }).from(queueItem).where(eq(queueItem.id, objection)),
      db.select().from(erasure).where(eq(erasure.memberId, given.author.id)),
    ]);
    expect(left).toEqual([[], [], [{ note: "" }], [{ body: "" }], [{ isClosed: NOON }], []]);
    await asks(given.second).moderation.decideThread({ act: "lock", thread: given.thread, reasons: WHY });
    expect(await noticesOf(given.author)).toEqual([]);
  });
});
