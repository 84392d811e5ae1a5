/** What is said of a draft beside its text: title, byline and so on, and the name in its address. */
import { and, eq } from "drizzle-orm";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { type ArticleFields, articleHead, type HeadField } from "../../domain/article-head";
import { isTaken, underSlug } from "../articles/slugs";
import { badField, changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";
import { visibleDraft } from "./visible";

export type WrittenHead = Record<HeadField, string | null>;

/** @throws Refusal badField of the first that cannot be kept */
export function checkedHead(written: WrittenHead): ArticleFields {
  const head = articleHead(written);
  if ("wrong" in head) throw badField(head.field, head.wrong);
  return head;
}

/** Keeps what an editor says of the draft. @throws Refusal badField, conflict.changed, noSuch.article */
export async function saveHead(ctx: Context, { slug, version, to: wished, ...written }: WrittenHead & { slug: string; version: number; to: string }): Promise<{ slug: string; version: number }> {
  const { draft, articleId } = await visibleDraft(ctx, slug);
  const head = checkedHead(written);
  if (draft.version !== version) throw changedMeanwhile();
  // The address of what is published is changed by itself: old ones must lead on.
  const to = draft.basedOn > 0 ? slug : wished;
  const save = async (): Promise<void> =>
    writeTogether((w) => [
      must(w.update(revisionDraft).set({ ...head, version: version + 1, updatedAt: ctx.now() }).where(and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, version))), "draft"),
      ...(draft.basedOn > 0 ? [] : [must(w.update(article).set({ slug: to }).where(and(eq(article.id, articleId), eq(article.state, "draft"))), "draft")]),
    ]);
  try {
    if (to === slug) await save();
    else await underSlug(ctx.db, head.title, to, save);
  } catch (error) {
    if (isTaken(error)) throw badField("slug", { fault: "slugTaken" });
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { slug: to, version: version + 1 };
}
