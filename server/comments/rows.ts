/** Comment rows as pages are told them. */
import { aliasedTable, and, desc, eq, inArray, isNotNull, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { decision } from "../../db/schema/decisions";
import { comment, participant } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import type { Role } from "../../domain/permissions";
import type { Badge, CommentView, Participant } from "../../domain/thread";

const columns = {
  id: comment.id,
  threadId: comment.threadId,
  parentId: comment.parentId,
  depth: comment.depth,
  sequence: comment.sequence,
  ordinal: comment.ordinal,
  participantId: comment.participantId,
  name: member.name,
  shownName: participant.shownName,
  teaches: participant.teaches,
  isReplaced: participant.isReplaced,
  displayName: member.displayName,
  memberDeletedAt: member.deletedAt,
  role: member.role,
  kind: comment.kind,
  body: comment.body,
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  deletedAt: comment.deletedAt,
  restriction: comment.restriction,
  ground: decision.ground,
  isAutomatic: decision.isAutomatic,
  replies: comment.replies,
  before: proposal.before,
  after: proposal.after,
};

/** What others read as a participant's name, joined with their account. */
export const shownNameOf = sql<string>`coalesce(${participant.shownName}, ${member.name})`;

type Row = Awaited<ReturnType<typeof select>>[number];

function badgeOf(role: Role): Badge | null {
  return role === "member" ? null : role;
}

/** In a class: as its list or the assignment calls them, and as what they are in it; what they are elsewhere is not told. */
function participantOf({ participantId: id, name, shownName, teaches, isReplaced, displayName, memberDeletedAt, role }: Row): Participant {
  if (shownName !== null) return memberDeletedAt === null || isReplaced ? { id, name: shownName, displayName: null, badge: teaches, tile: shownName } : { id, name: null, displayName: null, badge: teaches };
  return { id, name: memberDeletedAt === null ? name : null, displayName, badge: badgeOf(role) };
}

const MINUTE_MS = 60_000;

/** Classmates are told times so: finer ones would link what a pseudonym wrote here and there. */
export function toTheMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

function timeFor({ shownName }: Pick<Row, "shownName">, at: Date): string {
  return (shownName === null ? at : toTheMinute(at)).toISOString();
}

function viewOf(row: Row): CommentView {
  const gone = row.deletedAt !== null;
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    depth: row.depth,
    sequence: row.sequence,
    by: gone ? null : participantOf(row),
    kind: gone ? null : row.kind,
    body: gone ? "" : row.body,
    at: timeFor(row, row.createdAt),
    editedAt: gone || row.editedAt === null ? null : timeFor(row, row.editedAt),
    deletedAt: row.deletedAt && timeFor(row, row.deletedAt),
    restricted: row.restriction === null ? null : { how: row.restriction, ground: row.ground ?? "review", isAutomatic: row.isAutomatic ?? false },
    proposal: gone || row.before === null || row.after === null ? null : { before: row.before, after: row.after },
    replies: row.replies,
  };
}

function select(db: Db, where: SQL | undefined) {
  return db
    .select(columns)
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .leftJoin(proposal, eq(proposal.commentId, comment.id))
    .leftJoin(decision, eq(decision.id, comment.restrictedBy))
    .where(where);
}

/** The newest comments of a discussion that are not deleted. */
export function newestComments(db: Db, discussionId: string, most: number) {
  return db
    .select({ id: comment.id, threadId: comment.threadId, sequence: comment.sequence })
    .from(comment)
    .where(and(eq(comment.discussionId, discussionId), isNull(comment.deletedAt)))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(most);
}

/** Whom each of these comments answers, by its id; null where that one is deleted, or its author gone. First comments are absent. */
export async function namesAnswered(db: Db, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const above = aliasedTable(comment, "above");
  const rows = await db
    .select({ id: comment.id, name: shownNameOf, deletedAt: above.deletedAt, memberDeletedAt: member.deletedAt })
    .from(comment)
    .innerJoin(above, eq(above.id, comment.parentId))
    .innerJoin(participant, eq(participant.id, above.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .where(inArray(comment.id, [...ids]));
  return new Map(rows.map(({ id, name, deletedAt, memberDeletedAt }) => [id, deletedAt === null && memberDeletedAt === null ? name : null]));
}

/**
 * The first comments of each thread, as many as its share says, parents before replies; and the comments `also`, which
 * may be shown without those they answer.
 */
export async function firstComments(db: Db, shares: ReadonlyMap<string, number>, also: readonly string[] = []): Promise<Map<string, CommentView[]>> {
  const byThread = new Map<string, CommentView[]>([...shares.keys()].map((id) => [id, []]));
  if (shares.size === 0) return byThread;
  // Threads of equal share are asked for together: shares are few distinct numbers, all but one of them full threads.
  const byShare = new Map<number, string[]>();
  for (const [id, share] of shares) byShare.set(share, [...(byShare.get(share) ?? []), id]);
  const wanted = [...byShare].map(([share, ids]) => and(inArray(comment.threadId, ids), lte(comment.sequence, share)));
  if (also.length > 0) wanted.push(inArray(comment.id, [...also]));
  const [rows, answered] = await Promise.all([select(db, or(...wanted)).orderBy(comment.threadId, comment.sequence), namesAnswered(db, also)]);
  for (const row of rows) {
    const answering = answered.get(row.id);
    byThread.get(row.threadId)?.push(answering === undefined ? viewOf(row) : { ...viewOf(row), answering });
  }
  return byThread;
}

/** The comments with these ids, parents before replies, siblings by age. */
export async function commentsById(db: Db, ids: readonly string[]): Promise<CommentView[]> {
  if (ids.length === 0) return [];
  const rows = await select(db, inArray(comment.id, [...ids])).orderBy(comment.depth, comment.ordinal, comment.id);
  return rows.map(viewOf);
}

/** All comments of these threads, by thread and by arrival: parents before replies. */
export async function allComments(db: Db, threadIds: readonly string[]): Promise<Map<string, CommentView[]>> {
  const byThread = new Map<string, CommentView[]>();
  if (threadIds.length === 0) return byThread;
  const rows = await select(db, inArray(comment.threadId, [...threadIds])).orderBy(comment.threadId, comment.sequence);
  for (const row of rows) {
    const here = byThread.get(row.threadId);
    if (here) here.push(viewOf(row));
    else byThread.set(row.threadId, [viewOf(row)]);
  }
  return byThread;
}

/** Comments that one member, or who teaches, wrote in a discussion, by thread and arrival; the newest `most` when there are more. */
export async function ownAndTaught(db: Db, discussionId: string, memberId: string, most: number): Promise<CommentView[]> {
  // By the few who take part so, not by all that is said.
  const theirs = and(eq(participant.discussionId, discussionId), or(eq(participant.memberId, memberId), isNotNull(participant.teaches)));
  const rows = await select(db, theirs).orderBy(desc(comment.createdAt), desc(comment.id)).limit(most);
  return rows.sort((one, other) => (one.threadId === other.threadId ? one.sequence - other.sequence : one.threadId < other.threadId ? -1 : 1)).map(viewOf);
}
