/** Signing in by a provider, against a real one. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { outbox } from "../../db/schema/events";
import { identity, member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { callerOf } from "../router";
import { auth, openSession } from "../session";
import { settings } from "../settings";
import { type Account, startProvider, type TestProvider } from "../testing/provider";
import { visitProvider } from "../testing/provider-visit";
import { aMember, contextOf, later, NOON, refusal, uniqueName } from "../testing/world";
import type { Context } from "../trpc";
import { applicantCookie, transactionCookie } from "./sealed-cookie";

const CALLBACK = "http://localhost:3000/api/auth/callback/oidc";
let school: TestProvider;
const usual = settings().oidc;

beforeAll(async () => {
  school = await startProvider({ id: "paragora", secret: "a secret / with signs:", callback: CALLBACK });
  settings().oidc = { issuer: new URL(school.issuer), clientId: "paragora", clientSecret: "a secret / with signs:", name: "School" };
});
beforeEach(() => Object.assign(school, { tamper: null, signedBy: "published", misdirect: null, delay: 0 }));
afterAll(async () => {
  settings().oidc = usual;
  await school.stop();
});

/** What a browser would send with the next request. */
function headersOf({ cookies }: Context): Headers {
  const kept = new Map(cookies.map((line): [string, string] => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1).split(";", 1)[0] ?? ""]));
  return new Headers({ cookie: [...kept].map(([name, value]) => `${name}=${value}`).join("; ") });
}

function anAccount(more: Partial<Account> = {}): Account {
  const subject = crypto.randomUUID();
  const account = { subject, preferred_username: uniqueName(), email: `${subject}@example.org`, email_verified: true, ...more };
  school.accounts.set(account.subject, account);
  return account;
}

/** Goes to the provider and signs in there; what the browser carries, and where it is sent back to. */
async function away(account: Pick<Account, "subject">, { context = contextOf(null), next = "/articles/x?y=z", form = { account: account.subject } }: { context?: Context; next?: string; form?: Record<string, string> } = {}) {
  const { address } = await callerOf(context).oidc.begin({ next, language: "zh" });
  const back = await visitProvider(address, school.issuer, form);
  return { address: new URL(address), back, transaction: transactionCookie.valueIn(headersOf(context)) };
}

/** Comes back; what is answered, and the cookies with it. */
async function home({ back, transaction }: { back: URL; transaction: string }, context = contextOf(null)) {
  const finished = await callerOf(context).oidc.finish({ transaction, answer: back.search });
  return { ...finished, headers: headersOf(context), context };
}

async function newMember(account = anAccount(), name = uniqueName()) {
  const { headers } = await home(await away(account));
  const context = contextOf(null);
  const made = await callerOf(context).oidc.signUp({ applicant: applicantCookie.valueIn(headers), name, language: "zh" });
  return { ...made, headers: headersOf(context), account };
}

describe("signing in by a provider", () => {
  test("asks there with state, nonce and PKCE, and sends back to one address", async () => {
    const { address, back } = await away(anAccount());
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ client_id: "paragora", response_type: "code", redirect_uri: CALLBACK, scope: "openid email profile", code_challenge_method: "S256", state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) });
    expect(back.origin + back.pathname).toBe(CALLBACK);
  });

  test("makes a member under the name they choose, and opens the same account the next time", async () => {
    const account = anAccount();
    const first = await home(await away(account));
    expect(first).toMatchObject({ outcome: "new", next: "/articles/x?y=z" });
    const carried = { applicant: applicantCookie.valueIn(first.headers) };
    expect(await callerOf(contextOf(null)).oidc.applicant(carried)).toMatchObject({ provider: "School", name: account.preferred_username, email: account.email, isVerified: true, hasAccount: false });
    const name = uniqueName();
    const { headers, next } = await newMember(account, name);
    expect(next).toBe("/articles/x?y=z");
    const made = await auth(database(), headers);
    expect(made?.reader).toMatchObject({ name, role: "member" });
    expect(await database().select().from(member).where(eq(member.name, name))).toMatchObject([{ email: account.email, confirmedEmail: account.email, passwordHash: null }]);
    expect(await database().select().from(outbox).where(eq(outbox.to, account.email ?? ""))).toEqual([]);
    const again = await home(await away(account));
    expect([again.outcome, (await auth(database(), again.headers))?.reader.id]).toEqual(["signedIn", made?.reader.id]);
  });

  test("goes by issuer and subject alone: a changed address opens the same account, the same address of another none", async () => {
    const { account, headers } = await newMember(anAccount({ email_verified: false }));
    const { reader } = (await auth(database(), headers)) ?? {};
    school.accounts.set(account.subject, { ...account, email: "moved@example.org" });
    expect((await auth(database(), (await home(await away(account))).headers))?.reader.id).toBe(reader?.id);
    expect((await home(await away(anAccount({ email: account.email, email_verified: false })))).outcome).toBe("new");
  });

  test("what was not verified there stays a claim, and nothing is told of whose it is", async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    await aMember({ email });
    const { headers } = await home(await away(anAccount({ email, email_verified: false })));
    expect(await callerOf(contextOf(null)).oidc.applicant({ applicant: applicantCookie.valueIn(headers) })).toMatchObject({ email, isVerified: false, hasAccount: false });
    const name = uniqueName();
    await newMember(anAccount({ email, email_verified: false }), name);
    expect(await database().select().from(member).where(eq(member.name, name))).toMatchObject([{ email, confirmedEmail: null }]);
    expect(await database().select().from(outbox).where(eq(outbox.to, email))).toMatchObject([{ kind: "welcome", language: "zh", content: { link: expect.stringContaining("/zh/sign-in/confirm/") } }]);
  });

  test("an address that a member has proved is never taken over, nor linked of itself", async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    await aMember({ email });
    const account = anAccount({ email: email.toUpperCase() });
    const { headers } = await home(await away(account));
    const applicant = applicantCookie.valueIn(headers);
    expect(await callerOf(contextOf(null)).oidc.applicant({ applicant })).toMatchObject({ hasAccount: true });
    expect((await refusal(callerOf(contextOf(null)).oidc.signUp({ applicant, name: uniqueName(), language: "en" }))).reason).toBe("oidc.addressHasAccount");
    expect(await database().select().from(identity).where(eq(identity.subject, account.subject))).toEqual([]);
  });

  test("a name that is taken is refused beside its field, and is not what is suggested", async () => {
    const taken = await aMember();
    const { headers } = await home(await away(anAccount({ preferred_username: taken.name, name: "Ünnötig Żółw" })));
    const applicant = applicantCookie.valueIn(headers);
    expect((await callerOf(contextOf(null)).oidc.applicant({ applicant })).name).toBe("Ünnötig Żółw");
    expect(await refusal(callerOf(contextOf(null)).oidc.signUp({ applicant, name: taken.name, language: "en" }))).toMatchObject({ reason: "field.nameTaken", field: "name" });
  });

  test("sent twice at once it makes one member", async () => {
    const account = anAccount();
    const applicant = applicantCookie.valueIn((await home(await away(account))).headers);
    const once = () => callerOf(contextOf(null)).oidc.signUp({ applicant, name: uniqueName(), language: "en" });
    const both = await Promise.allSettled([once(), once()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await database().select().from(identity).where(eq(identity.subject, account.subject))).toHaveLength(1);
  });

  test("who is suspended hears it, from the provider that knows them", async () => {
    const { account, name } = await newMember();
    await writeTogether((w) => [w.update(member).set({ suspendedAt: NOON }).where(eq(member.name, name))]);
    expect((await refusal(home(await away(account)))).reason).toBe("notAllowed.suspended");
  });

  test("the 31st time from one address within an hour is refused", async () => {
    const network = crypto.randomUUID();
    const once = () => callerOf(contextOf(null, { network })).oidc.begin({ next: "/", language: "en" });
    for (let count = 0; count < 30; count += 1) await once();
    expect((await refusal(once())).reason).toBe("tooMany");
  });

  test.each(["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", `/${"x".repeat(2000)}`])("the way back to %s is the front page", async (next) => {
    expect((await home(await away(anAccount(), { next }))).next).toBe("/");
  });
});

describe("an answer is refused", () => {
  const claims = (more: Record<string, unknown>) => (school.tamper = (was) => ({ ...was, ...more }));
  const now = (): number => Math.floor(Date.now() / 1000);

  test("unless tampering at all is noticed, this one would pass", async () => {
    claims({});
    expect((await home(await away(anAccount()))).outcome).toBe("new");
  });

  test.each([
    ["with another nonce", () => claims({ nonce: "another" }), "oidc.failed"],
    ["without a nonce", () => claims({ nonce: undefined }), "oidc.failed"],
    ["for another audience", () => claims({ aud: "another" }), "oidc.failed"],
    ["for us and another, by another's wish", () => claims({ aud: ["paragora", "another"], azp: "another" }), "oidc.failed"],
    ["of another issuer", () => claims({ iss: "https://elsewhere.example" }), "oidc.failed"],
    ["without a subject", () => claims({ sub: undefined }), "oidc.failed"],
    ["that is over", () => claims({ exp: now() - 120, iat: now() - 240 }), "oidc.clock"],
    ["from the future", () => claims({ nbf: now() + 600 }), "oidc.clock"],
    ["signed with a key that was never published", () => Object.assign(school, { signedBy: "unknown", tamper: (was: object) => was }), "oidc.failed"],
    ["that names another issuer on the way (mix-up)", () => (school.misdirect = (back) => (back.searchParams.set("iss", "https://elsewhere.example"), back)), "oidc.failed"],
    ["that names no issuer on the way", () => (school.misdirect = (back) => (back.searchParams.delete("iss"), back)), "oidc.failed"],
    ["with another state", () => (school.misdirect = (back) => (back.searchParams.set("state", "another"), back)), "oidc.expired"],
    ["with a code nobody gave out", () => (school.misdirect = (back) => (back.searchParams.set("code", "another"), back)), "oidc.expired"],
    ["that says it is unwell", () => (school.misdirect = (back) => (back.searchParams.delete("code"), back.searchParams.set("error", "server_error"), back)), "oidc.unreachable"],
  ])("%s", async (_, misbehave, reason) => {
    misbehave();
    expect((await refusal(home(await away(anAccount())))).reason).toBe(reason);
  });

  test("when it comes a second time, and its code under another beginning", async () => {
    const account = anAccount();
    const trip = await away(account);
    await home(trip);
    expect((await refusal(home(trip))).reason).toBe("oidc.expired");
    const other = await away(account);
    other.back.searchParams.set("code", trip.back.searchParams.get("code") ?? "");
    expect((await refusal(home(other))).reason).toBe("oidc.expired");
  });

  test("in a browser that was not sent there, or was sent with another state; the right one may still come", async () => {
    const [one, other] = [await away(anAccount()), await away(anAccount())];
    expect((await refusal(home({ ...one, transaction: "" }))).reason).toBe("oidc.expired");
    expect((await refusal(home({ ...one, transaction: other.transaction }))).reason).toBe("oidc.expired");
    expect((await home(one)).outcome).toBe("new");
  });

  test("after ten minutes", async () => {
    const trip = await away(anAccount());
    expect((await refusal(home(trip, contextOf(null, { now: () => later(601) })))).reason).toBe("oidc.expired");
  });

  test("with a cookie for a name in place of one for a transaction", async () => {
    const applicant = applicantCookie.valueIn((await home(await away(anAccount()))).headers);
    expect((await refusal(home({ ...(await away(anAccount())), transaction: applicant }))).reason).toBe("oidc.expired");
    expect((await refusal(callerOf(contextOf(null)).oidc.signUp({ applicant: "a.b.c.d.e", name: uniqueName(), language: "en" }))).reason).toBe("oidc.expired");
  });

  test("where the person cancelled", async () => {
    expect((await refusal(home(await away(anAccount(), { form: { cancel: "1" } })))).reason).toBe("oidc.cancelled");
  });
});

describe("the provider", () => {
  test("may change its key: the new one is known at once, and the old one no longer", async () => {
    const account = anAccount();
    expect((await home(await away(account))).outcome).toBe("new");
    school.rotate();
    expect((await home(await away(account))).outcome).toBe("new");
    Object.assign(school, { signedBy: "withdrawn", tamper: (was: object) => was });
    expect((await refusal(home(await away(account)))).reason).toBe("oidc.failed");
  });

  test("may be down, which is said, and is asked again once it is up", async () => {
    const { issuer } = settings().oidc ?? {};
    const down = await startProvider({ id: "paragora", secret: "s", callback: CALLBACK });
    await down.stop();
    settings().oidc = { issuer: new URL(down.issuer), clientId: "paragora", clientSecret: "s", name: "School" };
    expect(await refusal(callerOf(contextOf(null)).oidc.begin({ next: "/", language: "en" }))).toMatchObject({ reason: "oidc.unreachable", code: "SERVICE_UNAVAILABLE" });
    settings().oidc = { issuer: issuer ?? new URL(down.issuer), clientId: "paragora", clientSecret: "a secret / with signs:", name: "School" };
    expect((await home(await away(anAccount()))).outcome).toBe("new");
  });

  test("may be slow, and is waited for ten seconds, not longer", async () => {
    const trip = await away(anAccount());
    school.delay = 12_000;
    const began = performance.now();
    expect((await refusal(home(trip))).reason).toBe("oidc.unreachable");
    expect(performance.now() - began).toBeLessThan(11_500);
  });
});

describe("linking", () => {
  const PASSWORD = "a fine long password";

  async function signedIn(more: { email?: string; password?: string } = {}, openedAt = NOON) {
    const reader = await aMember(more);
    const cookie = await openSession({ id: reader.id, sessionVersion: 1 }, "a test", openedAt);
    const sessionId = (await auth(database(), new Headers({ cookie: `__Host-paragora.session=${cookie}` })))?.sessionId ?? null;
    return { reader, sessionId };
  }

  async function linked(who: { reader: Reader; sessionId: string | null }, account = anAccount(), current = "") {
    const context = contextOf(who.reader, { sessionId: who.sessionId });
    const { address } = await callerOf(context).oidc.beginLinking({ current, language: "en" });
    const back = await visitProvider(address, school.issuer, { account: account.subject });
    const trip = { back, transaction: transactionCookie.valueIn(headersOf(context)), address: new URL(address) };
    return { ...trip, finish: (as: Reader | null = who.reader) => callerOf(contextOf(as, { sessionId: who.sessionId })).oidc.finish({ transaction: trip.transaction, answer: back.search }) };
  }

  test("binds the account there, asked to sign in afresh, and it opens this one from then on", async () => {
    const who = await signedIn({ password: PASSWORD });
    const account = anAccount();
    const trip = await linked(who, account, PASSWORD);
    expect(trip.address.searchParams.get("prompt")).toBe("login");
    expect(await trip.finish()).toEqual({ outcome: "linked", next: "/me/account/provider" });
    expect(await callerOf(contextOf(who.reader)).oidc.own()).toMatchObject({ provider: "School", linkedSince: NOON.toISOString(), canUnlink: true });
    expect((await auth(database(), (await home(await away(account))).headers))?.reader.id).toBe(who.reader.id);
  });

  test("takes the password, or where there is none a fresh session", async () => {
    const who = await signedIn({ password: PASSWORD });
    expect(await refusal(linked(who, anAccount(), "not the password"))).toMatchObject({ reason: "field.wrongCurrent", field: "current" });
    expect((await (await linked(await signedIn({ email: `${crypto.randomUUID()}@example.org` }))).finish()).outcome).toBe("linked");
    const stale = await signedIn({ email: `${crypto.randomUUID()}@example.org` }, later(-601));
    expect((await refusal(linked(stale))).reason).toBe("notAllowed.signInAgain");
  });

  test("is finished by the one who began it alone", async () => {
    const [who, other] = [await signedIn(), await signedIn()];
    expect((await refusal((await linked(who)).finish(other.reader))).reason).toBe("oidc.expired");
    expect((await refusal((await linked(who)).finish(null))).reason).toBe("oidc.expired");
  });

  test("an account there belongs to one here, and one here has one there", async () => {
    const { account } = await newMember();
    expect((await refusal((await linked(await signedIn(), account)).finish())).reason).toBe("oidc.linkedElsewhere");
    const who = await signedIn();
    const [one, two] = [await linked(who), await linked(who)];
    const both = await Promise.allSettled([one.finish(), two.finish()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await database().select().from(identity).where(eq(identity.memberId, who.reader.id))).toHaveLength(1);
    expect((await refusal(linked(who))).reason).toBe("oidc.alreadyLinked");
  });

  test("is undone, but not where it is the only way in", async () => {
    const who = await signedIn({ password: PASSWORD });
    const account = anAccount();
    await (await linked(who, account, PASSWORD)).finish();
    await callerOf(contextOf(who.reader)).oidc.unlink();
    expect((await home(await away(account))).outcome).toBe("new");
    const { headers } = await newMember(anAccount({ email: undefined }));
    const reader = (await auth(database(), headers))?.reader ?? null;
    expect((await refusal(callerOf(contextOf(reader)).oidc.unlink())).reason).toBe("oidc.onlyDoor");
    expect(await callerOf(contextOf(reader)).oidc.own()).toMatchObject({ canUnlink: false });
  });
});
