/** What a class says is read by its own, as far as gate, group and name allow, and by nobody else. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { gateOpening } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { comment } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment, type Classroom, enrolled } from "../testing/classroom";
import { aKey, aMember, asks, later, refusal } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

type Work = Awaited<ReturnType<typeof anAssignment>>;

const viewFor = (who: Reader, { id }: Work, group: number | null = null) => asks(who, { now: () => later(10) }).assignments.view({ assignment: id, group });
const studentOf = (room: Classroom, place: number): Reader => room.students[place]?.reader ?? room.teacher;

async function says(who: Reader, work: Work, body: string, more: { parent?: string; block?: number; at?: Date; group?: number } = {}): Promise<string> {
  const { view } = await viewFor(who, work, more.group ?? null);
  const ask = asks(who, { now: () => more.at ?? later(0) });
  const { id } = await ask.comments.post({ discussion: view.head.discussionId, revision: 1, block: more.parent ? null : (more.block ?? 2), parent: more.parent ?? null, body, key: aKey() });
  return id;
}

const saidIn = ({ view }: Awaited<ReturnType<typeof viewFor>>) => [...view.blocks, view.wholeArticle].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments));
const bodies = (shown: Awaited<ReturnType<typeof viewFor>>) => saidIn(shown).map(({ body }) => body).sort();

describe("who may read", () => {
  test("the class reads it, others find nothing there: no page, no comment, no public trace", async () => {
    const [room, outsider] = [await aClass(), await aMember({ role: "administrator" })];
    const work = await anAssignment(room);
    const id = await says(studentOf(room, 0), work, "Only among us.");
    expect(bodies(await viewFor(studentOf(room, 1), work))).toEqual(["Only among us."]);
    expect(bodies(await viewFor(room.teacher, work))).toEqual(["Only among us."]);
    for (const who of [outsider, await aMember()]) {
      expect((await refusal(viewFor(who, work))).reason).toBe("noSuch.page");
      expect((await refusal(asks(who).comments.where({ comment: id }))).reason).toBe("noSuch.comment");
      expect((await refusal(asks(who).comments.acts({ comment: id }))).reason).toBe("noSuch.comment");
      expect((await refusal(asks(who).reports.make({ comment: id, ground: "insult" }))).reason).toBe("noSuch.comment");
    }
    expect((await refusal(asks(null).assignments.view({ assignment: work.id }))).reason).toBe("notAllowed.signIn");
    const open = await asks(null).articles.view({ slug: work.article.slug });
    expect(open.head).toMatchObject({ comments: 0, participants: 0 });
    expect(open.blocks.every(({ heat, threads }) => heat.comments === 0 && threads.length === 0)).toBe(true);
  });

  test("who left the class reads no more, and their work stays", async () => {
    const room = await aClass();
    const work = await anAssignment(room);
    await says(studentOf(room, 0), work, "I was here.");
    await writeTogether((w) => [w.update(enrolment).set({ leftAt: later(0) }).where(eq(enrolment.id, room.students[0]?.enrolment ?? ""))]);
    expect((await refusal(viewFor(studentOf(room, 0), work))).reason).toBe("noSuch.page");
    expect(bodies(await viewFor(studentOf(room, 1), work))).toEqual(["I was here."]);
  });

  test("the same text in two assignments is two discussions", async () => {
    const room = await aClass();
    const one = await anAssignment(room);
    const other = await anAssignment(room, { article: one.article });
    await says(studentOf(room, 0), one, "Said in the first.");
    expect(bodies(await viewFor(studentOf(room, 0), other))).toEqual([]);
  });

  test("groups are apart; a teacher looks at each", async () => {
    const room = await aClass();
    const work = await anAssignment(room, { groups: [1, 2, 2] });
    await says(studentOf(room, 0), work, "In the first group.");
    const second = await says(studentOf(room, 1), work, "In the second.");
    expect(bodies(await viewFor(studentOf(room, 0), work, 2))).toEqual(["In the first group."]);
    expect(bodies(await viewFor(studentOf(room, 2), work))).toEqual(["In the second."]);
    expect(bodies(await viewFor(room.teacher, work, 2))).toEqual(["In the second."]);
    expect((await refusal(asks(studentOf(room, 0)).comments.acts({ comment: second }))).reason).toBe("noSuch.comment");
    expect((await asks(room.teacher).comments.where({ comment: second })).readAt).toBe(`/assignments/${work.id}/groups/2`);
  });
});

describe("the gate", () => {
  const GATE = { kind: "after", own: 2 } as const;

  test("hides others' words, names, counts and gaps until the Nth own comment; a deletion does not close it", async () => {
    const [room, [first, second]] = [await aClass(), [0, 1]];
    const work = await anAssignment(room, { gate: GATE, prompts: ["What would you keep?"], required: { leastWords: 2 } });
    const [one, other] = [studentOf(room, first), studentOf(room, second)];
    const hidden = await says(one, work, "A canary sings here.");
    await says(one, work, "And a second time.", { block: 1 });
    const before = await viewFor(other, work);
    expect(bodies(before)).toEqual(["What would you keep?"]);
    expect(before.view.head).toMatchObject({ comments: 1, participants: 1 });
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`canary|second time|${one.name}`));
    expect(saidIn(before)[0]).toMatchObject({ replies: 0, sequence: 1, by: { badge: "teacher" } });
    expect((await refusal(asks(other).comments.acts({ comment: hidden }))).reason).toBe("noSuch.comment");
    expect((await refusal(says(other, work, "An answer.", { parent: hidden }))).reason).toBe("noSuch.comment");
    for (const page of [asks(other).assignments.all({ assignment: work.id }), asks(other).assignments.block({ assignment: work.id, number: 2 })]) expect(JSON.stringify(await page)).not.toContain("canary");

    await says(other, work, "My own first.", { at: later(1) });
    await says(other, work, "Short", { at: later(2) });
    expect((await viewFor(other, work)).work.isGateOpen).toBe(false);
    const opening = await says(other, work, "My own second.", { block: 1, at: later(3) });
    expect(bodies(await viewFor(other, work))).toContain("A canary sings here.");
    await asks(other).comments.delete({ comment: opening });
    expect((await viewFor(other, work)).work.isGateOpen).toBe(true);
    const [kept] = await database().select().from(gateOpening).where(eq(gateOpening.memberId, other.id));
    expect(kept).toMatchObject({ commentId: opening, closedAt: null });
  });

  test("comments that come at once open it", async () => {
    const room = await aClass();
    const work = await anAssignment(room, { gate: GATE });
    await Promise.all([says(studentOf(room, 0), work, "One of two at once."), says(studentOf(room, 0), work, "The other of two.", { block: 1 })]);
    expect((await viewFor(studentOf(room, 0), work)).work.isGateOpen).toBe(true);
  });

  test("a moment opens it, and a teacher never stands before it", async () => {
    const room = await aClass();
    const work = await anAssignment(room, { gate: { kind: "at", at: later(60).toISOString() } });
    await says(studentOf(room, 0), work, "Too early for you.");
    expect(bodies(await viewFor(studentOf(room, 1), work))).toEqual([]);
    expect(bodies(await viewFor(room.teacher, work))).toEqual(["Too early for you."]);
    expect(saidIn(await asks(studentOf(room, 1), { now: () => later(60) }).assignments.view({ assignment: work.id })).map(({ body }) => body)).toEqual(["Too early for you."]);
  });
});

describe("names and times", () => {
  test("classmates read the name of the list, or one made for the assignment, the same each time", async () => {
    const [room, outside] = [await aClass(), "of the list"];
    const plain = await anAssignment(room);
    const masked = await anAssignment(room, { pseudonyms: true });
    const other = await anAssignment(room, { pseudonyms: true });
    const student = studentOf(room, 0);
    for (const work of [plain, masked, other]) for (const block of [1, 2]) await says(student, work, `Said ${block} here.`, { block, at: later(block * 7) });
    const by = async (work: Work) => saidIn(await viewFor(studentOf(room, 1), work)).map((said) => said.by);
    expect((await by(plain)).map((who) => who?.name)).toEqual([`${student.name} ${outside}`, `${student.name} ${outside}`]);
    const [one, again] = await by(masked);
    const [elsewhere] = await by(other);
    expect(one).toEqual(again);
    expect(one?.id).not.toBe(elsewhere?.id);
    expect(JSON.stringify([await by(masked), await by(other)])).not.toContain(student.name);
    expect(JSON.stringify(await viewFor(studentOf(room, 1), masked))).not.toContain(student.id);
  });

  test("ids tell no time, and times are to the minute", async () => {
    const room = await aClass();
    const work = await anAssignment(room, { pseudonyms: true });
    const id = await says(studentOf(room, 0), work, "At some second.", { at: later(47) });
    await asks(studentOf(room, 0), { now: () => later(100) }).comments.edit({ comment: id, version: 1, kind: null, body: "At another second.", key: aKey() });
    const [said] = saidIn(await viewFor(studentOf(room, 1), work));
    expect(said).toMatchObject({ at: later(0).toISOString(), editedAt: later(60).toISOString() });
    const [{ threadId } = { threadId: "" }] = await database().select({ threadId: comment.threadId }).from(comment).where(eq(comment.id, id));
    for (const made of [id, threadId, said?.by?.id ?? ""]) expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const { earlier } = await asks(studentOf(room, 1)).comments.acts({ comment: id });
    expect(earlier.map(({ replacedAt }) => replacedAt)).toEqual([later(60).toISOString()]);
  });
});

test("nothing is taken before it opens, nor after the cut-off; a teacher may write", async () => {
  const room = await aClass();
  const work = await anAssignment(room, { opensAt: later(10), cutOffAt: later(20) });
  expect((await refusal(says(studentOf(room, 0), work, "Too early."))).reason).toBe("notAllowed.notYetOpen");
  await says(studentOf(room, 0), work, "In time.", { at: later(15) });
  expect((await refusal(says(studentOf(room, 0), work, "Too late.", { at: later(20) }))).reason).toBe("notAllowed.closed");
  await says(room.teacher, work, "A last word.", { at: later(30) });
});

test("a student enrolled twice elsewhere sees only what they are enrolled in", async () => {
  const [room, other] = [await aClass(), await aClass()];
  const work = await anAssignment(other);
  await enrolled(room.id, await aMember(), "assistant");
  expect((await refusal(viewFor(room.teacher, work))).reason).toBe("noSuch.page");
});
