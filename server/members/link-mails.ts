/**
 * Links to sign in or to choose a new password, sent to an address that somebody typed. Known or unknown, the same is asked of the
 * database, the same rows are written and one mail goes out: only its reader learns whether there is an account.
 */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { LINK_MINUTES } from "../../domain/links";
import { LINKS_TO_AN_ADDRESS, stretchOf } from "../../domain/rates";
import type { Language } from "../../domain/reading";
import { returnAddress } from "../../domain/return-address";
import { postMail } from "../mail/post";
import type { Mail } from "../mail/transport";
import { countOne, spend } from "../rate";
import { badField, tooMany } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { addressOf, heldLink, linkFault, newLink, useUp } from "./links";
import { welcomeIn } from "./sign-in";
import { refusalOfSuspended } from "./suspended";

type Asked = { email: string; language: Language; next: string };

const MAILS = {
  "sign-in": { known: "sign-in", unknown: "sign-in-unknown", page: "/sign-in/link" },
  reset: { known: "reset", unknown: "reset-unknown", page: "/sign-in/reset" },
} as const;

/** Only who proved an address gets in by it: a claim is anybody's (docs/decisions/0008). */
async function ownerOf(db: Db, address: string): Promise<{ id: string; name: string } | null> {
  const [owner] = await db.select({ id: member.id, name: member.name }).from(member).where(eq(member.confirmedEmail, address)).limit(1);
  return owner ?? null;
}

async function mailLink(ctx: Context, purpose: keyof typeof MAILS, { email, language, next }: Asked): Promise<void> {
  const now = ctx.now();
  const to = foldedAddress(email);
  if (!isPlainAddress(to)) throw badField("email", { fault: "notAnAddress" });
  await spend({ what: "link", whom: ctx.network }, settings().rates.signIns, now);
  const owner = await ownerOf(ctx.db, to);
  const link = newLink({ purpose, memberId: owner?.id ?? null, email: to, next: returnAddress(next) }, now);
  const { known, unknown, page } = MAILS[purpose];
  const mail: Pick<Mail, "kind" | "content"> = owner
    ? { kind: known, content: { name: owner.name, link: addressOf(language, `${page}/${link.token}`), minutes: String(LINK_MINUTES[purpose]) } }
    : { kind: unknown, content: { link: addressOf(language, "/sign-up") } };
  try {
    await writeTogether((w) => [countOne(w, { what: `${purpose}-link`, whom: to }, LINKS_TO_AN_ADDRESS, now), link.write(w), postMail(w, { ...mail, to, language }, now)]);
  } catch (error) {
    throw error instanceof Overtaken ? tooMany(stretchOf(now, LINKS_TO_AN_ADDRESS).secondsLeft) : error;
  }
}

/** @throws Refusal badField email, tooMany: of an address or a network, never of an account */
export function mailSignInLink(ctx: Context, input: Asked): Promise<void> {
  return mailLink(ctx, "sign-in", input);
}

/** @throws Refusal as `mailSignInLink` */
export function mailResetLink(ctx: Context, input: Asked): Promise<void> {
  return mailLink(ctx, "reset", input);
}

/** Opens a session for whoever holds the link, on whatever device. Pressed twice it opens one. @throws Refusal noSuch.link, notAllowed.suspended */
export async function signInByLink(ctx: Context, input: { token: string }): Promise<{ name: string; next: string }> {
  const now = ctx.now();
  const held = await heldLink(ctx, { purpose: "sign-in", token: input.token });
  const { member: whose, email } = held;
  if (whose.suspendedAt) throw await refusalOfSuspended(ctx, whose);
  try {
    await writeTogether((w) => [
      ...useUp(w, held, now),
      // What the link proves is that address; whoever moved on to another does not come in by the old one.
      must(w.update(member).set({ email }).where(and(eq(member.id, whose.id), eq(member.confirmedEmail, email), isNull(member.suspendedAt))), "link"),
    ]);
  } catch (error) {
    throw linkFault(error);
  }
  await welcomeIn(ctx, whose, now);
  return { name: whose.name, next: returnAddress(held.next) };
}
