/** What an archive of a class holds; the pieces themselves are asked for one after the other, each as whoever reads it in a page would. */
import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { revision } from "../../db/schema/articles";
import { assignment, prompt, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { comment, discussion } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { keepLook } from "./looked";
import { taughtClass, type VisibleClass } from "./visible";

type Asked = Context & { reader: Reader };

/** More assignments nobody sets in a term; of more the rest would be missing, and the archive says how many there are. */
const MOST_WORKS = 500;
const MOST_GROUPS_IN_ALL = 5_000;

/** Of a class that is closed too, as long as it is there. @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function classToArchive(ctx: Asked, id: string): Promise<VisibleClass> {
  const found = await taughtClass(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  return found;
}

/** How much there is. */
export async function sumsOf(db: Db, classId: string) {
  const [[people], [works], [said]] = await Promise.all([
    db.select({ count: count() }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.role, "student"))),
    db.select({ count: count() }).from(assignment).where(eq(assignment.classId, classId)),
    db
      .select({ count: count() })
      .from(assignment)
      .innerJoin(studyGroup, eq(studyGroup.assignmentId, assignment.id))
      .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
      .innerJoin(comment, eq(comment.discussionId, discussion.id))
      .where(and(eq(assignment.classId, classId), isNull(comment.deletedAt))),
  ]);
  return { students: people?.count ?? 0, works: works?.count ?? 0, comments: said?.count ?? 0 };
}

export async function archiveView(ctx: Asked, input: { class: string }) {
  const of = await classToArchive(ctx, input.class);
  return { class: { id: of.id, name: of.name }, sums: await sumsOf(ctx.db, of.id) };
}

export type ArchiveView = Awaited<ReturnType<typeof archiveView>>;

/** That it is made is kept, before anything of it is read. @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function beginArchive(ctx: Asked, input: { class: string }) {
  const of = await classToArchive(ctx, input.class);
  const now = ctx.now();
  await writeTogether((w) => [keepLook(w, { classId: of.id, memberId: ctx.reader.id, what: "archive.made", at: now })]);
  const [rows, prompts, groups, sums] = await Promise.all([worksOf(ctx.db, of.id), promptsOf(ctx.db, of.id), groupsIn(ctx.db, of.id), sumsOf(ctx.db, of.id)]);
  const { id, name, term, timeZone, createdAt } = of;
  return {
    class: { id, name, term, timeZone, createdAt: createdAt.toISOString() },
    madeAt: now.toISOString(),
    sums,
    works: rows.map(({ work, article, language, byline }) => ({
      ...{ id: work.id, title: work.title, instructions: work.instructions, timeZone: work.timeZone, revision: work.revision, article, language, byline, hasPseudonyms: work.hasPseudonyms },
      commentsDueAt: work.commentsDueAt?.toISOString() ?? null,
      repliesDueAt: work.repliesDueAt?.toISOString() ?? null,
      prompts: prompts.filter(({ assignmentId }) => assignmentId === work.id).map(({ block, text }) => ({ block, text })),
      groups: groups.filter(({ assignmentId }) => assignmentId === work.id).map(({ number, name: called }) => ({ number, name: called })),
    })),
  };
}

export type ArchiveContents = Awaited<ReturnType<typeof beginArchive>>;

function worksOf(db: Db, classId: string) {
  return db
    .select({ work: assignment, article: revision.title, language: revision.language, byline: revision.byline })
    .from(assignment)
    .innerJoin(revision, and(eq(revision.articleId, assignment.articleId), eq(revision.number, assignment.revision)))
    .where(and(eq(assignment.classId, classId), isNotNull(assignment.setAt)))
    .orderBy(asc(assignment.createdAt), asc(assignment.id))
    .limit(MOST_WORKS);
}

function promptsOf(db: Db, classId: string) {
  return db.select({ assignmentId: prompt.assignmentId, block: prompt.block, text: prompt.text }).from(prompt).innerJoin(assignment, eq(assignment.id, prompt.assignmentId)).where(eq(assignment.classId, classId)).orderBy(asc(prompt.createdAt), asc(prompt.id)).limit(MOST_GROUPS_IN_ALL);
}

function groupsIn(db: Db, classId: string) {
  return db.select({ assignmentId: studyGroup.assignmentId, number: studyGroup.number, name: studyGroup.name }).from(studyGroup).innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId)).where(eq(assignment.classId, classId)).orderBy(asc(studyGroup.number)).limit(MOST_GROUPS_IN_ALL);
}
