/** What a reader has not read of a discussion. The work grows with what the reader has read and written there, not with what there is. */
import { and, eq, gt, inArray } from "drizzle-orm";
import { comment, heat, placement, thread } from "../../db/schema/discussions";
import { readMark } from "../../db/schema/reading";
import type { Reader } from "../../domain/permissions";
import { type Range, readRanges, unreadCount, writeRanges } from "../../domain/read-ranges";
import { participantIn } from "../comments/queries";
import { mutedIn } from "../members/mutes";
import type { Context } from "../trpc";

type Own = Pick<Context, "db"> & { reader: Reader };
type Where = { id: string; revisionId: string };

/** The reader in a discussion, and those they muted, as participants: comments of neither count. */
export async function standingIn(ctx: Own, discussionId: string): Promise<{ own: string | null; muted: string[]; settled: string[] }> {
  const [own, muted] = await Promise.all([participantIn(ctx.db, discussionId, ctx.reader), mutedIn(ctx, discussionId)]);
  return { own, muted, settled: own === null ? muted : [own, ...muted] };
}

/** A thread of which the reader has read or written something, or somebody they muted has. */
type Touched = { block: number; comments: number; read: Range[]; unread: number };

const facts = { id: thread.id, total: thread.total, comments: thread.comments, block: placement.blockNumber };

/** Later than this: at all. Both databases find those that are deleted by a range of the index. */
const EVER = new Date(0);

async function touchedThreads({ db, reader }: Own, where: Where, settled: string[]): Promise<Map<string, Touched>> {
  const placed = and(eq(placement.threadId, thread.id), eq(placement.revisionId, where.revisionId));
  const [marks, counted, deleted] = await Promise.all([
    db
      .select({ ...facts, ranges: readMark.ranges })
      .from(readMark)
      .innerJoin(thread, eq(thread.id, readMark.threadId))
      .innerJoin(placement, placed)
      .where(and(eq(readMark.memberId, reader.id), eq(readMark.discussionId, where.id))),
    settled.length
      ? db.select({ ...facts, sequence: comment.sequence }).from(comment).innerJoin(thread, eq(thread.id, comment.threadId)).innerJoin(placement, placed).where(inArray(comment.participantId, settled))
      : [],
    db.select({ id: comment.threadId, sequence: comment.sequence }).from(comment).where(and(eq(comment.discussionId, where.id), gt(comment.deletedAt, EVER))),
  ]);
  const sequences = new Map<string, number[]>();
  for (const { id, sequence } of [...counted, ...deleted]) sequences.set(id, [...(sequences.get(id) ?? []), sequence]);
  const touched = new Map<string, Touched>();
  for (const { id, block, comments, total, ranges } of [...counted.map((row) => ({ ...row, ranges: "" })), ...marks]) {
    const read = readRanges(ranges);
    touched.set(id, { block, comments, read, unread: unreadCount(total, read, sequences.get(id) ?? []) });
  }
  return touched;
}

export type Unread = {
  total: number;
  /** By block number, 0 for the whole article; blocks without any are absent. */
  blocks: Record<string, number>;
  /** Of the threads asked about: how many, and which are read, as "1-14,17". */
  threads: Record<string, { unread: number; read: string }>;
};

export async function unreadIn(ctx: Own, where: Where, settled: string[], threads: readonly string[]): Promise<Unread> {
  const [touched, heats, asked] = await Promise.all([
    touchedThreads(ctx, where, settled),
    ctx.db.select({ block: heat.blockNumber, comments: heat.comments }).from(heat).where(and(eq(heat.discussionId, where.id), eq(heat.revisionId, where.revisionId))),
    threads.length ? ctx.db.select({ id: thread.id, comments: thread.comments }).from(thread).where(and(inArray(thread.id, [...threads]), eq(thread.discussionId, where.id))) : [],
  ]);
  const done = new Map<number, number>();
  for (const { block, comments, unread } of touched.values()) done.set(block, (done.get(block) ?? 0) + comments - unread);
  const left = heats.map(({ block, comments }) => ({ block, unread: comments - (done.get(block) ?? 0) })).filter(({ unread }) => unread > 0);
  return {
    total: left.reduce((sum, { unread }) => sum + unread, 0),
    blocks: Object.fromEntries(left.map(({ block, unread }) => [block, unread])),
    threads: Object.fromEntries(asked.map(({ id, comments }) => [id, { unread: touched.get(id)?.unread ?? comments, read: writeRanges(touched.get(id)?.read ?? []) }])),
  };
}
