/** Where the reader is signed in. */
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { Overtaken } from "../../db/faults";
import { member, session } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** Sessions shown at once; nobody has more devices in use. */
const SESSIONS_SHOWN = 20;

export async function sessionsOf({ db, reader, sessionId }: Asked) {
  const rows = await db
    .select({ id: session.id, device: session.device, createdAt: session.createdAt, seenAt: session.seenAt })
    .from(session)
    .innerJoin(member, and(eq(member.id, session.memberId), eq(member.sessionVersion, session.version)))
    .where(and(eq(session.memberId, reader.id), isNull(session.endedAt)))
    .orderBy(desc(session.id))
    .limit(SESSIONS_SHOWN);
  return rows.map(({ id, device, createdAt, seenAt }) => ({ id, device, startedAt: createdAt.toISOString(), seenAt: (seenAt ?? createdAt).toISOString(), current: id === sessionId }));
}

/** Ends one of the reader's own sessions. @throws Refusal noSuch.link */
export async function endSession(ctx: Asked, input: { session: string }): Promise<void> {
  const own = and(eq(session.id, input.session), eq(session.memberId, ctx.reader.id), isNull(session.endedAt));
  try {
    await writeTogether((w) => [must(w.update(session).set({ endedAt: ctx.now() }).where(own), "session")]);
  } catch (error) {
    throw error instanceof Overtaken ? noSuch("link") : error;
  }
}

/** Ends all of them but the one asked with. */
export async function endOtherSessions({ reader, sessionId, now }: Asked): Promise<void> {
  const others = and(eq(session.memberId, reader.id), isNull(session.endedAt), sessionId === null ? undefined : ne(session.id, sessionId));
  await writeTogether((w) => [w.update(session).set({ endedAt: now() }).where(others)]);
}
