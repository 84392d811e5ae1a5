/** Links by mail: who gets one, what it opens, and that it does so once. */
import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { outbox } from "../../db/schema/events";
import { member, oneTimeLink, rateCount } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { anAddress, asReader, atTheDoor, confirmed, mailsTo, PASSWORD, readerOf, signIn, signUp, tokenFor } from "../testing/doors";
import { asks, later, NOON, refusal } from "../testing/world";

const ANOTHER = "another fine password";
const dead = { reason: "noSuch.link", field: null, code: "NOT_FOUND" };

const askFor = (email: string, seconds = 0, network: string = crypto.randomUUID()) => asks(null, { now: () => later(seconds), network }).members.mailSignInLink({ email });
const rowsWritten = async () => (await Promise.all([outbox, oneTimeLink, rateCount].map((table) => database().select({ rows: count() }).from(table)))).map(([found]) => found?.rows ?? 0);

describe("a link to sign in", () => {
  test("opens a session on whatever device, once, for twenty minutes", async () => {
    const { name, email, headers } = await confirmed();
    await askFor(email);
    const token = await tokenFor(email, "sign-in");
    expect(await asks(null).members.linkInHand({ purpose: "sign-in", token })).toEqual({ name, email });
    const elsewhere = await atTheDoor((ask) => ask.members.signInByLink({ token }));
    expect([(await readerOf(elsewhere))?.name, (await readerOf(headers))?.name]).toEqual([name, name]);
    expect(await refusal(asks(null).members.signInByLink({ token }))).toEqual(dead);
    await askFor(email);
    const late = await tokenFor(email, "sign-in");
    expect(await refusal(asks(null, { now: () => later(20 * 60) }).members.signInByLink({ token: late }))).toEqual(dead);
    expect(await asks(null, { now: () => later(20 * 60 - 1) }).members.signInByLink({ token: late })).toMatchObject({ name });
  });

  test("is not used up by looking, ends others of its kind, and pressed twice at once opens one session", async () => {
    const { email } = await confirmed();
    await askFor(email);
    const first = await tokenFor(email, "sign-in");
    await askFor(email, 1);
    const second = await tokenFor(email, "sign-in");
    for (let count = 0; count < 3; count += 1) await asks(null).members.linkInHand({ purpose: "sign-in", token: first });
    const both = await Promise.allSettled([first, second, first].map((token) => asks(null).members.signInByLink({ token })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(asks(null).members.linkInHand({ purpose: "sign-in", token: second }))).toEqual(dead);
  });

  test("is good for its purpose alone, and leads where it was asked for, on this site", async () => {
    const { email } = await confirmed();
    await asks(null).members.mailSignInLink({ email, next: "https://elsewhere.example/" });
    const token = await tokenFor(email, "sign-in");
    expect(await refusal(asks(null).members.resetPassword({ token, password: ANOTHER }))).toEqual(dead);
    expect(await refusal(asks(null).members.confirmNewAddress({ token }))).toEqual(dead);
    expect(await asks(null).members.signInByLink({ token })).toMatchObject({ next: "/" });
    await asks(null, { now: () => later(900) }).members.mailSignInLink({ email, next: "/me/drafts" });
    expect(await asks(null, { now: () => later(901) }).members.signInByLink({ token: await tokenFor(email, "sign-in") })).toMatchObject({ next: "/me/drafts" });
  });

  test("known, claimed and unknown addresses get the same answer, the same rows and one mail each; a link only the proved one", async () => {
    const addresses = [(await confirmed()).email, (await signUp()).email, anAddress()];
    const costs: number[][] = [];
    for (const email of addresses) {
      const before = await rowsWritten();
      expect(await askFor(email)).toBeUndefined();
      costs.push((await rowsWritten()).map((rows, place) => rows - (before[place] ?? 0)));
    }
    expect(costs).toEqual([[1, 1, 2], [1, 1, 2], [1, 1, 2]]);
    const kinds = await Promise.all(addresses.map(async (email) => (await mailsTo(email))[0]?.kind));
    expect(kinds).toEqual(["sign-in", "sign-in-unknown", "sign-in-unknown"]);
    expect((await mailsTo(addresses[2] ?? ""))[0]?.content.link).toMatch(/\/sign-up$/);
  });

  test("what is kept cannot be used: the database has the hash alone, of a secret of 256 bits", async () => {
    const { email } = await confirmed();
    await askFor(email);
    const token = await tokenFor(email, "sign-in");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify(await database().select().from(oneTimeLink))).not.toContain(token);
  });

  test.each([["known", true], ["unknown", false]])("a fourth within a quarter of an hour is refused, for a %s address alike", async (_, known) => {
    const email = known ? (await confirmed()).email : anAddress();
    for (let count = 0; count < 3; count += 1) await askFor(email);
    expect(await refusal(askFor(email.toUpperCase()))).toEqual({ reason: "tooMany", field: null, code: "TOO_MANY_REQUESTS" });
    await askFor(email, 15 * 60);
  });

  test("the 31st from one network within an hour is refused, whatever the addresses", async () => {
    const network = crypto.randomUUID();
    for (let count = 0; count < 30; count += 1) await askFor(anAddress(), 0, network);
    expect((await refusal(askFor(anAddress(), 0, network))).reason).toBe("tooMany");
  });

  test("opens nothing for who is suspended, and says so to who proves the address", async () => {
    const { name, email } = await confirmed();
    await writeTogether((w) => [w.update(member).set({ suspendedAt: NOON }).where(eq(member.name, name))]);
    await askFor(email);
    expect((await refusal(asks(null).members.signInByLink({ token: await tokenFor(email, "sign-in") }))).reason).toBe("notAllowed.suspended");
  });
});

describe("confirming an address", () => {
  test("the welcome's link does it within a day, pressed signed out too, once", async () => {
    const { email, headers } = await signUp();
    const token = await tokenFor(email, "welcome");
    expect((await (await asReader(headers)).members.me())?.confirmed).toBe(false);
    expect(await refusal(asks(null, { now: () => later(24 * 3600) }).members.confirmAddress({ token }))).toEqual(dead);
    await asks(null, { now: () => later(24 * 3600 - 1) }).members.confirmAddress({ token });
    expect((await (await asReader(headers)).members.me())?.confirmed).toBe(true);
    expect(await refusal(asks(null).members.confirmAddress({ token }))).toEqual(dead);
  });

  test("another mail can be asked for, ends the link before, and stops when the address is proved", async () => {
    const { email, headers } = await signUp();
    const first = await tokenFor(email, "welcome");
    await (await asReader(headers)).members.mailConfirmLink({});
    expect(await refusal(asks(null).members.confirmAddress({ token: first }))).toEqual(dead);
    await asks(null).members.confirmAddress({ token: await tokenFor(email, "confirm") });
    await (await asReader(headers)).members.mailConfirmLink({});
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["confirm", "welcome"]);
  });

  test("of two accounts that claim an address one can prove it; the other is told, as its holder asks", async () => {
    const { email } = await signUp();
    const first = await tokenFor(email, "welcome");
    await signUp({ email });
    const second = await tokenFor(email, "welcome");
    const both = await Promise.allSettled([first, second].map((token) => asks(null).members.confirmAddress({ token })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const loser = both[0]?.status === "rejected" ? first : second;
    expect(await refusal(asks(null).members.confirmAddress({ token: loser }))).toEqual({ reason: "field.addressTaken", field: null, code: "CONFLICT" });
  });

  test("mails to one address are few, however many accounts claim it", async () => {
    const email = anAddress();
    const readers = [await signUp({ email }), await signUp({ email })];
    for (const at of [0, 1, 0]) await (await asReader(readers[at]?.headers ?? new Headers())).members.mailConfirmLink({});
    expect((await refusal((await asReader(readers[1]?.headers ?? new Headers())).members.mailConfirmLink({}))).reason).toBe("tooMany");
  });
});

describe("a forgotten password", () => {
  test("is chosen anew by link: all sessions end, one opens, and the owner hears of it", async () => {
    const { name, email, headers } = await confirmed();
    await asks(null).members.mailResetLink({ email });
    const token = await tokenFor(email, "reset");
    expect(await refusal(asks(null).members.resetPassword({ token, password: "short" }))).toMatchObject({ reason: "field.tooShort", field: "password" });
    const anew = await atTheDoor((ask) => ask.members.resetPassword({ token, password: ANOTHER }));
    expect([(await readerOf(anew))?.name, await readerOf(headers)]).toEqual([name, null]);
    expect((await readerOf(await signIn(email, ANOTHER)))?.name).toBe(name);
    expect((await refusal(asks(null).members.signIn({ who: email, password: PASSWORD }))).reason).toBe("field.wrongPassword");
    expect((await mailsTo(email))[0]).toMatchObject({ kind: "password-changed", content: { name } });
    expect(await refusal(asks(null).members.resetPassword({ token, password: ANOTHER }))).toEqual(dead);
  });

  test("the link is good for half an hour", async () => {
    const { email } = await confirmed();
    await asks(null).members.mailResetLink({ email });
    const token = await tokenFor(email, "reset");
    expect(await refusal(asks(null, { now: () => later(30 * 60) }).members.resetPassword({ token, password: ANOTHER }))).toEqual(dead);
    await asks(null, { now: () => later(30 * 60 - 1) }).members.resetPassword({ token, password: ANOTHER });
  });

  test("an address that is only claimed, or of nobody, gets the other mail, and the same answer", async () => {
    for (const email of [(await signUp()).email, anAddress()]) {
      const before = await rowsWritten();
      expect(await asks(null).members.mailResetLink({ email })).toBeUndefined();
      expect((await rowsWritten()).map((rows, place) => rows - (before[place] ?? 0))).toEqual([1, 1, 2]);
      expect((await mailsTo(email))[0]?.kind).toBe("reset-unknown");
    }
  });

  test("a changed password ends the links that open the account", async () => {
    const { email, headers } = await confirmed();
    await asks(null).members.mailResetLink({ email });
    await askFor(email);
    const [reset, open] = [await tokenFor(email, "reset"), await tokenFor(email, "sign-in")];
    await (await asReader(headers)).members.changePassword({ current: PASSWORD, password: ANOTHER });
    expect([await refusal(asks(null).members.resetPassword({ token: reset, password: ANOTHER })), await refusal(asks(null).members.signInByLink({ token: open }))]).toEqual([dead, dead]);
  });
});
