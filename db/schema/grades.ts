/** Grades: by which rule, what was given by hand, what a student was told, and each grade as it was released. */
import type { GradeSnapshot } from "../../domain/classroom/grade-snapshot";
import type { GradingRule } from "../../domain/classroom/grading-rules";
import type { ReleaseMode } from "../../domain/classroom/release";
import { index, integer, json, moment, primaryKey, table, text } from "../columns";
import { assignment } from "./assignments";
import { enrolment } from "./classes";
import { member } from "./members";

/** How an assignment is graded. A change is a row more; the newest is in force, the others say how earlier grades came about. */
export const gradingRule = table(
  "grading_rule",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    /** From 1. */
    version: integer().notNull(),
    rule: json<GradingRule>().notNull(),
    release: text().$type<ReleaseMode>().notNull(),
    /** When what is complete is released by itself; null: it is not. */
    releaseAt: moment(),
    /** Since when that has been done. */
    releasedAt: moment(),
    byMemberId: text().notNull().references(() => member.id),
    at: moment().notNull(),
  },
  (r) => [primaryKey({ columns: [r.assignmentId, r.version] }), index("grading_rule_release").on(r.releasedAt, r.releaseAt)],
);

/** A grade as it was released, with all that it came of. Never changed: what is released again is a row more. */
export const grade = table(
  "grade",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    enrolmentId: text().notNull().references(() => enrolment.id),
    /** Counts the student's, from 1, without a gap; the last is what they have. */
    number: integer().notNull(),
    /** Hundredths. */
    points: integer().notNull(),
    /** The most it could be, in hundredths. */
    most: integer().notNull(),
    snapshot: json<GradeSnapshot>().notNull(),
    /** Of the snapshot, SHA-256 in hexadecimal. */
    hash: text().notNull(),
    ruleVersion: integer().notNull(),
    /** What was said to the student, as it was when this was released; null: of before that was kept, then it is read as it is now. */
    feedback: json<{ about: string; text: string }[]>(),
    /** Null: by itself, at the date or at once. */
    byMemberId: text().references(() => member.id),
    releasedAt: moment().notNull(),
  },
  (g) => [primaryKey({ columns: [g.assignmentId, g.enrolmentId, g.number] }), index("grade_enrolment").on(g.enrolmentId)],
);

/** What a person gave for a student's work, released or not. */
export const mark = table(
  "mark",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    enrolmentId: text().notNull().references(() => enrolment.id),
    /** Hundredths; null: none yet. */
    hand: integer(),
    /** By criterion's id the level's. */
    levels: json<Record<string, string>>().notNull(),
    version: integer().notNull().default(1),
    byMemberId: text().notNull().references(() => member.id),
    at: moment().notNull(),
  },
  (m) => [primaryKey({ columns: [m.assignmentId, m.enrolmentId] }), index("mark_enrolment").on(m.enrolmentId)],
);

/** What a teacher says to a student about their work. They read it with their grade, not before. */
export const feedback = table(
  "feedback",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    enrolmentId: text().notNull().references(() => enrolment.id),
    /** The id of a comment, or "all": the work as a whole. */
    about: text().notNull(),
    /** Plain text; empty: taken back. */
    text: text().notNull(),
    version: integer().notNull().default(1),
    byMemberId: text().notNull().references(() => member.id),
    at: moment().notNull(),
  },
  (f) => [primaryKey({ columns: [f.assignmentId, f.enrolmentId, f.about] }), index("feedback_enrolment").on(f.enrolmentId)],
);
