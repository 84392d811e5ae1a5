/** Accounts: what happens. */
import { and, eq, gt, isNull } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { outbox } from "../../db/schema/events";
import { member, oneTimeLink, session } from "../../db/schema/members";
import { writeTogether, type NewEvent } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { faultOfName, skeletonOf } from "../../domain/names";
import { faultOfPassword } from "../../domain/passwords";
import type { Reader, Role } from "../../domain/permissions";
import { COUNTED_WITHOUT_END, delayAfterFailures, SIGN_IN_FAILURES } from "../../domain/rates";
import { spend, spent } from "../rate";
import { badField, noSuch } from "../refusals";
import { closeSession, closingCookies, openingCookies, openSession } from "../session";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { claimantsOf, hashOfToken, memberBySkeleton, setupLinkWorks } from "./queries";
import { hashPassword, provesPassword } from "./proof";

type Application = { name: string; email: string; password: string };

/** The account applied for, checked. @throws Refusal naming the field */
async function checked(ctx: Pick<Context, "db">, { name, email, password }: Application) {
  const trimmed = { name: name.normalize("NFC").trim(), email: email.trim(), password };
  const nameFault = faultOfName(trimmed.name);
  if (nameFault) throw badField("name", nameFault);
  if (!isPlainAddress(trimmed.email)) throw badField("email", { fault: "notAnAddress" });
  const passwordFault = faultOfPassword(password, trimmed);
  if (passwordFault) throw badField("password", passwordFault);
  await refuseTakenName(ctx, trimmed.name);
  return trimmed;
}

/** The name wished for, as it is kept. @throws Refusal beside the field */
export async function checkedName(ctx: Pick<Context, "db">, wish: string): Promise<string> {
  const name = wish.normalize("NFC").trim();
  const fault = faultOfName(name);
  if (fault) throw badField("name", fault);
  await refuseTakenName(ctx, name);
  return name;
}

export async function refuseTakenName({ db }: Pick<Context, "db">, name: string): Promise<void> {
  const holder = await memberBySkeleton(db, skeletonOf(name));
  if (holder) throw badField("name", { fault: holder.name.toLowerCase() === name.toLowerCase() ? "nameTaken" : "nameLooksAlike" });
}

type NewMember = { name: string; email: string | null; confirmed: boolean; passwordHash: string | null; role: Role; now: Date };

/** The writes that make a member, for units that make one together with something else. */
export function newMember({ name, email, confirmed, passwordHash, role, now }: NewMember) {
  const id = newId();
  const address = email === null ? null : foldedAddress(email);
  const row = { id, name, nameSkeleton: skeletonOf(name), email: address, confirmedEmail: confirmed ? address : null, passwordHash, role, createdAt: now };
  const joined: NewEvent = { id: newId(), kind: "member.joined", subjectId: id, actorId: id, at: now };
  return { id, joined, write: (w: Writer): Write => w.insert(member).values(row) };
}

/**
 * Makes an account and signs it in. The answer is the same whether or not the address has an account already: an
 * address is a claim until proved (docs/decisions/0004), and its owner hears of it by mail.
 */
export async function signUp(ctx: Context, input: Application & { language: string }): Promise<{ name: string }> {
  const now = ctx.now();
  await spend({ what: "sign-up", whom: ctx.network }, settings().rates.signUps, now);
  const { name, email, password } = await checked(ctx, input);
  const made = newMember({ name, email, confirmed: false, passwordHash: await hashPassword(password), role: "member", now });
  const mail = { id: newId(), kind: "welcome" as const, to: email, language: input.language, content: { name }, createdAt: now, dueAt: now };
  try {
    await writeTogether((w) => [made.write(w), w.insert(outbox).values(mail)], [made.joined]);
  } catch (error) {
    throw isDuplicate(error) ? badField("name", { fault: "nameTaken" }) : error;
  }
  await welcomeIn(ctx, { id: made.id, sessionVersion: 1 }, now);
  return { name };
}

/** Opens a session and lets the answer carry its cookie; the one the request came with, if any, ends. */
export async function welcomeIn(ctx: Context, who: { id: string; sessionVersion: number }, now: Date): Promise<void> {
  if (ctx.sessionId) await closeSession(ctx.sessionId, now);
  ctx.cookies.push(...openingCookies(await openSession(who, ctx.device, now)));
}

/** Ends the session asked with; without one there is nothing to end. */
export async function signOut(ctx: Context): Promise<void> {
  if (ctx.sessionId) await closeSession(ctx.sessionId, ctx.now());
  ctx.cookies.push(...closingCookies());
}

const pause = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

/**
 * Opens a session for whoever knows the password. Too many failures on an account hold the answer back, right or
 * wrong, known or unknown: guessing becomes slow and the owner still comes in.
 */
export async function signIn(ctx: Context, input: { email: string; password: string }): Promise<{ name: string }> {
  const now = ctx.now();
  const address = foldedAddress(input.email);
  await spend({ what: "sign-in", whom: ctx.network }, settings().rates.signIns, now);
  const failure = { what: "sign-in-failure", whom: address };
  const held = delayAfterFailures(await spent(ctx.db, failure, SIGN_IN_FAILURES, now));
  if (held) await pause(held);
  const claimants = input.password.isWellFormed() && isPlainAddress(address) ? await claimantsOf(ctx.db, address) : ([null, null] as const);
  const proofs = await Promise.all(claimants.map((claimant) => provesPassword(claimant?.passwordHash ?? null, input.password)));
  const proved = claimants.find((claimant, place) => proofs[place] && !claimant?.suspendedAt) ?? null;
  if (!proved) {
    await spend(failure, { ...SIGN_IN_FAILURES, most: COUNTED_WITHOUT_END }, now);
    throw badField("password", { fault: "wrongPassword" });
  }
  await welcomeIn(ctx, proved, now);
  return { name: proved.name };
}

/** Ends one of the reader's own sessions. */
export async function endSession(ctx: Context & { reader: Reader }, input: { session: string }): Promise<void> {
  const now = ctx.now();
  try {
    await writeTogether((w) => [
      must(
        w.update(session).set({ endedAt: now }).where(and(eq(session.id, input.session), eq(session.memberId, ctx.reader.id), isNull(session.endedAt))),
        "session",
      ),
    ]);
  } catch (error) {
    throw error instanceof Overtaken ? noSuch("link") : error;
  }
}

/** Changes the reader's password and ends all their sessions but a new one. */
export async function changePassword(ctx: Context & { reader: Reader }, input: { current: string; password: string }): Promise<void> {
  const now = ctx.now();
  await spend({ what: "change-password", whom: ctx.reader.id }, settings().rates.signIns, now);
  const [kept] = await ctx.db
    .select({ passwordHash: member.passwordHash, email: member.email, sessionVersion: member.sessionVersion })
    .from(member)
    .where(eq(member.id, ctx.reader.id));
  if (!kept || !(await provesPassword(kept.passwordHash, input.current))) throw badField("current", { fault: "wrongPassword" });
  const fault = faultOfPassword(input.password, { name: ctx.reader.name, email: kept.email ?? "" });
  if (fault) throw badField("password", fault);
  const passwordHash = await hashPassword(input.password);
  const sessionVersion = kept.sessionVersion + 1;
  await writeTogether((w) => [
    must(
      w.update(member).set({ passwordHash, sessionVersion }).where(and(eq(member.id, ctx.reader.id), eq(member.sessionVersion, kept.sessionVersion))),
      "member",
    ),
  ]);
  await welcomeIn(ctx, { id: ctx.reader.id, sessionVersion }, now);
}

/** A link lives a day: long enough to be clicked after the log was read, no longer. */
const SETUP_LINK_MS = 24 * 60 * 60 * 1000;

/** A new secret for the first administrator's link; earlier ones stop working. */
export async function newSetupToken(now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await writeTogether((w) => [
    w.delete(oneTimeLink).where(eq(oneTimeLink.purpose, "setup")),
    w.insert(oneTimeLink).values({ hash: hashOfToken(token), purpose: "setup", createdAt: now, expiresAt: new Date(now.getTime() + SETUP_LINK_MS) }),
  ]);
  return token;
}

/** Makes the first administrator; the link is used up in the same unit, so it makes one only. */
export async function createFirstAdministrator(ctx: Context, input: Application & { token: string }): Promise<{ name: string }> {
  const now = ctx.now();
  await spend({ what: "setup", whom: ctx.network }, settings().rates.signIns, now);
  if (!(await setupLinkWorks(ctx, input))) throw noSuch("link");
  const { name, email, password } = await checked(ctx, input);
  const made = newMember({ name, email, confirmed: true, passwordHash: await hashPassword(password), role: "administrator", now });
  try {
    await writeTogether(
      (w) => [
        must(w.delete(oneTimeLink).where(and(eq(oneTimeLink.hash, hashOfToken(input.token)), gt(oneTimeLink.expiresAt, now))), "link"),
        made.write(w),
      ],
      [made.joined],
    );
  } catch (error) {
    if (error instanceof Overtaken) throw noSuch("link");
    throw isDuplicate(error) ? badField("email", { fault: "addressTaken" }) : error;
  }
  await welcomeIn(ctx, { id: made.id, sessionVersion: 1 }, now);
  return { name };
}

/** Makes a member by the operator's word, who vouches for the address. A password may be absent. */
export async function createMember(
  ctx: Pick<Context, "db" | "now">,
  input: { name: string; email: string | null; password: string | null; role: Role },
): Promise<{ id: string; name: string }> {
  const name = await checkedName(ctx, input.name);
  if (input.email !== null && !isPlainAddress(input.email.trim())) throw badField("email", { fault: "notAnAddress" });
  const passwordFault = input.password === null ? null : faultOfPassword(input.password, { name, email: input.email ?? "" });
  if (passwordFault) throw badField("password", passwordFault);
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  const made = newMember({ name, email: input.email, confirmed: input.email !== null, passwordHash, role: input.role, now: ctx.now() });
  try {
    await writeTogether((w) => [made.write(w)], [{ ...made.joined, actorId: null }]);
  } catch (error) {
    throw isDuplicate(error) ? badField("email", { fault: "addressTaken" }) : error;
  }
  return { id: made.id, name };
}
