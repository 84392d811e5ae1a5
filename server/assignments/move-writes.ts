/** A thread goes from one group's discussion to another's, with all that counts it. */
import { and, eq, inArray, isNull, not, notExists, or, sql } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { Writer } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { comment, discussion, heat, participant, placement, thread } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { held, queueItem } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { must, type Write } from "../../db/writes";

/** `total`, `comments`: as they were read; a thread in which somebody wrote since does not go. */
export type Going = { id: string; total: number; comments: number; places: { revisionId: string; block: number }[] };
/** `authors`: all who wrote in what goes, as they take part. */
export type Moving = { from: string; to: string; threads: readonly Going[]; authors: readonly { memberId: string; shownName: string | null; teaches: "teacher" | "assistant" | null }[]; now: Date };

export function moveThreads(w: Writer, { from, to, threads, authors, now }: Moving): Write[] {
  const ids = threads.map(({ id }) => id);
  if (ids.length === 0) return [];
  const theirs = w.select({ id: comment.id }).from(comment).where(inArray(comment.threadId, ids));
  const said = threads.reduce((sum, { comments }) => sum + comments, 0);
  const asRead = or(...threads.map(({ id, total, comments }) => and(eq(thread.id, id), eq(thread.total, total), eq(thread.comments, comments))));
  return [
    must(w.update(thread).set({ discussionId: to }).where(and(eq(thread.discussionId, from), asRead)), "threads", ids.length),
    w.insert(participant).values(authors.map((one) => ({ id: randomId(), discussionId: to, ...one, createdAt: now }))).onConflictDoNothing(),
    w.update(comment).set({ discussionId: to, participantId: sql`(select there.id from participant there inner join participant here on here.member_id = there.member_id where here.id = comment.participant_id and there.discussion_id = ${to})` }).where(inArray(comment.threadId, ids)),
    w.update(proposal).set({ discussionId: to }).where(inArray(proposal.commentId, theirs)),
    w.update(readMark).set({ discussionId: to }).where(inArray(readMark.threadId, ids)),
    w.update(queueItem).set({ discussionId: to }).where(and(eq(queueItem.discussionId, from), inArray(queueItem.id, theirs))),
    ...threads.flatMap((one) => one.places.flatMap((place) => moved(w, { from, to, one, place }))),
    w.update(discussion).set({ comments: sql`${discussion.comments} - ${said}` }).where(eq(discussion.id, from)),
    w.update(discussion).set({ comments: sql`${discussion.comments} + ${said}` }).where(eq(discussion.id, to)),
  ];
}

/** It comes last at its passage. What is left there keeps its order, and its place in it: the count that numbers it goes only with the last. */
function moved(w: Writer, { from, to, one, place: { revisionId, block } }: { from: string; to: string; one: Going; place: Going["places"][number] }): Write[] {
  const heatIn = (id: string) => and(eq(heat.discussionId, id), eq(heat.revisionId, revisionId), eq(heat.blockNumber, block));
  const left = w.select({ id: placement.threadId }).from(placement).where(and(eq(placement.discussionId, from), eq(placement.revisionId, revisionId), eq(placement.blockNumber, block)));
  const here = { discussionId: to, revisionId, blockNumber: block, threads: 1, comments: one.comments };
  return [
    w.update(heat).set({ comments: sql`${heat.comments} - ${one.comments}` }).where(heatIn(from)),
    w.insert(heat).values(here).onConflictDoUpdate({ target: [heat.discussionId, heat.revisionId, heat.blockNumber], set: { threads: sql`${heat.threads} + 1`, comments: sql`${heat.comments} + ${one.comments}` } }),
    must(
      w
        .update(placement)
        .set({ discussionId: to, ordinal: sql`(select ${heat.threads} from ${heat} where ${heatIn(to)})` })
        .where(and(eq(placement.threadId, one.id), eq(placement.revisionId, revisionId), eq(placement.discussionId, from), eq(placement.blockNumber, block))),
      "placement",
    ),
    w.delete(heat).where(and(heatIn(from), notExists(left))),
  ];
}

/** Of what waits: it will be posted there, unless it has been let through meanwhile. */
export function moveHeld(w: Writer, ids: readonly string[], to: string): Write[] {
  if (ids.length === 0) return [];
  const waiting = w.select({ id: held.id }).from(held).where(inArray(held.id, [...ids]));
  return [w.update(queueItem).set({ discussionId: to }).where(and(eq(queueItem.kind, "held"), inArray(queueItem.id, waiting))), must(w.update(held).set({ discussionId: to, version: sql`${held.version} + 1` }).where(inArray(held.id, [...ids])), "held", ids.length)];
}

/** Who says nothing there any more takes no part in it; what they drafted for passages goes along, where they have drafted nothing yet. */
export function leave(w: Writer, { from, to, members }: { from: readonly string[]; to: string; members: readonly string[] }): Write[] {
  if (members.length === 0 || from.length === 0) return [];
  const said = w.select({ id: comment.id }).from(comment).where(sql`${comment.participantId} = participant.id`);
  const there = sql`exists (select 1 from draft other where other.member_id = draft.member_id and other.discussion_id = ${to} and other.place = draft.place)`;
  return [
    w.delete(participant).where(and(inArray(participant.discussionId, [...from]), inArray(participant.memberId, [...members]), notExists(said))),
    w.update(draft).set({ discussionId: to }).where(and(inArray(draft.memberId, [...members]), inArray(draft.discussionId, [...from]), isNull(draft.commentId), not(there))),
    ...[...from, to].map((id) => w.update(discussion).set({ participants: sql`(select count(*) from participant p where p.discussion_id = ${id})` }).where(eq(discussion.id, id))),
  ];
}
