import { eq, inArray } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { enrolment } from "../../db/schema/classes";
import { classEnding } from "../../db/schema/endings";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { UNDO_END_DAYS } from "../../domain/classroom/ending";
import type { Ending } from "../../domain/classroom/classes";
import type { Reader } from "../../domain/permissions";
import { aClass, enrolled } from "../testing/classroom";
import { aKey, anArticle, asks, later, NOON, uniqueName } from "../testing/world";
import { carryOutDue } from "./carry-out";

const due = later(60 + UNDO_END_DAYS * 24 * 60 * 60);

/** Six pupils by cards: two who only learn in the class, and one each with an address, a password, a public comment, another class. */
async function aClassByCards() {
  const room = await aClass({ students: 1 });
  const names = ["alone", "alone too", "address", "password", "public", "elsewhere"].map((what) => uniqueName(what));
  await writeTogether((w) => [w.insert(enrolment).values(names.map((name) => ({ id: randomId(), classId: room.id, role: "student" as const, name, createdAt: NOON })))]);
  const { cards } = await asks(room.teacher).classes.makeCards({ class: room.id });
  const places = await database().select({ name: enrolment.name, memberId: enrolment.memberId }).from(enrolment).where(inArray(enrolment.id, cards.map(({ id }) => id)));
  const accounts = names.map((name) => places.find((one) => one.name === name)?.memberId ?? "");
  const [, , withAddress = "", withPassword = "", speaks = "", learns = ""] = accounts;
  await writeTogether((w) => [w.update(member).set({ email: `${aKey()}@example.org` }).where(eq(member.id, withAddress)), w.update(member).set({ passwordHash: "x" }).where(eq(member.id, withPassword))]);
  const reader = (id: string): Reader => ({ id, name: "pupil", role: "member", createdAt: NOON, wasSanctioned: false });
  const article = await anArticle();
  await asks(reader(speaks)).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "In public.", key: aKey() });
  await enrolled((await aClass()).id, reader(learns), "student");
  return { room, accounts };
}

describe.each<Ending>(["erasure", "pseudonyms"])("at the end of a class, by %s", (how) => {
  test("accounts go that cards made for it alone, which is said before and certified after", async () => {
    const { room, accounts } = await aClassByCards();
    const teacher = asks(room.teacher, { now: () => later(20) });
    expect((await teacher.endings.view({ class: room.id })).accounts).toBe(2);
    await teacher.endings.begin({ class: room.id, how, typed: "10B, Civics" });
    const [ending] = await database().select({ id: classEnding.id }).from(classEnding).where(eq(classEnding.classId, room.id));
    await carryOutDue(database(), due);
    const rows = await database().select({ id: member.id, name: member.name, deletedAt: member.deletedAt }).from(member).where(inArray(member.id, accounts));
    expect(accounts.map((id) => rows.find((row) => row.id === id)?.deletedAt ?? null)).toEqual([due, due, null, null, null, null]);
    expect(rows.filter(({ deletedAt }) => deletedAt !== null).map(({ id, name }) => name === `~${id}`)).toEqual([true, true]);
    expect(await asks(room.teacher).endings.certificate({ certificate: ending?.id ?? "" })).toMatchObject({ counts: { accounts: 2, names: 7 }, isUnchanged: true });
  });
});
