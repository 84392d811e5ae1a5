/** What waits for those who teach a class, the most urgent first, of these the oldest. */
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { assignment, pseudonym, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { held, queueItem, sealed } from "../../db/schema/moderation";
import { beginningOf } from "../../domain/comment-text";
import { urgencies, urgencyOfRank } from "../../domain/moderation/queue";
import { placeCursor, type QueuePlace, readPlace } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { taughtClass } from "../classes/visible";
import { toTheMinute } from "../comments/rows";
import type { Context } from "../trpc";
import { nameInClass } from "./names";
import { forItsTeachers, waitingIn } from "./waiting";

type Asked = Context & { reader: Reader };

export const REPORTS_A_PAGE = 50;

/** Of one urgency, from after a place of it: within one the order is that of the index. */
function itemsOfRank({ db }: Asked, classId: string, rank: number, after: QueuePlace | null) {
  const at = after && new Date(after.at);
  return db
    .select({
      ...{ id: queueItem.id, kind: queueItem.kind, ground: queueItem.ground, caught: queueItem.caught, reports: queueItem.reports, isHidden: queueItem.isHidden, urgency: queueItem.urgency, openedAt: queueItem.openedAt },
      ...{ name: nameInClass, body: comment.body, sealed: sealed.body, post: held.post, work: assignment.title },
    })
    .from(queueItem)
    .innerJoin(discussion, eq(discussion.id, queueItem.discussionId))
    .innerJoin(studyGroup, eq(studyGroup.id, discussion.audience))
    .innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId))
    .leftJoin(enrolment, and(eq(enrolment.classId, queueItem.classId), eq(enrolment.memberId, queueItem.memberId)))
    .leftJoin(participant, and(eq(participant.discussionId, queueItem.discussionId), eq(participant.memberId, queueItem.memberId)))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignment.id), eq(pseudonym.memberId, queueItem.memberId), isNull(pseudonym.revealedAt)))
    .leftJoin(comment, eq(comment.id, queueItem.id))
    .leftJoin(sealed, eq(sealed.commentId, queueItem.id))
    .leftJoin(held, eq(held.id, queueItem.id))
    .where(and(forItsTeachers(classId), eq(queueItem.urgency, rank), after && at ? or(gt(queueItem.openedAt, at), and(eq(queueItem.openedAt, at), gt(queueItem.id, after.id))) : undefined))
    .orderBy(asc(queueItem.openedAt), asc(queueItem.id))
    .limit(REPORTS_A_PAGE + 1);
}

type Row = Awaited<ReturnType<typeof itemsOfRank>>[number];

function placeOf({ urgency, openedAt, id }: Row): string {
  return placeCursor({ rank: urgency, at: openedAt.getTime(), id });
}

function viewOf(row: Row) {
  const { id, kind, ground, reports, isHidden, name, work } = row;
  return {
    ...{ id, ground, reports, isHidden, name, work },
    isHeld: kind === "held",
    phase: row.caught?.phase ?? null,
    urgency: urgencyOfRank(row.urgency),
    beginning: beginningOf(row.sealed ?? (row.body || row.post?.body || "")),
    waitsSince: toTheMinute(row.openedAt).toISOString(),
  };
}

/** From after a place of the list; `next`: where the next page begins. @throws Refusal noSuch.page */
export async function reportsIn(ctx: Asked, input: { class: string; after: string | null }) {
  const { id, name, me } = await taughtClass(ctx, input.class);
  const after = input.after === null ? null : readPlace(input.after);
  const ranks = urgencies.map((_, place) => place + 1).reverse().filter((rank) => after === null || rank <= after.rank);
  const [waiting, ...found] = await Promise.all([waitingIn(ctx.db, id), ...ranks.map((rank) => itemsOfRank(ctx, id, rank, after?.rank === rank ? after : null))]);
  const rows = found.flat();
  const last = rows.length > REPORTS_A_PAGE ? rows[REPORTS_A_PAGE - 1] : undefined;
  return { class: { id, name }, role: me.role, waiting, items: rows.slice(0, REPORTS_A_PAGE).map(viewOf), next: last ? placeOf(last) : null };
}

export type ClassReportsView = Awaited<ReturnType<typeof reportsIn>>;
