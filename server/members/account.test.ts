/** What a member changes about their account, each refusal beside its success. */
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { member, oneTimeLink, session } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { contextOf as contextOfRequest } from "../context";
import { anAddress, asReader, atTheDoor, confirmed, mailsTo, PASSWORD, readerOf, signIn, signUp, tokenFor } from "../testing/doors";
import { aMember, asks, later, NOON, refusal } from "../testing/world";

const ANOTHER = "another fine password";

/** A member of whom only a link opens the account. */
async function withoutPassword() {
  const email = anAddress();
  const { name } = await aMember({ email });
  await asks(null).members.mailSignInLink({ email });
  const token = await tokenFor(email, "sign-in");
  return { name, email, headers: await atTheDoor((ask) => ask.members.signInByLink({ token })) };
}

/** Sessions begin by the real clock's cookie, but are dated by the test's. */
async function sessionBegan(name: string, at: Date) {
  const [own] = await database().select({ id: member.id }).from(member).where(eq(member.name, name));
  await writeTogether((w) => [w.update(session).set({ createdAt: at }).where(eq(session.memberId, own?.id ?? ""))]);
}

describe("moving to another address", () => {
  test("the old one stays until the new one is proved, and is told then", async () => {
    const { name, email, headers } = await confirmed();
    const next = anAddress();
    const ask = await asReader(headers);
    expect(await refusal(ask.members.changeAddress({ email: next, current: "not the password" }))).toMatchObject({ reason: "field.wrongCurrent", field: "current" });
    expect(await refusal(ask.members.changeAddress({ email, current: PASSWORD }))).toMatchObject({ reason: "field.sameAddress", field: "email" });
    await ask.members.changeAddress({ email: next.toUpperCase(), current: PASSWORD });
    expect(await ask.members.account()).toMatchObject({ email, confirmed: true, pending: next });
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["welcome"]);
    await asks(null).members.confirmNewAddress({ token: await tokenFor(next, "address") });
    expect(await ask.members.account()).toMatchObject({ email: next, confirmed: true, pending: null });
    expect((await mailsTo(email))[0]).toMatchObject({ kind: "address-changed", content: { name } });
    expect((await readerOf(await signIn(next)))?.name).toBe(name);
    expect((await refusal(asks(null).members.signIn({ who: email, password: PASSWORD }))).reason).toBe("field.wrongPassword");
  });

  test("ends the links that went to the old one", async () => {
    const { email, headers } = await confirmed();
    const next = anAddress();
    await asks(null).members.mailResetLink({ email });
    await (await asReader(headers)).members.changeAddress({ email: next, current: PASSWORD });
    await asks(null).members.confirmNewAddress({ token: await tokenFor(next, "address") });
    expect((await refusal(asks(null).members.resetPassword({ token: await tokenFor(email, "reset"), password: ANOTHER }))).reason).toBe("noSuch.link");
  });

  test("an address another account has proved is refused to who proves it, and to nobody before", async () => {
    const [one, two] = [await confirmed(), await confirmed()];
    await (await asReader(one.headers)).members.changeAddress({ email: two.email, current: PASSWORD });
    expect((await refusal(asks(null).members.confirmNewAddress({ token: await tokenFor(two.email, "address") }))).reason).toBe("field.addressTaken");
    expect((await (await asReader(one.headers)).members.account()).email).toBe(one.email);
  });

  test("an old address that was only claimed is told nothing: it may be a stranger's", async () => {
    const { email, headers } = await signUp();
    const next = anAddress();
    await (await asReader(headers)).members.changeAddress({ email: next, current: PASSWORD });
    await asks(null).members.confirmNewAddress({ token: await tokenFor(next, "address") });
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["welcome"]);
  });

  test("a changed password ends it: who began it may be the reason for the change", async () => {
    const { headers, name } = await confirmed();
    const next = anAddress();
    await (await asReader(headers)).members.changeAddress({ email: next, current: PASSWORD });
    await (await asReader(headers)).members.changePassword({ current: PASSWORD, password: ANOTHER });
    expect((await refusal(asks(null).members.confirmNewAddress({ token: await tokenFor(next, "address") }))).reason).toBe("noSuch.link");
    expect((await readerOf(await signIn(name, ANOTHER)))?.name).toBe(name);
  });
});

describe("without a password", () => {
  test("one can be set within ten minutes of signing in, and is asked for from then on", async () => {
    const { name, email, headers } = await withoutPassword();
    await sessionBegan(name, NOON);
    const late = later(10 * 60 + 1);
    expect((await refusal((await asReader(headers, late)).members.changePassword({ current: "", password: ANOTHER }))).reason).toBe("notAllowed.signInAgain");
    expect((await refusal((await asReader(headers, late)).members.changeAddress({ current: "", email: anAddress() }))).reason).toBe("notAllowed.signInAgain");
    expect((await refusal((await asReader(headers, late)).members.deleteAccount({ current: "", comments: "keep" }))).reason).toBe("notAllowed.signInAgain");
    const anew = await atTheDoor((ask) => ask.members.changePassword({ current: "", password: ANOTHER }), { headers, now: later(10 * 60) });
    expect((await mailsTo(email))[0]?.kind).toBe("password-changed");
    expect((await refusal((await asReader(anew)).members.changePassword({ current: "", password: PASSWORD }))).reason).toBe("field.wrongCurrent");
  });
});

describe("sessions", () => {
  test("all but the one asked with can be ended, and no other member's", async () => {
    const [{ email, headers }, stranger] = [await signUp(), await signUp()];
    const others = [await signIn(email), await signIn(email)];
    await (await asReader(headers)).members.endOtherSessions();
    expect(await Promise.all([headers, stranger.headers, ...others].map(async (one) => (await readerOf(one)) !== null))).toEqual([true, true, false, false]);
  });

  test("tell when they were last used, noted once a day", async () => {
    const { name, headers } = await signUp();
    const seen = async () => (await (await asReader(headers)).members.sessions())[0]?.seenAt;
    expect(await seen()).toBe(NOON.toISOString());
    await contextOfRequest(headers);
    const first = await seen();
    expect(Date.parse(first ?? "")).toBeGreaterThan(NOON.getTime());
    await contextOfRequest(headers);
    expect(await seen()).toBe(first);
    const [own] = await database().select({ id: member.id }).from(member).where(eq(member.name, name));
    await writeTogether((w) => [w.update(session).set({ seenAt: NOON }).where(eq(session.memberId, own?.id ?? ""))]);
    await contextOfRequest(headers);
    expect(await seen()).not.toBe(NOON.toISOString());
  });
});

test("links that were never pressed are cleared away", async () => {
  const { email } = await signUp();
  const token = await tokenFor(email, "welcome");
  const { tidy } = await import("../housekeeping");
  await tidy(later(24 * 3600 - 1));
  expect(await asks(null).members.linkInHand({ purpose: "confirm", token })).toMatchObject({ email });
  await tidy(later(24 * 3600 + 1));
  expect(await database().select().from(oneTimeLink).where(eq(oneTimeLink.email, email))).toEqual([]);
});

test("sessions that no cookie can open any more are cleared away", async () => {
  const [member, day] = [await aMember(), 24 * 3600];
  const openedAt = async (moment: Date) => {
    const id = newId({ msecs: moment.getTime() });
    await writeTogether((w) => [w.insert(session).values({ id, memberId: member.id, version: 1, device: "a device", createdAt: moment })]);
    return id;
  };
  const [, lasting] = [await openedAt(NOON), await openedAt(later(2 * day))];
  const { tidy } = await import("../housekeeping");
  await tidy(later(32 * day));
  expect(await database().select({ id: session.id }).from(session).where(eq(session.memberId, member.id))).toEqual([{ id: lasting }]);
});
