/** What editors see of one article: its state, and its draft a page of blocks at a time. */
import { and, asc, count, eq, inArray, lt, lte } from "drizzle-orm";
import { formerSlug, revision } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { draftBlock, type EditKind, revisionDraft } from "../../db/schema/editing";
import type { EditedBlock } from "../../domain/editing";
import type { Span } from "../../domain/blocks";
import { sentencesOf } from "../../domain/importing/sentences";
import type { Context } from "../trpc";
import { neighbour } from "./acts";
import { editNumbered } from "./history";
import { blockOfDraft, editedArticle, type KeptBlock, visibleDraft, textOf } from "./visible";

export type EditedArticle = {
  slug: string;
  state: "draft" | "published" | "withdrawn";
  title: string;
  language: string;
  revision: number;
  comments: number;
  formerSlugs: string[];
  /** A next revision is being written. */
  hasDraft: boolean;
  withdrawn: { at: string; why: string } | null;
};

/** As many as anybody looks through; an article seldom has two. */
const FORMER_SHOWN = 20;

/** An article in whatever state, as its editors know it. @throws Refusal noSuch.article */
export async function articleToEdit({ db }: Context, { slug }: { slug: string }): Promise<EditedArticle> {
  const found = await editedArticle({ db }, slug);
  const head = { title: revisionDraft.title, language: revisionDraft.language };
  const [newest] =
    found.state === "draft"
      ? await db.select(head).from(revisionDraft).where(and(eq(revisionDraft.articleId, found.id), eq(revisionDraft.retired, "")))
      : await db.select({ title: revision.title, language: revision.language }).from(revision).where(and(eq(revision.articleId, found.id), eq(revision.number, found.newest)));
  const [[said], former, [begun]] = await Promise.all([
    db.select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, found.discussionId)),
    db.select({ slug: formerSlug.slug }).from(formerSlug).where(eq(formerSlug.articleId, found.id)).orderBy(formerSlug.slug).limit(FORMER_SHOWN),
    db.select({ id: revisionDraft.id }).from(revisionDraft).where(and(eq(revisionDraft.articleId, found.id), eq(revisionDraft.retired, ""))),
  ]);
  return {
    ...{ slug, state: found.state, title: newest?.title ?? "", language: newest?.language ?? "und", revision: found.newest, comments: said?.comments ?? 0 },
    hasDraft: begun !== undefined,
    formerSlugs: former.map((one) => one.slug).filter((one) => one !== slug),
    withdrawn: found.withdrawnAt && { at: found.withdrawnAt.toISOString(), why: found.withdrawnWhy ?? "" },
  };
}

/** As many as are edited without losing one's place; 4,000 make 40 pages of some 100 kB. */
export const BLOCKS_A_PAGE = 100;

/** A block of a draft; `number` as readers will see it, null for one left out. */
export type DraftBlockView = EditedBlock & { id: string; number: number | null; dropped: boolean };

export type DraftView = {
  slug: string;
  version: number;
  title: string;
  standfirst: string | null;
  byline: string | null;
  date: string | null;
  source: string | null;
  language: string;
  encoding: string | null;
  /** The revision it was begun from; 0: none was published yet. */
  basedOn: number;
  /** What the import left out and nobody took back, by its place in the list. */
  dropped: { which: number; text: string }[];
  /** Pictures that nobody has described. */
  undescribed: { id: string; number: number; text: string; source: string }[];
  undescribedMore: number;
  blocks: DraftBlockView[];
  /** Blocks of the article, without those left out. */
  total: number;
  page: number;
  pages: number;
  undo: EditKind | null;
  redo: EditKind | null;
};

/** Asked for at once; the rest when these are done. */
const UNDESCRIBED_SHOWN = 20;

/** A draft, its blocks a page at a time: page `page`, or the one on which block `at` stands. @throws Refusal noSuch.article */
export async function draftView(ctx: Context, input: { slug: string; page: number; at: string | null }): Promise<DraftView> {
  const { db } = ctx;
  const { draft, slug } = await visibleDraft(ctx, input.slug);
  const here = eq(draftBlock.draftId, textOf(draft));
  const counted = async (where: ReturnType<typeof and>): Promise<number> => (await db.select({ count: count() }).from(draftBlock).where(where))[0]?.count ?? 0;
  const [rows, total, at, undo, redo] = await Promise.all([
    counted(here),
    counted(and(here, eq(draftBlock.dropped, false))),
    input.at === null ? null : db.select({ position: draftBlock.position }).from(draftBlock).where(and(here, eq(draftBlock.blockId, input.at))),
    editNumbered(ctx, draft.id, draft.edit),
    editNumbered(ctx, draft.id, draft.edit + 1),
  ]);
  const pages = Math.max(1, Math.ceil(rows / BLOCKS_A_PAGE));
  const wanted = at?.[0] ? Math.floor((await counted(and(here, lt(draftBlock.position, at[0].position)))) / BLOCKS_A_PAGE) + 1 : input.page;
  const page = Math.min(pages, Math.max(1, wanted));
  const shown = await db.select().from(draftBlock).where(here).orderBy(asc(draftBlock.position)).limit(BLOCKS_A_PAGE).offset((page - 1) * BLOCKS_A_PAGE);
  const before = shown[0] ? await counted(and(here, eq(draftBlock.dropped, false), lt(draftBlock.position, shown[0].position))) : 0;
  const figures = await db.select().from(draftBlock).where(and(here, eq(draftBlock.kind, "figure"), eq(draftBlock.dropped, false))).orderBy(asc(draftBlock.position));
  const undescribed = figures.filter(({ shape: { image } }) => image && image.alternative === "" && !image.decorative);
  const { title, standfirst, byline, date, source, language, encoding, version, basedOn } = draft;
  return {
    ...{ slug, version, title, standfirst, byline, date, source, language, encoding, basedOn, total, page, pages },
    dropped: await leftOut(ctx, draft),
    undescribed: await Promise.all(
      undescribed.slice(0, UNDESCRIBED_SHOWN).map(async ({ blockId, text, position, shape }) => ({ id: blockId, text, source: shape.image?.source ?? "", number: await counted(and(here, eq(draftBlock.dropped, false), lte(draftBlock.position, position))) })),
    ),
    undescribedMore: Math.max(0, undescribed.length - UNDESCRIBED_SHOWN),
    blocks: numbered(shown, before),
    undo: undo?.kind ?? null,
    redo: redo?.kind ?? null,
  };
}

function numbered(rows: readonly KeptBlock[], before: number): DraftBlockView[] {
  let number = before;
  return rows.map(({ blockId, kind, text, marks, shape, dropped }) => ({ id: blockId, number: dropped ? null : (number += 1), kind, text, marks, shape, dropped }));
}

/** What was taken back stands in the text and is no longer listed; taken out again, it is. */
async function leftOut({ db }: Context, { dropped, ...draft }: { id: string; textIn: string | null; dropped: string[] }): Promise<DraftView["dropped"]> {
  if (dropped.length === 0) return [];
  const taken = await db.select({ text: draftBlock.text }).from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), inArray(draftBlock.text, dropped)));
  const inText = new Set(taken.map(({ text }) => text));
  return dropped.flatMap((text, which) => (inText.has(text) ? [] : [{ which, text }]));
}

export type DraftBlockPage = {
  slug: string;
  version: number;
  language: string;
  block: DraftBlockView;
  sentences: Span[];
  /** The block that would be joined to it; null: there is none. */
  next: { number: number; text: string; joins: boolean } | null;
};

/** One block with what can be done to it. @throws Refusal noSuch.article, noSuch.block */
export async function draftBlockPage(ctx: Context, input: { slug: string; block: string }): Promise<DraftBlockPage> {
  const shown = await visibleDraft(ctx, input.slug);
  const block = await blockOfDraft(ctx, shown, input.block);
  const [next, [before]] = await Promise.all([
    neighbour(ctx, shown, block.position, 1),
    ctx.db.select({ count: count() }).from(draftBlock).where(and(eq(draftBlock.draftId, textOf(shown.draft)), eq(draftBlock.dropped, false), lt(draftBlock.position, block.position))),
  ]);
  const number = (before?.count ?? 0) + 1;
  const { language, version } = shown.draft;
  return {
    ...{ slug: shown.slug, version, language, sentences: sentencesOf(block.text, language) },
    block: { id: block.blockId, number: block.dropped ? null : number, kind: block.kind, text: block.text, marks: block.marks, shape: block.shape, dropped: block.dropped },
    next: next && !block.dropped ? { number: number + 1, text: next.text, joins: next.shape.image === undefined } : null,
  };
}
