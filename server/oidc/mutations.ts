/** What follows from the provider's word: a new member, and an end of the link. */
import { and, eq, exists, inArray, isNotNull, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { isDuplicate, Overtaken } from "../../db/faults";
import { identity, member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { refuseTakenName } from "../members/names";
import { checkedName, newMember } from "../members/new-member";
import { welcomeIn } from "../members/sign-in";
import { welcome } from "../members/sign-up";
import { spend } from "../rate";
import { oidcRefused } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { offered } from "./provider";
import { addressIn, holderOf, isProvedHere, linksOf, namesOf } from "./queries";
import { applicantCookie } from "./sealed-cookie";

/**
 * Makes an account without a password for whom the provider vouched, and signs it in. An address that was proved there
 * and belongs to a member here is refused, never linked: that takes a proof of both. @throws Refusal
 */
export async function signUp(ctx: Context, input: { applicant: string; name: string; language: Language }): Promise<{ name: string; next: string }> {
  const now = ctx.now();
  const oidc = offered();
  await spend({ what: "sign-up", whom: ctx.network }, settings().rates.signUps, now);
  const who = await applicantCookie.opened(input.applicant);
  if (!who || (await holderOf(ctx.db, who))) throw oidcRefused("expired", oidc.name);
  if (await isProvedHere(ctx.db, who)) throw oidcRefused("addressHasAccount", oidc.name);
  const name = await checkedName(ctx.db, input.name);
  const email = addressIn(who);
  const made = newMember({ name, email, confirmed: who.isVerified, passwordHash: null, role: "member", language: input.language, now });
  const bound = { id: newId(), issuer: who.issuer, subject: who.subject, memberId: made.id, createdAt: now };
  try {
    await writeTogether((w) => [made.write(w), w.insert(identity).values(bound), ...(email === null || who.isVerified ? [] : welcome(w, { id: made.id, name, email }, input.language, now))], [made.joined]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Somebody was faster, with the name or with this very account.
    await refuseTakenName(ctx.db, name);
    throw oidcRefused("expired", oidc.name);
  }
  ctx.cookies.push(applicantCookie.cleared());
  await welcomeIn(ctx, { id: made.id, sessionVersion: 1 }, now);
  return { name, next: who.next };
}

/** Ends the reader's link; not where it is the only way in, which the write itself looks at. @throws Refusal */
export async function unlink(ctx: Context & { reader: Reader }): Promise<void> {
  const { issuer, name } = offered();
  const links = await linksOf(ctx.db, ctx.reader, issuer);
  if (links.length === 0) return;
  try {
    await writeTogether((w) => {
      const otherDoor = w.select({ id: member.id }).from(member).where(and(eq(member.id, ctx.reader.id), or(isNotNull(member.passwordHash), isNotNull(member.confirmedEmail))));
      return [must(w.delete(identity).where(and(eq(identity.memberId, ctx.reader.id), inArray(identity.issuer, namesOf(issuer)), exists(otherDoor))), "door", links.length)];
    });
  } catch (error) {
    throw error instanceof Overtaken ? oidcRefused("onlyDoor", name) : error;
  }
}
