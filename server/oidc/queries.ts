/** What may be known of the provider and of whom it opens. */
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { identity, member } from "../../db/schema/members";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { skeletonOf } from "../../domain/names";
import { canUnlink, type Reader } from "../../domain/permissions";
import { namesToSuggest } from "../../domain/suggested-name";
import { memberBySkeleton } from "../members/queries";
import { oidcRefused } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { offered } from "./provider";
import { type Applicant, applicantCookie, type Transaction, transactionCookie } from "./sealed-cookie";

/** What people call the provider; null where none is set. */
export function provider(): { name: string } | null {
  const { oidc } = settings();
  return oidc && { name: oidc.name };
}

/** In which language, and what for, somebody went to the provider; null when nobody did in this browser. */
export async function begun({ transaction }: { transaction: string }): Promise<{ language: Transaction["language"]; isLinking: boolean } | null> {
  const sent = await transactionCookie.opened(transaction);
  return sent && { language: sent.language, isLinking: sent.linking !== null };
}

/** Whose account this one elsewhere opens. */
export async function holderOf(db: Db, { issuer, subject }: { issuer: string; subject: string }) {
  const [found] = await db
    .select({ id: member.id, sessionVersion: member.sessionVersion, suspendedAt: member.suspendedAt, suspendedBy: member.suspendedBy, suspendedUntil: member.suspendedUntil, deletedAt: member.deletedAt })
    .from(identity)
    .innerJoin(member, eq(member.id, identity.memberId))
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)));
  return found ?? null;
}

/** The address the provider tells, as we keep it; null for none, or what is no plain one. */
export function addressIn({ email }: Pick<Applicant, "email">): string | null {
  return email !== null && isPlainAddress(email.trim()) ? foldedAddress(email) : null;
}

/** Whether somebody here has proved the address that the provider proved too. Of an address nobody proved nothing is told. */
export async function isProvedHere(db: Db, who: Pick<Applicant, "email" | "isVerified">): Promise<boolean> {
  const address = who.isVerified ? addressIn(who) : null;
  if (address === null) return false;
  const [found] = await db.select({ id: member.id }).from(member).where(eq(member.confirmedEmail, address));
  return found !== undefined;
}

/** Who chooses a name: what to begin with, and what their address will be worth. */
export async function applicant({ db }: Context, input: { applicant: string }) {
  const { name: provider } = offered();
  const who = await applicantCookie.opened(input.applicant);
  if (!who) throw oidcRefused("expired", provider);
  const wishes = namesToSuggest(who.names);
  const holders = await Promise.all(wishes.map((name) => memberBySkeleton(db, skeletonOf(name))));
  return {
    provider,
    name: wishes.find((_, place) => !holders[place]) ?? "",
    email: addressIn(who),
    isVerified: who.isVerified,
    hasAccount: await isProvedHere(db, who),
    next: who.next,
  };
}

/** The reader's own link with the provider; null where none is set. */
export async function own({ db, reader }: Context & { reader: Reader }): Promise<{ provider: string; linkedSince: string | null; canUnlink: boolean; hasPassword: boolean } | null> {
  const { oidc } = settings();
  if (!oidc) return null;
  const [doors, links] = await Promise.all([doorsOf(db, reader), linksOf(db, reader, oidc.issuer)]);
  return { provider: oidc.name, linkedSince: links[0]?.createdAt.toISOString() ?? null, canUnlink: canUnlink(doors), hasPassword: doors.passwordHash !== null };
}

/** What opens the reader's account, beside the provider. */
export async function doorsOf(db: Db, { id }: Pick<Reader, "id">) {
  const [found] = await db.select({ passwordHash: member.passwordHash, confirmedEmail: member.confirmedEmail, version: member.version }).from(member).where(eq(member.id, id));
  return found ?? { passwordHash: null, confirmedEmail: null, version: 0 };
}

/** Which accounts at this issuer open the reader's. */
export function linksOf(db: Db, { id }: Pick<Reader, "id">, issuer: URL) {
  return db
    .select({ id: identity.id, createdAt: identity.createdAt })
    .from(identity)
    .where(and(eq(identity.memberId, id), inArray(identity.issuer, namesOf(issuer))));
}

/** As the provider's tokens may write it: a URL of a host alone ends with a slash, an issuer's name may or may not. */
export function namesOf(issuer: URL): string[] {
  return issuer.pathname === "/" ? [issuer.origin, issuer.href] : [issuer.href];
}
