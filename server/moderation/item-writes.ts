/** What begins to wait for a moderator, or waits with more reason than before. */
import { and, eq, sql } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { queueItem } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import type { Ground } from "../../domain/moderation/decision";
import type { GroundId } from "../../domain/moderation/house-rules";
import type { Caught } from "../../domain/moderation/phases";
import { rankOf, urgencyOf } from "../../domain/moderation/queue";
import { countOnSnooze } from "./claims";

/** `weight`: hundredths. `caught` null: what caught it before is still said. */
export type Waiting = { id: string; discussionId: string; /** Whose teachers it waits for; absent: for moderators. */ classId?: string; memberId: string; ground: Ground; caught: Caught | null; reports: number; weight: number; isHidden: boolean };

/** As it was read; null: there was none. */
export type KnownItem = { version: number; closedAt: Date | null; openedAt: Date } | null;

const HOUR_MS = 3_600_000;

/** Opens it, opens it anew (which counts for who is set aside), or says what is new of it; overtaken (`item`) when something else happened to it meanwhile. */
export function waits(w: Writer, known: KnownItem, { id, caught, ...item }: Waiting, now: Date): Write[] {
  const isOpen = known !== null && known.closedAt === null;
  const openedAt = isOpen ? known.openedAt : now;
  const ground: GroundId | null = item.ground === "review" ? null : item.ground;
  const ageHours = (now.getTime() - openedAt.getTime()) / HOUR_MS;
  const urgency = rankOf(urgencyOf({ weights: item.weight / 100, ground, isPublic: !item.isHidden, ageHours, isAppeal: false, seen: 0 }));
  // Whom moderators set aside is their own affair.
  const counted = item.classId === undefined ? countOnSnooze(w, item.memberId) : [];
  if (known === null) return [must(w.insert(queueItem).values({ id, kind: "comment", caught, ...item, urgency, openedAt }).onConflictDoNothing(), "item"), ...counted];
  const set = { ...item, ...(caught || !isOpen ? { caught } : {}), urgency, openedAt, closedAt: null, closedBy: null, ...(isOpen ? {} : { claimedBy: null, claimedAt: null, askedAt: null, askedOf: null }) };
  return [must(w.update(queueItem).set({ ...set, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, id), eq(queueItem.version, known.version))), "item"), ...(isOpen ? [] : counted)];
}
