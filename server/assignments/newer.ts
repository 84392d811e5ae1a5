/** What a teacher is told of a newer revision than the one the class reads, before it is taken and after. */
import { and, asc, count, desc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { article, revision } from "../../db/schema/articles";
import { studyGroup } from "../../db/schema/assignments";
import { comment, discussion, placement } from "../../db/schema/discussions";
import { grade } from "../../db/schema/grades";
import { member } from "../../db/schema/members";
import type { CarryGroup } from "../../domain/carry-over";
import { mayTake } from "../../domain/classroom/following";
import type { Reader } from "../../domain/permissions";
import { beginningOf } from "../../domain/comment-text";
import { headOf } from "../grades/head";
import type { Work } from "../grades/work";
import { changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";
import { carriedInClass } from "./carried-threads";
import { betweenOf, discussionsOf, promptsIn, takeRevision } from "./take-revision";
import { ledAssignment, taughtAssignment } from "./visible";

type Asked = Context & { reader: Reader };

/** The newest are told; how many there are is told by their numbers. */
const REVISIONS_TOLD = 20;
/** A teacher looks at each; the rest is found in the discussion. */
const DOUBTFUL_TOLD = 50;

/** @throws Refusal noSuch.page */
export async function newerView(ctx: Asked, { assignment: id }: { assignment: string }) {
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, id);
  const [about, doubtful, [graded]] = await Promise.all([articleOf(ctx.db, work), doubtfulIn(ctx.db, work), ctx.db.select({ count: count() }).from(grade).where(eq(grade.assignmentId, id))]);
  const newer = await newerOf(ctx.db, work, about?.newest ?? 0);
  const report = newer.length > 0 && about?.isPublished ? await foreseen(ctx.db, work, about.newest) : null;
  return {
    work: headOf(work, of, me.role),
    article: { slug: about?.slug ?? "", title: about?.title ?? "", language: about?.language ?? "en" },
    ...{ version: work.version, reads: work.revision, follows: work.followsNewest, isGraded: (graded?.count ?? 0) > 0 },
    ...{ newer, report, doubtful },
  };
}

export type NewerView = Awaited<ReturnType<typeof newerView>>;

/** The number of the article's newest revision, if it is newer than the one that is read; null: it is not, or it was withdrawn. */
export async function newerThan(db: Db, work: Pick<Work, "articleId" | "revision">): Promise<number | null> {
  const [found] = await db.select({ newest: article.newest }).from(article).where(and(eq(article.id, work.articleId), eq(article.state, "published"), gt(article.newest, work.revision)));
  return found?.newest ?? null;
}

async function articleOf(db: Db, work: Work) {
  const [found] = await db.select({ slug: article.slug, state: article.state, newest: article.newest, title: revision.title, language: revision.language }).from(article).innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, work.revision))).where(eq(article.id, work.articleId));
  return found && { ...found, isPublished: found.state === "published" };
}

async function newerOf(db: Db, work: Work, newest: number) {
  const rows = await db
    .select({ number: revision.number, at: revision.createdAt, name: member.name, displayName: member.displayName, deletedAt: member.deletedAt, why: revision.why })
    .from(revision)
    .leftJoin(member, eq(member.id, revision.byMemberId))
    .where(and(eq(revision.articleId, work.articleId), gt(revision.number, work.revision), lte(revision.number, newest)))
    .orderBy(desc(revision.number))
    .limit(REVISIONS_TOLD);
  return rows.map(({ at, name, displayName, deletedAt, ...row }) => ({ ...row, at: at.toISOString(), by: deletedAt === null ? (displayName ?? name) : null }));
}

export type ClassCounts = Record<CarryGroup, number>;

/** What taking it would do, in all groups together. */
async function foreseen(db: Db, work: Work, to: number): Promise<{ to: number; threads: number; counts: ClassCounts; lost: { text: string; was: number }[] } | null> {
  const between = await betweenOf(db, work, to);
  if (!between) return null;
  const [threads, prompts] = [(await carriedInClass(db, between, await discussionsOf(db, work.id))).flat(), await promptsIn(db, work, to)];
  const counts: ClassCounts = { "needs-you": 0, changed: 0, removed: 0, moved: 0, exact: 0 };
  for (const { group } of threads) counts[group] += 1;
  return { to, threads: threads.length, counts, lost: prompts.flatMap(({ text, was, block }) => (block === null ? [{ text, was }] : [])) };
}

/** Threads of which it is likely, not certain, that they stand where their words went; of the newest taking. */
async function doubtfulIn(db: Db, work: Work) {
  const rows = await db
    .select({ thread: placement.threadId, block: placement.blockNumber, group: studyGroup.number, body: comment.body })
    .from(studyGroup)
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(revision, and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .innerJoin(placement, and(eq(placement.discussionId, discussion.id), eq(placement.revisionId, revision.id), eq(placement.needsHuman, true)))
    .innerJoin(comment, and(eq(comment.threadId, placement.threadId), eq(comment.sequence, 1)))
    .where(eq(studyGroup.assignmentId, work.id))
    .orderBy(asc(placement.blockNumber), asc(placement.threadId))
    .limit(DOUBTFUL_TOLD);
  return rows.map(({ body, ...row }) => ({ ...row, says: beginningOf(body) }));
}

/** `version`: of the assignment, `revision`: the newest, both as the teacher saw them. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed; conflict.changed */
export async function takeNewer(ctx: Asked, { assignment: id, version, revision: to }: { assignment: string; version: number; revision: number }): Promise<void> {
  const { assignment: work, class: of } = await ledAssignment(ctx, id);
  // Sent twice, it is done.
  if (work.revision === to) return;
  if (work.version !== version || !mayTake({ reads: work.revision, newest: to, isClosed: of.closedAt !== null })) throw changedMeanwhile();
  try {
    await takeRevision(ctx.db, work, { to, by: ctx.reader.id, now: ctx.now() });
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}
