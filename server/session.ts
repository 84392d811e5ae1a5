/**
 * Who asks: next-auth 4 behind one `auth()`. The cookie is next-auth's encrypted token; it only names a row of
 * `session`, which is looked up at every request, so that ending one is felt at once on every instance.
 */
import { and, eq, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { v7 as newId } from "uuid";
import { type Db } from "../db/client";
import { question } from "../db/prepared";
import { member, session } from "../db/schema/members";
import { writeTogether } from "../db/write-together";
import type { Reader } from "../domain/permissions";
import { log } from "./log";
import { settings } from "./settings";

/** Thirty days: long enough not to be asked every week, short enough that a lost device is forgotten. */
const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Deciphering costs more than the look-up that follows; tokens seen lately are remembered, never what they are worth. */
const namedSessions = new LRUCache<string, string>({ max: 5_000, ttl: 10 * 60 * 1000 });

export function sessionCookie(): { name: string; secure: boolean } {
  const secure = settings().secureCookies;
  return { name: secure ? "__Host-paragora.session" : "paragora.session", secure };
}

export function authSecret(): string {
  const secret = settings().authSecret;
  if (!secret) throw new Error("AUTH_SECRET is not set");
  return secret;
}

/** Opens a session for a member and returns the value of its cookie. */
export async function openSession(who: { id: string; sessionVersion: number }, device: string, now: Date): Promise<string> {
  const id = newId();
  await writeTogether((w) => [
    w.insert(session).values({ id, memberId: who.id, version: who.sessionVersion, device: device.slice(0, 200), createdAt: now }),
  ]);
  return encode({ token: { sub: who.id, session: id }, secret: authSecret(), maxAge: SESSION_SECONDS });
}

/** A day after their cookie is refused for its age nobody can use them, nor find them of use: clocks differ by less. */
export const SESSIONS_KEPT_MS = (SESSION_SECONDS + 24 * 60 * 60) * 1000;

/** Those opened before a moment. Their ids begin with when they were, so that no index is needed. */
export function openedBefore(moment: Date): SQL {
  return lt(session.id, newId({ msecs: moment.getTime(), seq: 0, random: new Uint8Array(16) }));
}

export async function closeSession(id: string, now: Date): Promise<void> {
  await writeTogether((w) => [w.update(session).set({ endedAt: now }).where(and(eq(session.id, id), isNull(session.endedAt)))]);
}

/** Tells the public pages' script that somebody is signed in, so that it asks who only then. Says nothing else. */
const HINT = "paragora.reader";

/** The Set-Cookie lines that hand a session to the browser. */
export function openingCookies(session: string): string[] {
  return [cookieLine(sessionCookie().name, session, SESSION_SECONDS, "; HttpOnly"), cookieLine(HINT, "1", SESSION_SECONDS)];
}

/** The Set-Cookie lines that take it away. */
export function closingCookies(): string[] {
  return [cookieLine(sessionCookie().name, "", 0, "; HttpOnly"), cookieLine(HINT, "", 0)];
}

export function cookieLine(name: string, value: string, seconds: number, more = ""): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${seconds}${sessionCookie().secure ? "; Secure" : ""}${more}`;
}

export function cookieOf(headers: Headers, name: string): string | null {
  const found = headers.get("cookie")?.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : null;
}

async function sessionNamedBy(cookie: string): Promise<string | null> {
  const known = namedSessions.get(cookie);
  if (known) return known;
  try {
    const token = await decode({ token: cookie, secret: authSecret() });
    if (typeof token?.session !== "string") return null;
    namedSessions.set(cookie, token.session);
    return token.session;
  } catch {
    // Forged, of another secret, or expired: all mean "nobody is signed in", which is not an error.
    return null;
  }
}

/** The session that one of these Set-Cookie lines opens; null when none does. */
export async function sessionNamedIn(cookies: readonly string[]): Promise<string | null> {
  const { name } = sessionCookie();
  const line = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return line ? sessionNamedBy(line.slice(name.length + 1).split(";", 1)[0] ?? "") : null;
}

export type SignedIn = { reader: Reader; sessionId: string; seenAt: Date | null };

/** The reader a request comes from, or null for a visitor. */
export async function auth(db: Db, headers: Headers): Promise<SignedIn | null> {
  const cookie = cookieOf(headers, sessionCookie().name);
  const id = cookie ? await sessionNamedBy(cookie) : null;
  return id === null ? null : readerOfSession(db, id);
}

const openSessions = question(["id"], (db, given) =>
  db
    .select({ reader: { id: member.id, name: member.name, role: member.role, createdAt: member.createdAt, wasSanctioned: member.wasSanctioned }, seenAt: session.seenAt })
    .from(session)
    .innerJoin(member, and(eq(member.id, session.memberId), eq(member.sessionVersion, session.version)))
    .where(and(eq(session.id, given.id), isNull(session.endedAt), isNull(member.suspendedAt))),
);

/** The reader a session stands for while it is open, its member not suspended and its version current. */
export async function readerOfSession(db: Db, id: string): Promise<SignedIn | null> {
  const [found] = await openSessions(db, { id });
  return found ? { ...found, sessionId: id } : null;
}

/** Told to the day: more would make every view a write, and say more of people than the list of sessions needs. */
const SEEN_EVERY_MS = 24 * 60 * 60 * 1000;

/** Notes that a session is in use, once a day at most. Reading goes on when that cannot be written. */
export async function noteSeen({ sessionId, seenAt }: SignedIn, now: Date): Promise<void> {
  if (seenAt !== null && now.getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  const stale = and(eq(session.id, sessionId), or(isNull(session.seenAt), lte(session.seenAt, new Date(now.getTime() - SEEN_EVERY_MS))));
  await writeTogether((w) => [w.update(session).set({ seenAt: now }).where(stale)]).catch((error: unknown) => log.warn({ err: error }, "session not noted as seen"));
}
