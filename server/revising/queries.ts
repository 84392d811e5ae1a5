/** The review, a page of a group at a time, with old and new words side by side. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import { comment, placement, thread } from "../../db/schema/discussions";
import { carryOver } from "../../db/schema/editing";
import { type Span } from "../../domain/blocks";
import { type CarryGroup, carryGroups } from "../../domain/carry-over";
import { beginningOf } from "../../domain/comment-text";
import type { Context } from "../trpc";
import { blocksOfDraft, type RevisingDraft, revisingDraft } from "./drafts";
import { type ReviewCounts, reviewCounts } from "./review";

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
  /** The beginning of what was said, and how many comments there are. */
  said: string;
  comments: number;
};

/** `number`: of the revision it would be; `isCurrent`: whether the counts are of this very text. */
export type Review = { slug: string; title: string; language: string; version: number; isCurrent: boolean; number: number; counts: ReviewCounts; group: CarryGroup; cases: ReviewCase[]; next: string | null };

const cursorOf = (oldNumber: number, threadId: string): string => `${oldNumber}.${threadId}`;

/** `after`: a cursor of this page's `next`. @throws Refusal noSuch.article, conflict.changed */
export async function review(ctx: Context, { slug, group: wished, after }: { slug: string; group: CarryGroup | null; after: string | null }): Promise<Review> {
  const revising = await revisingDraft(ctx, slug);
  const { draft } = revising;
  const counts = await reviewCounts(ctx.db, draft.id);
  const group = wished ?? carryGroups.find((one) => counts[one] > 0) ?? "needs-you";
  const [, number = "0", id = ""] = /^(\d{1,9})\.(.+)$/.exec(after ?? "") ?? [];
  const rows = await ctx.db
    .select({ row: carryOver, comments: thread.comments, first: comment.id, body: comment.body, start: placement.start, end: placement.end })
    .from(carryOver)
    .innerJoin(thread, eq(thread.id, carryOver.threadId))
    .innerJoin(placement, and(eq(placement.threadId, carryOver.threadId), eq(placement.revisionId, revising.revisionId)))
    .innerJoin(comment, and(eq(comment.threadId, thread.id), eq(comment.sequence, 1)))
    .where(and(eq(carryOver.draftId, draft.id), eq(carryOver.group, group), sql`(${carryOver.oldNumber}, ${carryOver.threadId}) > (${Number(number)}, ${id})`))
    .orderBy(asc(carryOver.oldNumber), asc(carryOver.threadId))
    .limit(CASES_ON_A_PAGE + 1);
  const shown = rows.slice(0, CASES_ON_A_PAGE);
  const passages = await passagesOf(ctx, revising, shown.map(({ row }) => row));
  const cases = shown.map(({ row, first, comments, body, start, end }): ReviewCase => ({
    ...{ thread: row.threadId, group: row.group, method: row.method, likeness: row.likeness, decision: row.decision },
    ...passages(row, spanOf(start, end)),
    said: beginningOf(body),
    ...{ comments, first },
  }));
  const last = shown.at(-1)?.row;
  const { title, language, version } = draft;
  return { ...{ slug, title, language, version, counts, group }, isCurrent: draft.reviewed === version, number: draft.basedOn + 1, cases, next: rows.length > shown.length && last ? cursorOf(last.oldNumber, last.threadId) : null };
}

const spanOf = (start: number | null, end: number | null): Span | null => (start === null || end === null ? null : { start, end });

type Row = typeof carryOver.$inferSelect;

async function passagesOf({ db }: Context, { draft, revisionId }: RevisingDraft, rows: readonly Row[]) {
  const oldNumbers = [...new Set(rows.map(({ oldNumber }) => oldNumber))];
  const [olds, news] = await Promise.all([
    oldNumbers.length === 0 ? [] : db.select({ number: block.number, blockId: block.blockId, text: block.text }).from(block).where(and(eq(block.revisionId, revisionId), inArray(block.number, oldNumbers))),
    blocksOfDraft(db, draft.id),
  ]);
  const old = new Map(olds.map((one) => [one.number, one]));
  const at = (number: number | null, span: Span | null): PassageSaid | null => {
    const here = number === null ? undefined : news[number - 1];
    return here && number !== null ? { number, blockId: here.blockId, text: here.text, span } : null;
  };
  return (row: Row, oldSpan: Span | null): Pick<ReviewCase, "old" | "now" | "nearest"> => {
    const was = old.get(row.oldNumber);
    return { old: was ? { ...was, span: oldSpan } : null, now: at(row.number, spanOf(row.start, row.end)), nearest: at(row.nearest, null) };
  };
}
