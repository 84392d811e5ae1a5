/** The review, a page of a group at a time, with old and new words side by side. */
import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import { comment, placement, thread } from "../../db/schema/discussions";
import { carryOver, draftBlock } from "../../db/schema/editing";
import { type Span } from "../../domain/blocks";
import { type CarryGroup, carryGroups, seemsAnother } from "../../domain/carry-over";
import { beginningOf } from "../../domain/comment-text";
import { editedArticle, textOf } from "../editing/visible";
import type { Context } from "../trpc";
import { type Carrying, carryingOf } from "./carrying";
import { draftOfArticle, type RevisingDraft, revisingDraft } from "./drafts";
import { type ReviewCounts, reviewCounts } from "./review";

/** Below this what is nearest to a passage that is gone has nothing in common with it but the smallest words. */
const LEAST_TO_SHOW = 30;

/** Cases on a page: as many as are decided in one sitting without scrolling back. */
const CASES_ON_A_PAGE = 25;

export type PassageSaid = { number: number; blockId: string; text: string; span: Span | null };

export type ReviewCase = {
  thread: string;
  /** Its first comment. */
  first: string;
  group: CarryGroup;
  /** Where the newest revision has it, and where the draft; null: the whole article, or gone. */
  old: PassageSaid | null;
  now: PassageSaid | null;
  nearest: PassageSaid | null;
  method: string;
  /** In hundredths. */
  likeness: number;
  decision: "accepted" | "attached" | "detached" | null;
  /** The decision's own id; whoever decides anew names it. */
  decidedIn: string | null;
  /** Undecided threads that ask the same, this one included. */
  alike: number;
  /** The beginning of what was said, and how many comments there are. */
  said: string;
  comments: number;
};

/**
 * `number`: of the revision it would be; `isCurrent`: whether the counts are of this very text; `carrying`: what is or was computed;
 * `why`: what was said already of why it is made; `isAnother`: almost nothing of the newest revision is left; `canUndo`: this reader has decided something.
 */
export type Review = {
  slug: string;
  title: string;
  language: string;
  version: number;
  isCurrent: boolean;
  number: number;
  counts: ReviewCounts;
  carrying: Carrying | null;
  why: string;
  isAnother: boolean;
  canUndo: boolean;
  group: CarryGroup;
  cases: ReviewCase[];
  /** The cursor of this page, and of the next. */
  after: string | null;
  next: string | null;
};

const cursorOf = (oldNumber: number, threadId: string): string => `${oldNumber}.${threadId}`;

/** `after`: a cursor of this page's `next`. @throws Refusal noSuch.article, conflict.changed */
export async function review(ctx: Context, { slug, group: wished, after }: { slug: string; group: CarryGroup | null; after: string | null }): Promise<Review> {
  const revising = await revisingDraft(ctx, slug);
  const { draft } = revising;
  const [counts, carrying, [mine]] = await Promise.all([
    reviewCounts(ctx.db, draft.id),
    carryingOf(ctx.db, draft.id, ctx.now()),
    ctx.db.select({ id: carryOver.decidedIn }).from(carryOver).where(and(eq(carryOver.draftId, draft.id), eq(carryOver.decidedBy, ctx.reader?.id ?? ""), isNotNull(carryOver.decidedIn))).limit(1),
  ]);
  const group = wished ?? carryGroups.find((one) => counts[one] > 0) ?? "needs-you";
  const { cases, next } = await casesOf(ctx, revising, group, after);
  const { title, language, version } = draft;
  const isCurrent = draft.reviewed === version;
  return { ...{ slug, title, language, version, counts, group, carrying, cases, after, next, isCurrent }, number: draft.basedOn + 1, why: draft.why ?? "", isAnother: seemsAnother(carrying?.kept ?? null), canUndo: mine !== undefined };
}

async function casesOf(ctx: Context, revising: RevisingDraft, group: CarryGroup, after: string | null): Promise<Pick<Review, "cases" | "next">> {
  const [, number = "0", id = ""] = /^(\d{1,9})\.(.+)$/.exec(after ?? "") ?? [];
  const rows = await ctx.db
    .select({ row: carryOver, comments: thread.comments, first: comment.id, body: comment.body, start: placement.start, end: placement.end })
    .from(carryOver)
    .innerJoin(thread, eq(thread.id, carryOver.threadId))
    .innerJoin(placement, and(eq(placement.threadId, carryOver.threadId), eq(placement.revisionId, revising.revisionId)))
    .innerJoin(comment, and(eq(comment.threadId, thread.id), eq(comment.sequence, 1)))
    .where(and(eq(carryOver.draftId, revising.draft.id), eq(carryOver.group, group), sql`(${carryOver.oldNumber}, ${carryOver.threadId}) > (${Number(number)}, ${id})`))
    .orderBy(asc(carryOver.oldNumber), asc(carryOver.threadId))
    .limit(CASES_ON_A_PAGE + 1);
  const shown = rows.slice(0, CASES_ON_A_PAGE);
  const these = shown.map(({ row }) => row);
  const [passages, alike] = await Promise.all([passagesOf(ctx, revising, these), alikeOf(ctx, these)]);
  const cases = shown.map(({ row, first, comments, body, start, end }): ReviewCase => ({
    ...{ thread: row.threadId, group: row.group, method: row.method, likeness: row.likeness, decision: row.decision, decidedIn: row.decidedIn },
    ...passages(row, spanOf(start, end)),
    said: beginningOf(body),
    ...{ comments, first, alike: alike(row) },
  }));
  const last = these.at(-1);
  return { cases, next: rows.length > shown.length && last ? cursorOf(last.oldNumber, last.threadId) : null };
}

const spanOf = (start: number | null, end: number | null): Span | null => (start === null || end === null ? null : { start, end });

type Row = typeof carryOver.$inferSelect;

async function passagesOf({ db }: Context, { draft, revisionId }: RevisingDraft, rows: readonly Row[]) {
  const oldNumbers = [...new Set(rows.map(({ oldNumber }) => oldNumber))];
  const newIds = [...new Set(rows.flatMap(({ blockId, nearestId }) => [blockId, nearestId]))].filter((id) => id !== null);
  const [olds, news] = await Promise.all([
    oldNumbers.length === 0 ? [] : db.select({ number: block.number, blockId: block.blockId, text: block.text }).from(block).where(and(eq(block.revisionId, revisionId), inArray(block.number, oldNumbers))),
    newIds.length === 0 ? [] : db.select({ blockId: draftBlock.blockId, text: draftBlock.text }).from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), inArray(draftBlock.blockId, newIds))),
  ]);
  const [old, now] = [new Map(olds.map((one) => [one.number, one])), new Map(news.map((one) => [one.blockId, one]))];
  const at = (number: number | null, blockId: string | null, span: Span | null): PassageSaid | null => {
    const here = now.get(blockId ?? "");
    return here && number !== null ? { ...here, number, span } : null;
  };
  return (row: Row, oldSpan: Span | null): Pick<ReviewCase, "old" | "now" | "nearest"> => {
    const was = old.get(row.oldNumber);
    return { old: was ? { ...was, span: oldSpan } : null, now: at(row.number, row.blockId, spanOf(row.start, row.end)), nearest: row.likeness < LEAST_TO_SHOW ? null : at(row.nearest, row.nearestId, null) };
  };
}

/** How many undecided threads of the whole review ask the same as each of these. */
async function alikeOf({ db }: Context, rows: readonly Row[]): Promise<(row: Row) => number> {
  const [first] = rows;
  if (first?.group !== "needs-you") return () => 1;
  const { oldNumber, number } = carryOver;
  const here = and(eq(carryOver.draftId, first.draftId), eq(carryOver.group, "needs-you"), isNull(carryOver.decidedIn), inArray(oldNumber, [...new Set(rows.map((row) => row.oldNumber))]));
  const counted = await db.select({ oldNumber, number, threads: count() }).from(carryOver).where(here).groupBy(oldNumber, number);
  const threads = new Map(counted.map((one) => [`${one.oldNumber} ${one.number}`, one.threads]));
  return (row) => threads.get(`${row.oldNumber} ${row.number}`) ?? 1;
}

/** Whether there is a draft still, and what is being computed or published. A published one is gone. @throws Refusal noSuch.article */
export async function carryingStatus(ctx: Context, { slug }: { slug: string }): Promise<{ hasDraft: boolean; carrying: Carrying | null }> {
  const draft = await draftOfArticle(ctx, (await editedArticle(ctx, slug)).id);
  return { hasDraft: draft !== null, carrying: draft && (await carryingOf(ctx.db, draft.id, ctx.now())) };
}
