/** How moderators keep out of each other's way: claims, notes, and what is set aside. */
import { and, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { moderatorNote, queueItem, snooze } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { CLAIM_MS, isClaimed, NOTE_LENGTH } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { alreadyDecided, badField, claimedBy, noSuch } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

async function waiting({ db }: Asked, id: string) {
  const [found] = await db.select({ memberId: queueItem.memberId, closedAt: queueItem.closedAt, claimedAt: queueItem.claimedAt, claimedBy: queueItem.claimedBy, name: member.name }).from(queueItem).leftJoin(member, eq(member.id, queueItem.claimedBy)).where(eq(queueItem.id, id));
  if (!found) throw noSuch("comment");
  return found;
}

/** For ten minutes others see whose it is. `over`: knowingly from another. @throws Refusal noSuch.comment, conflict.decided, conflict.claimed with the name */
export async function claim(ctx: Asked, { item, over }: { item: string; over: boolean }): Promise<void> {
  const found = await waiting(ctx, item);
  if (found.closedAt) throw alreadyDecided();
  const now = ctx.now();
  const since = new Date(now.getTime() - CLAIM_MS);
  const isOthers = found.claimedBy !== ctx.reader.id && isClaimed(found, now);
  if (isOthers && !over) throw claimedBy(found.name ?? "");
  const free = over ? undefined : or(isNull(queueItem.claimedAt), lte(queueItem.claimedAt, since), eq(queueItem.claimedBy, ctx.reader.id));
  try {
    await writeTogether((w) => [must(w.update(queueItem).set({ claimedBy: ctx.reader.id, claimedAt: now }).where(and(eq(queueItem.id, item), isNull(queueItem.closedAt), free)), "item")]);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    const now = await waiting(ctx, item);
    throw now.closedAt ? alreadyDecided() : claimedBy(now.name ?? "");
  }
}

/** Gives back what this moderator has claimed; what they have not stays as it is. */
export async function release({ reader }: Asked, { item }: { item: string }): Promise<void> {
  await writeTogether((w) => [w.update(queueItem).set({ claimedBy: null, claimedAt: null }).where(and(eq(queueItem.id, item), eq(queueItem.claimedBy, reader.id)))]);
}

/** Sets aside all that waits of a member but their appeals, until `left` more have come. 0: all of it waits again. @throws Refusal noSuch.member */
export async function snoozeMember({ db, reader, now }: Asked, { member: memberId, left }: { member: string; left: number }): Promise<void> {
  const [known] = await db.select({ id: member.id }).from(member).where(eq(member.id, memberId));
  if (!known) throw noSuch("member");
  const kept = { left, byMemberId: reader.id, createdAt: now() };
  await writeTogether((w) => [
    left === 0 ? w.delete(snooze).where(eq(snooze.memberId, memberId)) : w.insert(snooze).values({ memberId, ...kept }).onConflictDoUpdate({ target: snooze.memberId, set: kept }),
    w.update(queueItem).set({ isSnoozed: left > 0 }).where(and(eq(queueItem.memberId, memberId), isNull(queueItem.closedAt), ne(queueItem.kind, "appeal"), isNull(queueItem.classId))),
  ]);
}

/** After an item of a member has opened: one more has come. The last of those awaited wakes them all. */
export function countOnSnooze(w: Writer, memberId: string): Write[] {
  const isAside = sql`exists (select 1 from ${snooze} where ${snooze.memberId} = ${memberId} and ${snooze.left} > 0)`;
  return [
    w.update(snooze).set({ left: sql`${snooze.left} - 1` }).where(eq(snooze.memberId, memberId)),
    w.update(queueItem).set({ isSnoozed: isAside }).where(and(eq(queueItem.memberId, memberId), isNull(queueItem.closedAt), ne(queueItem.kind, "appeal"), isNull(queueItem.classId))),
    w.delete(snooze).where(and(eq(snooze.memberId, memberId), lte(snooze.left, 0))),
  ];
}

/** A note to other moderators, about a comment or a member. @throws Refusal badField note */
export async function writeNote({ reader, now }: Asked, { about, note }: { about: string; note: string }): Promise<void> {
  const body = normalised(note.normalize("NFC"));
  const fault = faultOfText(body, NOTE_LENGTH);
  if (fault) throw badField("note", fault);
  await writeTogether((w) => [w.insert(moderatorNote).values({ id: newId(), subjectId: about, byMemberId: reader.id, body, createdAt: now() })]);
}
