/** Whom a reader does not want to read: known to that reader alone, and so without an event. */
import { and, desc, eq, lt } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { participant } from "../../db/schema/discussions";
import { member, mute } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { canMute, type Reader } from "../../domain/permissions";
import { MUTES } from "../../domain/rates";
import { publicComment, publicParticipant } from "../comments/visible";
import { countOne } from "../rate";
import { noSuch, notAllowed, tooMany } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };
/** A member as a page knows them: by what they are in a discussion, or by something they wrote. */
export type Whom = { participant: string } | { comment: string };

/** @throws Refusal noSuch.comment, noSuch.member, also for the author of a deleted comment, and for one who is gone: there is no name */
async function memberMeant(ctx: Asked, whom: Whom): Promise<{ memberId: string; name: string }> {
  if ("participant" in whom) return publicParticipant(ctx, whom.participant);
  const found = await publicComment(ctx, whom.comment);
  if (found.deletedAt || found.memberDeletedAt) throw noSuch("member");
  return found;
}

/** Twice is once. @throws Refusal noSuch, notAllowed.yourself, tooMany */
export async function muteMember(ctx: Asked, whom: Whom): Promise<{ name: string }> {
  const { memberId, name } = await memberMeant(ctx, whom);
  if (!canMute(ctx.reader, { memberId, deletedAt: null })) throw notAllowed("yourself");
  if (await hasMuted(ctx, memberId)) return { name };
  const now = ctx.now();
  const row = { id: newId(), memberId: ctx.reader.id, mutedId: memberId, createdAt: now };
  try {
    await writeTogether((w) => [w.insert(mute).values(row).onConflictDoNothing(), countOne(w, { what: "mute", whom: ctx.reader.id }, MUTES, now)]);
  } catch (error) {
    throw error instanceof Overtaken ? tooMany(MUTES.perSeconds) : error;
  }
  return { name };
}

/** Whoever is not muted stays so. `mute`: of the reader's own list, for those who can be met nowhere any more. */
export async function unmuteMember(ctx: Asked, whom: Whom | { mute: string }): Promise<void> {
  const which = "mute" in whom ? eq(mute.id, whom.mute) : eq(mute.mutedId, (await memberMeant(ctx, whom)).memberId);
  await writeTogether((w) => [w.delete(mute).where(and(eq(mute.memberId, ctx.reader.id), which))]);
}

const MUTED_A_PAGE = 20;

/** The newest first, from after `after`, an id. */
export async function mutedMembers({ db, reader }: Asked, { after }: { after: string | null }) {
  const rows = await db
    .select({ id: mute.id, name: member.name, since: mute.createdAt })
    .from(mute)
    .innerJoin(member, eq(member.id, mute.mutedId))
    .where(and(eq(mute.memberId, reader.id), after === null ? undefined : lt(mute.id, after)))
    .orderBy(desc(mute.id))
    .limit(MUTED_A_PAGE + 1);
  const page = rows.slice(0, MUTED_A_PAGE);
  return {
    muted: page.map(({ since, ...row }) => ({ ...row, since: since.toISOString() })),
    next: rows.length > MUTED_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export async function hasMuted({ db, reader }: Pick<Context, "db" | "reader">, memberId: string): Promise<boolean> {
  if (!reader) return false;
  const [found] = await db.select({ id: mute.id }).from(mute).where(and(eq(mute.memberId, reader.id), eq(mute.mutedId, memberId)));
  return found !== undefined;
}

/** Those in a discussion whom the reader muted: ids of participants, as its pages show them. */
export async function mutedIn({ db, reader }: Pick<Context, "db"> & { reader: Reader }, discussionId: string): Promise<string[]> {
  const rows = await db
    .select({ id: participant.id })
    .from(mute)
    .innerJoin(participant, and(eq(participant.memberId, mute.mutedId), eq(participant.discussionId, discussionId)))
    .where(eq(mute.memberId, reader.id));
  return rows.map(({ id }) => id);
}
