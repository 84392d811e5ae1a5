/** Passwords changed by who knows them, set where there was none, and chosen anew by who proves the address. */
import { and, eq, isNull } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { languageOfCode } from "../../domain/language-paths";
import { faultOfPassword } from "../../domain/passwords";
import type { Reader } from "../../domain/permissions";
import { postMail } from "../mail/post";
import { badField, changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";
import { addressOf, endOpeningLinks, heldLink, linkFault, useUp } from "./links";
import { hashPassword } from "./proof";
import { type Own, reauthenticated } from "./reauthentication";
import { welcomeIn } from "./sign-in";
import { refusalOfSuspended } from "./suspended";

/** @throws Refusal field password */
async function hashOfNew(password: string, own: Own): Promise<string> {
  const fault = faultOfPassword(password, { name: own.name, email: own.email ?? "" });
  if (fault) throw badField("password", fault);
  return hashPassword(password);
}

/** A new password, the end of all sessions and of every link that opens the account, and a mail that says so to a proved address. */
function passwordWrites(w: Writer, own: Own, passwordHash: string, now: Date): Write[] {
  const sessionVersion = own.sessionVersion + 1;
  const unchanged = and(eq(member.id, own.id), eq(member.sessionVersion, own.sessionVersion), isNull(member.suspendedAt), isNull(member.deletedAt));
  const language = languageOfCode(own.language);
  const content = { name: own.name, link: addressOf(language, "/sign-in/forgotten") };
  return [
    must(w.update(member).set({ passwordHash, sessionVersion }).where(unchanged), "member"),
    endOpeningLinks(w, own.id),
    ...(own.confirmedEmail === null ? [] : [postMail(w, { kind: "password-changed", to: own.confirmedEmail, language, content }, now)]),
  ];
}

/** Changes the reader's password, or sets the first, and ends all their sessions but a new one. @throws Refusal field current or password, notAllowed.signInAgain */
export async function changePassword(ctx: Context & { reader: Reader }, input: { current: string; password: string }): Promise<void> {
  const now = ctx.now();
  const own = await reauthenticated(ctx, input.current);
  const passwordHash = await hashOfNew(input.password, own);
  try {
    await writeTogether((w) => passwordWrites(w, own, passwordHash, now));
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
  await welcomeIn(ctx, { id: own.id, sessionVersion: own.sessionVersion + 1 }, now);
}

/** A new password for whoever holds the link, who is signed in with it; all other sessions end. @throws Refusal noSuch.link, field password, notAllowed.suspended */
export async function resetPassword(ctx: Context, input: { token: string; password: string }): Promise<{ name: string }> {
  const now = ctx.now();
  const held = await heldLink(ctx, { purpose: "reset", token: input.token });
  const own = held.member;
  if (own.suspendedAt) throw await refusalOfSuspended(ctx, own);
  const passwordHash = await hashOfNew(input.password, own);
  const isTheirs = and(eq(member.id, own.id), eq(member.confirmedEmail, held.email));
  try {
    await writeTogether((w) => [...useUp(w, held, now), must(w.update(member).set({ email: held.email }).where(isTheirs), "link"), ...passwordWrites(w, own, passwordHash, now)]);
  } catch (error) {
    throw linkFault(error);
  }
  await welcomeIn(ctx, { id: own.id, sessionVersion: own.sessionVersion + 1 }, now);
  return { name: own.name };
}
