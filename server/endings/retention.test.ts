/** The date until which a class is kept. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { schoolClass } from "../../db/schema/classes";
import { classEnding } from "../../db/schema/endings";
import { outbox } from "../../db/schema/events";
import { enrolled } from "../testing/classroom";
import { aClass, type School } from "../testing/school";
import { aMember, asks, refusal } from "../testing/world";
import { carryOutDue } from "./carry-out";
import { keepDates } from "./retention";

const at = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** Kept until the end of 8 May 2027, in Berlin. */
async function aTerm() {
  const school = await aClass();
  const other = await aMember({ email: `${school.id}@example.org` });
  await enrolled(school.id, other, "teacher");
  await enrolled(school.id, await aMember({ email: `student-${school.id}@example.org` }), "student");
  return { ...school, other, address: `${school.id}@example.org` };
}

const told = async (school: School, now: Date) => (await asks(school.teacher, { now: () => now }).notices.list({})).notices.filter(({ subject }) => subject === school.id).map(({ kind }) => kind);
const mailed = (address: string) => database().select({ kind: outbox.kind, content: outbox.content }).from(outbox).where(eq(outbox.to, address));

test("teachers are reminded a month and a week before, once each, by mails that do not say what the class is called", async () => {
  const school = await aTerm();
  for (const [day, sent] of [["2027-04-07", 0], ["2027-04-09", 1], ["2027-04-10", 1], ["2027-05-02", 2], ["2027-05-07", 2]] as const) {
    await Promise.all([keepDates(database(), at(day)), keepDates(database(), at(day))]);
    expect(await told(school, at(day))).toEqual(Array.from({ length: sent }, () => "class-ends-soon"));
  }
  const mails = await mailed(school.address);
  expect(mails.map(({ kind, content }) => [kind, content.days])).toEqual([["class-ends-soon", "29"], ["class-ends-soon", "6"]]);
  expect(JSON.stringify(mails)).not.toContain("Civics");
  expect(mails[0]?.content.link).toMatch(new RegExp(`/classes/${school.id}/end$`));
  expect(await mailed(`student-${school.id}@example.org`)).toEqual([]);
});

test("with the date the class is ended as was set, can be undone with a later one, and is carried out otherwise", async () => {
  const school = await aTerm();
  await keepDates(database(), at("2027-05-09"));
  await keepDates(database(), at("2027-05-10"));
  const ask = asks(school.teacher, { now: () => at("2027-05-10") });
  expect(await ask.endings.view({ class: school.id })).toMatchObject({ isRetentionOver: true, ending: { how: "pseudonyms", by: null, isUndoable: true } });
  expect(await told(school, at("2027-05-10"))).toEqual(["class-ending"]);
  expect((await mailed(school.address)).map(({ kind }) => kind)).toEqual(["class-ending"]);
  for (const [retainUntil, reason] of [["", "field.notADay"], ["2027-05-01", "field.retainPast"], ["2036-05-09", "field.retainTooLong"]] as const) expect(await refusal(ask.endings.undo({ class: school.id, retainUntil }))).toMatchObject({ reason, field: "retainUntil" });
  await ask.endings.undo({ class: school.id, retainUntil: "2027-06-30" });
  await keepDates(database(), at("2027-05-11"));
  expect(await ask.endings.view({ class: school.id })).toMatchObject({ isRetentionOver: false, retainDay: "2027-06-30", ending: null });
  await keepDates(database(), at("2027-07-01"));
  await carryOutDue(database(), at("2027-07-14"));
  const open = () => database().select({ doneAt: classEnding.doneAt }).from(classEnding).where(and(eq(classEnding.name, "10B, Civics"), eq(classEnding.classId, school.id)));
  expect((await open()).filter(({ doneAt }) => doneAt !== null)).toEqual([]);
  await carryOutDue(database(), at("2027-07-15"));
  expect((await open()).filter(({ doneAt }) => doneAt !== null)).toHaveLength(1);
  expect(await asks(school.teacher, { now: () => at("2027-07-16") }).endings.view({ class: school.id })).toMatchObject({ ending: { isDone: true } });
});

test("the date is moved by its teacher, within ten years from the beginning, and reminders come anew", async () => {
  const school = await aTerm();
  const now = at("2027-05-03");
  await keepDates(database(), now);
  const ask = asks(school.teacher, { now: () => now });
  expect(await refusal(ask.endings.keep({ class: school.id, retainUntil: "2036-05-09" }))).toMatchObject({ reason: "field.retainTooLong" });
  expect(await refusal(ask.endings.keep({ class: school.id, retainUntil: "2027-05-03" }))).toMatchObject({ reason: "field.retainPast" });
  await ask.endings.keep({ class: school.id, retainUntil: "2036-05-08" });
  const [kept] = await database().select({ until: schoolClass.retainUntil, reminders: schoolClass.reminders }).from(schoolClass).where(eq(schoolClass.id, school.id));
  expect(kept).toEqual({ until: new Date("2036-05-08T21:59:00.000Z"), reminders: 0 });
  await keepDates(database(), at("2036-04-20"));
  expect(await told(school, at("2036-04-20"))).toEqual(["class-ends-soon", "class-ends-soon"]);
  const assistant = await aMember();
  await enrolled(school.id, assistant, "assistant");
  expect(await refusal(asks(assistant).endings.keep({ class: school.id, retainUntil: "2030-01-01" }))).toMatchObject({ reason: "notAllowed.teacherOnly" });
});
