/** What may be known of members. */
import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Db } from "../../db/client";
import { member, oneTimeLink } from "../../db/schema/members";
import { skeletonOf } from "../../domain/names";
import type { Reader } from "../../domain/permissions";
import { openItems } from "../moderation/queue";
import { unreadNotices } from "../notices/queries";
import { notAllowed } from "../refusals";
import type { Context } from "../trpc";

/** The reader, as their own page shows them; null for a visitor. `notices`: how many are unread; `waiting`: what waits for a moderator, null for who is none. */
export async function me({ db, reader, now }: Context): Promise<{ name: string; displayName: string | null; role: Reader["role"]; email: string | null; confirmed: boolean; notices: number; waiting: number | null } | null> {
  if (!reader) return null;
  const [[own], notices, waiting] = await Promise.all([db.select({ email: member.email, confirmedEmail: member.confirmedEmail, displayName: member.displayName }).from(member).where(eq(member.id, reader.id)), unreadNotices(db, reader.id, now()), openItems(db, reader)]);
  if (!own) return null;
  return { name: reader.name, displayName: own.displayName, role: reader.role, email: own.email, confirmed: own.email !== null && own.email === own.confirmedEmail, notices, waiting };
}

/** What opens the reader's account, for the page on which they change it. `pending`: an address that is not proved yet. */
export async function accountOf(ctx: Context & { reader: Reader }) {
  const [about, [own], [pending]] = await Promise.all([
    me(ctx),
    ctx.db.select({ passwordHash: member.passwordHash, credited: member.credited }).from(member).where(eq(member.id, ctx.reader.id)),
    ctx.db
      .select({ email: oneTimeLink.email })
      .from(oneTimeLink)
      .where(and(eq(oneTimeLink.memberId, ctx.reader.id), eq(oneTimeLink.purpose, "address"), gt(oneTimeLink.expiresAt, ctx.now()))),
  ]);
  if (!about) throw notAllowed("signIn");
  return { ...about, hasPassword: own?.passwordHash !== null, credited: own?.credited === true, pending: pending?.email ?? null };
}

export type Claimant = { id: string; name: string; passwordHash: string | null; sessionVersion: number } & Pick<typeof member.$inferSelect, "suspendedAt" | "suspendedBy" | "suspendedUntil">;

const claimant = {
  id: member.id,
  name: member.name,
  passwordHash: member.passwordHash,
  sessionVersion: member.sessionVersion,
  suspendedAt: member.suspendedAt,
  suspendedBy: member.suspendedBy,
  suspendedUntil: member.suspendedUntil,
};

/**
 * The two accounts an address can open: its proved owner's, or else the first that claimed it; and the last that
 * claimed it. So nobody is locked out by a later claim of the same address, and each attempt costs two proofs, always.
 */
export async function claimantsOf(db: Db, email: string): Promise<[Claimant | null, Claimant | null]> {
  const [owners, firsts, lasts] = await Promise.all([
    db.select(claimant).from(member).where(eq(member.confirmedEmail, email)).limit(1),
    db.select(claimant).from(member).where(eq(member.email, email)).orderBy(asc(member.createdAt), asc(member.id)).limit(1),
    db.select(claimant).from(member).where(eq(member.email, email)).orderBy(desc(member.createdAt), desc(member.id)).limit(1),
  ]);
  const first = owners[0] ?? firsts[0] ?? null;
  const last = lasts[0] ?? null;
  return [first, last?.id === first?.id ? null : last];
}

/** The account of a name, for signing in with it: members may have no address. */
export async function claimantNamed(db: Db, nameSkeleton: string): Promise<Claimant | null> {
  const [found] = await db.select(claimant).from(member).where(eq(member.nameSkeleton, nameSkeleton)).limit(1);
  return found ?? null;
}

export async function memberBySkeleton(db: Db, nameSkeleton: string): Promise<{ id: string; name: string } | null> {
  const [found] = await db.select({ id: member.id, name: member.name }).from(member).where(eq(member.nameSkeleton, nameSkeleton));
  return found ?? null;
}

/** A member as a reader, for what is written in their name by the sample. */
export async function readerNamed(db: Db, name: string): Promise<Reader | null> {
  const [found] = await db
    .select({ id: member.id, name: member.name, role: member.role, createdAt: member.createdAt, wasSanctioned: member.wasSanctioned })
    .from(member)
    .where(eq(member.nameSkeleton, skeletonOf(name)));
  return found ?? null;
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const [found] = await db.select({ id: member.id }).from(member).where(eq(member.role, "administrator")).limit(1);
  return found !== undefined;
}
