/** Coming back from the provider. */
import { and, eq, gt } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { isDuplicate, Overtaken } from "../../db/faults";
import { identity, member, oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { OidcSettings } from "../settings";
import { welcomeIn } from "../members/sign-in";
import { refusalOfSuspended } from "../members/suspended";
import { hashOfToken } from "../members/tokens";
import { oidcRefused } from "../refusals";
import type { Context } from "../trpc";
import { LINK_PAGE } from "./begin";
import { offered, type Vouched, vouchedFor } from "./provider";
import { doorsOf, holderOf, linksOf } from "./queries";
import { applicantCookie, transactionCookie } from "./sealed-cookie";

/** "new": nobody here is bound to that account; they choose a name next. */
export type Finished = { outcome: "signedIn" | "linked" | "new"; next: string };

/**
 * Takes the provider's answer, once, in the browser that was sent there. Who is suspended hears it: the
 * provider has said that the account is theirs. @throws Refusal
 */
export async function finish(ctx: Context, input: { transaction: string; answer: string }): Promise<Finished> {
  const oidc = offered();
  const sent = await transactionCookie.opened(input.transaction);
  // An answer to another question changes nothing: the right one may still come.
  if (!sent || new URLSearchParams(input.answer).get("state") !== sent.state) throw oidcRefused("expired", oidc.name);
  ctx.cookies.push(transactionCookie.cleared());
  await useUp(ctx, sent.state, oidc);
  const who = await vouchedFor(oidc, input.answer, sent);
  if (sent.linking !== null) return link(ctx, who, sent.linking, oidc);
  const holder = await holderOf(ctx.db, who);
  if (!holder) return askForName(ctx, who, sent.next);
  if (holder.deletedAt) throw oidcRefused("failed", oidc.name);
  if (holder.suspendedAt) throw await refusalOfSuspended(ctx, holder);
  await welcomeIn(ctx, holder, ctx.now());
  return { outcome: "signedIn", next: sent.next };
}

async function useUp(ctx: Context, state: string, oidc: OidcSettings): Promise<void> {
  try {
    await writeTogether((w) => [must(w.delete(oneTimeLink).where(and(eq(oneTimeLink.hash, hashOfToken(state)), eq(oneTimeLink.purpose, "oidc"), gt(oneTimeLink.expiresAt, ctx.now()))), "link")]);
  } catch (error) {
    throw error instanceof Overtaken ? oidcRefused("expired", oidc.name) : error;
  }
}

async function askForName(ctx: Context, who: Vouched, next: string): Promise<Finished> {
  const { names, email, isVerified } = await who.profile();
  const kept = { issuer: who.issuer, subject: who.subject, names: names.map((name) => name.slice(0, LONGEST_KEPT)), email: email && email.length <= LONGEST_KEPT ? email : null, isVerified, next };
  ctx.cookies.push(await applicantCookie.sealed(kept));
  return { outcome: "new", next };
}

/** Of each text from the provider, so that all fit into a cookie; no name or address of ours is longer. */
const LONGEST_KEPT = 254;

/** Binds the account there to the member who was sent. In the unit their version guards that they have one link only. */
async function link(ctx: Context, { issuer, subject }: Vouched, memberId: string, oidc: OidcSettings): Promise<Finished> {
  if (ctx.reader?.id !== memberId) throw oidcRefused("expired", oidc.name);
  const [{ version }, links] = [await doorsOf(ctx.db, ctx.reader), await linksOf(ctx.db, ctx.reader, oidc.issuer)];
  if (links.length > 0) throw oidcRefused("alreadyLinked", oidc.name);
  try {
    await writeTogether((w) => [
      must(w.update(member).set({ version: version + 1 }).where(and(eq(member.id, memberId), eq(member.version, version))), "member"),
      w.insert(identity).values({ id: newId(), issuer, subject, memberId, createdAt: ctx.now() }),
    ]);
  } catch (error) {
    if (isDuplicate(error)) throw oidcRefused("linkedElsewhere", oidc.name);
    throw error instanceof Overtaken ? oidcRefused("expired", oidc.name) : error;
  }
  return { outcome: "linked", next: LINK_PAGE };
}
