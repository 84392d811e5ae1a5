/** The guarded accessor: a decision is fetched by its id here or nowhere. To all but its member and the moderators there is none. */
import { and, eq, isNull } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { decision } from "../../db/schema/decisions";
import type { DecisionId } from "../../domain/moderation/decision";
import { canModerate } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

/** Of what was undone at once nobody is told. @throws Refusal noSuch.decision */
export async function visibleDecision({ db, reader }: Pick<Context, "db"> & { reader: Reader }, id: string) {
  const [found] = await db
    .select({ decision, article: { slug: article.slug, state: article.state, title: revision.title, language: revision.language } })
    .from(decision)
    .leftJoin(article, eq(article.id, decision.articleId))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    // As text: it comes from an address, and names a decision or nothing.
    .where(and(eq(decision.id, id as DecisionId), isNull(decision.undoneAt)));
  if (!found || (found.decision.memberId !== reader.id && !canModerate(reader))) throw noSuch("decision");
  return found;
}
