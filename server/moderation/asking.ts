/** A second pair of eyes: a moderator asks another, or whoever comes, to look at an item before it is decided. */
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { moderatorNote, queueItem } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { canModerate } from "../../domain/moderation/authority";
import { NOTE_LENGTH } from "../../domain/moderation/queue-wish";
import { skeletonOf } from "../../domain/names";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { alreadyDecided, badField, noSuch } from "../refusals";
import type { Context } from "../trpc";
import { noticeTo } from "./tell";

type Asked = Context & { reader: Reader };

/**
 * The question is a note about the item, which the list marks; who is named has a notice. Whoever asks lets go of the item.
 * `whom`: a moderator's name; empty: whoever comes. @throws Refusal badField whom, question; noSuch.comment, conflict.decided
 */
export async function askAnother(ctx: Asked, { item, whom, question }: { item: string; whom: string; question: string }): Promise<void> {
  const { db, reader } = ctx;
  const body = normalised(question.normalize("NFC")).trim();
  const fault = faultOfText(body, NOTE_LENGTH);
  if (fault) throw badField("question", fault);
  const [known] = await db.select({ id: queueItem.id }).from(queueItem).where(eq(queueItem.id, item));
  if (!known) throw noSuch("comment");
  const askedOf = whom.trim() === "" ? null : await otherModerator(ctx, whom.trim());
  const now = ctx.now();
  try {
    await writeTogether((w) => [
      must(w.update(queueItem).set({ askedAt: now, askedOf }).where(and(eq(queueItem.id, item), isNull(queueItem.closedAt))), "item"),
      w.update(queueItem).set({ claimedBy: null, claimedAt: null }).where(and(eq(queueItem.id, item), eq(queueItem.claimedBy, reader.id))),
      w.insert(moderatorNote).values({ id: newId(), subjectId: item, byMemberId: reader.id, body, createdAt: now }),
      ...(askedOf === null ? [] : [noticeTo(w, askedOf, { id: newId(), kind: "asked", decisionId: null, subjectId: item, dueAt: now, createdAt: now })]),
    ]);
  } catch (error) {
    if (error instanceof Overtaken) throw alreadyDecided();
    throw error;
  }
}

async function otherModerator({ db, reader }: Asked, name: string): Promise<string> {
  const [found] = await db.select({ id: member.id, role: member.role }).from(member).where(and(eq(member.nameSkeleton, skeletonOf(name)), isNull(member.deletedAt)));
  if (!found || found.id === reader.id || !canModerate({ role: found.role })) throw badField("whom", { fault: "noSuchModerator" });
  return found.id;
}
