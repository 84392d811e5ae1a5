/** Another name in a published article's address; the old ones lead on for ever. */
import { and, eq, inArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { isSlug } from "../../domain/slugs";
import { claimSlug } from "../articles/revision-writes";
import { isTaken } from "../articles/slugs";
import { badField, changedMeanwhile, noSuch } from "../refusals";
import type { Asked } from "./history";
import { editedArticle } from "./visible";

/** @throws Refusal noSuch.article, badField slug, conflict.changed */
export async function renameArticle(ctx: Asked, { slug, to }: { slug: string; to: string }): Promise<{ slug: string }> {
  const found = await editedArticle(ctx, slug);
  if (found.state === "draft") throw noSuch("article");
  if (!isSlug(to)) throw badField("slug", { fault: "slugShape" });
  if (to === slug) return { slug };
  const at = ctx.now();
  const renamed = { id: newId(), kind: "article.renamed" as const, articleId: found.id, subjectId: found.id, discussionId: found.discussionId, actorId: ctx.reader.id, at };
  try {
    await writeTogether(
      (w) => [
        // Both: the old one of an article that was published before slugs were claimed, too.
        ...[slug, to].map((one) => claimSlug(w, one, found.id, at)),
        must(w.update(article).set({ slug: to }).where(and(eq(article.id, found.id), eq(article.slug, slug), inArray(article.state, ["published", "withdrawn"]))), "article"),
      ],
      [renamed],
    );
  } catch (error) {
    if (isTaken(error)) throw badField("slug", { fault: "slugTaken" });
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { slug: to };
}
