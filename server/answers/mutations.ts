/** Answers and pins: what happens. */
import { and, count, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { EventKind } from "../../db/schema/events";
import { Overtaken } from "../../db/faults";
import { block, revision } from "../../db/schema/articles";
import { answer } from "../../db/schema/answers";
import { comment, thread } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Writer } from "../../db/client";
import { must, type Write } from "../../db/writes";
import { type AnswerKind, type AnswerWish, faultOfAnswer, MOST_PINNED } from "../../domain/answers";
import type { Reader } from "../../domain/permissions";
import { normalised } from "../../domain/text";
import { badField, changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { visibleThread, type VisibleThread } from "./visible";

type Asked = Context & { reader: Reader };
/** `seen`: how many answers the thread had been given when the editor looked; nothing is overwritten unseen. */
type OfThread = { thread: string; seen: number };
export type Given = { slug: string; first: string };

/** Answers a thread, in place of the answer before, which stays as history. @throws Refusal noSuch.thread, badField text, change or comment, conflict.changed */
export async function giveAnswer(ctx: Asked, { thread: id, seen, ...input }: OfThread & AnswerWish): Promise<Given> {
  const found = await visibleThread(ctx, id);
  const wish = { ...input, text: normalised(input.text), change: input.kind === "adopted" ? input.change : null, comment: input.kind === "answered" ? input.comment : null };
  const fault = faultOfAnswer(wish);
  if (fault) throw badField(fault.field, fault.fault);
  if (wish.change && !(await isThere(ctx, found, wish.change))) throw badField("change", { fault: "noSuchChange" });
  if (wish.comment !== null && !(await isReply(ctx, found, wish.comment))) throw badField("comment", { fault: "noSuchReply" });
  return written(ctx, found, seen, { kind: wish.kind, text: wish.text || null, revision: wish.change?.revision ?? null, block: wish.change?.block ?? null, commentId: wish.comment });
}

/** Takes the answer back; that there was one stays in the history. @throws Refusal noSuch.thread, conflict.changed */
export async function takeAnswerBack(ctx: Asked, { thread: id, seen }: OfThread): Promise<Given> {
  const found = await visibleThread(ctx, id);
  if (found.answer === null) return { slug: found.slug, first: found.first };
  return written(ctx, found, seen, { kind: null, text: null, revision: null, block: null, commentId: null });
}

export type AnswerRow = { kind: AnswerKind | null; text: string | null; revision: number | null; block: number | null; commentId: string | null };

/** The writes of an answer that follows the `seen`th; another one meanwhile overtakes the unit with the name `answer`. */
export function answerWrites(w: Writer, to: { thread: string; seen: number }, row: AnswerRow, by: string | null, at: Date): Write[] {
  return [
    must(w.update(thread).set({ answer: row.kind, answers: to.seen + 1 }).where(and(eq(thread.id, to.thread), eq(thread.answers, to.seen))), "answer"),
    w.insert(answer).values({ ...row, threadId: to.thread, number: to.seen + 1, byMemberId: by, at }),
  ];
}

async function written(ctx: Asked, found: VisibleThread, seen: number, row: AnswerRow): Promise<Given> {
  const at = ctx.now();
  await unlessChanged(() => writeTogether((w) => answerWrites(w, { thread: found.id, seen }, row, ctx.reader.id, at), [eventOf(ctx, found, "thread.answered", at)]));
  return { slug: found.slug, first: found.first };
}

/** Puts a thread first at its passage, or back into its turn. Twice is once. @throws Refusal noSuch.thread, notAllowed.tooManyPinned */
export async function pinThread(ctx: Asked, { thread: id, pinned }: { thread: string; pinned: boolean }): Promise<Given> {
  const found = await visibleThread(ctx, id);
  const as = { slug: found.slug, first: found.first };
  if ((found.pinnedAt !== null) === pinned) return as;
  const at = ctx.now();
  const room = sql`(select count(*) from ${thread} where ${thread.discussionId} = ${found.discussionId} and ${thread.pinnedAt} is not null) < ${MOST_PINNED}`;
  const [held] = await ctx.db.select({ count: count() }).from(thread).where(and(eq(thread.discussionId, found.discussionId), isNotNull(thread.pinnedAt)));
  if (pinned && (held?.count ?? 0) >= MOST_PINNED) throw notAllowed("tooManyPinned", { most: MOST_PINNED });
  const write = (w: Writer): Write =>
    pinned
      ? must(w.update(thread).set({ pinnedAt: at }).where(and(eq(thread.id, id), isNull(thread.pinnedAt), room)), "pin")
      : must(w.update(thread).set({ pinnedAt: null }).where(and(eq(thread.id, id), isNotNull(thread.pinnedAt))), "pin");
  await unlessChanged(() => writeTogether((w) => [write(w)], [eventOf(ctx, found, pinned ? "thread.pinned" : "thread.unpinned", at)]));
  return as;
}

export function eventOf(ctx: Asked, { articleId, discussionId, id }: Pick<VisibleThread, "articleId" | "discussionId" | "id">, kind: EventKind, at: Date) {
  return { id: newId(), kind, articleId, discussionId, subjectId: id, actorId: ctx.reader.id, at };
}

async function unlessChanged(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}

async function isThere({ db }: Asked, { articleId, newest }: VisibleThread, change: { revision: number; block: number }): Promise<boolean> {
  const [found] = await db
    .select({ number: block.number })
    .from(revision)
    .innerJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, change.block)))
    .where(and(eq(revision.articleId, articleId), eq(revision.number, change.revision), lte(revision.number, newest)));
  return found !== undefined;
}

async function isReply({ db }: Asked, { id }: VisibleThread, reply: string): Promise<boolean> {
  const [found] = await db.select({ id: comment.id }).from(comment).where(and(eq(comment.id, reply), eq(comment.threadId, id), gt(comment.depth, 0), isNull(comment.deletedAt)));
  return found !== undefined;
}
