/** Articles: what happens. */
import { v4 as randomId, v7 as newId } from "uuid";
import { article } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Block } from "../../domain/blocks";
import { pictureWrites } from "../media/mutations";
import type { Picture } from "../media/picture";
import type { Context } from "../trpc";
import { claimSlug, type RevisionHead, revisionWrites } from "./revision-writes";
import { underSlug } from "./slugs";

/** `pictures`: those its figures show, kept with it. */
export type NewArticle = RevisionHead & { blocks: Block[]; pictures?: readonly Picture[] };

/**
 * Keeps an article with its first revision, published at once: the operator's way. Editors keep a draft and publish it.
 * A slug that is given must be free; one made from the title is numbered until it is. @throws Refusal badField slug
 */
export async function createArticle(
  { db, now }: Pick<Context, "db" | "now">,
  text: NewArticle,
  { slug: wished }: { slug: string | null },
): Promise<{ id: string; slug: string; discussionId: string; revisionId: string }> {
  return underSlug(db, text.title, wished, async (slug) => {
    const at = now();
    const ids = { id: newId(), slug, discussionId: newId(), revisionId: newId() };
    const published = { id: newId(), kind: "article.published" as const, articleId: ids.id, subjectId: ids.id, discussionId: ids.discussionId, actorId: null, at };
    const blocks = text.blocks.map((block) => ({ ...block, blockId: randomId() }));
    await writeTogether(
      (w) => [
        ...pictureWrites(w, text.pictures ?? [], at),
        w.insert(article).values({ id: ids.id, slug, state: "published", newest: 1, createdAt: at, publishedAt: at }),
        claimSlug(w, slug, ids.id, at),
        ...revisionWrites(w, { id: ids.revisionId, articleId: ids.id, number: 1, by: null, at }, text, blocks),
        w.insert(discussion).values({ id: ids.discussionId, articleId: ids.id, audience: "public" }),
      ],
      [published],
    );
    return ids;
  });
}
