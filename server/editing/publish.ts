/** From a draft to a revision that everybody reads. */
import { and, asc, eq } from "drizzle-orm";
import { setImmediate as otherRequests } from "node:timers/promises";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { draftBlock, draftEdit, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { sentencesOf } from "../../domain/importing/sentences";
import type { Reader } from "../../domain/permissions";
import { isTaken } from "../articles/slugs";
import { claimSlug, type LastingBlock, revisionWrites } from "../articles/revision-writes";
import { badField, changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { checkedHead } from "./head";
import { type KeptBlock, visibleDraft } from "./visible";

/** Cutting takes about a millisecond for twenty; between stretches of 200 other requests have their turn. */
const CUT_AT_ONCE = 200;

/**
 * Publishes a draft as its article's first revision, the draft used up: all of it or nothing.
 * @throws Refusal noSuch.article, conflict.changed, notAllowed.noText, badField title and the like
 */
export async function publishDraft(ctx: Context & { reader: Reader }, { slug, version }: { slug: string; version: number }): Promise<{ slug: string }> {
  const { draft, articleId, discussionId } = await visibleDraft(ctx, slug);
  if (draft.version !== version) throw changedMeanwhile();
  const head = checkedHead(draft);
  const kept = await ctx.db.select().from(draftBlock).where(and(eq(draftBlock.draftId, draft.id), eq(draftBlock.dropped, false))).orderBy(asc(draftBlock.position));
  if (kept.length === 0) throw notAllowed("noText");
  const blocks = await cutSentences(kept, head.language);
  const [at, number] = [ctx.now(), draft.basedOn + 1];
  const published = { id: newId(), kind: "article.published" as const, articleId, subjectId: articleId, discussionId, actorId: ctx.reader.id, at };
  try {
    await writeTogether(
      (w) => [
        w.delete(draftEdit).where(eq(draftEdit.draftId, draft.id)),
        w.delete(draftBlock).where(eq(draftBlock.draftId, draft.id)),
        must(w.delete(revisionDraft).where(and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, version))), "draft"),
        ...revisionWrites(w, { id: newId(), articleId, number, by: ctx.reader.id, at }, head, blocks),
        // A further revision of what is published carries its discussion over, which this does not.
        must(w.update(article).set({ state: "published", newest: number, publishedAt: at }).where(and(eq(article.id, articleId), eq(article.state, "draft"), eq(article.newest, 0), eq(article.slug, slug))), "draft"),
        claimSlug(w, slug, articleId, at),
      ],
      [published],
    );
  } catch (error) {
    if (isTaken(error)) throw badField("slug", { fault: "slugTaken" });
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { slug };
}

export async function cutSentences(kept: readonly KeptBlock[], language: string): Promise<LastingBlock[]> {
  const blocks: LastingBlock[] = [];
  for (const { blockId, kind, text, marks, shape } of kept) {
    blocks.push({ blockId, kind, text, marks, shape, sentences: sentencesOf(text, language) });
    if (blocks.length % CUT_AT_ONCE === 0) await otherRequests();
  }
  return blocks;
}
