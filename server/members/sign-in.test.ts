import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { auth } from "../session";
import { anAddress, asReader, confirmed, PASSWORD, signIn, signUp, tokenFor } from "../testing/doors";
import { aMember, asks, NOON, later, refusal, uniqueName } from "../testing/world";
import { newSetupToken } from "./sign-up";

describe("signing up", () => {
  test("makes an account, opens a session and writes one mail", async () => {
    const { name, email, headers } = await signUp();
    expect((await auth(database(), headers))?.reader).toMatchObject({ name, role: "member" });
    expect(await database().select().from(outbox).where(eq(outbox.to, email))).toMatchObject([{ kind: "welcome", content: { name, hours: "24" }, language: "en", sentAt: null }]);
  });

  test.each([
    ["a taken name in other letters", { name: "Quayside Tom" }, "field.nameTaken", "name"],
    ["a look-alike with a Cyrillic a", { name: "qu\u0430yside tom" }, "field.nameLooksAlike", "name"],
    ["a look-alike with a digit", { name: "quayside t0m" }, "field.nameLooksAlike", "name"],
    ["a name of the staff", { name: "Adm\u0456n" }, "field.nameReserved", "name"],
    ["a name nobody can see", { name: "\u200b\u2060" }, "field.blankName", "name"],
    ["a name that turns text around", { name: "a\u202eb" }, "field.bidi", "name"],
    ["a name of piled marks", { name: `a${"\u0301\u0302\u0303\u0304\u0305"}b` }, "field.nameCharacters", "name"],
    ["a name with markup", { name: "<b>x</b>" }, "field.nameCharacters", "name"],
    ["a name of one letter", { name: "x" }, "field.tooShort", "name"],
    ["two addresses", { email: "a@example.org,b@example.org" }, "field.notAnAddress", "email"],
    ["an address with a line break", { email: "a@example.org\r\nBcc: b@example.org" }, "field.notAnAddress", "email"],
    ["an address with a name", { email: "A <a@example.org>" }, "field.notAnAddress", "email"],
    ["eleven characters", { password: "12345678901" }, "field.tooShort", "password"],
    ["a common password", { password: "1q2w3e4r5t6y" }, "field.commonPassword", "password"],
    ["one character over and over", { password: "zzzzzzzzzzzzzzzz" }, "field.commonPassword", "password"],
    ["257 characters", { password: "long ".repeat(52).slice(0, 257) }, "field.passwordTooLong", "password"],
  ])("%s is refused beside its field", async (_, wrong, reason, field) => {
    await signUp({ name: "Quayside Tom" }).catch(() => undefined);
    const wish = { name: uniqueName(), email: anAddress(), password: PASSWORD, language: "en" as const, ...wrong };
    expect(await refusal(asks(null).members.signUp(wish))).toMatchObject({ reason, field });
  });

  test("64 characters are taken for a password", async () => {
    await signUp({ password: "correct horse battery staple, and sixty-four characters in all!!" });
  });

  test("with an address that has an account gives the same answer, and opens no other account", async () => {
    const first = await signUp();
    const second = await signUp({ email: first.email, password: "quite another password" });
    expect((await auth(database(), await signIn(first.email)))?.reader.name).toBe(first.name);
    expect((await auth(database(), await signIn(first.email, "quite another password")))?.reader.name).toBe(second.name);
  });

  test("a sixth time from one address within half an hour is refused", async () => {
    const network = crypto.randomUUID();
    const once = () => asks(null, { network }).members.signUp({ name: uniqueName(), email: anAddress(), password: PASSWORD, language: "en" });
    for (let count = 0; count < 5; count += 1) await once();
    expect(await refusal(once())).toMatchObject({ reason: "tooMany", code: "TOO_MANY_REQUESTS" });
  });
});

describe("signing in", () => {
  test("a wrong password and an unknown address are refused alike", async () => {
    const { email } = await signUp();
    const wrong = await refusal(asks(null).members.signIn({ who: email, password: "not the password" }));
    const unknown = await refusal(asks(null).members.signIn({ who: anAddress(), password: "not the password" }));
    expect(wrong).toEqual({ reason: "field.wrongPassword", field: "password", code: "BAD_REQUEST" });
    expect(unknown).toEqual(wrong);
  });

  test("the 31st try from one address within an hour is refused", async () => {
    const network = crypto.randomUUID();
    const once = () => refusal(asks(null, { network }).members.signIn({ who: anAddress(), password: "not the password" }));
    for (let count = 0; count < 30; count += 1) expect((await once()).reason).toBe("field.wrongPassword");
    expect((await once()).reason).toBe("tooMany");
  });

  test("each time opens a session of its own; signing out ends that one only", async () => {
    const { email, headers } = await signUp();
    const other = await signIn(email);
    await (await asReader(other)).members.signOut();
    expect(await auth(database(), other)).toBeNull();
    expect(await auth(database(), headers)).not.toBeNull();
  });

  test("another's session looks like one that is not there", async () => {
    const [one, two] = [await signUp(), await signUp()];
    const session = (await auth(database(), two.headers))?.sessionId ?? "";
    expect((await refusal((await asReader(one.headers)).members.endSession({ session }))).reason).toBe("noSuch.link");
    expect(await auth(database(), two.headers)).not.toBeNull();
  });

  test("a changed password ends all sessions", async () => {
    const { email, headers } = await signUp();
    const other = await signIn(email);
    expect((await refusal((await asReader(headers)).members.changePassword({ current: "not the password", password: "another fine password" })))).toMatchObject({ reason: "field.wrongCurrent", field: "current" });
    await (await asReader(headers)).members.changePassword({ current: PASSWORD, password: "another fine password" });
    expect(await auth(database(), headers)).toBeNull();
    expect(await auth(database(), other)).toBeNull();
    expect(await auth(database(), await signIn(email, "another fine password"))).not.toBeNull();
  });

  test("a name is as good as an address, in other letters too, and for those who have no address", async () => {
    const { name, headers } = await signUp();
    expect((await auth(database(), await signIn(name.toUpperCase())))?.reader.name).toBe(name);
    expect(await auth(database(), headers)).not.toBeNull();
    const pupil = await aMember({ email: null, password: PASSWORD });
    expect((await auth(database(), await signIn(pupil.name)))?.reader.id).toBe(pupil.id);
  });

  test("a name that nobody has, and a wrong password for one that somebody has, are refused alike", async () => {
    const { name } = await signUp();
    const wrong = await refusal(asks(null).members.signIn({ who: name, password: "not the password" }));
    expect(await refusal(asks(null).members.signIn({ who: uniqueName(), password: "not the password" }))).toEqual(wrong);
    expect(wrong).toEqual({ reason: "field.wrongPassword", field: "password", code: "BAD_REQUEST" });
    for (const who of ["", " ", "\ud800", "a\u0000b", "@", "a@\u0000"]) expect(await refusal(asks(null).members.signIn({ who, password: "not the password" }))).toEqual(wrong);
  });

  test("failures by a name do not slow the address of the same account, which would tell that they belong together", async () => {
    const { name, email } = await confirmed();
    for (let count = 0; count < 6; count += 1) await refusal(asks(null).members.signIn({ who: name, password: "not the password" }));
    const began = performance.now();
    await signIn(email);
    expect(performance.now() - began).toBeLessThan(900);
  });

  test("a suspended member is nobody, at once, and cannot come in", async () => {
    const { email, name, headers } = await signUp();
    await writeTogether((w) => [w.update(member).set({ suspendedAt: NOON }).where(eq(member.name, name))]);
    expect(await auth(database(), headers)).toBeNull();
    expect((await refusal(asks(null).members.signIn({ who: email, password: PASSWORD }))).reason).toBe("notAllowed.suspended");
  });

  test.each(["", "nonsense", "a.b.c.d.e", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z"])("the cookie %j is nobody's, and no error", async (cookie) => {
    expect(await auth(database(), new Headers({ cookie: `__Host-paragora.session=${cookie}` }))).toBeNull();
  });
});

describe("the first administrator", () => {
  const wish = (token: string) => ({ token, name: uniqueName(), email: anAddress(), password: PASSWORD });

  test("the link makes one, even when used twice at once", async () => {
    const token = await newSetupToken(NOON);
    const both = await Promise.allSettled([asks(null).members.createFirstAdministrator(wish(token)), asks(null).members.createFirstAdministrator(wish(token))]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await asks(null).members.setupLinkWorks({ token })).toBe(false);
  });

  test("a link is good for a day, a new one ends the one before, and a link of another purpose makes nobody administrator", async () => {
    const first = await newSetupToken(NOON);
    expect(await asks(null, { now: () => later(24 * 3600 + 1) }).members.setupLinkWorks({ token: first })).toBe(false);
    await newSetupToken(NOON);
    const { email } = await signUp();
    expect(await asks(null).members.setupLinkWorks({ token: await tokenFor(email, "welcome") })).toBe(false);
    expect((await refusal(asks(null).members.createFirstAdministrator(wish(first)))).reason).toBe("noSuch.link");
  });
});
