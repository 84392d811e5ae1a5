/** A student's record: all they wrote in a class, in the order of the texts, with the grades they were given. What others wrote is no part of it. */
import { and, asc, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block, revision } from "../../db/schema/articles";
import { assignment, extension, pseudonym, studyGroup } from "../../db/schema/assignments";
import { enrolment, section } from "../../db/schema/classes";
import { anchor, comment, discussion, participant, placement } from "../../db/schema/discussions";
import { feedback, grade } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { dueFor } from "../../domain/classroom/dates";
import { faultOfSnapshot } from "../../domain/classroom/grade-snapshot";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { toTheMinute } from "../comments/rows";
import { releasedOf } from "../grades/said";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { keepLook } from "./looked";
import { taughtClass, visibleClass } from "./visible";

type Asked = Context & { reader: Reader };

/** Assignments of one page; nobody is set more in a term, and what one student writes in them fits a page that can be printed. */
const WORKS_A_PAGE = 20;
/** Of all of a page: who wrote more is told that it is not all. */
const COMMENTS_A_PAGE = 2_000;

/** `place` null: the reader's own, as a student. A teacher names one; that they looked is kept. @throws Refusal noSuch.page */
export async function recordView(ctx: Asked, input: { class: string; place: string | null; after: string | null }) {
  const of = input.place === null ? await visibleClass(ctx, input.class) : await taughtClass(ctx, input.class);
  if (input.place === null && of.me.role !== "student") throw noSuch("page");
  const student = await studentIn(ctx.db, of.id, input.place ?? of.me.id);
  const { page, next } = await worksOf(ctx.db, of.id, student.id, input.after);
  const ids = page.map(({ work }) => work.id);
  const [said, grades, told, names] =
    ids.length === 0
      ? [[], [], [], []]
      : await Promise.all([
          student.memberId === null ? [] : saidIn(ctx.db, ids, student.memberId),
          ctx.db.select().from(grade).where(and(inArray(grade.assignmentId, ids), eq(grade.enrolmentId, student.id))).orderBy(asc(grade.number)),
          ctx.db.select({ assignmentId: feedback.assignmentId, about: feedback.about, text: feedback.text }).from(feedback).where(and(inArray(feedback.assignmentId, ids), eq(feedback.enrolmentId, student.id))),
          student.memberId === null ? [] : ctx.db.select({ assignmentId: pseudonym.assignmentId, name: pseudonym.name }).from(pseudonym).where(and(inArray(pseudonym.assignmentId, ids), eq(pseudonym.memberId, student.memberId))),
        ]);
  if (input.place !== null) await writeTogether((w) => [keepLook(w, { classId: of.id, memberId: ctx.reader.id, what: "record.read", subjectId: student.id, at: ctx.now() })]);
  return {
    class: { id: of.id, name: of.name, term: of.term, timeZone: of.timeZone },
    student: { id: student.id, name: student.name, section: student.section, externalId: student.externalId },
    ...{ role: of.me.role, isOwn: input.place === null, next, isCut: said.length === COMMENTS_A_PAGE },
    works: page.map(({ work, title, language, given }) => {
      const newest = grades.findLast(({ assignmentId }) => assignmentId === work.id);
      const { commentsDueAt, repliesDueAt } = dueFor(work, given);
      return {
        ...{ id: work.id, title: work.title, article: title, language, revision: work.revision, timeZone: work.timeZone },
        ...{ commentsDueAt: commentsDueAt?.toISOString() ?? null, repliesDueAt: repliesDueAt?.toISOString() ?? null },
        pseudonym: names.find(({ assignmentId }) => assignmentId === work.id)?.name ?? null,
        grade: newest ? { snapshot: newest.snapshot, hash: newest.hash, number: newest.number, releasedAt: newest.releasedAt.toISOString(), fault: faultOfSnapshot(newest.snapshot, newest.hash) } : null,
        // It is read with the grade, as it was released.
        feedback: releasedOf(newest, told.flatMap(({ assignmentId, about, text }) => (assignmentId === work.id && text !== "" ? [{ about, text }] : []))),
        comments: said.flatMap(({ assignmentId, at, deletedAt, restriction, blockNumber, body, ...one }) => (assignmentId !== work.id ? [] : [{ ...one, block: blockNumber || null, at: toTheMinute(at).toISOString(), state: restriction !== null ? ("restricted" as const) : deletedAt !== null ? ("deleted" as const) : ("shown" as const), body: deletedAt === null && restriction === null ? body : "" }])),
      };
    }),
  };
}

export type RecordView = Awaited<ReturnType<typeof recordView>>;

async function studentIn(db: Db, classId: string, id: string) {
  const [found] = await db
    .select({ id: enrolment.id, name: enrolment.name, memberId: enrolment.memberId, externalId: enrolment.externalId, section: section.name })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.id, id), eq(enrolment.role, "student")));
  if (!found) throw noSuch("page");
  return found;
}

/** What was set, in the order in which it was made. */
async function worksOf(db: Db, classId: string, enrolmentId: string, after: string | null) {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await db
    .select({ work: assignment, title: revision.title, language: revision.language, given: { commentsDueAt: extension.commentsDueAt, repliesDueAt: extension.repliesDueAt, cutOffAt: extension.cutOffAt } })
    .from(assignment)
    .innerJoin(revision, and(eq(revision.articleId, assignment.articleId), eq(revision.number, assignment.revision)))
    .leftJoin(extension, and(eq(extension.assignmentId, assignment.id), eq(extension.enrolmentId, enrolmentId)))
    .where(and(eq(assignment.classId, classId), isNotNull(assignment.setAt), last && at ? or(gt(assignment.createdAt, at), and(eq(assignment.createdAt, at), gt(assignment.id, last.id))) : undefined))
    .orderBy(asc(assignment.createdAt), asc(assignment.id))
    .limit(WORKS_A_PAGE + 1);
  const page = rows.slice(0, WORKS_A_PAGE);
  const end = rows.length > WORKS_A_PAGE ? page.at(-1)?.work : undefined;
  return { page, next: end ? cursorOf({ at: end.createdAt.getTime(), id: end.id }) : null };
}

/** Along the text, the whole article last; threads of a block by age. */
function saidIn(db: Db, assignments: string[], memberId: string) {
  return db
    .select({
      ...{ assignmentId: studyGroup.assignmentId, id: comment.id, kind: comment.kind, body: comment.body, at: comment.createdAt, deletedAt: comment.deletedAt, restriction: comment.restriction },
      ...{ isReply: sql<boolean>`${comment.parentId} is not null`.mapWith(Boolean), blockNumber: placement.blockNumber, passage: block.text, quote: anchor.quote },
    })
    .from(studyGroup)
    .innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId))
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(participant, and(eq(participant.discussionId, discussion.id), eq(participant.memberId, memberId)))
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(anchor, eq(anchor.threadId, comment.threadId))
    .innerJoin(revision, and(eq(revision.articleId, assignment.articleId), eq(revision.number, assignment.revision)))
    .leftJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, revision.id)))
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, placement.blockNumber)))
    .where(inArray(studyGroup.assignmentId, assignments))
    .orderBy(sql`coalesce(nullif(${placement.blockNumber}, 0), 2147483647)`, asc(placement.ordinal), asc(comment.sequence), asc(comment.id))
    .limit(COMMENTS_A_PAGE);
}
