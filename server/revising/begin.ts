/** Beginning the next revision of a published article: a draft with the blocks of the newest one, by their lasting ids. */
import { asc, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { isDuplicate } from "../../db/faults";
import { block } from "../../db/schema/articles";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { positionsOf } from "../../domain/positions";
import { visibleArticle } from "../articles/visible";
import { chunked } from "../articles/revision-writes";
import { draftOfArticle } from "./drafts";
import type { Context } from "../trpc";

export type Begun = { slug: string; version: number; /** Somebody had begun it already, and goes on with the same. */ isOthers: boolean };

/** @throws Refusal noSuch.article */
export async function beginRevision(ctx: Context & { reader: Reader | null }, { slug }: { slug: string }): Promise<Begun> {
  const { head, revisionId } = await visibleArticle(ctx, slug);
  const known = await draftOfArticle(ctx, head.id);
  if (known) return { slug, version: known.version, isOthers: known.byMemberId !== (ctx.reader?.id ?? null) };
  const blocks = await ctx.db.select().from(block).where(eq(block.revisionId, revisionId)).orderBy(asc(block.number));
  const [draftId, at, positions] = [newId(), ctx.now(), positionsOf(blocks.length)];
  const rows = blocks.map(({ blockId, kind, text, marks, shape }, place) => ({ draftId, blockId, position: positions[place] ?? 0, kind, text, marks, shape }));
  const { title, standfirst, byline, date, source, language } = head;
  try {
    await writeTogether((w) => [
      w.insert(revisionDraft).values({ ...{ title, standfirst, byline, date, source, language }, id: draftId, articleId: head.id, basedOn: head.revision, dropped: [], byMemberId: ctx.reader?.id ?? null, createdAt: at, updatedAt: at }),
      ...chunked(rows).map((chunk) => w.insert(draftBlock).values(chunk)),
    ]);
  } catch (error) {
    // Two began at once: both go on with the one draft.
    if (isDuplicate(error)) return beginRevision(ctx, { slug });
    throw error;
  }
  return { slug, version: 1, isOthers: false };
}
