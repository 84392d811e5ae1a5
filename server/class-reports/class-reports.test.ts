/** What is reported in a class: who sees and decides it, what the class's own record says, and that nobody else is told. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { accessLog, enrolment } from "../../db/schema/classes";
import { comment, heat } from "../../db/schema/discussions";
import { outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { logChain, logRow, notice, queueItem, report, sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { verifyLog } from "../record/verify";
import { settings } from "../settings";
import { aClass, anAssignment, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, NOON, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const WHY = { ground: "insult" as const, law: "", facts: "It is about the person who asked." };
const BODY = "You have never sat in one of these rooms.";

/** Two students and those who teach them; the first said something, the second answered and reported it. */
async function aCase({ pseudonyms = false } = {}) {
  const room = await aClass({ students: 3 });
  const [assistant, moderator] = [await aMember(), await aMember({ role: "moderator" })];
  await enrolled(room.id, assistant, "assistant");
  const work = await anAssignment(room, { pseudonyms });
  const [author, reporter, bystander] = room.students.map(({ reader }) => reader);
  if (!author || !reporter || !bystander) throw new Error("a student is missing");
  const { view } = await asks(author).assignments.view({ assignment: work.id });
  const discussion = view.head.discussionId;
  const { id: said } = await asks(author).comments.post({ discussion, revision: 1, block: 1, body: BODY, key: aKey() });
  const { id: reply } = await asks(reporter).comments.post({ discussion, revision: 1, parent: said, body: "I have, twice a week.", key: aKey() });
  await asks(reporter).reports.make({ comment: said, ground: "insult", note: "It is about me." });
  return { room, work, assistant, moderator, author, reporter, bystander, discussion, comment: said, reply };
}

type Case = Awaited<ReturnType<typeof aCase>>;

const decides = (who: Reader, { room, comment: item }: Pick<Case, "room" | "comment">, act: "approve" | "hide" | "remove" | "restore" = "hide", seconds = 10) => asks(who, { now: () => later(seconds) }).classReports.decide({ class: room.id, item, act, reasons: WHY });
const list = (who: Reader | null, { room }: Pick<Case, "room">) => asks(who).classReports.list({ class: room.id });
const noticesOf = async ({ id }: Reader) => (await database().select({ kind: notice.kind }).from(notice).where(eq(notice.memberId, id)).orderBy(notice.id)).map(({ kind }) => kind);

async function decisionOn(commentId: string): Promise<string> {
  const [found] = await database().select({ id: comment.restrictedBy }).from(comment).where(eq(comment.id, commentId));
  if (!found?.id) throw new Error("nothing restricts it");
  return found.id;
}

async function chainOf(classId: string) {
  return (await database().select({ act: logRow.act, role: logRow.role }).from(logRow).where(eq(logRow.chain, classId)).orderBy(logRow.order)).map(({ act, role }) => `${act} by ${role}`);
}

/** All that the public is told of decisions, as bytes. */
async function publicRecord(): Promise<string> {
  const ask = asks(await aMember({ role: "administrator" }), { now: () => later(100) });
  const [chain] = await database().select().from(logChain).where(eq(logChain.chain, "public"));
  return JSON.stringify([await ask.record.log({}), await ask.record.file({}), await ask.record.report({}), await ask.record.statements({}), chain ?? null]);
}

describe("what waits in a class", () => {
  test("waits for those who teach it, and is no page for anybody else", async () => {
    const given = await aCase();
    const other = await aClass({ students: 1 });
    for (const who of [given.room.teacher, given.assistant]) {
      expect(await list(who, given)).toMatchObject({ waiting: 1, items: [{ id: given.comment, ground: "insult", reports: 1, isHeld: false, beginning: BODY, name: `${given.author.name} of the list`, work: "Which of the three?" }], next: null });
      expect((await asks(who).classes.page({ class: given.room.id })).reports).toBe(1);
    }
    expect((await asks(given.author).classes.page({ class: given.room.id })).reports).toBe(null);
    for (const who of [given.author, given.reporter, other.teacher, given.moderator, await aMember({ role: "administrator" }), await aMember()]) {
      const missing = await refusal(asks(who).classReports.list({ class: "none" }));
      expect(await refusal(list(who, given))).toEqual(missing);
      expect(await refusal(asks(who).classReports.case({ class: given.room.id, item: given.comment }))).toEqual(missing);
      expect(await refusal(decides(who, given))).toEqual(missing);
      expect(await refusal(asks(who).classReports.decideThread({ class: given.room.id, thread: "none", act: "lock", reasons: WHY }))).toEqual(missing);
      expect(await refusal(asks(who).classReports.log({ class: given.room.id }))).toEqual(missing);
      expect(await refusal(asks(who).classReports.undo({ class: given.room.id, batch: "none" }))).toEqual(missing);
    }
    // By way of another class of one's own neither.
    expect((await refusal(asks(other.teacher).classReports.case({ class: other.id, item: given.comment }))).reason).toBe("noSuch.comment");
    expect((await refusal(asks(other.teacher).classReports.decide({ class: other.id, item: given.comment, act: "hide", reasons: WHY }))).reason).toBe("noSuch.comment");
    // Nor by the public's moderation.
    for (const call of [asks(given.moderator).moderation.item({ item: given.comment }), asks(given.moderator).moderation.decideComments({ act: "hide", comments: [{ id: given.comment }], reasons: WHY })]) expect((await refusal(call)).reason).toBe("noSuch.comment");
    expect((await asks(given.moderator).moderation.queue({ article: given.work.article.slug })).items).toEqual([]);
  });

  test("is told to those who teach it once, until they have looked", async () => {
    const given = await aCase();
    await asks(given.bystander).reports.make({ comment: given.reply, ground: "insult" });
    expect(await noticesOf(given.room.teacher)).toEqual(["class-waits"]);
    expect(await noticesOf(given.assistant)).toEqual(["class-waits"]);
    expect(await noticesOf(given.author)).toEqual([]);
    await asks(given.room.teacher, { now: () => later(5) }).notices.markOf({ subject: given.room.id });
    await asks(given.reporter, { now: () => later(6) }).reports.make({ comment: (await asks(given.bystander).comments.post({ discussion: given.discussion, revision: 1, block: 2, body: "And you?", key: aKey() })).id, ground: "insult" });
    expect(await noticesOf(given.room.teacher)).toEqual(["class-waits", "class-waits"]);
    expect(await noticesOf(given.assistant)).toEqual(["class-waits"]);
  });

  test("is shown with its passage, who reported it, and names as the class reads them", async () => {
    const [plain, veiled] = [await aCase(), await aCase({ pseudonyms: true })];
    const shown = await asks(plain.room.teacher).classReports.case({ class: plain.room.id, item: plain.comment });
    expect(shown).toMatchObject({ comment: { body: BODY, name: `${plain.author.name} of the list` }, passage: { number: 1, text: "First things first." }, reports: [{ ground: "insult", note: "It is about me.", name: `${plain.reporter.name} of the list` }], author: { place: plain.room.students[0]?.enrolment }, fault: null, waiting: { isHidden: false } });
    await asks(veiled.bystander).reports.make({ comment: veiled.comment, ground: "insult" });
    const hidden = await asks(veiled.room.teacher).classReports.case({ class: veiled.room.id, item: veiled.comment });
    const listed = await list(veiled.room.teacher, veiled);
    for (const { name, id } of [veiled.author, veiled.reporter, veiled.bystander]) {
      expect(JSON.stringify([hidden, listed])).not.toContain(name);
      expect(JSON.stringify([hidden, listed])).not.toContain(id);
    }
    expect(hidden.author.place).toBe(null);
    // Who has no made-up name yet has none here.
    expect(hidden.reports.map(({ name }) => name === null)).toEqual([true, false]);
    const enrolment = veiled.room.students[0]?.enrolment ?? "";
    await asks(veiled.room.teacher).assignments.reveal({ assignment: veiled.work.id, enrolment, why: "A threat." });
    expect(await asks(veiled.room.teacher).classReports.case({ class: veiled.room.id, item: veiled.comment })).toMatchObject({ author: { name: `${veiled.author.name} of the list`, place: enrolment } });
  });
});

describe("deciding in a class", () => {
  test("hides with reasons, counts right, tells author and reporter, and can be undone", async () => {
    const given = await aCase();
    await writeTogether((w) => [w.update(member).set({ confirmedEmail: `${aKey()}@example.org` }).where(eq(member.id, given.author.id))]);
    const counts = async () => {
      const { view } = await asks(given.bystander).assignments.view({ assignment: given.work.id });
      const [warm] = await database().select({ comments: heat.comments }).from(heat).where(and(eq(heat.discussionId, given.discussion), eq(heat.blockNumber, 1)));
      return [view.head.comments, warm?.comments];
    };
    expect(await counts()).toEqual([2, 2]);
    const { batch } = await decides(given.room.teacher, given);
    expect(await counts()).toEqual([1, 1]);
    const { view } = await asks(given.bystander).assignments.view({ assignment: given.work.id });
    const [first] = view.blocks[0]?.threads[0]?.comments ?? [];
    expect(first).toMatchObject({ body: "", by: null, restricted: { how: "hidden", ground: "insult", isAutomatic: false } });
    expect((await list(given.room.teacher, given)).waiting).toBe(0);
    expect(await noticesOf(given.author)).toEqual(["decided"]);
    expect(await noticesOf(given.reporter)).toEqual(["report-upheld"]);
    const mails = await database().select({ content: outbox.content }).from(outbox).where(isNotNull(outbox.causeId));
    expect(JSON.stringify(mails)).not.toContain(given.room.id);
    expect(JSON.stringify(mails)).not.toContain(BODY);
    expect(await asks(given.assistant, { now: () => later(12) }).classReports.done({ class: given.room.id, batch })).toBe(null);
    expect((await refusal(asks(given.assistant, { now: () => later(12) }).classReports.undo({ class: given.room.id, batch }))).reason).toBe("noSuch.decision");
    expect(await asks(given.room.teacher, { now: () => later(12) }).classReports.done({ class: given.room.id, batch })).toMatchObject({ act: "hide", msLeft: 13_000 });
    await asks(given.room.teacher, { now: () => later(12) }).classReports.undo({ class: given.room.id, batch });
    expect(await counts()).toEqual([2, 2]);
    expect([...(await noticesOf(given.author)), ...(await noticesOf(given.reporter))]).toEqual([]);
    expect((await list(given.room.teacher, given)).waiting).toBe(1);
    expect(await chainOf(given.room.id)).toEqual(["hide by teacher", "undo by teacher"]);
  });

  test("is another's where it is one's own, and a teacher's above an assistant's", async () => {
    const given = await aCase();
    const own = await asks(given.room.teacher).comments.post({ discussion: given.discussion, revision: 1, block: 2, body: "Read the second one again.", key: aKey() });
    const about = { ...given, comment: own.id };
    await asks(given.bystander).reports.make({ comment: own.id, ground: "insult" });
    expect((await refusal(decides(given.room.teacher, about))).reason).toBe("notAllowed.ownCase");
    expect((await refusal(decides(given.assistant, about))).reason).toBe("notAllowed.above");
    expect(await asks(given.assistant).classReports.case({ class: given.room.id, item: own.id })).toMatchObject({ fault: "above" });
    const { thread } = await asks(given.room.teacher).comments.where({ comment: own.id });
    for (const [who, why] of [[given.room.teacher, "notAllowed.ownCase"], [given.assistant, "notAllowed.above"]] as const) expect((await refusal(asks(who).classReports.decideThread({ class: given.room.id, thread, act: "lock", reasons: WHY }))).reason).toBe(why);
    const second = await aMember();
    await enrolled(given.room.id, second, "teacher");
    await decides(second, about);
    await decides(given.assistant, given);
    expect(await chainOf(given.room.id)).toEqual(["hide by teacher", "hide by assistant"]);
  });

  test("locks a thread and opens it again", async () => {
    const given = await aCase();
    const { thread } = await asks(given.author).comments.where({ comment: given.comment });
    await asks(given.room.teacher).classReports.decideThread({ class: given.room.id, thread, act: "lock", reasons: WHY });
    expect((await refusal(asks(given.bystander).comments.post({ discussion: given.discussion, revision: 1, parent: given.reply, body: "Me too.", key: aKey() }))).reason).toBe("notAllowed.locked");
    await asks(given.room.teacher).classReports.decideThread({ class: given.room.id, thread, act: "unlock", reasons: null });
    await asks(given.bystander).comments.post({ discussion: given.discussion, revision: 1, parent: given.reply, body: "Me too.", key: aKey() });
    expect(await chainOf(given.room.id)).toEqual(["lock by teacher", "unlock by teacher"]);
  });

  test("hides so that an edit does not bring it back, and the changed words wait for its teachers", async () => {
    const given = await aCase();
    await decides(given.room.teacher, given);
    expect(await asks(given.author).comments.held({ comment: given.comment })).toMatchObject({ body: BODY, state: "hidden" });
    const { version } = await asks(given.author).comments.held({ comment: given.comment });
    await asks(given.author, { now: () => later(60) }).comments.edit({ comment: given.comment, version, kind: null, body: "Have you sat there?", key: aKey() });
    const { view } = await asks(given.bystander).assignments.view({ assignment: given.work.id });
    expect(JSON.stringify(view)).not.toContain("Have you sat there?");
    expect((await list(given.room.teacher, given)).items).toMatchObject([{ id: given.comment, beginning: "Have you sat there?", isHidden: true }]);
    const [item] = await database().select({ classId: queueItem.classId }).from(queueItem).where(eq(queueItem.id, given.comment));
    expect(item?.classId).toBe(given.room.id);
    await decides(given.room.teacher, given, "restore", 90);
    expect(JSON.stringify(await asks(given.bystander).assignments.view({ assignment: given.work.id }))).toContain("Have you sat there?");
  });
});

describe("an objection from a class", () => {
  async function objected(given: Case) {
    await decides(given.room.teacher, given, "remove");
    const id = await decisionOn(given.comment);
    const { appeal } = await asks(given.author, { now: () => later(40) }).appeals.open({ decision: id, body: "It was about the argument." });
    return { id, appeal };
  }

  test("is a moderator's to decide, who sees that case alone; the class reads that they looked", async () => {
    const given = await aCase({ pseudonyms: true });
    const { id, appeal } = await objected(given);
    expect((await list(given.room.teacher, given)).waiting).toBe(0);
    const { items } = await asks(given.moderator).moderation.queue({ kind: "appeal" });
    expect(items.find((one) => one.id === appeal)).toMatchObject({ name: null, isOfClass: true });
    const seen = await asks(given.moderator, { now: () => later(50) }).appeals.case({ appeal });
    expect(seen).toMatchObject({ statement: { words: { body: BODY }, facts: WHY.facts, ground: "insult", isOfClass: true }, record: null, earlier: [], reports: [], context: { passage: { number: 1 }, before: [] } });
    const told = JSON.stringify([seen, items]);
    for (const word of ["10B, Civics", given.author.name, given.author.id, given.reporter.name, "I have, twice a week.", "It is about me.", "Which of the three?"]) expect(told).not.toContain(word);
    // The decision itself is its member's and its teachers'.
    expect((await refusal(asks(given.moderator).decisions.statement({ decision: id }))).reason).toBe("noSuch.decision");
    expect(await asks(given.room.teacher).decisions.statement({ decision: id })).toMatchObject({ isMine: false, appeal: { notes: [] } });
    expect((await refusal(asks(given.bystander).decisions.statement({ decision: id }))).reason).toBe("noSuch.decision");
    for (const who of [given.room.teacher, given.bystander]) expect((await refusal(asks(who).appeals.case({ appeal }))).reason).toBe("noSuch.page");
    const looks = await database().select().from(accessLog).where(and(eq(accessLog.classId, given.room.id), eq(accessLog.what, "report.read")));
    expect(looks).toMatchObject([{ memberId: given.moderator.id, subjectId: given.comment }]);
    expect(looks).toHaveLength(1);
    expect((await asks(given.room.teacher).classes.log({ class: given.room.id })).rows).toMatchObject([{ what: "report.read", name: null, by: null }]);
  });

  test("that is granted brings everything back, and teacher and reporter hear of it", async () => {
    const given = await aCase();
    const { appeal, id } = await objected(given);
    await asks(given.moderator, { now: () => later(60) }).appeals.decide({ appeal, seen: 1, outcome: "reversed", facts: "It is about the argument." });
    const { view } = await asks(given.bystander).assignments.view({ assignment: given.work.id });
    expect(JSON.stringify(view)).toContain(BODY);
    expect(view.head.comments).toBe(2);
    expect(await database().select().from(sealed).where(eq(sealed.commentId, given.comment))).toEqual([]);
    expect(await noticesOf(given.room.teacher)).toEqual(["class-waits", "class-reversed"]);
    expect(await noticesOf(given.reporter)).toEqual(["report-upheld", "report-declined"]);
    expect(await noticesOf(given.author)).toEqual(["decided", "reversed"]);
    expect(await chainOf(given.room.id)).toEqual(["remove by teacher", "restore by moderator"]);
    expect(await asks(given.room.teacher).decisions.statement({ decision: id })).toMatchObject({ reversedBy: expect.any(String) });
    const { rows } = await asks(given.assistant).classReports.log({ class: given.room.id });
    expect(rows).toMatchObject([{ act: "restore", role: "moderator", name: null }, { act: "remove", role: "teacher", name: `${given.room.teacher.name} of the list` }]);
    expect(JSON.stringify(rows)).not.toContain(given.moderator.name);
  });

  test("that is not granted leaves it, told to both", async () => {
    const given = await aCase();
    const { appeal } = await objected(given);
    await asks(given.moderator, { now: () => later(60) }).appeals.decide({ appeal, seen: 1, outcome: "upheld", facts: "It is about the person." });
    expect(await noticesOf(given.room.teacher)).toEqual(["class-waits", "class-upheld"]);
    expect(await noticesOf(given.author)).toEqual(["decided", "appeal-upheld"]);
    expect(await chainOf(given.room.id)).toEqual(["remove by teacher", "uphold by moderator"]);
  });

  test("is not for a moderator who is of the class, while there is another", async () => {
    const given = await aCase();
    const teaches = await aMember({ role: "moderator" });
    await enrolled(given.room.id, teaches, "assistant");
    const { appeal } = await objected(given);
    expect((await refusal(asks(teaches, { now: () => later(60) }).appeals.decide({ appeal, seen: 1, outcome: "upheld", facts: "It is about the person." }))).reason).toBe("notAllowed.ownClass");
  });
});

describe("a report on a class's only teacher", () => {
  /** A student reports what the only teacher said, where made-up names are used. */
  async function onTeacher({ assisted = true } = {}) {
    const given = await aCase({ pseudonyms: true });
    if (!assisted) await writeTogether((w) => [w.update(enrolment).set({ leftAt: NOON }).where(and(eq(enrolment.classId, given.room.id), eq(enrolment.memberId, given.assistant.id)))]);
    const own = await asks(given.room.teacher).comments.post({ discussion: given.discussion, revision: 1, parent: given.reply, body: "Then you have slept there.", key: aKey() });
    await asks(given.bystander).reports.make({ comment: own.id, ground: "insult", note: "He said it to all of us." });
    return { ...given, comment: own.id, first: given.comment };
  }
  const waitsFor = async (who: Reader, item: string) => (await asks(who).moderation.queue({})).items.find(({ id }) => id === item) ?? null;

  test("waits for moderators, who see that one comment alone; the class reads that they looked, and what was decided", async () => {
    for (const assisted of [true, false]) {
      const given = await onTeacher({ assisted });
      expect(await waitsFor(given.moderator, given.comment)).toMatchObject({ isOfClass: true, name: null, beginning: "", reports: 1 });
      expect((await list(given.room.teacher, given)).items.map(({ id }) => id)).toEqual([given.first]);
      // Nobody else is told that it waits.
      expect(await noticesOf(given.assistant)).toEqual(["class-waits"]);
      const seen = await asks(given.moderator, { now: () => later(50) }).moderation.classCase({ item: given.comment });
      expect(seen).toMatchObject({ comment: { body: "Then you have slept there." }, passage: { number: 1 }, reports: [{ ground: "insult", note: "He said it to all of us." }], fault: null, isHeld: false });
      expect(seen.before.map(({ body }) => body)).toEqual([BODY, "I have, twice a week."]);
      const told = JSON.stringify([seen, await asks(given.moderator).moderation.queue({})]);
      for (const word of ["10B, Civics", given.author.name, given.author.id, given.bystander.name, given.bystander.id, given.reporter.name, "Which of the three?"]) expect(told).not.toContain(word);
      await asks(given.moderator, { now: () => later(60) }).moderation.decideClassCase({ item: given.comment, seen: seen.seen, act: "remove", reasons: WHY });
      expect(JSON.stringify((await asks(given.bystander).assignments.view({ assignment: given.work.id })).view)).not.toContain("slept there");
      expect(await waitsFor(given.moderator, given.comment)).toBe(null);
      expect(await chainOf(given.room.id)).toEqual(["remove by moderator"]);
      expect(await noticesOf(given.bystander)).toEqual(["report-upheld"]);
      expect(await noticesOf(given.room.teacher)).toContain("decided");
      const looks = await database().select().from(accessLog).where(and(eq(accessLog.classId, given.room.id), eq(accessLog.what, "report.read")));
      expect(looks.map(({ memberId, subjectId }) => [memberId, subjectId])).toEqual([[given.moderator.id, given.comment]]);
      // What is decided is the class's alone again, and can be objected to.
      expect((await refusal(asks(given.moderator).moderation.classCase({ item: given.comment }))).reason).toBe("noSuch.comment");
      const { appeal } = await asks(given.room.teacher, { now: () => later(70) }).appeals.open({ decision: await decisionOn(given.comment), body: "It was a joke." });
      const another = await aMember({ role: "administrator" });
      await asks(another, { now: () => later(80) }).appeals.decide({ appeal, seen: 1, outcome: "reversed", facts: "It was one." });
      expect(await chainOf(given.room.id)).toEqual(["remove by moderator", "restore by administrator"]);
      expect(await noticesOf(given.moderator)).toEqual([]);
    }
  });

  test("is nobody else's: not their own, no other case of the class, nothing for members", async () => {
    const given = await onTeacher();
    const [ask, seen] = [asks(given.moderator).moderation, { seen: null, act: "hide" as const, reasons: WHY }];
    for (const item of [given.first, given.reply, "none"]) {
      expect((await refusal(ask.classCase({ item }))).reason).toBe("noSuch.comment");
      expect((await refusal(ask.decideClassCase({ item, ...seen }))).reason).toBe("noSuch.comment");
    }
    for (const who of [given.room.teacher, given.assistant, given.bystander]) expect((await refusal(asks(who).moderation.classCase({ item: given.comment }))).reason).toBe("noSuch.page");
    // The teacher is not told who reported.
    expect((await asks(given.room.teacher).classReports.case({ class: given.room.id, item: given.comment })).reports).toEqual([]);
    const ofTheClass = await aMember({ role: "moderator" });
    await enrolled(given.room.id, ofTheClass, "assistant");
    expect(await asks(ofTheClass).moderation.classCase({ item: given.comment })).toMatchObject({ fault: "ownClass" });
    expect((await refusal(asks(ofTheClass).moderation.decideClassCase({ item: given.comment, ...seen }))).reason).toBe("notAllowed.ownClass");
  });

  test("is the class's again as soon as there is a second teacher, and the moderators' when that one leaves", async () => {
    const given = await onTeacher();
    const second = await aMember();
    const place = await enrolled(given.room.id, second, "teacher");
    expect(await waitsFor(given.moderator, given.comment)).toBe(null);
    expect((await refusal(asks(given.moderator).moderation.classCase({ item: given.comment }))).reason).toBe("noSuch.comment");
    expect((await list(second, given)).waiting).toBe(2);
    await writeTogether((w) => [w.update(enrolment).set({ leftAt: NOON }).where(eq(enrolment.id, place))]);
    expect(await waitsFor(given.moderator, given.comment)).toMatchObject({ isOfClass: true });
    // Of a class whose people have all been taken out nothing is told.
    await writeTogether((w) => [w.update(enrolment).set({ leftAt: NOON }).where(eq(enrolment.classId, given.room.id))]);
    expect(await waitsFor(given.moderator, given.comment)).toBe(null);
  });
});

test("who stands before the gate again hears nothing of what it hides", async () => {
  const room = await aClass({ students: 2 });
  const work = await anAssignment(room, { gate: { kind: "after", own: 1 } });
  const [author, reporter] = room.students;
  if (!author || !reporter) throw new Error("a student is missing");
  const { view } = await asks(author.reader).assignments.view({ assignment: work.id });
  const discussion = view.head.discussionId;
  const { id: said } = await asks(author.reader).comments.post({ discussion, revision: 1, block: 1, body: BODY, key: aKey() });
  expect((await refusal(asks(reporter.reader).reports.make({ comment: said, ground: "insult" }))).reason).toBe("noSuch.comment");
  await asks(reporter.reader).comments.post({ discussion, revision: 1, block: 2, body: "My own.", key: aKey() });
  await asks(reporter.reader).reports.make({ comment: said, ground: "insult" });
  await asks(room.teacher).assignments.setGateFor({ assignment: work.id, enrolment: reporter.enrolment, opens: false });
  await decides(room.teacher, { room, comment: said });
  expect(await noticesOf(reporter.reader)).toEqual([]);
  expect(await noticesOf(author.reader)).toEqual(["decided"]);
});

test("the public's record is the same to the byte before and after all that", async () => {
  const before = await publicRecord();
  const given = await aCase();
  await decides(given.room.teacher, given, "remove");
  const { appeal } = await asks(given.author, { now: () => later(40) }).appeals.open({ decision: await decisionOn(given.comment), body: "It was about the argument." });
  await asks(given.moderator, { now: () => later(60) }).appeals.decide({ appeal, seen: 1, outcome: "reversed", facts: "It is about the argument." });
  expect(await publicRecord()).toBe(before);
  expect(await database().select().from(decision).where(and(eq(decision.discussionId, given.discussion), isNull(decision.classId)))).toEqual([]);
  expect((await database().select({ classId: report.classId }).from(report).where(eq(report.commentId, given.comment))).map(({ classId }) => classId)).toEqual([given.room.id]);
});

test("a row of a class's chain that was changed, or taken out, is named", async () => {
  const given = await aCase();
  await decides(given.room.teacher, given);
  await decides(given.room.teacher, given, "restore", 40);
  const its = async () => (await verifyLog(database())).find(({ chain }) => chain === given.room.id);
  expect(await its()).toMatchObject({ broken: null, rows: 2 });
  await writeTogether((w) => [w.update(logRow).set({ act: "remove" }).where(and(eq(logRow.chain, given.room.id), eq(logRow.order, 1)))]);
  expect((await its())?.broken).toMatchObject({ order: 1, why: "changed" });
  await writeTogether((w) => [w.delete(logRow).where(and(eq(logRow.chain, given.room.id), eq(logRow.order, 1)))]);
  expect((await its())?.broken).toMatchObject({ order: 1 });
});
