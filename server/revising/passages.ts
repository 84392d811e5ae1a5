/** The passages of a draft to choose from, where a thread belongs elsewhere than was computed. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import { comment, placement } from "../../db/schema/discussions";
import { carryOver, draftBlock } from "../../db/schema/editing";
import { beginningOf } from "../../domain/comment-text";
import { textOf } from "../editing/visible";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { type RevisingDraft, revisingDraft } from "./drafts";

/** As many as are looked through at a glance; a search narrows them. */
const PASSAGES_ON_A_PAGE = 40;
/** Enough to know a passage by. */
const BEGINNING = 120;

export type PassageToChoose = { number: number; text: string };

/** The thread that is to be placed. `said`: how it begins; `old`: the block it is on now. */
export type AboutThread = {
  slug: string;
  title: string;
  language: string;
  version: number;
  number: number;
  thread: string;
  decidedIn: string | null;
  said: string;
  old: { number: number; text: string } | null;
};

/** `found`: how many the search leaves; `pages`: of those. */
export type Passages = AboutThread & {
  query: string;
  passages: PassageToChoose[];
  found: number;
  page: number;
  pages: number;
};

/** @throws Refusal noSuch.thread */
export async function aboutThread({ db }: Pick<Context, "db">, { draft, revisionId }: RevisingDraft, { slug, thread }: { slug: string; thread: string }): Promise<AboutThread> {
  const [about] = await db
    .select({ decidedIn: carryOver.decidedIn, body: comment.body, number: block.number, text: block.text })
    .from(carryOver)
    .innerJoin(comment, and(eq(comment.threadId, carryOver.threadId), eq(comment.sequence, 1)))
    .innerJoin(placement, and(eq(placement.threadId, carryOver.threadId), eq(placement.revisionId, revisionId)))
    .leftJoin(block, and(eq(block.revisionId, revisionId), eq(block.number, placement.blockNumber)))
    .where(and(eq(carryOver.draftId, draft.id), eq(carryOver.threadId, thread)));
  if (!about) throw noSuch("thread");
  const { title, language, version, basedOn } = draft;
  const old = about.number === null || about.text === null ? null : { number: about.number, text: about.text };
  return { ...{ slug, title, language, version, thread, old }, number: basedOn + 1, decidedIn: about.decidedIn, said: beginningOf(about.body) };
}

/** `query`: words that the passage holds, in any case, or its number; empty: all. @throws Refusal noSuch.article, noSuch.thread, conflict.changed */
export async function passagesToChoose(ctx: Context, { slug, thread, query, page: wished }: { slug: string; thread: string; query: string; page: number }): Promise<Passages> {
  const revising = await revisingDraft(ctx, slug);
  const { draft } = revising;
  const about = await aboutThread(ctx, revising, { slug, thread });
  const words = query.trim();
  // Numbered among all that the draft keeps, then narrowed.
  const all = ctx.db.select({ blockId: draftBlock.blockId, number: sql<number>`row_number() over (order by ${draftBlock.position})`.mapWith(Number).as("number") }).from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.dropped, false))).as("numbered");
  const numbered = /^\d{1,9}$/.test(words) ? sql` or ${all.number} = ${Number(words)}` : sql``;
  const isWanted = words === "" ? undefined : sql`(lower(${draftBlock.text}) like lower(${`%${words.replace(/[\\%_]/g, "\\$&")}%`}) escape '\\'${numbered})`;
  const here = and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.dropped, false), isWanted);
  const [counted] = await ctx.db.select({ found: count() }).from(draftBlock).innerJoin(all, eq(all.blockId, draftBlock.blockId)).where(here);
  const found = counted?.found ?? 0;
  const pages = Math.max(1, Math.ceil(found / PASSAGES_ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, wished));
  const rows = await ctx.db
    .select({ number: all.number, text: draftBlock.text })
    .from(draftBlock)
    .innerJoin(all, eq(all.blockId, draftBlock.blockId))
    .where(here)
    .orderBy(asc(draftBlock.position))
    .limit(PASSAGES_ON_A_PAGE)
    .offset((page - 1) * PASSAGES_ON_A_PAGE);
  return {
    ...about,
    ...{ found, page, pages },
    query: words,
    passages: rows.map(({ number, text }) => ({ number, text: beginningOf(text, BEGINNING) })),
  };
}
