/** Reports: who may make them, what they weigh, and when they hide a comment. */
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, discussion } from "../../db/schema/discussions";
import { event } from "../../db/schema/events";
import { logRow, notice, queueItem, report, sealed } from "../../db/schema/moderation";
import { decision } from "../../db/schema/decisions";
import { aComment } from "../testing/revised";
import { aHouseWith, aKey, aMember, anArticle, asks, later, NOON, refusal } from "../testing/world";

const WHY = { ground: "insult" as const, facts: "It is about the person." };

async function said(body = "You have never sat in one of these rooms, and it shows.") {
  const [author, article] = [await aMember(), await anArticle()];
  const { id, thread } = await aComment(author, article, 1, { body });
  return { author, article, id, thread };
}

const itemOf = async (id: string) => (await database().select().from(queueItem).where(eq(queueItem.id, id)))[0];
const reportsOn = (id: string) => database().select().from(report).where(eq(report.commentId, id)).orderBy(report.id);
const email = () => `${aKey()}@example.org`;

describe("a report", () => {
  test("by a member names a rule, the very words and a note, opens an item and leaves an event", async () => {
    const { author, id, thread } = await said("You have *never sat* in one of these rooms.");
    const reader = await aMember();
    await asks(reader).reports.make({ comment: id, ground: "insult", quote: "never sat in", note: "It is about me." });
    expect(await reportsOn(id)).toMatchObject([{ memberId: reader.id, email: null, threadId: thread, ground: "insult", quote: "never sat in", start: 10, end: 23, commentVersion: 1, note: "It is about me.", weight: 100, outcome: null }]);
    expect(await itemOf(id)).toMatchObject({ kind: "comment", memberId: author.id, ground: "insult", reports: 1, weight: 100, isHidden: false, closedAt: null, version: 1, urgency: 2 });
    expect(await database().select({ kind: event.kind, actor: event.actorId }).from(event).where(eq(event.subjectId, id))).toContainEqual({ kind: "comment.reported", actor: reader.id });
  });

  test("by a visitor needs one plain address, and weighs half", async () => {
    const { id } = await said();
    const ask = asks(null).reports;
    expect(await refusal(ask.make({ comment: id, ground: "insult" }))).toMatchObject({ reason: "field.addressMissing", field: "email" });
    expect(await refusal(ask.make({ comment: id, ground: "insult", email: "a@b.c, d@e.f" }))).toMatchObject({ reason: "field.notAnAddress", field: "email" });
    await ask.make({ comment: id, ground: "insult", email: " Wren@Example.org ", language: "zh" });
    expect(await reportsOn(id)).toMatchObject([{ memberId: null, email: "wren@example.org", weight: 50, language: "zh" }]);
    expect((await refusal(ask.make({ comment: id, ground: "hatred", email: "wren@example.org" }))).reason).toBe("notAllowed.reportedAlready");
  });

  test("is made once by each reader, not on one's own words, and not on what is gone", async () => {
    const { author, id } = await said();
    const reader = await aMember();
    await asks(reader).reports.make({ comment: id, ground: "insult" });
    expect((await refusal(asks(reader).reports.make({ comment: id, ground: "hatred" }))).reason).toBe("notAllowed.reportedAlready");
    expect((await refusal(asks(author).reports.make({ comment: id, ground: "insult" }))).reason).toBe("notAllowed.ownComment");
    await asks(author).comments.delete({ comment: id });
    expect((await refusal(asks(await aMember()).reports.make({ comment: id, ground: "insult" }))).reason).toBe("notAllowed.nothingToReport");
    expect((await refusal(asks(reader).reports.make({ comment: "none", ground: "insult" }))).reason).toBe("noSuch.comment");
    expect((await itemOf(id))?.reports).toBe(1);
  });

  test("of words that are not there, or too many, is refused beside the field", async () => {
    const { id } = await said();
    const ask = asks(await aMember()).reports;
    expect(await refusal(ask.make({ comment: id, ground: "insult", quote: "always" }))).toMatchObject({ reason: "field.notInComment", field: "quote" });
    expect(await refusal(ask.make({ comment: id, ground: "insult", note: "x".repeat(1_001) }))).toMatchObject({ reason: "field.tooLong", field: "note" });
    expect(await reportsOn(id)).toEqual([]);
  });

  test("is the twentieth of the day, and the next one waits for another day", async () => {
    const [author, article, reader] = [await aMember(), await anArticle(), await aMember()];
    const ids = [];
    for (let place = 0; place < 21; place += 1) ids.push((await asks(author, { now: () => later(place * 10) }).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: `Number ${place}.`, key: aKey() })).id);
    for (const id of ids.slice(0, 20)) await asks(reader).reports.make({ comment: id, ground: "repetition" });
    expect((await refusal(asks(reader).reports.make({ comment: ids[20] ?? "", ground: "repetition" }))).reason).toBe("tooMany");
    await asks(reader, { now: () => later(86_400) }).reports.make({ comment: ids[20] ?? "", ground: "repetition" });
  });

  test("weighs less by whoever wrote in that thread, and more after others that were right", async () => {
    const [{ article, id, thread }, reader, moderator] = [await said(), await aMember(), await aMember({ role: "moderator" })];
    const other = await said();
    await asks(reader).reports.make({ comment: other.id, ground: "insult" });
    await asks(moderator).moderation.decideComments({ act: "remove", comments: [{ id: other.id }], reasons: WHY });
    const own = await asks(reader).reports.mine({});
    expect(own).toMatchObject({ upheld: 1, rejected: 0, reports: [{ comment: other.id, outcome: "upheld" }] });
    await asks(reader).comments.post({ discussion: article.discussionId, revision: 1, parent: id, body: "I did.", key: aKey() });
    await asks(reader).reports.make({ comment: id, ground: "insult" });
    // (0.5 + 2/3) and half of it for a party.
    expect((await reportsOn(id))[0]).toMatchObject({ weight: 58, threadId: thread });
    expect(await database().select({ kind: notice.kind }).from(notice).where(eq(notice.memberId, reader.id))).toEqual([{ kind: "report-upheld" }]);
  });

  test("of something that was looked at opens it again, and counts alone", async () => {
    const { id } = await said();
    const moderator = await aMember({ role: "moderator" });
    await asks(await aMember()).reports.make({ comment: id, ground: "threat" });
    await asks(moderator).moderation.decideComments({ act: "approve", comments: [{ id }] });
    expect((await itemOf(id))?.closedAt).toEqual(NOON);
    await asks(await aMember(), { now: () => later(60) }).reports.make({ comment: id, ground: "insult" });
    expect(await itemOf(id)).toMatchObject({ closedAt: null, closedBy: null, openedAt: later(60), ground: "insult", reports: 1, weight: 100 });
  });
});

describe("reports that weigh enough", () => {
  afterEach(() => aHouseWith({}));

  test("hide a comment in the same unit, by a decision with its row in the log", async () => {
    const { author, article, id } = await said();
    for (const ground of ["off-subject", "hatred", "insult"] as const) await asks(await aMember()).reports.make({ comment: id, ground });
    const [hidden] = await database().select().from(comment).where(eq(comment.id, id));
    expect(hidden).toMatchObject({ body: "", restriction: "hidden" });
    expect(await database().select().from(decision).where(eq(decision.id, hidden?.restrictedBy ?? ("" as never)))).toMatchObject([{ act: "hide", ground: "review", isAutomatic: true, byMemberId: null, caught: { phase: "reports", rule: "reports", values: { count: 3 } } }]);
    expect(await database().select({ act: logRow.act, role: logRow.role, alias: logRow.alias, automated: logRow.automated }).from(logRow).where(eq(logRow.decision, hidden?.restrictedBy ?? ("" as never)))).toEqual([{ act: "hide", role: "rule", alias: "reports", automated: "fully" }]);
    expect(await itemOf(id)).toMatchObject({ ground: "hatred", reports: 3, weight: 300, isHidden: true, caught: { rule: "reports" } });
    expect(await database().select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, article.discussionId))).toEqual([{ comments: 0 }]);
    expect(await asks(author).comments.held({ comment: id })).toMatchObject({ state: "hidden-waits", caught: { rule: "reports" }, body: "You have never sat in one of these rooms, and it shows." });
    expect((await refusal(asks(await aMember()).reports.make({ comment: id, ground: "insult" }))).reason).toBe("notAllowed.nothingToReport");
  });

  test("of 50 sent at once hide it once, with as many as it took", async () => {
    const [{ id }, people] = [await said(), await Promise.all(Array.from({ length: 50 }, () => aMember()))];
    const sent = await Promise.allSettled(people.map((who) => asks(who).reports.make({ comment: id, ground: "insult" })));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await itemOf(id)).toMatchObject({ reports: 3, weight: 300, isHidden: true });
    expect(await database().select({ id: decision.id }).from(decision).where(eq(decision.commentId, id))).toHaveLength(1);
    expect(await database().select().from(sealed).where(eq(sealed.commentId, id))).toHaveLength(1);
  });

  test("of 50 sent at once below the threshold are all counted", async () => {
    await aHouseWith({ hidesAt: "50" });
    const [{ id }, people] = [await said(), await Promise.all(Array.from({ length: 49 }, () => aMember()))];
    await Promise.all([...people.map((who) => asks(who).reports.make({ comment: id, ground: "insult" })), asks(null).reports.make({ comment: id, ground: "insult", email: email() })]);
    expect(await itemOf(id)).toMatchObject({ reports: 50, weight: 4_950, isHidden: false, version: 50 });
    expect(await reportsOn(id)).toHaveLength(50);
  });
});
