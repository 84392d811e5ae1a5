/** Accounts that people make themselves: by signing up, and the first administrator's, by the link of the first start. */
import { and, eq, gt } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { foldedAddress } from "../../domain/addresses";
import { LINK_MINUTES } from "../../domain/links";
import type { Language } from "../../domain/reading";
import { postMail } from "../mail/post";
import { spend } from "../rate";
import { badField, noSuch } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { addressOf, newLink } from "./links";
import { type Application, checkedApplication, newMember } from "./new-member";
import { hashPassword } from "./proof";
import { welcomeIn } from "./sign-in";
import { hashOfToken } from "./tokens";

/**
 * Makes an account and signs it in. The answer is the same whether or not the address has an account already: an
 * address is a claim until proved (docs/decisions/0004), and its owner hears of it by mail, which also proves it.
 */
export async function signUp(ctx: Context, input: Application & { language: Language }): Promise<{ name: string }> {
  const now = ctx.now();
  const { language } = input;
  await spend({ what: "sign-up", whom: ctx.network }, settings().rates.signUps, now);
  const { name, email, password } = await checkedApplication(ctx, input);
  const made = newMember({ name, email, confirmed: false, passwordHash: await hashPassword(password), role: "member", language, now });
  try {
    await writeTogether((w) => [made.write(w), ...welcome(w, { id: made.id, name, email }, language, now)], [made.joined]);
  } catch (error) {
    throw isDuplicate(error) ? badField("name", { fault: "nameTaken" }) : error;
  }
  await welcomeIn(ctx, { id: made.id, sessionVersion: 1 }, now);
  return { name };
}

/** Tells the owner of an address of the account made with it, and brings the link that proves it theirs. */
export function welcome(w: Writer, { id, name, email }: { id: string; name: string; email: string }, language: Language, now: Date): Write[] {
  const link = newLink({ purpose: "confirm", memberId: id, email: foldedAddress(email) }, now);
  const content = { name, link: addressOf(language, `/sign-in/confirm/${link.token}`), hours: String(LINK_MINUTES.confirm / 60) };
  return [link.write(w), postMail(w, { kind: "welcome", to: email, language, content }, now)];
}

/** A new secret for the first administrator's link; earlier ones stop working. */
export async function newSetupToken(now: Date): Promise<string> {
  const link = newLink({ purpose: "setup", memberId: null, email: null }, now);
  await writeTogether((w) => [w.delete(oneTimeLink).where(eq(oneTimeLink.purpose, "setup")), link.write(w)]);
  return link.token;
}

/** Only a link of this purpose: any other, and whoever got one by mail could make themselves administrator. */
function isSetupLink(token: string, now: Date) {
  return and(eq(oneTimeLink.hash, hashOfToken(token)), eq(oneTimeLink.purpose, "setup"), gt(oneTimeLink.expiresAt, now));
}

const usedUp = (w: Writer, token: string, now: Date) => must(w.delete(oneTimeLink).where(isSetupLink(token, now)), "link");

export async function setupLinkWorks({ db, now }: Context, { token }: { token: string }): Promise<boolean> {
  const [link] = await db.select({ hash: oneTimeLink.hash }).from(oneTimeLink).where(isSetupLink(token, now()));
  return link !== undefined;
}

/** Makes the first administrator; the link is used up in the same unit, so it makes one only. */
export async function createFirstAdministrator(ctx: Context, input: Application & { token: string }): Promise<{ name: string }> {
  const now = ctx.now();
  await spend({ what: "setup", whom: ctx.network }, settings().rates.signIns, now);
  if (!(await setupLinkWorks(ctx, input))) throw noSuch("link");
  const { name, email, password } = await checkedApplication(ctx, input);
  const made = newMember({ name, email, confirmed: true, passwordHash: await hashPassword(password), role: "administrator", now });
  try {
    await writeTogether((w) => [usedUp(w, input.token, now), made.write(w)], [made.joined]);
  } catch (error) {
    if (error instanceof Overtaken) throw noSuch("link");
    throw isDuplicate(error) ? badField("email", { fault: "addressTaken" }) : error;
  }
  await welcomeIn(ctx, { id: made.id, sessionVersion: 1 }, now);
  return { name };
}
