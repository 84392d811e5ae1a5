/** The classes of a reader, and one of them. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { assignment, extension, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { canOpenClass } from "../../domain/classroom/classes";
import { dueFor, type Due } from "../../domain/classroom/dates";
import { isTeaching } from "../../domain/classroom/terms";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { waitingIn } from "../class-reports/waiting";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { visibleClass } from "./visible";

type Asked = Context & { reader: Reader };

export const CLASSES_A_PAGE = 50;
const ASSIGNMENTS_A_PAGE = 50;
/** What is due next, over all classes of a page: more nobody takes in. */
const DUE_SHOWN = 20;

/** The reader's classes, the newest first; `due`: what is due in those they learn in, the soonest first. */
export async function ownClasses(ctx: Asked, { after }: { after: string | null }) {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await ctx.db
    .select({ id: schoolClass.id, name: schoolClass.name, term: schoolClass.term, createdAt: schoolClass.createdAt, closedAt: schoolClass.closedAt, role: enrolment.role })
    .from(enrolment)
    .innerJoin(schoolClass, eq(schoolClass.id, enrolment.classId))
    .where(and(eq(enrolment.memberId, ctx.reader.id), isNull(enrolment.leftAt), last && at ? or(lt(schoolClass.createdAt, at), and(eq(schoolClass.createdAt, at), lt(schoolClass.id, last.id))) : undefined))
    .orderBy(desc(schoolClass.createdAt), desc(schoolClass.id))
    .limit(CLASSES_A_PAGE + 1);
  const page = rows.slice(0, CLASSES_A_PAGE);
  const end = rows.length > CLASSES_A_PAGE ? page.at(-1) : undefined;
  const classes = page.map(({ createdAt: _, closedAt, ...row }) => ({ ...row, isClosed: closedAt !== null }));
  return {
    taught: classes.filter(({ role }) => isTeaching(role)),
    learnt: classes.filter(({ role }) => !isTeaching(role)),
    due: await dueIn(ctx, classes.flatMap(({ id, role, isClosed }) => (isTeaching(role) || isClosed ? [] : [id]))),
    canOpen: canOpenClass(ctx.reader, settings().classesOpenedBy),
    next: end ? cursorOf({ at: end.createdAt.getTime(), id: end.id }) : null,
  };
}

const isSetBy = (now: Date) => and(isNotNull(assignment.setAt), lte(assignment.setAt, now), or(isNull(assignment.opensAt), lte(assignment.opensAt, now)));

/** The dates of an assignment, with those given to one student. */
const dates = { commentsDueAt: assignment.commentsDueAt, repliesDueAt: assignment.repliesDueAt, cutOffAt: assignment.cutOffAt };
const given = { commentsDueAt: extension.commentsDueAt, repliesDueAt: extension.repliesDueAt, cutOffAt: extension.cutOffAt };

function told({ commentsDueAt, repliesDueAt, cutOffAt }: Due) {
  return { commentsDueAt: commentsDueAt?.toISOString() ?? null, repliesDueAt: repliesDueAt?.toISOString() ?? null, cutOffAt: cutOffAt?.toISOString() ?? null };
}

async function dueIn({ db, reader, now: clock }: Asked, classes: string[]) {
  if (classes.length === 0) return [];
  const now = clock();
  const latest = sql`coalesce(${extension.repliesDueAt}, ${extension.commentsDueAt}, ${assignment.repliesDueAt}, ${assignment.commentsDueAt})`;
  const rows = await db
    .select({ id: assignment.id, title: assignment.title, classId: assignment.classId, timeZone: assignment.timeZone, dates, given })
    .from(assignment)
    .innerJoin(enrolment, and(eq(enrolment.classId, assignment.classId), eq(enrolment.memberId, reader.id)))
    .leftJoin(extension, and(eq(extension.assignmentId, assignment.id), eq(extension.enrolmentId, enrolment.id)))
    .where(and(inArray(assignment.classId, classes), isSetBy(now), sql`${latest} >= ${assignment.createdAt.mapToDriverValue(now)}`))
    .orderBy(asc(latest), asc(assignment.id))
    .limit(DUE_SHOWN);
  return rows.map(({ dates: all, given: own, ...row }) => ({ ...row, due: told(dueFor(all, own)) }));
}

/** A class, as its teachers or its students see it. `after`: the cursor of a page of assignments. @throws Refusal noSuch.page */
export async function classPage(ctx: Asked, input: { class: string; after: string | null }) {
  const found = await visibleClass(ctx, input.class);
  const teaches = isTeaching(found.me.role);
  const [work, sections, people, reports] = await Promise.all([assignmentsOf(ctx, found, input.after), sectionsOf(ctx, found.id), teaches ? peopleCounts(ctx, found.id) : null, teaches ? waitingIn(ctx.db, found.id) : null]);
  const { id, name, term, language, timeZone, me, closedAt, retainUntil, endsWith, version } = found;
  return { id, name, term, language, timeZone, me, version, isClosed: closedAt !== null, retainUntil: retainUntil.toISOString(), endsWith, teaches, sections: teaches ? sections : [], people, /** How much waits for those who teach; null: of a student. */ reports, ...work };
}

export type ClassPageView = Awaited<ReturnType<typeof classPage>>;

/** The newest first; what is not set, or not open, only for those who teach. */
async function assignmentsOf({ db, reader, now: clock }: Asked, { id: classId, me }: { id: string; me: { id: string; role: "teacher" | "assistant" | "student" } }, after: string | null) {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await db
    .select({ id: assignment.id, title: assignment.title, createdAt: assignment.createdAt, setAt: assignment.setAt, opensAt: assignment.opensAt, timeZone: assignment.timeZone, dates, given, article: revision.title, language: revision.language })
    .from(assignment)
    .innerJoin(article, eq(article.id, assignment.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, assignment.revision)))
    .leftJoin(extension, and(eq(extension.assignmentId, assignment.id), eq(extension.enrolmentId, me.id)))
    .where(and(eq(assignment.classId, classId), isTeaching(me.role) ? undefined : isSetBy(clock()), last && at ? or(lt(assignment.createdAt, at), and(eq(assignment.createdAt, at), lt(assignment.id, last.id))) : undefined))
    .orderBy(desc(assignment.createdAt), desc(assignment.id))
    .limit(ASSIGNMENTS_A_PAGE + 1);
  const page = rows.slice(0, ASSIGNMENTS_A_PAGE);
  const own = await ownCounts({ db, reader }, page.map(({ id }) => id));
  const end = rows.length > ASSIGNMENTS_A_PAGE ? page.at(-1) : undefined;
  return {
    assignments: page.map(({ createdAt: _, setAt, opensAt, dates: all, given: mine, ...row }) => ({ ...row, isSet: setAt !== null, opensAt: opensAt?.toISOString() ?? null, due: told(dueFor(all, mine)), own: own.get(row.id) ?? 0 })),
    next: end ? cursorOf({ at: end.createdAt.getTime(), id: end.id }) : null,
  };
}

/** How many comments the reader wrote in each: theirs alone, so that no gate is asked. */
async function ownCounts({ db, reader }: Pick<Asked, "db" | "reader">, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: studyGroup.assignmentId, count: count() })
    .from(studyGroup)
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(participant, and(eq(participant.discussionId, discussion.id), eq(participant.memberId, reader.id)))
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .where(and(inArray(studyGroup.assignmentId, ids), isNull(comment.deletedAt)))
    .groupBy(studyGroup.assignmentId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** By name, with how many are in each. */
export function sectionsOf({ db }: Pick<Asked, "db">, classId: string) {
  return db
    .select({ id: section.id, name: section.name, people: count(enrolment.id) })
    .from(section)
    .leftJoin(enrolment, and(eq(enrolment.sectionId, section.id), isNull(enrolment.leftAt)))
    .where(eq(section.classId, classId))
    .groupBy(section.id, section.name)
    .orderBy(asc(section.name), asc(section.id));
}

async function peopleCounts({ db }: Pick<Asked, "db">, classId: string) {
  const rows = await db
    .select({ role: enrolment.role, all: count(), joined: count(enrolment.memberId) })
    .from(enrolment)
    .where(and(eq(enrolment.classId, classId), isNull(enrolment.leftAt)))
    .groupBy(enrolment.role);
  const students = rows.find(({ role }) => role === "student");
  return { students: students?.all ?? 0, joined: students?.joined ?? 0, teaching: rows.filter(({ role }) => isTeaching(role)).reduce((sum, { all }) => sum + all, 0) };
}
