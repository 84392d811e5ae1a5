/** Reading: marking what was read. Nobody else sees it, so that no unit carries an event. */
import { and, eq, gt, inArray, lte, max, sql } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { comment, discussion, participant, thread } from "../../db/schema/discussions";
import { readMark } from "../../db/schema/reading";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { readRanges, readUpTo, withSequences, writeRanges } from "../../domain/read-ranges";
import { classDiscussion } from "../assignments/sight";
import { publicDiscussion } from "../comments/visible";
import { busy } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };
/** `sequences`: which comments of the thread, by arrival. */
type Mark = { thread: string; sequences: readonly number[] };

/** Of marks on one thread that come at once each round lets one through: so many tabs and devices nobody has. */
const MOST_ATTEMPTS = 60;

/**
 * Marks comments as read, and answers what of each thread is read now. Threads that are not there, and comments not yet
 * written, are passed over. @throws Refusal busy
 */
export async function mark(ctx: Asked, marks: readonly Mark[]): Promise<{ read: Record<string, string> }> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const rows = (await markedThreads(ctx, marks.map((one) => one.thread))).map((row) => ({ ...row, next: nextRanges(row, marks) }));
    const changed = rows.filter(({ ranges, next }) => next !== (ranges ?? ""));
    try {
      if (changed.length) await writeTogether((w) => changed.map((row) => written(w, ctx.reader, row)));
      return { read: Object.fromEntries(rows.map(({ id, next }) => [id, next])) };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw busy();
}

type Row = Awaited<ReturnType<typeof markedThreads>>[number];

/** The visible ones among these threads with what is read of each, in an order all writers keep, and what never counts there. */
async function markedThreads(ctx: Asked, ids: string[]) {
  const { db, reader } = ctx;
  const found = await db
    .select({ audience: discussion.audience, id: thread.id, discussionId: thread.discussionId, total: thread.total, ranges: readMark.ranges, version: readMark.version })
    .from(thread)
    .innerJoin(discussion, eq(discussion.id, thread.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(readMark, and(eq(readMark.threadId, thread.id), eq(readMark.memberId, reader.id)))
    .where(and(inArray(thread.id, ids), eq(article.state, "published")))
    .orderBy(thread.id);
  const seen = await seenInClasses(ctx, found);
  const rows = found.filter(({ audience, discussionId }) => audience === "public" || seen.has(discussionId));
  const settled = await settledIn({ db, reader }, rows);
  return rows.map((row) => ({ ...row, settled: settled.filter((one) => one.threadId === row.id).map(({ sequence }) => sequence) }));
}

/** Private discussions a page is of: one, and none besides for whoever means well. */
const MOST_PRIVATE = 4;

/** Of these threads' private discussions those the reader sees whole: nobody marks what a gate hides. */
async function seenInClasses(ctx: Asked, threads: readonly { audience: string; discussionId: string }[]): Promise<Set<string>> {
  const ids = [...new Set(threads.filter(({ audience }) => audience !== "public").map(({ discussionId }) => discussionId))].slice(0, MOST_PRIVATE);
  const views = await Promise.all(ids.map((id) => classDiscussion(ctx, { discussion: id })));
  return new Set(views.flatMap((view) => (view?.sight.isGateOpen ? [view.id] : [])));
}

/** One's own comments and deleted ones need no mark. Marked with the others they leave no gaps, and ranges stay few. */
async function settledIn({ db, reader }: Pick<Asked, "db" | "reader">, threads: { id: string; discussionId: string }[]) {
  if (threads.length === 0) return [];
  const ids = threads.map(({ id }) => id);
  const found = { threadId: comment.threadId, sequence: comment.sequence };
  const [own, deleted] = await Promise.all([
    db.select(found).from(participant).innerJoin(comment, eq(comment.participantId, participant.id)).where(and(eq(participant.memberId, reader.id), inArray(comment.threadId, ids))),
    db.select(found).from(comment).where(and(inArray(comment.discussionId, threads.map(({ discussionId }) => discussionId)), gt(comment.deletedAt, new Date(0)), inArray(comment.threadId, ids))),
  ]);
  return [...own, ...deleted];
}

function nextRanges(row: Row, marks: readonly Mark[]): string {
  const sequences = marks.flatMap((one) => (one.thread === row.id ? one.sequences : [])).filter((sequence) => sequence <= row.total);
  return writeRanges(withSequences(readRanges(row.ranges ?? ""), sequences.length ? [...sequences, ...row.settled] : []));
}

function written(w: Writer, reader: Reader, { id, discussionId, version, next }: Row & { next: string }): Write {
  const to = { ranges: next, upTo: readUpTo(readRanges(next)) };
  if (version === null) return must(w.insert(readMark).values({ memberId: reader.id, threadId: id, discussionId, ...to }).onConflictDoNothing(), "mark");
  return must(w.update(readMark).set({ ...to, version: version + 1 }).where(and(eq(readMark.memberId, reader.id), eq(readMark.threadId, id), eq(readMark.version, version))), "mark");
}

/** Threads in which something came after the moment up to which all is marked; they are few, and marked one by one. */
const MOST_ACTIVE = 1_000;

/** Marks everything as read that was written up to a moment: what a page has shown. */
export async function markAll(ctx: Asked, input: { discussion: string; until: Date }): Promise<void> {
  const where = await publicDiscussion(ctx, input.discussion);
  await writeTogether((w) => [markQuietThreads(w, ctx.reader, where.id, input.until)]);
  const active = await ctx.db
    .select({ thread: comment.threadId, last: max(comment.sequence) })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(and(eq(thread.discussionId, where.id), gt(thread.lastCommentAt, input.until), lte(comment.createdAt, input.until)))
    .groupBy(comment.threadId)
    .limit(MOST_ACTIVE);
  if (active.length) await mark(ctx, active.map(({ thread: id, last }) => ({ thread: id, sequences: Array.from({ length: last ?? 0 }, (_, place) => place + 1) })));
}

/** In one statement however many there are: all of every thread in which nothing came since. */
function markQuietThreads(w: Writer, reader: Reader, discussionId: string, until: Date): Write {
  const all = w
    .select({
      memberId: sql<string>`${reader.id}`.as("member_id"),
      threadId: thread.id,
      discussionId: thread.discussionId,
      ranges: sql<string>`case when ${thread.total} = 1 then '1' else '1-' || ${thread.total} end`.as("ranges"),
      upTo: sql<number>`${thread.total}`.as("up_to"),
      version: sql<number>`1`.as("version"),
    })
    .from(thread)
    .where(and(eq(thread.discussionId, discussionId), lte(thread.lastCommentAt, until)))
    .orderBy(thread.id);
  return w
    .insert(readMark)
    .select(all)
    .onConflictDoUpdate({
      target: [readMark.memberId, readMark.threadId],
      set: { ranges: sql`excluded.ranges`, upTo: sql`excluded.up_to`, version: sql`${readMark.version} + 1` },
      setWhere: sql`${readMark.upTo} < excluded.up_to`,
    });
}
