/** The limits as they are when nobody sets any: each at the limit and one past it, also as a program meets them over HTTP. */
import type { Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "../db/client";
import { member } from "../db/schema/members";
import { defaultRates } from "../domain/rates";
import { listener } from "./front/listener";
import { tidy } from "./housekeeping";
import { notedPath } from "./log";
import { openingCookies } from "./session";
import { readSettings, settings } from "./settings";
import { PASSWORD, signUp } from "./testing/doors";
import { aKey, aMember, anArticle, asks, later, NOON, refusal, uniqueName } from "./testing/world";

// Here passwords cost what they do.
vi.unmock("@node-rs/argon2");

test("the rates are the ones agreed on", () => {
  expect(settings().rates).toEqual(defaultRates);
  expect(defaultRates).toMatchObject({ commentEvery: 5, newMemberCommentEvery: 30, editsADay: { most: 30, perSeconds: 86_400 }, signUps: { most: 5, perSeconds: 1_800 }, signIns: { most: 30, perSeconds: 3_600 } });
});

describe("comments", () => {
  test.each([["one who is new", NOON, 30], ["one who is not", new Date("2026-01-01T00:00:00.000Z"), 5]])("%s writes one in so many seconds", async (_, at, seconds) => {
    const [who, { discussionId }] = [await aMember({ at }), await anArticle()];
    const post = (after: number) => asks(who, { now: () => later(after) }).comments.post({ discussion: discussionId, revision: 1, block: 1, body: "Words.", key: aKey() });
    await post(0);
    expect((await refusal(post(seconds - 1))).reason).toBe("tooSoon");
    await post(seconds);
  });

  test("thirty edits a day are carried out, the next one on the next day", async () => {
    const [who, { discussionId }] = [await aMember(), await anArticle()];
    const { id } = await asks(who).comments.post({ discussion: discussionId, revision: 1, block: 1, body: "Words.", key: aKey() });
    const edit = (version: number, seconds = 0) => asks(who, { now: () => later(seconds) }).comments.edit({ comment: id, version, body: `Words ${version}.`, key: aKey() });
    for (let version = 1; version <= 30; version += 1) await edit(version);
    expect((await refusal(edit(31))).reason).toBe("tooMany");
    await edit(31, 12 * 3_600);
  });
});

describe("doors", () => {
  test("five sign-ups from a network within half an hour, and the sixth after it", async () => {
    const network = "2001:db8:1:2::/64";
    const once = (seconds = 0) => asks(null, { network, now: () => later(seconds) }).members.signUp({ name: uniqueName(), email: `${aKey()}@example.org`, password: PASSWORD });
    for (let count = 0; count < 5; count += 1) await once();
    expect((await refusal(once(29 * 60))).reason).toBe("tooMany");
    await once(30 * 60);
  });

  test("the owner still comes in after six failures, a little later", async () => {
    const { email } = await signUp();
    for (let count = 0; count < 6; count += 1) await refusal(asks(null).members.signIn({ who: email, password: "not the password" }));
    const began = performance.now();
    await asks(null).members.signIn({ who: email, password: PASSWORD });
    expect(performance.now() - began).toBeGreaterThan(1_900);
  });

  test("a handle that changed twice in the month is remembered for all of it", async () => {
    const who = await aMember();
    for (let count = 0; count < 2; count += 1) await asks(who).members.rename({ name: uniqueName() });
    await tidy(later(3 * 86_400));
    expect((await refusal(asks(who, { now: () => later(3 * 86_400) }).members.rename({ name: uniqueName() }))).reason).toBe("tooMany");
  });

  test("passwords are kept by argon2id, at the cost agreed on", async () => {
    const { name } = await signUp();
    const [kept] = await database().select({ hash: member.passwordHash }).from(member).where(eq(member.name, name));
    expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  test("a session's cookie is this host's alone, no script reads it, and no other site sends it", () => {
    expect(openingCookies("x")[0]).toBe("__Host-paragora.session=x; Path=/; SameSite=Lax; Max-Age=2592000; Secure; HttpOnly");
  });
});

test("the log never names the secret of a link", () => {
  expect(["/zh/sign-in/reset/a-secret", "/sign-in/link/a-secret?x=y", "/setup?token=a-secret", "/sign-in/link", "/articles/x"].map(notedPath)).toEqual(["/zh/sign-in/reset/…", "/sign-in/link/…", "/setup", "/sign-in/link", "/articles/x"]);
});

describe("over HTTP", () => {
  let server: Server;
  let origin = "";
  beforeAll(async () => {
    server = await listener(() => Promise.reject(new Error("not for Next")), readSettings({ PORT: "0" }), { keep: true });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const ask = (procedure: string, input: unknown) => fetch(`${origin}/api/trpc/members.${procedure}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });

  test("too many is 429, with the seconds after which the same may succeed", async () => {
    let [last, taken] = [new Response(), -1];
    // By the clock on the wall: where the hour turns meanwhile, thirty more are taken.
    for (; last.status === 200 && taken <= 60; taken += 1) last = await ask("mailSignInLink", { email: `${aKey()}@example.org` });
    expect(last.status).toBe(429);
    expect(taken).toBeGreaterThanOrEqual(30);
    const wait = Number(last.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(3_600);
    expect(last.headers.get("set-cookie")).toBeNull();
  });

  test("texts that no database holds are refused, on every field of a door, and nothing fails", async () => {
    for (const bad of ["\ud800", "a\u0000b", "\u0007"]) {
      const answers = [
        await ask("signIn", { who: bad, password: bad }),
        await ask("signUp", { name: bad, email: bad, password: bad }),
        await ask("mailResetLink", { email: bad }),
        await ask("signInByLink", { token: bad }),
        await ask("resetPassword", { token: bad, password: bad }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    }
  });
});
