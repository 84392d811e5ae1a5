/** Classes: who belongs to them, how they join, and who looked at what. Ids that a class sees are random (UUIDv4): they tell no time. */
import type { ClassRole } from "../../domain/classroom/terms";
import { boolean, counter, index, integer, moment, table, text, uniqueIndex } from "../columns";
import { member } from "./members";

export const schoolClass = table(
  "class",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** "Autumn 2026", as its teacher calls it; null: none. */
    term: text(),
    /** What its pages are first shown in, and its cards are printed in. */
    language: text().notNull().default("en"),
    /** IANA name of the zone in which its dates are told. */
    timeZone: text().notNull(),
    /** What a learning system calls it. */
    externalId: text(),
    /** The class it was copied from. */
    copiedFrom: text(),
    createdBy: text().notNull().references(() => member.id),
    createdAt: moment().notNull(),
    /** Since when nothing is written in it any more; it can be read and copied. */
    closedAt: moment(),
    /** What becomes of its work when the term ends, and when: decided at the start, kept by a job. */
    retainUntil: moment().notNull(),
    endsWith: text().$type<"pseudonyms" | "erasure">().notNull().default("pseudonyms"),
    /** How many of the reminders of that date its teachers were sent. A later date begins afresh. */
    reminders: integer().notNull().default(0),
    /** Since when its work stands without names, or is gone. */
    endedAt: moment(),
    version: integer().notNull().default(1),
  },
  (c) => [index("class_retain").on(c.endedAt, c.retainUntil), index("class_created").on(c.createdAt, c.id)],
);

/** A part of a class, to look at it by: it hides nothing from the others. */
export const section = table(
  "section",
  {
    id: text().primaryKey(),
    classId: text().notNull().references(() => schoolClass.id),
    name: text().notNull(),
    externalId: text(),
  },
  (s) => [uniqueIndex("section_name").on(s.classId, s.name)],
);

/** A place in a class. Of a roster it is there before anybody has taken it. */
export const enrolment = table(
  "enrolment",
  {
    id: text().primaryKey(),
    classId: text().notNull().references(() => schoolClass.id),
    /** Who has taken it; null: nobody yet. */
    memberId: text().references(() => member.id),
    role: text().$type<ClassRole>().notNull(),
    sectionId: text().references(() => section.id),
    /** As the roster says it, or the member at joining: what teachers read, and classmates where there are no pseudonyms. */
    name: text().notNull(),
    /** Of the roster: who proves it takes the place. */
    email: text(),
    /** The student's number, as the school or its learning system gives it. */
    externalId: text(),
    createdAt: moment().notNull(),
    joinedAt: moment(),
    /** The code they joined by, the last one; null: by none. */
    joinedWith: text(),
    /** Whether the account was made for this place: then, and only then, the class's teachers print cards that open it. */
    accountMade: boolean().notNull().default(false),
    /** Since when they are no longer of the class; what they did stays. */
    leftAt: moment(),
    version: integer().notNull().default(1),
  },
  (e) => [
    uniqueIndex("enrolment_member").on(e.classId, e.memberId),
    uniqueIndex("enrolment_external").on(e.classId, e.externalId),
    index("enrolment_class").on(e.classId, e.role, e.name, e.id),
    index("enrolment_of_member").on(e.memberId, e.classId),
    index("enrolment_email").on(e.email),
    index("enrolment_joined_with").on(e.joinedWith, e.joinedAt),
  ],
);

/** A code that lets in whoever has it, for a while. */
export const joinCode = table(
  "join_code",
  {
    /** As it is printed and typed, without hyphens. */
    code: text().primaryKey(),
    classId: text().notNull().references(() => schoolClass.id),
    sectionId: text().references(() => section.id),
    role: text().$type<ClassRole>().notNull().default("student"),
    createdBy: text().notNull().references(() => member.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (j) => [index("join_code_class").on(j.classId, j.createdAt)],
);

export type Looked =
  | "class.read"
  | "work.read"
  | "grades.exported"
  | "discussion.exported"
  | "roster.exported"
  | "archive.made"
  | "name.revealed"
  | "gate.opened"
  | "gate.closed"
  | "extension.given"
  | "extension.ended"
  | "group.changed"
  | "grades.released"
  | "revision.taken"
  | "report.read"
  | "log.read"
  | "cards.made"
  | "record.read"
  | "class.ended"
  | "class.reopened"
  | "class.kept";

/** Who read, exported or changed for others what in a class. Its teachers see it, and administrators. */
export const accessLog = table(
  "access_log",
  {
    order: counter(),
    classId: text().notNull().references(() => schoolClass.id),
    /** Null: the operator, or a job. */
    memberId: text().references(() => member.id),
    what: text().$type<Looked>().notNull(),
    /** Which assignment, enrolment or comment; null: the whole class. */
    subjectId: text(),
    /** Why, where a reason is asked for. */
    why: text(),
    at: moment().notNull(),
  },
  (a) => [index("access_log_class").on(a.classId, a.order)],
);
