/** What a class did in an assignment, for those who teach it: by student, by passage, by day, and what is worth a look. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import { block, revision } from "../../db/schema/articles";
import { studyGroup } from "../../db/schema/assignments";
import { enrolment, section } from "../../db/schema/classes";
import { discussion } from "../../db/schema/discussions";
import { readMark } from "../../db/schema/reading";
import { activityOf, byDay, passagesTalkedOf, studentsSorted, type StudentActivity, type StudentSort, worthALook } from "../../domain/classroom/activity";
import { snapshotOf } from "../../domain/classroom/grade-snapshot";
import type { Reader } from "../../domain/permissions";
import { groupsOf } from "../assignments/groups";
import { taughtAssignment } from "../assignments/visible";
import type { Context } from "../trpc";
import { givenTo, newestGrades } from "./graded";
import { headOf } from "./head";
import { ruleInForce } from "./rule";
import { byStudent, commentsIn, countingOf, type Student, studentsOf, type Work } from "./work";

type Asked = Context & { reader: Reader };

const STUDENTS_A_PAGE = 50;

/** `section`, `group`: the id of one, null: all. `page`: from 1. The heat, days and what is worth a look are of those who are left. */
export type StudentsWish = { assignment: string; sort: StudentSort; section: string | null; group: string | null; page: number };

/** @throws Refusal noSuch.page */
export async function studentsView(ctx: Asked, wish: StudentsWish) {
  const { db } = ctx;
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, wish.assignment);
  const [everybody, comments, inForce, grades, blocks, groups, sections, readers] = await Promise.all([
    studentsOf(db, work),
    commentsIn(db, work),
    ruleInForce(db, work.id),
    newestGrades(db, work.id),
    blocksOf(ctx, work),
    groupsOf(db, work.id),
    db.select({ id: section.id, name: section.name }).from(section).where(eq(section.classId, work.classId)).orderBy(asc(section.name)).limit(MOST_SECTIONS),
    readersOf(ctx, work),
  ]);
  // Where there are several, who has not looked yet is in none.
  const only = groups.length === 1 ? (groups[0]?.id ?? null) : null;
  const groupOf = ({ group }: Student): string | null => group ?? only;
  const students = everybody.filter((one) => (wish.section === null || one.sectionId === wish.section) && (wish.group === null || groupOf(one) === wish.group));
  const [own, released] = [byStudent(comments), new Map(grades.map((one) => [one.enrolmentId, one]))];
  const received = new Map<string, number>();
  for (const one of comments) if (one.isReply && one.parentBy !== null && one.deletedAt === null) received.set(one.parentBy, (received.get(one.parentBy) ?? 0) + 1);
  const activities = students.map((student): StudentActivity => {
    const written = own.get(student.memberId ?? "") ?? [];
    const counting = countingOf(work, student, written);
    const now = inForce && snapshotOf({ assignmentId: work.id, studentId: student.id, rule: inForce.rule, required: work.required, counting, given: givenTo(student) }).grade;
    const grade = released.get(student.id);
    const { id, name, pseudonym } = student;
    return {
      ...{ id, name, pseudonym, section: student.section, group: groupOf(student) },
      ...activityOf(written, counting, received.get(student.memberId ?? "") ?? 0),
      badge: written[0]?.participantId ?? null,
      hasJoined: student.memberId !== null,
      hasRead: student.memberId !== null && (readers.has(student.memberId) || written.length > 0),
      gateOpenedAt: student.gate && student.gate.closedAt === null ? student.gate.openedAt : null,
      released: grade ? { points: grade.points, most: grade.most } : null,
      now: now && { points: now.points, most: now.most, isComplete: now.isComplete },
    };
  });
  const shown = new Set(students.flatMap(({ memberId }) => memberId ?? []));
  const theirs = comments.filter((one) => one.teaches === null && shown.has(one.memberId) && one.deletedAt === null);
  const sorted = studentsSorted(activities, wish.sort);
  const pages = Math.max(1, Math.ceil(sorted.length / STUDENTS_A_PAGE));
  const page = Math.min(Math.max(1, wish.page), pages);
  return {
    work: headOf(work, of, me.role),
    wish: { sort: wish.sort, section: wish.section, group: wish.group },
    ...{ page, pages, groups, sections, hasRule: inForce !== null },
    counts: { students: activities.length, written: activities.filter(({ firstAt }) => firstAt !== null).length, released: activities.filter((one) => one.released !== null).length },
    students: sorted.slice((page - 1) * STUDENTS_A_PAGE, page * STUDENTS_A_PAGE),
    /** Numbers of the blocks somebody wrote on, for the charts of all to have the same columns. */
    talked: [...new Set(theirs.map(({ blockNumber }) => blockNumber ?? 0))].sort((one, other) => (one || Number.MAX_SAFE_INTEGER) - (other || Number.MAX_SAFE_INTEGER)),
    ...passagesTalkedOf(theirs, blocks),
    days: byDay(theirs, work.timeZone),
    look: worthALook(theirs, activities),
  };
}

export type StudentsView = Awaited<ReturnType<typeof studentsView>>;

const MOST_SECTIONS = 200;
/** A line of a list: the beginning of a passage tells which it is. */
const BEGINNING = 160;

function blocksOf({ db }: Asked, work: Work) {
  return db
    .select({ number: block.number, kind: block.kind, begins: sql<string>`substr(${block.text}, 1, ${BEGINNING})` })
    .from(revision)
    .innerJoin(block, eq(block.revisionId, revision.id))
    .where(and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .orderBy(asc(block.number));
}

/** Whoever has read anything of the discussion. */
async function readersOf({ db }: Asked, work: Work): Promise<Set<string>> {
  const rows = await db
    .select({ memberId: readMark.memberId, marks: count() })
    .from(studyGroup)
    .innerJoin(discussion, and(eq(discussion.articleId, work.articleId), eq(discussion.audience, studyGroup.id)))
    .innerJoin(enrolment, eq(enrolment.classId, work.classId))
    .innerJoin(readMark, and(eq(readMark.memberId, enrolment.memberId), eq(readMark.discussionId, discussion.id)))
    .where(eq(studyGroup.assignmentId, work.id))
    .groupBy(readMark.memberId);
  return new Set(rows.map(({ memberId }) => memberId));
}
