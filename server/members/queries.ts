/** What may be known of members. */
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { createHash } from "node:crypto";
import type { Db } from "../../db/client";
import { member, oneTimeLink, session } from "../../db/schema/members";
import { skeletonOf } from "../../domain/names";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";

/** The reader, as their own page shows them; null for a visitor. */
export async function me({ db, reader }: Context): Promise<{ name: string; role: Reader["role"]; email: string | null } | null> {
  if (!reader) return null;
  const [own] = await db.select({ email: member.email }).from(member).where(eq(member.id, reader.id));
  return { name: reader.name, role: reader.role, email: own?.email ?? null };
}

/** Sessions shown at once; nobody has more devices in use. */
const SESSIONS_SHOWN = 20;

export async function sessionsOf({ db, reader, sessionId }: Context & { reader: Reader }) {
  const rows = await db
    .select({ id: session.id, device: session.device, createdAt: session.createdAt })
    .from(session)
    .innerJoin(member, and(eq(member.id, session.memberId), eq(member.sessionVersion, session.version)))
    .where(and(eq(session.memberId, reader.id), isNull(session.endedAt)))
    .orderBy(desc(session.id))
    .limit(SESSIONS_SHOWN);
  return rows.map(({ id, device, createdAt }) => ({ id, device, startedAt: createdAt.toISOString(), current: id === sessionId }));
}

export type Claimant = { id: string; name: string; passwordHash: string | null; sessionVersion: number; suspendedAt: Date | null };

const claimant = {
  id: member.id,
  name: member.name,
  passwordHash: member.passwordHash,
  sessionVersion: member.sessionVersion,
  suspendedAt: member.suspendedAt,
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

export async function memberBySkeleton(db: Db, nameSkeleton: string): Promise<{ id: string; name: string } | null> {
  const [found] = await db.select({ id: member.id, name: member.name }).from(member).where(eq(member.nameSkeleton, nameSkeleton));
  return found ?? null;
}

/** A member as a reader, for what is written in their name by the sample. */
export async function readerNamed(db: Db, name: string): Promise<Reader | null> {
  const [found] = await db
    .select({ id: member.id, name: member.name, role: member.role, createdAt: member.createdAt })
    .from(member)
    .where(eq(member.nameSkeleton, skeletonOf(name)));
  return found ?? null;
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const [found] = await db.select({ id: member.id }).from(member).where(eq(member.role, "administrator")).limit(1);
  return found !== undefined;
}

export async function setupLinkWorks({ db, now }: Context, { token }: { token: string }): Promise<boolean> {
  const [link] = await db
    .select({ hash: oneTimeLink.hash })
    .from(oneTimeLink)
    .where(and(eq(oneTimeLink.hash, hashOfToken(token)), gt(oneTimeLink.expiresAt, now())));
  return link !== undefined;
}
