import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { event, outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { callerOf } from "../router";
import { auth, openSession, sessionCookie } from "../session";
import { settings } from "../settings";
import { aMember, asks, contextOf, later, NOON, refusal, uniqueName } from "../testing/world";
import { settingsInForce } from "./settings-in-force";

let chief: Reader;
beforeAll(async () => {
  chief = await aMember({ role: "administrator", name: uniqueName("chief"), email: `${crypto.randomUUID()}@example.org` });
});
const anAddress = (): string => `${crypto.randomUUID()}@example.org`;
const as = (reader: Reader) => asks(reader).administration;
const rowOf = async (id: string) => (await database().select().from(member).where(eq(member.id, id)))[0];
const actsOn = async (id: string) => (await database().select().from(event).where(eq(event.subjectId, id))).map(({ kind, actorId }) => [kind, actorId]);

/** A device on which the member is signed in; asked whether it still is. */
async function aDevice(who: { id: string }) {
  const version = (await rowOf(who.id))?.sessionVersion ?? 1;
  const headers = new Headers({ cookie: `${sessionCookie().name}=${await openSession({ id: who.id, sessionVersion: version }, "a device", NOON)}` });
  return async () => (await auth(database(), headers)) !== null;
}

describe("the list of members", () => {
  test("finds by the beginning of handle, display name and address, in capitals or not, and takes signs as they are", async () => {
    const [email, mark] = [anAddress(), crypto.randomUUID().slice(0, 6).replace(/\d/g, "q")];
    const one = await as(chief).makeMember({ name: `Zeno ${mark}`, displayName: `Ärzte ${mark}`, email, role: "editor" });
    for (const search of [`zeno ${mark}`, `ZENO ${mark}`, `Ärzte ${mark}`, email.slice(0, 20).toUpperCase()]) {
      expect((await as(chief).members({ search })).members.map(({ id }) => id), search).toEqual([one.id]);
    }
    for (const search of [`eno ${mark}`, "%", "_", "\\", `zeno ${mark}%`]) expect((await as(chief).members({ search })).members, search).toEqual([]);
    expect((await as(chief).members({ search: `zeno ${mark}`, role: "moderator" })).members).toEqual([]);
  });

  test("goes on page by page, the newest first, each member once", async () => {
    const mark = `page${crypto.randomUUID().slice(0, 4).replace(/\d/g, "q")}`;
    const made: string[] = [];
    for (let count = 0; count < 51; count += 1) made.push((await aMember({ name: uniqueName(mark) })).id);
    const first = await as(chief).members({ search: mark });
    const second = await as(chief).members({ search: mark, after: first.next });
    expect([first.members.length, second.members.length, second.next]).toEqual([50, 1, null]);
    expect([...first.members, ...second.members].map(({ id }) => id)).toEqual(made.toReversed());
  });

  test("tells role, state, and on how many devices they are signed in", async () => {
    const who = await aMember({ role: "moderator" });
    await aDevice(who);
    await aDevice(who);
    expect((await as(chief).members({ search: who.name })).members).toMatchObject([{ role: "moderator", state: "active", sessions: 2, lastCommentAt: null }]);
  });
});

describe("a change of role", () => {
  test("ends all sessions, and is on record", async () => {
    const who = await aMember();
    const isSignedIn = await aDevice(who);
    await as(chief).changeRole({ member: who.id, role: "editor" });
    expect([await isSignedIn(), (await rowOf(who.id))?.role]).toEqual([false, "editor"]);
    expect(await actsOn(who.id)).toContainEqual(["member.role-changed", chief.id]);
    expect((await as(chief).member({ member: who.id })).acts).toMatchObject([{ kind: "member.role-changed", by: chief.name, at: NOON.toISOString() }, { kind: "member.joined" }]);
  });

  test("of one's own leaves one signed in, in a new session", async () => {
    const who = await aMember({ role: "administrator" });
    const context = contextOf(who);
    await callerOf(context).administration.changeRole({ member: who.id, role: "editor" });
    const headers = new Headers({ cookie: context.cookies.map((line) => line.split(";", 1)[0]).join("; ") });
    expect((await auth(database(), headers))?.reader).toMatchObject({ id: who.id, role: "editor" });
  });

  test("to what it is already does nothing", async () => {
    const who = await aMember({ role: "editor" });
    const isSignedIn = await aDevice(who);
    await as(chief).changeRole({ member: who.id, role: "editor" });
    expect(await isSignedIn()).toBe(true);
  });
});

describe("a suspension", () => {
  test("ends all sessions at once and shuts every door, with a reason that stays as long as it lasts", async () => {
    const email = anAddress();
    const who = await aMember({ email, password: "a fine long password" });
    const isSignedIn = await aDevice(who);
    await as(chief).suspend({ member: who.id, ground: "advertising", facts: "  Sold shoes.\r\nAgain. " });
    expect(await isSignedIn()).toBe(false);
    expect(await as(chief).member({ member: who.id })).toMatchObject({ state: "suspended", suspendedFor: "Sold shoes.\nAgain.", suspendedAt: NOON.toISOString(), canSuspend: false });
    expect((await refusal(asks(null).members.signIn({ who: email, password: "a fine long password" }))).reason).toBe("notAllowed.suspended");
    await as(chief).reinstate({ member: who.id });
    expect([await isSignedIn(), (await rowOf(who.id))?.suspendedBy]).toEqual([false, null]);
    await asks(null).members.signIn({ who: email, password: "a fine long password" });
    expect((await actsOn(who.id)).map(([kind]) => kind)).toEqual(expect.arrayContaining(["member.suspended", "member.lifted"]));
  });

  test.each([["no reason", " "], ["two letters", "ab"], ["a treatise", "x".repeat(2_001)], ["a NUL", "Sold\u0000shoes"]])("with %s is refused beside the field", async (_, reason) => {
    const who = await aMember();
    expect((await refusal(as(chief).suspend({ member: who.id, ground: "advertising", facts: reason }))).field).toBe("facts");
    expect((await rowOf(who.id))?.suspendedAt).toBeNull();
  });

  test("of oneself is refused", async () => {
    expect((await refusal(as(chief).suspend({ member: chief.id, ground: "repetition", facts: "I am tired." }))).reason).toBe("notAllowed.suspendYourself");
  });
});

describe("the last administrator", () => {
  /** Nobody but these two runs the place. */
  async function onlyThese(): Promise<[Reader, Reader]> {
    const both: [Reader, Reader] = [await aMember({ role: "administrator" }), await aMember({ role: "administrator" })];
    await writeTogether((w) => [w.update(member).set({ role: "editor" }).where(eq(member.role, "administrator")), ...both.map(({ id }) => w.update(member).set({ role: "administrator" }).where(eq(member.id, id)))]);
    return both;
  }

  test("stays, whoever asks", async () => {
    const [one, other] = await onlyThese();
    await as(one).changeRole({ member: other.id, role: "member" });
    expect((await refusal(as(one).changeRole({ member: one.id, role: "member" }))).reason).toBe("notAllowed.onlyAdministrator");
    await writeTogether((w) => [w.update(member).set({ role: "administrator" }).where(eq(member.id, chief.id))]);
  });

  test.each([
    ["demote each other", (one: Reader, other: Reader) => as(one).changeRole({ member: other.id, role: "member" })],
    ["suspend each other", (one: Reader, other: Reader) => as(one).suspend({ member: other.id, ground: "insult", facts: "Did it first." })],
    ["step down at once", (one: Reader) => as(one).changeRole({ member: one.id, role: "member" })],
  ])("stays where the last two %s", async (_, act) => {
    const [one, other] = await onlyThese();
    const both = await Promise.allSettled([act(one, other), act(other, one)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const left = await database().select({ id: member.id, suspendedAt: member.suspendedAt }).from(member).where(eq(member.role, "administrator"));
    expect(left.filter(({ suspendedAt }) => suspendedAt === null)).toHaveLength(1);
    await writeTogether((w) => [w.update(member).set({ role: "administrator" }).where(eq(member.id, chief.id))]);
  });
});

describe("a new member", () => {
  test("with an address has it confirmed, and no password; the address is theirs alone", async () => {
    const email = anAddress();
    const { id, password } = await as(chief).makeMember({ name: uniqueName(), email, role: "moderator" });
    expect(password).toBeNull();
    expect(await rowOf(id)).toMatchObject({ email, confirmedEmail: email, passwordHash: null, role: "moderator" });
    expect(await actsOn(id)).toEqual([["member.joined", chief.id]]);
    expect((await refusal(as(chief).makeMember({ name: uniqueName(), email, role: "member" }))).reason).toBe("field.addressTaken");
  });

  test("without one comes in with their name and the password told once", async () => {
    const name = uniqueName();
    const { id, password } = await as(chief).makeMember({ name, displayName: "Class Two", role: "member" });
    expect(password).toMatch(/^([b-z]{4}-){3}[b-z]{4}$/);
    expect(await asks(null).members.signIn({ who: name, password: password ?? "" })).toEqual({ name });
    expect((await rowOf(id))?.displayName).toBe("Class Two");
  });

  test.each([
    ["name", { name: "x" }],
    ["email", { email: "nonsense" }],
    ["displayName", { displayName: "Anna, moderator" }],
  ])("with a wrong %s is refused beside it", async (field, wrong) => {
    expect((await refusal(as(chief).makeMember({ name: uniqueName(), role: "member", ...wrong }))).field).toBe(field);
  });
});

describe("a card", () => {
  const tokenOf = ({ link }: { link: string }): string => link.slice(link.lastIndexOf("/") + 1);

  test("opens the account once, for fourteen days, and looking does not use it up", async () => {
    const who = await aMember();
    const card = await as(chief).makeCard({ member: who.id, language: "zh" });
    expect(card).toMatchObject({ name: who.name, link: expect.stringContaining(`${settings().publicUrl.origin}/zh/sign-in/card/`), expiresAt: later(14 * 24 * 3600).toISOString() });
    const token = tokenOf(card);
    expect(await asks(null, { now: () => later(13 * 24 * 3600) }).administration.cardInHand({ token })).toEqual({ name: who.name });
    expect((await refusal(asks(null, { now: () => later(14 * 24 * 3600 + 1) }).administration.signInByCard({ token }))).reason).toBe("noSuch.link");
    const both = await Promise.allSettled([asks(null).administration.signInByCard({ token }), asks(null).administration.signInByCard({ token })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await actsOn(who.id)).toContainEqual(["member.card-made", chief.id]);
  });

  test("works no more once there is a newer one, once its holder is suspended, or for another purpose", async () => {
    const who = await aMember();
    const [first, second] = [await as(chief).makeCard({ member: who.id }), await as(chief).makeCard({ member: who.id })];
    expect((await refusal(asks(null).administration.cardInHand({ token: tokenOf(first) }))).reason).toBe("noSuch.link");
    expect((await refusal(asks(null).members.signInByLink({ token: tokenOf(second) }))).reason).toBe("noSuch.link");
    expect(await asks(null).members.setupLinkWorks({ token: tokenOf(second) })).toBe(false);
    await as(chief).suspend({ member: who.id, ground: "repetition", facts: "Lent the card." });
    await as(chief).reinstate({ member: who.id });
    expect((await refusal(asks(null).administration.signInByCard({ token: tokenOf(second) }))).reason).toBe("noSuch.link");
  });

  test("is made for nobody who can be sent a link", async () => {
    expect((await refusal(as(chief).makeCard({ member: (await aMember({ email: anAddress() })).id }))).reason).toBe("notAllowed.noCard");
  });
});

describe("mails", () => {
  test("given up are listed without what they say, and go out again when asked", async () => {
    const id = crypto.randomUUID();
    await writeTogether((w) => [w.insert(outbox).values({ id, kind: "reset", to: "gone@example.org", language: "en", content: { link: "https://secret" }, createdAt: NOON, dueAt: NOON, attempts: 25, givenUpAt: NOON })]);
    const { mails } = await as(chief).mailsGivenUp({});
    expect(mails).toMatchObject([{ id, to: "gone@example.org", kind: "reset", attempts: 25 }]);
    expect(JSON.stringify(mails)).not.toContain("secret");
    await as(chief).retryMail({ mail: id });
    expect((await database().select().from(outbox).where(eq(outbox.id, id)))[0]).toMatchObject({ givenUpAt: null, attempts: 0, dueAt: NOON });
    expect((await refusal(as(chief).retryMail({ mail: id }))).reason).toBe("noSuch.mail");
  });

  test("a test goes to the one who asks", async () => {
    const { to } = await as(chief).sendTestMail({ language: "zh" });
    expect(await database().select().from(outbox).where(eq(outbox.to, to))).toMatchObject([{ kind: "test", language: "zh", sentAt: null }]);
  });
});

test("settings are told with where they come from, and no secret", () => {
  const usual = { ...process.env };
  Object.assign(process.env, { OIDC_CLIENT_SECRET: "hush hush", SMTP_URL: "smtp://me:hush@mail.example:25", RATE_SIGN_UPS: "7" });
  settings().smtpUrl = "smtp://me:hush@mail.example:25";
  const told = settingsInForce();
  settings().smtpUrl = null;
  for (const name of ["OIDC_CLIENT_SECRET", "SMTP_URL", "RATE_SIGN_UPS"]) delete process.env[name];
  Object.assign(process.env, usual);
  expect(JSON.stringify(told)).not.toMatch(/hush|a secret of the tests|paragora:paragora/);
  const of = (name: string) => told.find((one) => one.name === name);
  expect([of("AUTH_SECRET"), of("SMTP_URL"), of("RATE_SIGN_UPS"), of("RATE_SIGN_INS"), of("OIDC_ISSUER")]).toMatchObject([
    { value: "", from: "environment", isSecret: true },
    { value: "smtp://me@mail.example:25", from: "environment" },
    { value: "7", from: "environment" },
    { value: "30", from: "default" },
    { value: null, from: "default" },
  ]);
});

test("what is held is told by kind, with the database and the program", async () => {
  const { kinds, database: kept, program, mails } = await as(chief).held();
  expect(kinds.map(({ kind }) => kind)).toContain("comments");
  expect([kept.bytes > 0, kept.version, program.version, mails.waiting >= 0]).toEqual([true, expect.stringMatching(/^\d/), expect.stringMatching(/^\d/), true]);
  const members = kinds.find(({ kind }) => kind === "members");
  // Postgres may not have looked yet; SQLite counts.
  expect(members?.rows === null || Number(members?.rows) > 0 || !members?.isExact).toBe(true);
});
