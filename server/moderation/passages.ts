/** The passages of an article to which a moderator may move a thread. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import { block, revision } from "../../db/schema/articles";
import { comment, placement } from "../../db/schema/discussions";
import { sealed } from "../../db/schema/moderation";
import { beginningOf } from "../../domain/comment-text";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { moderatedComments } from "./subjects";

/** As many as are looked through at a glance; a search narrows them. */
const PASSAGES_ON_A_PAGE = 40;
/** Enough to know a passage by. */
const BEGINNING = 120;

/** `query`: words that the passage holds, or its number; empty: all. @throws Refusal noSuch.comment */
export async function passagesFor(ctx: Context & { reader: Reader }, { item, query, page: wished }: { item: string; query: string; page: number }) {
  const { db } = ctx;
  const [about] = await moderatedComments(ctx, [item]);
  if (!about) throw noSuch("comment");
  const words = query.trim();
  const numbered = /^\d{1,9}$/.test(words) ? sql` or ${block.number} = ${Number(words)}` : sql``;
  const here = and(eq(block.revisionId, about.revisionId), words === "" ? undefined : sql`(lower(${block.text}) like lower(${`%${words.replace(/[\\%_]/g, "\\$&")}%`}) escape '\\'${numbered})`);
  const [[counted], [first], [head], [stands]] = await Promise.all([
    db.select({ found: count() }).from(block).where(here),
    db.select({ body: comment.body, sealed: sealed.body }).from(comment).leftJoin(sealed, eq(sealed.commentId, comment.id)).where(and(eq(comment.threadId, about.threadId), eq(comment.sequence, 1))),
    db.select({ title: revision.title, language: revision.language }).from(revision).where(eq(revision.id, about.revisionId)),
    db.select({ number: placement.blockNumber }).from(placement).where(and(eq(placement.threadId, about.threadId), eq(placement.revisionId, about.revisionId))),
  ]);
  if (!head) throw noSuch("comment");
  const found = counted?.found ?? 0;
  const pages = Math.max(1, Math.ceil(found / PASSAGES_ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, wished));
  const rows = await db.select({ number: block.number, text: block.text }).from(block).where(here).orderBy(asc(block.number)).limit(PASSAGES_ON_A_PAGE).offset((page - 1) * PASSAGES_ON_A_PAGE);
  return { ...head, slug: about.slug, item, thread: about.threadId, said: beginningOf(first?.sealed ?? first?.body ?? ""), stands: stands?.number || null, query: words, found, page, pages, passages: rows.map(({ number, text }) => ({ number, text: beginningOf(text, BEGINNING) })) };
}

export type MovePassages = Awaited<ReturnType<typeof passagesFor>>;
