/** The door of who is suspended: one statement, one objection, and nothing else. */
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { appeal, appealNote } from "../../db/schema/moderation";
import { settings } from "../settings";
import { confirmed, mailsTo, PASSWORD, signUp } from "../testing/doors";
import { aMember, asks, later, NOON, refusal } from "../testing/world";
import { Refusal } from "../refusals";
import { doorToken } from "./door-token";
import { memberBySkeleton } from "../members/queries";
import { skeletonOf } from "../../domain/names";

const WHY = { ground: "insult" as const, facts: "Three comments in one evening are about people." };
const MINE = "Two of the three were quotations.";
const usual = settings().authSecret;
afterEach(() => void Object.assign(settings(), { authSecret: usual }));

const idOf = async (name: string) => (await memberBySkeleton(database(), skeletonOf(name)))?.id ?? "";

/** The secret of the link in the newest mail to an address. */
async function mailed(email: string): Promise<string> {
  const [newest] = await mailsTo(email);
  return /\/sign-in\/statement\/([\w.-]+)$/.exec(newest?.content.link ?? "")?.[1] ?? "";
}

async function suspended({ until = null as Date | null } = {}) {
  const [who, moderator, another] = [await confirmed(), await aMember({ role: "moderator" }), await aMember({ role: "moderator" })];
  const id = await idOf(who.name);
  const { batch } = await asks(moderator).moderation.decideMember({ act: "suspend", member: id, until, reasons: WHY });
  const token = await mailed(who.email);
  return { ...who, id, moderator, another, batch, token, decision: token.split(".")[0] ?? "" };
}

/** What the door says to who signs in. */
async function atTheDoor(who: string, password = PASSWORD, now = later(60)) {
  try {
    await asks(null, { now: () => now }).members.signIn({ who, password });
  } catch (error) {
    const refused = error instanceof Error && error.cause instanceof Refusal ? error.cause : error;
    if (refused instanceof Refusal) return refused.details;
  }
  throw new Error("the door opened");
}

const reads = (token: string, now = later(60)) => asks(null, { now: () => now }).decisions.statementByLink({ token });
const reasonOf = async (call: Promise<unknown>) => (await refusal(call)).reason;

describe("the link in the mail", () => {
  test("shows a visitor the statement of that suspension, and takes one objection and what is added to it", async () => {
    const { id, token, email, another } = await suspended();
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ kind: "suspended", dueAt: later(18) });
    expect(await reads(token)).toMatchObject({ act: "suspend", ...WHY, isMine: true, canObject: true, appeal: null });
    const ask = asks(null, { now: () => later(60) }).decisions;
    expect(await refusal(ask.objectByLink({ token, body: "" }))).toMatchObject({ field: "body" });
    expect(await reasonOf(ask.writeByLink({ token, body: MINE }))).toBe("noSuch.appeal");
    await ask.objectByLink({ token, body: MINE });
    await ask.objectByLink({ token, body: "Again." });
    await ask.writeByLink({ token, body: "The third was a mistake." });
    const [made] = await database().select().from(appeal).where(eq(appeal.memberId, id));
    const notes = await database().select({ body: appealNote.body, isByModerator: appealNote.isByModerator }).from(appealNote).where(eq(appealNote.appealId, made?.id ?? "")).orderBy(appealNote.id);
    expect(notes).toEqual([{ body: MINE, isByModerator: false }, { body: "The third was a mistake.", isByModerator: false }]);
    await asks(another, { now: () => later(90) }).appeals.write({ appeal: made?.id ?? "", body: "Which two?" });
    expect(await mailed(email)).toBe(token);
    const { version } = (await reads(token)).appeal ?? { version: 0 };
    await asks(another, { now: () => later(120) }).appeals.decide({ appeal: made?.id ?? "", seen: version, outcome: "upheld", facts: "All three are yours." });
    expect(await mailed(email)).toBe(token);
    expect((await reads(token, later(180))).appeal).toMatchObject({ outcome: "upheld", notes: [{}, {}, { body: "Which two?" }, { body: "All three are yours." }] });
    expect(await reasonOf(ask.writeByLink({ token, body: "But." }))).toBe("notAllowed.appealClosed");
  });

  test("granted, the account opens", async () => {
    const { token, email, another } = await suspended();
    await asks(null).decisions.objectByLink({ token, body: MINE });
    const { id = "", version = 0 } = (await reads(token)).appeal ?? {};
    await asks(another, { now: () => later(120) }).appeals.decide({ appeal: id, seen: version, outcome: "reversed" });
    expect(await asks(null, { now: () => later(180) }).members.signIn({ who: email, password: PASSWORD })).toMatchObject({ name: expect.any(String) });
    expect(await reads(token, later(180))).toMatchObject({ canObject: false, reversedBy: expect.any(String) });
  });

  test("works after a restart, and not under another secret", async () => {
    const { token, id, decision } = await suspended();
    expect(doorToken(decision, id)).toBe(token);
    Object.assign(settings(), { authSecret: "another secret of more than 32 characters" });
    expect(await reasonOf(reads(token))).toBe("noSuch.statement");
  });

  test("forged, of another's decision, of another kind or cut it is none", async () => {
    const [mine, other] = [await suspended(), await suspended()];
    const [seal, otherSeal] = [mine.token.split(".")[1] ?? "", other.token.split(".")[1] ?? ""];
    const [moderator, warnedWho] = [await aMember({ role: "moderator" }), await aMember()];
    await asks(moderator).moderation.decideMember({ act: "warn", member: warnedWho.id, reasons: WHY });
    const [notice] = (await asks(warnedWho, { now: () => later(60) }).notices.list({})).notices;
    const warning = notice?.subject ?? "";
    expect((await asks(warnedWho).decisions.statement({ decision: warning })).act).toBe("warn");
    const forged = ["", "none", mine.decision, `${mine.decision}.`, `${mine.decision}.${otherSeal}`, `${other.decision}.${seal}`, `${mine.decision}.${seal}x`, `${mine.token}.x`, `${mine.decision}.${"A".repeat(43)}`, doorToken(mine.decision, other.id), doorToken(warning, warnedWho.id)];
    for (const token of forged) {
      expect(await reasonOf(reads(token))).toBe("noSuch.statement");
      expect(await reasonOf(asks(null).decisions.objectByLink({ token, body: MINE }))).toBe("noSuch.statement");
      expect(await reasonOf(asks(null).decisions.writeByLink({ token, body: MINE }))).toBe("noSuch.statement");
    }
    expect(await database().select().from(appeal).where(and(eq(appeal.memberId, mine.id)))).toEqual([]);
  });

  test("says that the decision was undone, and that the time is over", async () => {
    const gone = await suspended();
    await asks(gone.moderator, { now: () => later(10) }).moderation.undo({ batch: gone.batch });
    expect(await reasonOf(reads(gone.token))).toBe("notAllowed.statementUndone");
    const late = await suspended();
    const half = new Date("2026-11-08T12:00:00.000Z");
    expect((await reads(late.token, new Date(half.getTime() - 1))).canObject).toBe(true);
    expect(await reasonOf(reads(late.token, half))).toBe("notAllowed.statementOver");
    expect(await reasonOf(asks(null, { now: () => half }).decisions.objectByLink({ token: late.token, body: MINE }))).toBe("notAllowed.statementOver");
    expect(await atTheDoor(late.email, PASSWORD, half)).toMatchObject({ reason: "notAllowed.suspended", suspension: { token: null } });
  });

  test("opens nothing else: who holds it stays a visitor", async () => {
    const { token, decision } = await suspended();
    await reads(token);
    expect(await reasonOf(asks(null).decisions.statement({ decision }))).toBe("notAllowed.signIn");
    expect(await asks(null).members.me()).toBeNull();
  });
});

describe("signing in while suspended", () => {
  test("with the right password says why and until when, and leads to the statement", async () => {
    const { email, name, token } = await suspended({ until: later(3600) });
    const said = { reason: "notAllowed.suspended", field: null, suspension: { ground: "insult", law: null, until: later(3600).toISOString(), token } };
    expect(await atTheDoor(email)).toMatchObject(said);
    expect(await atTheDoor(name)).toMatchObject(said);
  });

  test("with a wrong one says what it says to all", async () => {
    const [{ email }, other] = [await suspended(), await signUp()];
    expect(await atTheDoor(email, "not the one that opens it")).toEqual(await atTheDoor(other.email, "not the one that opens it"));
  });

  test("who has no address reads it by that door alone", async () => {
    const [who, moderator] = [await aMember({ password: PASSWORD }), await aMember({ role: "moderator" })];
    await asks(moderator).moderation.decideMember({ act: "suspend", member: who.id, reasons: WHY });
    const { suspension } = await atTheDoor(who.name);
    expect(await reads(suspension?.token ?? "")).toMatchObject({ ...WHY, isMine: true });
  });

  test("of two accounts that claim an address, the one that is open opens", async () => {
    const { email, another } = await suspended();
    const later2 = await signUp({ email });
    expect(await asks(null, { now: () => NOON }).members.signIn({ who: email, password: PASSWORD })).toEqual({ name: later2.name });
    expect(another.role).toBe("moderator");
  });
});
