/** The revisions of an article, the newest first. */
import { and, desc, eq, lt, lte } from "drizzle-orm";
import { revision } from "../../db/schema/articles";
import { member } from "../../db/schema/members";
import type { CarriedCounts } from "../../domain/carry-over";
import type { ArticleHead } from "../../domain/reading";
import { visibleArticle } from "../articles/visible";
import type { Context } from "../trpc";

const REVISIONS_A_PAGE = 20;

export type ListedRevision = {
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Who published it; null: the operator, or one who deleted their account. */
  by: string | null;
  why: string | null;
  /** What it did to the discussion; null for a first one. */
  carried: CarriedCounts | null;
};

/** Those below `after`, a number. @throws Refusal noSuch.article */
export async function revisionList({ db }: Context, { slug, after }: { slug: string; after: number | null }): Promise<{ head: ArticleHead; revisions: ListedRevision[]; next: string | null }> {
  const { head } = await visibleArticle({ db }, slug);
  const rows = await db
    .select({ number: revision.number, at: revision.createdAt, name: member.name, displayName: member.displayName, deletedAt: member.deletedAt, why: revision.why, carried: revision.carried })
    .from(revision)
    .leftJoin(member, eq(member.id, revision.byMemberId))
    .where(and(eq(revision.articleId, head.id), lte(revision.number, head.newestRevision), after === null ? undefined : lt(revision.number, after)))
    .orderBy(desc(revision.number))
    .limit(REVISIONS_A_PAGE + 1);
  const page = rows.slice(0, REVISIONS_A_PAGE);
  return {
    head,
    revisions: page.map(({ at, name, displayName, deletedAt, ...row }) => ({ ...row, at: at.toISOString(), by: deletedAt === null ? (displayName ?? name) : null })),
    next: rows.length > REVISIONS_A_PAGE ? String(page.at(-1)?.number) : null,
  };
}
