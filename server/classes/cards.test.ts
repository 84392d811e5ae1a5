/** Sign-in cards: for accounts made for places of the class, and for no others. */
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { accessLog, enrolment } from "../../db/schema/classes";
import { member, oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { aClass, joins, type School } from "../testing/school";
import { aMember, asks, later, refusal, uniqueName } from "../testing/world";

const TWO_WEEKS = 14 * 24 * 60 * 60;
const tokenOf = (link: string): string => link.split("/").at(-1) ?? "";

async function listed(school: School, lines: string[]): Promise<void> {
  const [teacher, text] = [asks(school.teacher).classes, `name,email,section\n${lines.join("\n")}`];
  const { seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  await teacher.applyRoster({ class: school.id, text, seal });
}

async function placeNamed(school: School, name: string): Promise<string> {
  const { people } = await asks(school.teacher).classes.people({ class: school.id });
  return people.find((one) => one.name === name)?.id ?? "none";
}

test("pupils without an address get an account and a card; the card lets in once, into the class; another one ends it", async () => {
  const school = await aClass();
  const [ada, bao] = [uniqueName("Ada"), uniqueName("Bao")];
  await listed(school, [`${ada},,Blue`, `${bao},,Red`, `Cleo Ng,cleo-${uniqueName("c").replaceAll(" ", "")}@example.org,`]);
  const teacher = asks(school.teacher).classes;
  expect((await teacher.cards({ class: school.id })).pupils.map(({ name, handle }) => [name, handle])).toEqual([[ada, null], [bao, null]].toSorted());
  const { cards } = await teacher.makeCards({ class: school.id });
  expect(cards.map(({ name }) => name)).toEqual([ada, bao].toSorted());
  expect((await teacher.cards({ class: school.id })).pupils.map(({ handle }) => handle)).toEqual(cards.map(({ handle }) => handle));
  const [first, second] = cards;
  const cookies: string[] = [];
  expect(await asks(null, { cookies }).administration.signInByCard({ token: tokenOf(first?.link ?? "") })).toEqual({ name: first?.handle, next: `/classes/${school.id}` });
  expect(cookies.length).toBeGreaterThan(0);
  expect((await refusal(asks(null).administration.signInByCard({ token: tokenOf(first?.link ?? "") }))).reason).toBe("noSuch.link");
  const again = await teacher.makeCards({ class: school.id, chosen: [second?.id ?? ""] });
  expect(again.cards.map(({ handle }) => handle)).toEqual([second?.handle]);
  expect((await refusal(asks(null).administration.cardInHand({ token: tokenOf(second?.link ?? "") }))).reason).toBe("noSuch.link");
  const token = tokenOf(again.cards[0]?.link ?? "");
  expect((await asks(null).administration.cardInHand({ token })).name).toBe(second?.handle);
  expect((await refusal(asks(null, { now: () => later(TWO_WEEKS) }).administration.cardInHand({ token }))).reason).toBe("noSuch.link");
});

test("all of a section; nobody chosen is said beside the choice", async () => {
  const school = await aClass();
  await listed(school, ["Ada Obi,,Blue", "Bao Trinh,,Red"]);
  const teacher = asks(school.teacher).classes;
  const { sections } = await teacher.cards({ class: school.id });
  const blue = sections.find(({ name }) => name === "Blue")?.id ?? null;
  expect((await teacher.cards({ class: school.id, section: blue })).pupils.map(({ name }) => name)).toEqual(["Ada Obi"]);
  expect((await teacher.makeCards({ class: school.id, section: blue })).cards.map(({ name, section }) => [name, section])).toEqual([["Ada Obi", "Blue"]]);
  expect(await refusal(teacher.makeCards({ class: school.id, chosen: [] }))).toMatchObject({ reason: "field.chooseSomebody", field: "places" });
});

test("two who are called the same, and like somebody here, get handles of their own", async () => {
  const [school, name] = [await aClass(), uniqueName("Wei")];
  const taken = await aMember({ name: name.replaceAll(" ", ".").toLowerCase() });
  await writeTogether((w) => [w.insert(enrolment).values([1, 2].map((at) => ({ id: crypto.randomUUID(), classId: school.id, role: "student" as const, name, externalId: String(at), createdAt: later(0) })))]);
  const { cards } = await asks(school.teacher).classes.makeCards({ class: school.id });
  expect(new Set([taken.name, ...cards.map(({ handle }) => handle)]).size).toBe(3);
});

test("no card opens an account that was not made for a place of this class, or that has another way in", async () => {
  const [school, other] = [await aClass(), await aClass()];
  const teacher = asks(school.teacher).classes;
  // Joined by a code with an account of their own.
  await joins(school, { name: "Dora Own" });
  expect((await refusal(teacher.makeCards({ class: school.id, chosen: [await placeNamed(school, "Dora Own")] }))).reason).toBe("notAllowed.noCard");
  // Made for a place of another class, and joined here by a code.
  await listed(other, ["Eve Elsewhere,,"]);
  const { cards: [card] } = await asks(other.teacher).classes.makeCards({ class: other.id });
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  const [account] = await database().select().from(member).where(eq(member.name, card?.handle ?? ""));
  if (!account) throw new Error("the account is missing");
  const eve = { ...(await aMember()), id: account.id, name: account.name };
  await asks(eve).classes.join({ code, name: "Eve Here" });
  expect((await teacher.cards({ class: school.id })).pupils).toEqual([]);
  expect((await refusal(teacher.makeCards({ class: school.id, chosen: [await placeNamed(school, "Eve Here")] }))).reason).toBe("notAllowed.noCard");
  const theirs = await placeNamed(other, "Eve Elsewhere");
  expect((await refusal(teacher.makeCards({ class: school.id, chosen: [theirs] }))).reason).toBe("noSuch.page");
  // It has an address of its own now, or was given a role.
  for (const set of [{ confirmedEmail: `eve-${account.id}@example.org` }, { confirmedEmail: null, role: "moderator" as const }]) {
    await writeTogether((w) => [w.update(member).set(set).where(eq(member.id, account.id))]);
    expect((await refusal(asks(other.teacher).classes.makeCards({ class: other.id, chosen: [theirs] }))).reason).toBe("notAllowed.noCard");
  }
  // Who was removed is no longer theirs to let in.
  await writeTogether((w) => [w.update(member).set({ role: "member" }).where(eq(member.id, account.id))]);
  await asks(other.teacher).classes.removePlace({ class: other.id, place: theirs, version: 2 });
  expect((await refusal(asks(other.teacher).classes.makeCards({ class: other.id, chosen: [theirs] }))).reason).toBe("notAllowed.noCard");
});

test("an assistant makes none; to others there is no such page; two who make them at once make one account", async () => {
  const school = await aClass();
  await listed(school, ["Ada Obi,,", "Bao Trinh,,"]);
  const assistant = await joins(school, { role: "assistant", name: "Mr Lind" });
  expect((await refusal(asks(assistant).classes.makeCards({ class: school.id }))).reason).toBe("notAllowed.teacherOnly");
  const student = await joins(school, { name: "Cleo" });
  for (const who of [student, await aMember({ role: "administrator" }), (await aClass()).teacher]) for (const id of [school.id, "none"]) expect((await refusal(asks(who).classes.makeCards({ class: id }))).reason).toBe("noSuch.page");
  const [one, other] = await Promise.all([1, 2].map(() => asks(school.teacher).classes.makeCards({ class: school.id })));
  expect(one?.cards.map(({ handle }) => handle)).toEqual(other?.cards.map(({ handle }) => handle));
  const tokens = [one, other].flatMap((made) => made?.cards.map(({ link }) => tokenOf(link)) ?? []);
  const good = await Promise.all(tokens.map((token) => asks(null).administration.cardInHand({ token }).then(() => 1, () => 0)));
  expect(good.reduce<number>((sum, works) => sum + works, 0)).toBe(2);
});

test("that cards were made is kept, without what is on them", async () => {
  const school = await aClass();
  await listed(school, ["Ada Obi,,"]);
  const { cards } = await asks(school.teacher).classes.makeCards({ class: school.id });
  const kept = await database().select().from(accessLog).where(eq(accessLog.classId, school.id));
  expect(kept).toMatchObject([{ what: "cards.made", subjectId: cards[0]?.id, why: null }]);
  const ids = (await database().select({ id: enrolment.memberId }).from(enrolment).where(eq(enrolment.id, cards[0]?.id ?? ""))).flatMap(({ id }) => id ?? []);
  const links = await database().select().from(oneTimeLink).where(inArray(oneTimeLink.memberId, ids));
  expect(JSON.stringify([kept, links])).not.toContain(tokenOf(cards[0]?.link ?? "x"));
});

test("a class is called otherwise, in another language and zone, by its teacher alone; who saw an older state is told", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const { facts, seen, externalId } = await teacher.facts({ class: school.id });
  expect([facts, externalId]).toEqual([{ name: "10B, Civics", term: "Spring 2026", language: "en", timeZone: "Europe/Berlin" }, null]);
  const wish = { class: school.id, seen, name: " 10C,  Civics ", term: "", language: "zh" as const, timeZone: "Asia/Shanghai" };
  // Who joins meanwhile changes nothing of it.
  const other = await joins(school);
  await teacher.changeFacts(wish);
  expect(await teacher.page({ class: school.id })).toMatchObject({ name: "10C, Civics", term: null, language: "zh", timeZone: "Asia/Shanghai" });
  expect((await refusal(teacher.changeFacts(wish))).reason).toBe("conflict.changed");
  expect(await refusal(teacher.changeFacts({ ...wish, name: " " }))).toMatchObject({ field: "name" });
  expect(await refusal(teacher.changeFacts({ ...wish, timeZone: "Mars/Olympus" }))).toMatchObject({ field: "timeZone", reason: "field.notATimeZone" });
  expect((await refusal(asks(await joins(school, { role: "assistant" })).classes.facts({ class: school.id }))).reason).toBe("notAllowed.teacherOnly");
  for (const who of [other, await aMember({ role: "administrator" })]) expect(await Promise.all([asks(who).classes.facts({ class: school.id }), asks(who).classes.changeFacts(wish), asks(who).classes.cards({ class: school.id })].map(refusal))).toEqual(Array(3).fill({ reason: "noSuch.page", field: null, code: "NOT_FOUND" }));
});
