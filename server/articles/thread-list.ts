/** The threads of an article as a list, in an order, of a kind, of a person: a page of them. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client";
import { anchor, comment, placement, thread } from "../../db/schema/discussions";
import { beginningOf } from "../../domain/comment-text";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { ListedThread, ThreadListView } from "../../domain/reading";
import { partsFrom, readSpot, spotCursor } from "../../domain/reading-order";
import type { CommentView } from "../../domain/thread";
import type { ThreadOrder, ThreadWish } from "../../domain/thread-list";
import { firstComments } from "../comments/rows";
import { publicParticipant } from "../comments/visible";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { type VisibleArticle, visibleArticle } from "./visible";

const THREADS_A_PAGE = 20;

/** Three lines or four on a desk: enough to see what is meant. */
const BEGINNING = 280;

/**
 * A thread that did not move since the page before is neither left out nor told twice. One that moved up meanwhile (somebody
 * wrote in it) stands further up, on a page already seen, in the orders that tell of it. @throws Refusal noSuch.article, noSuch.member
 */
export async function threadList({ db }: Context, input: ThreadWish & { slug: string; after: string | null }): Promise<ThreadListView> {
  const shown = await visibleArticle({ db }, input.slug);
  const by = input.by === null ? null : await publicParticipant({ db }, input.by);
  if (by && by.discussionId !== shown.head.discussionId) throw noSuch("member");
  const rows = await pages[input.order](db, shown, wishedFor(db, input), input.after);
  const page = rows.slice(0, THREADS_A_PAGE);
  const last = rows.length > THREADS_A_PAGE ? page.at(-1) : undefined;
  const [firsts, [answered]] = await Promise.all([
    firstComments(db, new Map(page.map(({ id }) => [id, 1]))),
    db.select({ id: thread.id }).from(thread).where(and(eq(thread.discussionId, shown.head.discussionId), isNotNull(thread.answer))).limit(1),
  ]);
  return {
    head: shown.head,
    by: by && { id: by.id, name: by.name },
    threads: page.flatMap((row) => {
      const first = firsts.get(row.id)?.[0];
      return first ? [viewOf(row, first)] : [];
    }),
    next: last ? cursors[input.order](last) : null,
    hasAnswers: answered !== undefined,
  };
}

type Row = Awaited<ReturnType<typeof select>>[number];

function viewOf({ id, block, place, text, quote, comments, lastCommentAt, answer, pinnedAt }: Row, first: CommentView): ListedThread {
  return {
    ...{ id, quote },
    block: block === 0 ? null : block,
    passage: place === "removed" ? "removed" : text,
    first: { ...first, body: beginningOf(first.body, BEGINNING) },
    replies: comments - (first.deletedAt === null ? 1 : 0),
    lastAt: lastCommentAt.toISOString(),
    answer,
    isPinned: pinnedAt !== null,
  };
}

/** Deleted comments count for nobody: whose they were is not told. */
function wishedFor(db: Db, { kind, answer, by }: ThreadWish): SQL | undefined {
  const written = by === null ? null : db.select({ id: comment.threadId }).from(comment).where(and(eq(comment.participantId, by), isNull(comment.deletedAt)));
  const answered = answer === null ? undefined : answer === "none" ? isNull(thread.answer) : eq(thread.answer, answer);
  return and(kind === null ? undefined : eq(thread.kind, kind), answered, written ? inArray(thread.id, written) : undefined);
}

function select(db: Db, { head, revisionId }: VisibleArticle, wanted: SQL | undefined, order: SQL[], most = THREADS_A_PAGE + 1) {
  return db
    .select({ id: thread.id, block: placement.blockNumber, ordinal: placement.ordinal, place: placement.place, text: placement.text, quote: anchor.quote, comments: thread.comments, lastCommentAt: thread.lastCommentAt, answer: thread.answer, pinnedAt: thread.pinnedAt })
    .from(thread)
    .innerJoin(placement, and(eq(placement.threadId, thread.id), eq(placement.revisionId, revisionId)))
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .where(and(eq(thread.discussionId, head.discussionId), wanted))
    .orderBy(...order)
    .limit(most);
}

/** A made-up cursor may hold more than a column of whole numbers does. */
const MOST_COUNTED = 2 ** 31 - 1;

type Page = (db: Db, shown: VisibleArticle, wanted: SQL | undefined, after: string | null) => Promise<Row[]>;

/**
 * Each order is that of an index, read from the cursor on: `placement_block`; `thread_newest`, of one kind
 * `thread_kind_newest`; `thread_discussed`, of one kind `thread_kind_discussed`. Of one answer `thread_answered` serves the first. Only what is sifted while an index is read
 * grows with the discussion: those of a kind along the text, and those of a person, whose threads `comment_participant` tells.
 */
const pages: Record<ThreadOrder, Page> = {
  place: alongTheText,
  newest: (db, shown, wanted, after) => {
    const from = readCursor(after ?? "");
    const at = from && new Date(from.at);
    // Said twice: the index is sought by the first and sifted by the second, which few share a millisecond for.
    const beyond = from && at ? and(lte(thread.lastCommentAt, at), or(lt(thread.lastCommentAt, at), lt(thread.id, from.id))) : undefined;
    return select(db, shown, and(wanted, beyond), [desc(thread.lastCommentAt), desc(thread.id)]);
  },
  discussed: (db, shown, wanted, after) => {
    const from = readCursor(after ?? "");
    const beyond = from ? sql`(${thread.comments}, ${thread.id}) < (${Math.min(from.at, MOST_COUNTED)}, ${from.id})` : undefined;
    return select(db, shown, and(wanted, beyond), [desc(thread.comments), desc(thread.id)]);
  },
};

const cursors: Record<ThreadOrder, (row: Row) => string> = {
  place: ({ block, ordinal }) => spotCursor({ block, ordinal, sequence: 0 }),
  newest: ({ id, lastCommentAt }) => cursorOf({ at: lastCommentAt.getTime(), id }),
  discussed: ({ id, comments }) => cursorOf({ at: comments, id }),
};

async function alongTheText(db: Db, shown: VisibleArticle, wanted: SQL | undefined, after: string | null): Promise<Row[]> {
  const from = after === null ? null : readSpot(after);
  const rows: Row[] = [];
  for (const part of partsFrom(from)) {
    const most = THREADS_A_PAGE + 1 - rows.length;
    const begins = from && (part === "whole") === (from.block === 0);
    const here = and(
      eq(placement.discussionId, shown.head.discussionId),
      part === "whole" ? eq(placement.blockNumber, 0) : gt(placement.blockNumber, 0),
      begins ? sql`(${placement.blockNumber}, ${placement.ordinal}) > (${from.block}, ${from.ordinal})` : undefined,
    );
    if (most > 0) rows.push(...(await select(db, shown, and(wanted, here), [asc(placement.blockNumber), asc(placement.ordinal)], most)));
  }
  return rows;
}
