/** What this moderator did a moment ago, and can still take back. */
import { and, asc, count, eq, isNull, min } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import { UNDO_SHOWN_MS } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";

/** Null: nothing of it was this moderator's, or nothing is left. `item`: where one comment was decided about; `msLeft`: how long undoing is offered; 0 when it is not any more. */
export async function doneIn({ db, reader, now }: Context & { reader: Reader }, { batch }: { batch: string }) {
  const [found] = await db.select({ act: decision.act, count: count(), first: min(decision.createdAt), item: min(decision.commentId) }).from(decision).where(and(eq(decision.batch, batch), eq(decision.byMemberId, reader.id), isNull(decision.undoneAt))).groupBy(decision.act).orderBy(asc(decision.act)).limit(1);
  if (!found?.first) return null;
  return { batch, act: found.act, count: found.count, item: found.count === 1 ? found.item : null, msLeft: Math.max(0, UNDO_SHOWN_MS - (now().getTime() - found.first.getTime())) };
}

export type Done = NonNullable<Awaited<ReturnType<typeof doneIn>>>;
