/** Reading: what a reader is told of their own progress. Visitors have none. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import { anchor, comment, placement, thread } from "../../db/schema/discussions";
import { readMark } from "../../db/schema/reading";
import { beginningOf } from "../../domain/comment-text";
import type { Reader } from "../../domain/permissions";
import { includes, readRanges } from "../../domain/read-ranges";
import { type Part, partsFrom, readSpot, type Spot, spotCursor } from "../../domain/reading-order";
import { firstView } from "../articles/first-view";
import { commentsById, namesAnswered } from "../comments/rows";
import { publicDiscussion, visibleDiscussion } from "../comments/visible";
import { unreadNotices } from "../notices/queries";
import { draftPlaces } from "../drafts/queries";
import { openItems } from "../moderation/queue";
import type { Context } from "../trpc";
import { standingIn, type Unread, unreadIn } from "./unread";

/**
 * Who the reader is in a discussion, whom they muted there, what they have not read and where they keep drafts: all that is
 * the reader's own on a page that is the same for everybody. `inOrder`: whether a page gives what is new in reading order. `waiting`: what waits for a moderator; null: they are none. `threads`: those on the page; null: those the article's page shows.
 */
export async function here(ctx: Context, input: { discussion: string; threads: string[] | null }) {
  const { reader } = ctx;
  if (!reader) return null;
  const where = await visibleDiscussion(ctx, input.discussion);
  const [{ own, muted, settled }, threads, drafts, notices, waiting] = await Promise.all([
    standingIn({ ...ctx, reader }, where.id),
    input.threads ?? shownFirst(ctx, where),
    draftPlaces({ ...ctx, reader }, where.id),
    unreadNotices(ctx.db, reader.id, ctx.now()),
    openItems(ctx.db, reader),
  ]);
  const decided = own === null ? [] : await decidedAbout(ctx.db, own);
  const known = { name: reader.name, participant: own, notices, waiting, decided, drafts };
  if (where.sight) return { ...known, inOrder: false, muted: [], unread: where.sight.isGateOpen ? await unreadIn({ ...ctx, reader }, where, own === null ? [] : [own], threads) : NOTHING_NEW };
  return { ...known, inOrder: true, muted, unread: await unreadIn({ ...ctx, reader }, where, settled, threads) };
}

/**
 * Behind a closed gate even a number would tell. Nor is anybody told in a class whom they muted elsewhere, and what these write there counts as
 * new like the others': it would tell who is behind a pseudonym.
 */
const NOTHING_NEW: Unread = { total: 0, blocks: {}, threads: {} };

/** A page shows fewer. */
const MOST_DECIDED = 200;

/** The reader's own comments that are kept from view, each with the decision, the newest first: their names are on no page. */
async function decidedAbout(db: Context["db"], participantId: string): Promise<{ comment: string; decision: string }[]> {
  const rows = await db
    .select({ comment: comment.id, decision: comment.restrictedBy })
    .from(comment)
    .where(and(eq(comment.participantId, participantId), isNotNull(comment.restriction)))
    .orderBy(desc(comment.id))
    .limit(MOST_DECIDED);
  return rows.flatMap(({ comment: id, decision }) => (decision === null ? [] : [{ comment: id, decision }]));
}

async function shownFirst(ctx: Context, { id, revisionId }: { id: string; revisionId: string }): Promise<string[]> {
  const { threads } = await firstView(ctx.db, { revisionId, head: { discussionId: id } });
  return threads.map(({ id }) => id);
}

const COMMENTS_A_PAGE = 40;
/** Marks may have gaps, and what fills them is found only when read: a page looks a little further than it is long. */
const LOOKED_AT = 4 * COMMENTS_A_PAGE;

/** What the reader has not read, in reading order from after a spot, a page at a time. */
export async function catchUp(ctx: Context & { reader: Reader }, input: { discussion: string; after: string | null }) {
  const where = await publicDiscussion(ctx, input.discussion);
  const until = ctx.now().toISOString();
  const { settled } = await standingIn(ctx, where.id);
  const [rows, { total }] = await Promise.all([unreadRows(ctx, where, settled, input.after === null ? null : readSpot(input.after)), unreadIn(ctx, where, settled, [])]);
  const unread = rows.filter(({ ranges, sequence }) => !includes(readRanges(ranges ?? ""), sequence));
  const page = unread.slice(0, COMMENTS_A_PAGE);
  const last = unread.length > COMMENTS_A_PAGE ? page.at(-1) : rows.length > LOOKED_AT ? rows.at(-1) : undefined;
  return { ...(await told(ctx, where, page)), total, until, next: last ? spotCursor(last) : null };
}

type Row = Spot & { id: string; threadId: string; place: "same" | "moved" | "removed"; quote: string | null; ranges: string | null };

/** `comments`: each with its place; those deleted since the rows were read are left out. `passages`: how their blocks begin. */
async function told({ db }: Context, where: { revisionId: string }, rows: Row[]) {
  const ids = rows.map(({ id }) => id);
  const numbers = [...new Set(rows.map(({ block: number }) => number))];
  const [comments, answered, blocks] = await Promise.all([
    commentsById(db, ids),
    namesAnswered(db, ids),
    numbers.length ? db.select({ number: block.number, text: block.text }).from(block).where(and(eq(block.revisionId, where.revisionId), inArray(block.number, numbers))).orderBy(block.number) : [],
  ]);
  const byId = new Map(comments.map((one) => [one.id, one]));
  return {
    passages: blocks.map(({ number, text }) => ({ number, beginning: beginningOf(text) })),
    comments: rows.flatMap(({ id, threadId, block: number, place, quote, sequence }) => {
      const found = byId.get(id);
      return found ? [{ block: number === 0 ? null : number, isRemoved: place === "removed", thread: threadId, quote, sequence, answers: answered.get(id) ?? null, comment: found }] : [];
    }),
  };
}

async function unreadRows(ctx: Context & { reader: Reader }, where: { id: string; revisionId: string }, settled: string[], after: Spot | null): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of partsFrom(after)) {
    if (rows.length <= LOOKED_AT) rows.push(...(await unreadOfPart(ctx, where, settled, part, after, LOOKED_AT + 1 - rows.length)));
  }
  return rows;
}

/** In the order of two indexes, placements by block and comments by thread, so that no more is read than looked at. */
function unreadOfPart({ db, reader }: Context & { reader: Reader }, where: { id: string; revisionId: string }, settled: string[], part: Part, after: Spot | null, most: number): Promise<Row[]> {
  const upTo = sql`coalesce(${readMark.upTo}, 0)`;
  const begins = after && (part === "whole") === (after.block === 0);
  const beyond = begins
    ? and(
        sql`(${placement.blockNumber}, ${placement.ordinal}) >= (${after.block}, ${after.ordinal})`,
        sql`(${placement.blockNumber}, ${placement.ordinal}, ${comment.sequence}) > (${after.block}, ${after.ordinal}, ${after.sequence})`,
      )
    : undefined;
  return db
    .select({ id: comment.id, threadId: thread.id, block: placement.blockNumber, ordinal: placement.ordinal, sequence: comment.sequence, place: placement.place, quote: anchor.quote, ranges: readMark.ranges })
    .from(placement)
    .innerJoin(thread, eq(thread.id, placement.threadId))
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .leftJoin(readMark, and(eq(readMark.memberId, reader.id), eq(readMark.threadId, thread.id)))
    .innerJoin(comment, and(eq(comment.threadId, thread.id), gt(comment.sequence, upTo)))
    .where(
      and(
        eq(placement.discussionId, where.id),
        eq(placement.revisionId, where.revisionId),
        part === "whole" ? eq(placement.blockNumber, 0) : gt(placement.blockNumber, 0),
        gt(thread.total, upTo),
        isNull(comment.deletedAt),
        settled.length ? notInArray(comment.participantId, settled) : undefined,
        beyond,
      ),
    )
    .orderBy(asc(placement.blockNumber), asc(placement.ordinal), asc(comment.sequence))
    .limit(most);
}
