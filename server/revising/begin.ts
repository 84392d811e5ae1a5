/** Beginning the next revision of a published article: a draft with the blocks of the newest one, by their lasting ids. */
import { count, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { isDuplicate } from "../../db/faults";
import { block } from "../../db/schema/articles";
import { draftBlock, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { stepOf } from "../../domain/positions";
import { visibleArticle } from "../articles/visible";
import { draftOfArticle } from "./drafts";
import type { Context } from "../trpc";

export type Begun = { slug: string; version: number; /** Somebody had begun it already, and goes on with the same. */ isOthers: boolean };

/** `why`: the revision is made, kept with a draft that is begun now. @throws Refusal noSuch.article */
export async function beginRevision(ctx: Context & { reader: Reader | null }, { slug, why = "" }: { slug: string; why?: string }): Promise<Begun> {
  const { head, revisionId } = await visibleArticle(ctx, slug);
  const known = await draftOfArticle(ctx, head.id);
  if (known) return { slug, version: known.version, isOthers: known.byMemberId !== (ctx.reader?.id ?? null) };
  const [counted] = await ctx.db.select({ blocks: count() }).from(block).where(eq(block.revisionId, revisionId));
  const [draftId, at, step] = [newId(), ctx.now(), stepOf(counted?.blocks ?? 0)];
  const { title, standfirst, byline, date, source, language } = head;
  try {
    await writeTogether((w) => [
      w.insert(revisionDraft).values({ ...{ title, standfirst, byline, date, source, language }, id: draftId, articleId: head.id, basedOn: head.revision, dropped: [], why: why.trim() || null, byMemberId: ctx.reader?.id ?? null, createdAt: at, updatedAt: at }),
      // Copied within the database: a long text never comes here.
      w.insert(draftBlock).select(sql`select ${draftId}, ${block.blockId}, ${block.number} * ${step}, ${block.kind}, ${block.text}, ${block.marks}, ${block.shape}, ${sql.raw(NOT_DROPPED)} from ${block} where ${block.revisionId} = ${revisionId}`),
    ]);
  } catch (error) {
    // Two began at once: both go on with the one draft.
    if (isDuplicate(error)) return beginRevision(ctx, { slug, why });
    throw error;
  }
  return { slug, version: 1, isOthers: false };
}

/** As both databases write it. */
const NOT_DROPPED = "false";
