/** The pages on which a class reads and discusses an assignment's article, as data: those of an article, with another discussion, for whom it is. */
import type { ArticleView, BlockPageView, ThreadPageView, WholePageView } from "../../domain/reading";
import type { Reader } from "../../domain/permissions";
import { pageOfBlock, pageOfThread, viewOfArticle } from "../articles/queries";
import { wholeOf } from "../articles/whole";
import type { Context } from "../trpc";
import { groupsOf } from "./groups";
import { gatedArticle, gatedBlock, gatedThread, gatedWhole } from "./gated";
import { newerThan } from "./newer";
import { type Seat, seatIn } from "./visible";

type Asked = Context & { reader: Reader };
type At = { assignment: string; group: number | null };

/** What the head of those pages says of the work; a teacher is told of all groups. */
async function workOf({ db }: Context, { work, group, sight, due }: Seat) {
  const { id, title, instructions, timeZone, gate, gateOpenedAt, hasPseudonyms, hasGroups } = work.assignment;
  return {
    ...{ id, title, instructions, timeZone, hasPseudonyms, hasGroups },
    class: { id: work.class.id, name: work.class.name },
    gate,
    isGateOpen: sight.isGateOpen,
    isGateOpened: gateOpenedAt !== null,
    isLed: work.me.role === "teacher" && work.class.closedAt === null,
    isTeaching: sight.isTeaching,
    group: { number: group.number, name: group.name },
    groups: sight.isTeaching && hasGroups ? await groupsOf(db, id) : [],
    commentsDueAt: due.commentsDueAt?.toISOString() ?? null,
    repliesDueAt: due.repliesDueAt?.toISOString() ?? null,
    cutOffAt: due.cutOffAt?.toISOString() ?? null,
    hasOwnDates: due.isOwn,
    /** The number of a newer revision than the class reads; its teachers are told. */
    newer: sight.isTeaching ? await newerThan(db, work.assignment) : null,
  };
}

export type WorkView = Awaited<ReturnType<typeof workOf>>;

/** The reading page. @throws Refusal noSuch.page */
export async function readingView(ctx: Asked, at: At): Promise<{ work: WorkView; view: ArticleView }> {
  const seat = await seatIn(ctx, at);
  return { work: await workOf(ctx, seat), view: seat.sight.isGateOpen ? await viewOfArticle(ctx.db, seat.shown) : await gatedArticle(ctx.db, ctx.reader.id, seat.shown) };
}

export async function readingWhole(ctx: Asked, { after, ...at }: At & { after: string | null }): Promise<{ work: WorkView; view: WholePageView }> {
  const seat = await seatIn(ctx, at);
  return { work: await workOf(ctx, seat), view: seat.sight.isGateOpen ? await wholeOf(ctx.db, seat.shown, after) : await gatedWhole(ctx.db, ctx.reader.id, seat.shown) };
}

/** @throws Refusal noSuch.page, noSuch.block */
export async function readingBlock(ctx: Asked, { number, after, ...at }: At & { number: number; after: number }): Promise<{ work: WorkView; view: BlockPageView }> {
  const seat = await seatIn(ctx, at);
  return { work: await workOf(ctx, seat), view: seat.sight.isGateOpen ? await pageOfBlock(ctx.db, seat.shown, { number, after }) : await gatedBlock(ctx.db, ctx.reader.id, seat.shown, number) };
}

/** @throws Refusal noSuch.page, noSuch.thread, noSuch.comment */
export async function readingThread(ctx: Asked, { thread, from, after, ...at }: At & { thread: string; from: string | null; after: number }): Promise<{ work: WorkView; view: ThreadPageView }> {
  const seat = await seatIn(ctx, at);
  return { work: await workOf(ctx, seat), view: seat.sight.isGateOpen ? await pageOfThread(ctx.db, seat.shown, { thread, from, after }) : await gatedThread(ctx.db, ctx.reader.id, seat.shown, thread) };
}
