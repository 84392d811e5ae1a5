/**
 * Erases what hung on a deleted account, in units that each take milliseconds: a member may have written ten thousand comments.
 * Each unit is whole, and the next finds what is left; so it goes on after a kill, and two workers do no harm.
 */
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { database, type Db, type Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { article, revision } from "../../db/schema/articles";
import { proposal } from "../../db/schema/answers";
import { comment, discussion, edit, participant, sentKey, thread } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { erasure, mute } from "../../db/schema/members";
import { appeal, appealNote, held, notice, queueItem, report, sealed } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { type NewEvent, writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { heatOfThread } from "../comments/counts";
import { startRounds } from "../rounds";

/** Comments of one unit: some 400 statements, which hold up a writer for ten milliseconds. */
const COMMENTS_AT_ONCE = 100;
/** Rows of one unit that nobody else counts or sees. */
const ROWS_AT_ONCE = 1_000;
/** Whoever asked for their words to go finds them gone within seconds. */
const POLL_MS = 5_000;

/** Erases a part; false when nothing is left. */
export async function eraseSome(db: Db, memberId: string, now: Date): Promise<boolean> {
  const [wished] = await db.select().from(erasure).where(eq(erasure.memberId, memberId));
  if (!wished) return false;
  if (wished.comments && (await eraseComments(db, memberId, now))) return true;
  const own = await leftOf(db, memberId);
  await writeTogether((w) => (own ? erasedRows(w, memberId, now) : [w.delete(erasure).where(eq(erasure.memberId, memberId))]));
  return own;
}

/** Those still there, with all that counts them. */
function wordsOf(db: Db, memberId: string) {
  return db
    .select({ id: comment.id, threadId: comment.threadId, depth: comment.depth, discussionId: discussion.id, articleId: article.id, revisionId: revision.id })
    .from(participant)
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(participant.memberId, memberId), isNull(comment.deletedAt)))
    .orderBy(asc(comment.id))
    .limit(COMMENTS_AT_ONCE);
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

async function eraseComments(db: Db, memberId: string, now: Date): Promise<boolean> {
  const rows = await wordsOf(db, memberId);
  if (rows.length === 0) return false;
  const events: NewEvent[] = rows.map(({ id, articleId, discussionId }) => ({ id: newId(), kind: "comment.deleted", articleId, discussionId, subjectId: id, actorId: memberId, at: now }));
  try {
    await writeTogether((w) => erasedComments(w, rows, now), events);
  } catch (error) {
    // Another worker, or the member's own last act, was faster: what is left is looked at again.
    if (!(error instanceof Overtaken)) throw error;
  }
  return true;
}

function erasedComments(w: Writer, rows: Words, now: Date): Write[] {
  const ids = rows.map(({ id }) => id);
  const gone = w.update(comment).set({ body: "", kind: null, deletedAt: now, version: sql`${comment.version} + 1` }).where(and(inArray(comment.id, ids), isNull(comment.deletedAt)));
  return [
    must(gone, "comment", rows.length),
    w.delete(edit).where(inArray(edit.commentId, ids)),
    w.delete(proposal).where(inArray(proposal.commentId, ids)),
    ...groupedBy(rows, "threadId").flatMap(([threadId, [first, ...others]]) => {
      const by = 1 + others.length;
      const hasFirst = [first, ...others].some(({ depth }) => depth === 0);
      const heat = first.revisionId === null ? [] : heatOfThread(w, { id: first.discussionId, revisionId: first.revisionId }, threadId, -by);
      return [w.update(thread).set({ comments: sql`${thread.comments} - ${by}`, ...(hasFirst ? { kind: null } : {}) }).where(eq(thread.id, threadId)), ...heat];
    }),
    ...groupedBy(rows, "discussionId").map(([id, here]) => w.update(discussion).set({ comments: sql`${discussion.comments} - ${here.length}` }).where(eq(discussion.id, id))),
  ];
}

function groupedBy(rows: Words, column: "threadId" | "discussionId"): [string, [Words[number], ...Words]][] {
  const groups = new Map<string, [Words[number], ...Words]>();
  for (const row of rows) {
    const here = groups.get(row[column]);
    if (here) here.push(row);
    else groups.set(row[column], [row]);
  }
  return [...groups];
}

const inMutes = (memberId: string) => or(eq(mute.memberId, memberId), eq(mute.mutedId, memberId));

/** Whether there is any row that `erasedRows` would take. */
async function leftOf(db: Db, memberId: string): Promise<boolean> {
  const found = await Promise.all([
    db.select({ id: draft.id }).from(draft).where(eq(draft.memberId, memberId)).limit(1),
    db.select({ id: readMark.threadId }).from(readMark).where(eq(readMark.memberId, memberId)).limit(1),
    db.select({ id: mute.id }).from(mute).where(inMutes(memberId)).limit(1),
    db.select({ id: sentKey.key }).from(sentKey).where(eq(sentKey.memberId, memberId)).limit(1),
    db.select({ id: sealed.commentId }).from(sealed).where(inArray(sealed.commentId, ownComments(db, memberId))).limit(1),
    db.select({ id: held.id }).from(held).where(eq(held.memberId, memberId)).limit(1),
    db.select({ id: notice.id }).from(notice).where(eq(notice.memberId, memberId)).limit(1),
    db.select({ id: report.id }).from(report).where(saidIn(memberId)).limit(1),
    db.select({ id: appealNote.id }).from(appealNote).where(writtenIn(memberId)).limit(1),
    db.select({ id: queueItem.id }).from(queueItem).where(waitingOf(memberId)).limit(1),
  ]);
  return found.some((rows) => rows.length > 0);
}

function erasedRows(w: Writer, memberId: string, now: Date): Write[] {
  const drafts = w.select({ id: draft.id }).from(draft).where(eq(draft.memberId, memberId)).limit(ROWS_AT_ONCE);
  const marks = w.select({ id: readMark.threadId }).from(readMark).where(eq(readMark.memberId, memberId)).limit(ROWS_AT_ONCE);
  const mutes = w.select({ id: mute.id }).from(mute).where(inMutes(memberId)).limit(ROWS_AT_ONCE);
  const keys = w.select({ id: sentKey.key }).from(sentKey).where(eq(sentKey.memberId, memberId)).limit(ROWS_AT_ONCE);
  return [
    w.delete(draft).where(inArray(draft.id, drafts)),
    w.delete(readMark).where(and(eq(readMark.memberId, memberId), inArray(readMark.threadId, marks))),
    w.delete(mute).where(inArray(mute.id, mutes)),
    w.delete(sentKey).where(and(eq(sentKey.memberId, memberId), inArray(sentKey.key, keys))),
    ...erasedOfModeration(w, memberId, now),
  ];
}

const saidIn = (memberId: string) => and(eq(report.memberId, memberId), or(ne(report.note, ""), isNotNull(report.quote)));
const writtenIn = (memberId: string) => and(eq(appealNote.byMemberId, memberId), eq(appealNote.isByModerator, false), ne(appealNote.body, ""));
const waitingOf = (memberId: string) => and(eq(queueItem.memberId, memberId), inArray(queueItem.kind, ["held", "appeal"]), isNull(queueItem.closedAt));
const ownComments = (w: Pick<Writer, "select">, memberId: string) => w.select({ id: comment.id }).from(comment).innerJoin(participant, eq(participant.id, comment.participantId)).where(eq(participant.memberId, memberId));

/** What was kept apart of their words, what they were told, what they said of others and in their own cause. That they reported, and what was decided, stays. */
function erasedOfModeration(w: Writer, memberId: string, now: Date): Write[] {
  const words = w.select({ id: sealed.commentId }).from(sealed).where(inArray(sealed.commentId, ownComments(w, memberId))).limit(ROWS_AT_ONCE);
  const told = w.select({ id: notice.id }).from(notice).where(eq(notice.memberId, memberId)).limit(ROWS_AT_ONCE);
  const said = w.select({ id: report.id }).from(report).where(saidIn(memberId)).limit(ROWS_AT_ONCE);
  return [
    w.delete(sealed).where(inArray(sealed.commentId, words)),
    w.delete(held).where(eq(held.memberId, memberId)),
    w.delete(notice).where(inArray(notice.id, told)),
    w.update(report).set({ note: "", quote: null, start: null, end: null }).where(inArray(report.id, said)),
    w.update(appealNote).set({ body: "" }).where(writtenIn(memberId)),
    w.update(appeal).set({ closedAt: now, version: sql`${appeal.version} + 1` }).where(and(eq(appeal.memberId, memberId), isNull(appeal.closedAt))),
    w.update(queueItem).set({ closedAt: now, version: sql`${queueItem.version} + 1` }).where(waitingOf(memberId)),
  ];
}

/** All that is left to erase, of everybody who is gone. */
export async function eraseDue(db: Db, now: Date, goesOn: () => boolean = () => true): Promise<void> {
  const due = await db.select({ memberId: erasure.memberId }).from(erasure).orderBy(asc(erasure.startedAt), asc(erasure.memberId));
  for (const { memberId } of due) while (goesOn() && (await eraseSome(db, memberId, now)));
}

/** Erases what is left, now and every few seconds; the returned function ends it after the unit under way. */
export function startErasing(): () => Promise<void> {
  return startRounds("erasure", POLL_MS, (goesOn) => eraseDue(database(), new Date(), goesOn));
}
