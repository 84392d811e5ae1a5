/** Notices: what a member is told of what moderators decided, once it can no longer be undone. */
import { and, count, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { decision } from "../../db/schema/decisions";
import { notice } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { dueBy } from "../moderation/tell";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

const A_PAGE = 40;
/** Nobody counts further. */
export const MOST_UNREAD = 99;

/** How many are unread, up to `MOST_UNREAD` and one. */
export async function unreadNotices(db: Db, memberId: string, now: Date): Promise<number> {
  const some = db.select({ id: notice.id }).from(notice).where(and(eq(notice.memberId, memberId), isNull(notice.readAt), dueBy(now))).limit(MOST_UNREAD + 1).as("some");
  const [found] = await db.select({ unread: count() }).from(some);
  return found?.unread ?? 0;
}

/** The newest first, a page at a time. `until`: what is marked as read with "all". */
export async function list({ db, reader, now }: Asked, { after }: { after: string | null }) {
  const at = now();
  const rows = await db
    .select({
      ...{ id: notice.id, kind: notice.kind, subject: notice.subjectId, at: notice.dueAt, readAt: notice.readAt },
      ...{ act: decision.act, ground: decision.ground, about: decision.subject, isAutomatic: decision.isAutomatic },
      ...{ state: article.state, slug: article.slug, title: revision.title, language: revision.language },
    })
    .from(notice)
    .leftJoin(decision, eq(decision.id, notice.decisionId))
    // What was decided in a class is not about the public's discussion of its article.
    .leftJoin(article, and(eq(article.id, decision.articleId), isNull(decision.classId)))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(notice.memberId, reader.id), dueBy(at), after === null ? undefined : or(lt(notice.id, after))))
    .orderBy(desc(notice.id))
    .limit(A_PAGE + 1);
  const page = rows.slice(0, A_PAGE);
  return {
    notices: page.map(({ at: told, readAt, state, slug, title, language, ...one }) => ({
      ...one,
      at: told.toISOString(),
      isUnread: readAt === null,
      article: state === "published" && slug !== null && title !== null && language !== null ? { slug, title, language } : null,
    })),
    unread: await unreadNotices(db, reader.id, at),
    until: at.toISOString(),
    next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type NoticeView = Awaited<ReturnType<typeof list>>["notices"][number];
