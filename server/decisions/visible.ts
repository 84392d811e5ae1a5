/** The guarded accessor: a decision is fetched by its id here or nowhere. To all but its member and who moderates there, there is none. */
import { and, eq, isNull } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { enrolment } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { isTeaching } from "../../domain/classroom/terms";
import type { DecisionId } from "../../domain/moderation/decision";
import { canModerate } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

type From = Pick<Context, "db"> & { reader: Reader };

/** Of what was undone at once nobody is told. What was decided in a class its teachers see, not the moderators. @throws Refusal noSuch.decision */
export async function visibleDecision({ db, reader }: From, id: string) {
  const [found] = await db
    .select({ decision, article: { slug: article.slug, state: article.state, title: revision.title, language: revision.language }, role: enrolment.role })
    .from(decision)
    .leftJoin(article, eq(article.id, decision.articleId))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .leftJoin(enrolment, and(eq(enrolment.classId, decision.classId), eq(enrolment.memberId, reader.id), isNull(enrolment.leftAt)))
    // As text: it comes from an address, and names a decision or nothing.
    .where(and(eq(decision.id, id as DecisionId), isNull(decision.undoneAt)));
  if (!found) throw noSuch("decision");
  const { role, ...seen } = found;
  const moderates = seen.decision.classId === null ? canModerate(reader) : role !== null && isTeaching(role);
  if (seen.decision.memberId !== reader.id && !moderates) throw noSuch("decision");
  return seen;
}

export type VisibleDecision = Awaited<ReturnType<typeof visibleDecision>>;
