/** What a member reported, what became of it, and how often they were right. Only they and moderators are told. */
import { and, count, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { discussion, thread } from "../../db/schema/discussions";
import { report } from "../../db/schema/moderation";
import { accuracyOf } from "../../domain/moderation/reports";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";

const A_PAGE = 20;

/** The newest first, from after `after`, an id. `accuracy`: 0 to 1, as their next report is weighed by it. */
export async function ownReports({ db, reader }: Context & { reader: Reader }, { after }: { after: string | null }) {
  const [rows, record] = await Promise.all([
    db
      .select({ id: report.id, comment: report.commentId, ground: report.ground, quote: report.quote, note: report.note, outcome: report.outcome, at: report.createdAt, article: { slug: article.slug, title: revision.title, language: revision.language } })
      .from(report)
      .innerJoin(thread, eq(thread.id, report.threadId))
      .innerJoin(discussion, eq(discussion.id, thread.discussionId))
      .innerJoin(article, eq(article.id, discussion.articleId))
      .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
      .where(and(eq(report.memberId, reader.id), after === null ? undefined : lt(report.id, after)))
      .orderBy(desc(report.id))
      .limit(A_PAGE + 1),
    accuracyOfMember(db, reader.id),
  ]);
  const page = rows.slice(0, A_PAGE);
  return { reports: page.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })), next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null, ...record };
}

export type OwnReports = Awaited<ReturnType<typeof ownReports>>;

/** How somebody's answered reports in public, or in one class, ended, and the share that weighs their next one there. */
export async function accuracyOfMember(db: Db, memberId: string, classId: string | null = null): Promise<{ upheld: number; rejected: number; accuracy: number }> {
  const rows = await db
    .select({ outcome: report.outcome, count: count() })
    .from(report)
    .where(and(eq(report.memberId, memberId), isNotNull(report.outcome), classId === null ? isNull(report.classId) : eq(report.classId, classId)))
    .groupBy(report.outcome);
  const of = (outcome: "upheld" | "declined"): number => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  const record = { upheld: of("upheld"), rejected: of("declined") };
  return { ...record, accuracy: accuracyOf(record) };
}
