/** Words that were kept only so that they could come back: once nobody can object any more, they are destroyed. The tombstone and the decision stay. */
import { and, asc, eq, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import { database, type Db, type Writer } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { decision } from "../../db/schema/decisions";
import { comment, edit } from "../../db/schema/discussions";
import { appeal, held, queueItem, sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";

/** Comments of one unit, and units of one round: the rest waits an hour. */
const AT_ONCE = 200;
const UNITS = 20;

/** The window of the decision has ended, nobody waits for an answer to an objection, and no moderator is still to look. */
function isOver(db: Db | Writer, id: typeof sealed.commentId | typeof held.id, now: Date) {
  return and(
    lt(decision.appealUntil, now),
    notExists(db.select({ one: sql`1` }).from(appeal).where(and(eq(appeal.decisionId, decision.id), isNull(appeal.closedAt)))),
    notExists(db.select({ one: sql`1` }).from(queueItem).where(and(eq(queueItem.id, id), isNull(queueItem.closedAt)))),
  );
}

export async function destroyDue(now: Date): Promise<void> {
  for (let unit = 0; unit < UNITS; unit += 1) if (!(await destroySome(now))) return;
}

async function destroySome(now: Date): Promise<boolean> {
  const db = database();
  const sealedDue = (from: Db | Writer) => from.select({ id: sealed.commentId }).from(sealed).innerJoin(comment, eq(comment.id, sealed.commentId)).innerJoin(decision, eq(decision.id, comment.restrictedBy)).where(isOver(from, sealed.commentId, now)).orderBy(asc(sealed.commentId)).limit(AT_ONCE);
  const heldDue = (from: Db | Writer) => from.select({ id: held.id }).from(held).innerJoin(decision, eq(decision.id, held.refusedBy)).where(isOver(from, held.id, now)).orderBy(asc(held.id)).limit(AT_ONCE);
  const [words, posts] = await Promise.all([sealedDue(db), heldDue(db)]);
  if (words.length + posts.length === 0) return false;
  const [ids, refused] = [words.map(({ id }) => id), posts.map(({ id }) => id)];
  // Looked at again as it is written: an objection of the last moment keeps them.
  await writeTogether((w): Write[] => [
    w.delete(edit).where(inArray(edit.commentId, sealedOf(w, ids, now))),
    w.delete(proposal).where(inArray(proposal.commentId, sealedOf(w, ids, now))),
    w.delete(sealed).where(inArray(sealed.commentId, sealedOf(w, ids, now))),
    w.delete(held).where(inArray(held.id, w.select({ id: held.id }).from(held).innerJoin(decision, eq(decision.id, held.refusedBy)).where(and(inArray(held.id, refused), isOver(w, held.id, now))))),
  ]);
  return words.length === AT_ONCE || posts.length === AT_ONCE;
}

function sealedOf(w: Writer, ids: readonly string[], now: Date) {
  return w.select({ id: sealed.commentId }).from(sealed).innerJoin(comment, eq(comment.id, sealed.commentId)).innerJoin(decision, eq(decision.id, comment.restrictedBy)).where(and(inArray(sealed.commentId, [...ids]), isOver(w, sealed.commentId, now)));
}
