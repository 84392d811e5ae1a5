/** What each student's grade would be now, by a rule: nothing is kept. */
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db } from "../../db/client";
import { grade } from "../../db/schema/grades";
import { type GradeSnapshot, snapshotOf } from "../../domain/classroom/grade-snapshot";
import { type GivenByHand, NOTHING_GIVEN } from "../../domain/classroom/grading";
import type { GradingRule } from "../../domain/classroom/grading-rules";
import type { Said } from "./said";
import { byStudent, commentsBy, commentsIn, countingOf, type Student, studentsOf, type Work } from "./work";

export type Graded = { student: Student; snapshot: GradeSnapshot };

/** By name. `only`: the enrolment of one. */
export async function gradedBy(db: Db, work: Work, rules: readonly GradingRule[], only: string | null = null): Promise<Graded[][]> {
  const students = await studentsOf(db, work, only);
  const comments = byStudent(only === null ? await commentsIn(db, work) : await commentsBy(db, work, students[0]?.memberId ?? ""));
  const counted = students.map((student) => ({ student, counting: countingOf(work, student, comments.get(student.memberId ?? "") ?? []) }));
  return rules.map((rule) =>
    counted.map(({ student, counting }) => ({ student, snapshot: snapshotOf({ assignmentId: work.id, studentId: student.id, rule, required: work.required, counting, given: givenTo(student) }) })),
  );
}

export function givenTo({ mark }: Pick<Student, "mark">): GivenByHand {
  return mark ? { hand: mark.hand, levels: mark.levels } : NOTHING_GIVEN;
}

const later = aliased(grade, "later_grade");

/** The newest grade of each student, without its evidence. `only`: of one. */
export function newestGrades(db: Db, assignmentId: string, only: string | null = null) {
  return db
    .select({ enrolmentId: grade.enrolmentId, number: grade.number, points: grade.points, most: grade.most, hash: grade.hash, feedback: grade.feedback, ruleVersion: grade.ruleVersion, releasedAt: grade.releasedAt })
    .from(grade)
    .leftJoin(later, and(eq(later.assignmentId, grade.assignmentId), eq(later.enrolmentId, grade.enrolmentId), eq(later.number, sql`${grade.number} + 1`)))
    .where(and(eq(grade.assignmentId, assignmentId), isNull(later.number), only === null ? undefined : eq(grade.enrolmentId, only)));
}

/** Whether something was given, said or written since it was released. What was released before feedback was kept with it is looked at by its points alone. */
export function isChanged(released: { hash: string; feedback: Said[] | null }, now: { hash: string; feedback: readonly Said[] }): boolean {
  return released.hash !== now.hash || (released.feedback !== null && JSON.stringify(inOrder(released.feedback)) !== JSON.stringify(inOrder(now.feedback)));
}

function inOrder(said: readonly Said[]): string[][] {
  return said.map(({ about, text }) => [about, text]).sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
}

/** One student's newest, whole. */
export async function newestGrade(db: Db, assignmentId: string, enrolmentId: string) {
  const [found] = await db.select().from(grade).where(and(eq(grade.assignmentId, assignmentId), eq(grade.enrolmentId, enrolmentId))).orderBy(desc(grade.number)).limit(1);
  return found ?? null;
}
