/** Taking an article away from the public, with a notice that says why, and giving it back. */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { faultOfText, normalised } from "../../domain/text";
import { badField, changedMeanwhile } from "../refusals";
import type { Asked } from "./history";
import { editedArticle } from "./visible";

/** A notice is read in passing; the whole story belongs into an article of its own. */
export const REASON_LENGTH = 2_000;

/** @throws Refusal noSuch.article, badField why, conflict.changed when it is not published */
export async function withdrawArticle(ctx: Asked, { slug, why }: { slug: string; why: string }): Promise<{ slug: string }> {
  const reason = normalised(why);
  const fault = faultOfText(reason, { most: REASON_LENGTH });
  if (fault) throw badField("why", fault);
  return turn(ctx, slug, { from: "published", to: "withdrawn", withdrawnAt: ctx.now(), withdrawnWhy: reason });
}

/** @throws Refusal noSuch.article, conflict.changed when it is not withdrawn */
export async function restoreArticle(ctx: Asked, { slug }: { slug: string }): Promise<{ slug: string }> {
  return turn(ctx, slug, { from: "withdrawn", to: "published", withdrawnAt: null, withdrawnWhy: null });
}

type State = "published" | "withdrawn";

async function turn(ctx: Asked, slug: string, { from, to, ...notice }: { from: State; to: State; withdrawnAt: Date | null; withdrawnWhy: string | null }): Promise<{ slug: string }> {
  const found = await editedArticle(ctx, slug);
  const kind = to === "withdrawn" ? ("article.withdrawn" as const) : ("article.restored" as const);
  const seen = { id: newId(), kind, articleId: found.id, subjectId: found.id, discussionId: found.discussionId, actorId: ctx.reader.id, at: ctx.now() };
  try {
    await writeTogether((w) => [must(w.update(article).set({ state: to, ...notice }).where(and(eq(article.id, found.id), eq(article.state, from))), "article")], [seen]);
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { slug };
}
