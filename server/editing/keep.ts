/** The draft of an article that is not published yet: how it comes to be, and how it is thrown away. */
import { and, eq } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { carrying, carryOver, draftBlock, draftEdit, importing, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { Writer } from "../../db/client";
import { must, type Write } from "../../db/writes";
import type { ImportedArticle } from "../../domain/importing/article";
import { positionsOf } from "../../domain/positions";
import { letGo } from "../answers/taken";
import { chunked } from "../articles/revision-writes";
import { underSlug } from "../articles/slugs";
import { pictureWrites } from "../media/mutations";
import type { Picture } from "../media/picture";
import { changedMeanwhile } from "../refusals";
import { clearRetiredQuietly, retire } from "../revising/retired";
import type { Context } from "../trpc";
import { visibleDraft } from "./visible";

export type KeptDraft = { id: string; slug: string; discussionId: string };

/**
 * Keeps an article as a draft, seen by editors alone. `pictures`: those its figures show. A slug that is
 * given must be free; one made from the title is numbered until it is. @throws Refusal badField slug
 */
export async function keepDraft(
  { db, now }: Pick<Context, "db" | "now">,
  text: Omit<ImportedArticle, "dropped"> & { dropped?: string[]; pictures?: readonly Picture[] },
  { slug: wished, by }: { slug: string | null; by: string | null },
): Promise<KeptDraft> {
  const { title, standfirst, byline, date, source, language, blocks, dropped = [], encoding = null, pictures = [] } = text;
  return underSlug(db, title, wished, async (slug) => {
    const at = now();
    const [ids, draftId] = [{ id: newId(), slug, discussionId: newId() }, newId()];
    const positions = positionsOf(blocks.length);
    const rows = blocks.map(({ kind, text: words, marks, shape }, place) => ({ draftId, blockId: randomId(), position: positions[place] ?? 0, kind, text: words, marks, shape }));
    const head = { title, standfirst, byline, date, source, language, dropped, encoding };
    await writeTogether((w) => [
      ...pictureWrites(w, pictures, at),
      w.insert(article).values({ id: ids.id, slug, state: "draft", newest: 0, createdAt: at }),
      w.insert(revisionDraft).values({ ...head, id: draftId, articleId: ids.id, basedOn: 0, byMemberId: by, createdAt: at, updatedAt: at }),
      ...chunked(rows).map((chunk) => w.insert(draftBlock).values(chunk)),
      w.insert(discussion).values({ id: ids.discussionId, articleId: ids.id, audience: "public" }),
    ]);
    return ids;
  });
}

/** Throws a draft away; of an article that was never published, all of it: nothing of that was ever seen. @throws Refusal noSuch.article, conflict.changed */
export async function discardDraft(ctx: Context, { slug, version }: { slug: string; version: number }): Promise<{ title: string }> {
  const { draft, articleId, discussionId } = await visibleDraft(ctx, slug);
  try {
    if (draft.basedOn > 0) {
      await writeTogether((w) => [letGo(w, draft.id), w.delete(carrying).where(eq(carrying.draftId, draft.id)), retire(w, { id: draft.id, version })]);
      await clearRetiredQuietly(ctx.db, ctx.now());
      return { title: draft.title };
    }
    await writeTogether((w) => [
      letGo(w, draft.id),
      w.delete(carryOver).where(eq(carryOver.draftId, draft.id)),
      w.delete(carrying).where(eq(carrying.draftId, draft.id)),
      w.delete(draftEdit).where(eq(draftEdit.draftId, draft.id)),
      w.delete(draftBlock).where(eq(draftBlock.draftId, draft.id)),
      must(w.delete(revisionDraft).where(and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, version))), "draft"),
      ...articleWrites(w, articleId, discussionId),
    ]);
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { title: draft.title };
}

function articleWrites(w: Writer, articleId: string, discussionId: string): Write[] {
  return [
    w.update(importing).set({ articleId: null }).where(eq(importing.articleId, articleId)),
    w.delete(discussion).where(eq(discussion.id, discussionId)),
    must(w.delete(article).where(and(eq(article.id, articleId), eq(article.state, "draft"))), "draft"),
  ];
}
