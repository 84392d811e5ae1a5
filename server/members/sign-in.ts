/** Signing in by what one knows, and out. By a link: `link-mails.ts`. */
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { skeletonOf } from "../../domain/names";
import { COUNTED_WITHOUT_END, delayAfterFailures, SIGN_IN_FAILURES } from "../../domain/rates";
import { canBeStored } from "../../domain/text";
import type { Db } from "../../db/client";
import { spend, spent } from "../rate";
import { badField } from "../refusals";
import { closeSession, closingCookies, openingCookies, openSession } from "../session";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { provesPassword } from "./proof";
import { type Claimant, claimantNamed, claimantsOf } from "./queries";
import { refusalOfSuspended } from "./suspended";

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

/** Whom they say they are, in the form by which failures are counted: no name holds the sign of an address. */
function saidOf(who: string): { address: string } | { skeleton: string } {
  return who.includes("@") ? { address: foldedAddress(who) } : { skeleton: skeletonOf(who) };
}

/** Always two, so that each attempt costs two proofs, whether it is by an address or a name, known or not. */
async function claimantsFor(db: Db, said: ReturnType<typeof saidOf>): Promise<readonly [Claimant | null, Claimant | null]> {
  if ("address" in said) return isPlainAddress(said.address) ? claimantsOf(db, said.address) : [null, null];
  return canBeStored(said.skeleton) ? [await claimantNamed(db, said.skeleton), null] : [null, null];
}

/**
 * Opens a session for whoever knows the password; `who`: their address or their name. Too many failures hold the answer back,
 * right or wrong, known or unknown: guessing becomes slow and the owner still comes in. They are counted by what was typed and
 * not by account: a delay on an address must not tell whose name was tried before. Only who knows the password hears that an account is suspended.
 * @throws Refusal badField password, notAllowed.suspended with why and until when, tooMany
 */
export async function signIn(ctx: Context, input: { who: string; password: string }): Promise<{ name: string }> {
  const now = ctx.now();
  await spend({ what: "sign-in", whom: ctx.network }, settings().rates.signIns, now);
  const said = saidOf(input.who);
  const failure = { what: "sign-in-failure", whom: "address" in said ? said.address : said.skeleton };
  const held = delayAfterFailures(await spent(ctx.db, failure, SIGN_IN_FAILURES, now));
  if (held) await pause(held);
  const claimants = input.password.isWellFormed() ? await claimantsFor(ctx.db, said) : ([null, null] as const);
  const proofs = await Promise.all(claimants.map((claimant) => provesPassword(claimant?.passwordHash ?? null, input.password)));
  const theirs = claimants.filter((claimant, place): claimant is Claimant => proofs[place] === true && claimant !== null);
  const proved = theirs.find(({ suspendedAt }) => suspendedAt === null);
  if (!proved && theirs[0]) throw await refusalOfSuspended(ctx, theirs[0]);
  if (!proved) {
    await spend(failure, { ...SIGN_IN_FAILURES, most: COUNTED_WITHOUT_END }, now);
    throw badField("password", { fault: "wrongPassword" });
  }
  await welcomeIn(ctx, proved, now);
  return { name: proved.name };
}
