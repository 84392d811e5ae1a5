/** Accounts made by administrators, and cards by which those without an address come in. */
import { and, eq, gt, isNull } from "drizzle-orm";
import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { member, oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { CHANCES, firstPassword, LETTER_COUNT } from "../../domain/first-password";
import { canMakeCard, type Reader, type Role } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { addressOf, newLink } from "../members/links";
import { refuseDisplayName } from "../members/names";
import { createMember } from "../members/new-member";
import { welcomeIn } from "../members/sign-in";
import { hashOfToken } from "../members/tokens";
import { spend } from "../rate";
import { noSuch, notAllowed } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { keptMember } from "./members";

type Asked = Context & { reader: Reader };

/**
 * Makes a member whose address, if there is one, the administrator vouches for. Without one there is a first password, told
 * this once: only its proof is kept. @throws Refusal field name, displayName or email
 */
export async function makeMember(ctx: Asked, input: { name: string; displayName: string; email: string; role: Role }): Promise<{ id: string; name: string; password: string | null }> {
  const email = input.email.trim() || null;
  const displayName = input.displayName.normalize("NFC").trim() || null;
  if (displayName !== null) await refuseDisplayName(ctx.db, displayName, null);
  const password = email === null ? firstPassword(Array.from({ length: CHANCES }, () => randomInt(LETTER_COUNT))) : null;
  const made = await createMember(ctx, { name: input.name, displayName, email, password, role: input.role, by: ctx.reader.id });
  return { ...made, password };
}

/** A card's link, told this once; the one before stops working. @throws Refusal notAllowed.noCard */
export async function makeCard(ctx: Asked, input: { member: string; language: Language }): Promise<{ name: string; link: string; expiresAt: string }> {
  const now = ctx.now();
  const kept = await keptMember(ctx, input.member);
  if (!canMakeCard(ctx.reader, kept)) throw notAllowed("noCard");
  const link = newLink({ purpose: "card", memberId: kept.id, email: null }, now);
  await writeTogether(
    (w) => [w.delete(oneTimeLink).where(and(eq(oneTimeLink.memberId, kept.id), eq(oneTimeLink.purpose, "card"))), link.write(w)],
    [{ id: newId(), kind: "member.card-made", subjectId: kept.id, actorId: ctx.reader.id, at: now }],
  );
  return { name: kept.name, link: addressOf(input.language, `/sign-in/card/${link.token}`), expiresAt: link.expiresAt.toISOString() };
}

/** Whose card it is, for the page that asks to press. Looking does not use it up. @throws Refusal noSuch.link */
export async function cardInHand({ db, now }: Pick<Context, "db" | "now">, { token }: { token: string }) {
  const [found] = await db
    .select({ id: member.id, name: member.name, sessionVersion: member.sessionVersion, next: oneTimeLink.next })
    .from(oneTimeLink)
    .innerJoin(member, eq(member.id, oneTimeLink.memberId))
    .where(and(eq(oneTimeLink.hash, hashOfToken(token)), eq(oneTimeLink.purpose, "card"), gt(oneTimeLink.expiresAt, now()), isNull(member.suspendedAt), isNull(member.deletedAt)));
  if (!found) throw noSuch("link");
  return found;
}

/** Opens a session for whoever holds the card; pressed twice it opens one. `next`: where it leads, null: nowhere in particular. @throws Refusal noSuch.link */
export async function signInByCard(ctx: Context, input: { token: string }): Promise<{ name: string; next: string | null }> {
  const now = ctx.now();
  await spend({ what: "card", whom: ctx.network }, settings().rates.signIns, now);
  const holder = await cardInHand(ctx, input);
  try {
    await writeTogether((w) => [must(w.delete(oneTimeLink).where(and(eq(oneTimeLink.hash, hashOfToken(input.token)), gt(oneTimeLink.expiresAt, now))), "link")]);
  } catch (error) {
    throw error instanceof Overtaken ? noSuch("link") : error;
  }
  await welcomeIn(ctx, holder, now);
  return { name: holder.name, next: holder.next };
}
