/** Assignments: an article set as work, for groups of a class that discuss it apart from everybody else. */
import type { GateRule, Requirement } from "../../domain/classroom/terms";
import type { CommentKind } from "../../domain/thread";
import { boolean, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { article } from "./articles";
import { enrolment, schoolClass } from "./classes";
import { thread } from "./discussions";
import { member } from "./members";

export const assignment = table(
  "assignment",
  {
    id: text().primaryKey(),
    classId: text().notNull().references(() => schoolClass.id),
    articleId: text().notNull().references(() => article.id),
    /** The number of the revision that is read. */
    revision: integer().notNull(),
    /** Whether it goes along with newer ones: each is taken over once its threads are placed on it. */
    followsNewest: boolean().notNull().default(false),
    title: text().notNull(),
    /** Plain text. */
    instructions: text().notNull().default(""),
    /** Students see it from then on; null: it is not set yet, teachers alone see it. */
    setAt: moment(),
    opensAt: moment(),
    commentsDueAt: moment(),
    repliesDueAt: moment(),
    /** Nothing is taken after it; null: what is late is late. */
    cutOffAt: moment(),
    timeZone: text().notNull(),
    /** Of what is late: percent taken off for each started day, and the least that is left. Null: it counts nothing. */
    late: json<{ offADay: number; least: number }>(),
    required: json<Requirement>().notNull(),
    /** Which kinds of comment may be chosen; null: as everywhere. */
    kinds: json<readonly CommentKind[]>(),
    /** Whether a teacher looks at what a student writes before others see it. */
    looksFirst: boolean().notNull().default(false),
    gate: json<GateRule>().notNull(),
    /** Since when the teacher has opened it for all; null: it opens by its rule. */
    gateOpenedAt: moment(),
    /** Whether classmates see a name made for this assignment. Fixed once somebody has written. */
    hasPseudonyms: boolean().notNull().default(false),
    /** Whether there is more than one group, each with a discussion of its own. */
    hasGroups: boolean().notNull().default(false),
    externalId: text(),
    copiedFrom: text(),
    /** Copied from one that had dates, without them: it is not set before it has some. */
    needsDates: boolean().notNull().default(false),
    createdBy: text().notNull().references(() => member.id),
    createdAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (a) => [index("assignment_class").on(a.classId, a.createdAt, a.id), index("assignment_article").on(a.articleId, a.followsNewest)],
);

/** Those of a class who discuss together; its id is the audience of their discussion. Where groups are not kept apart there is one. */
export const studyGroup = table(
  "study_group",
  {
    id: text().primaryKey(),
    assignmentId: text().notNull().references(() => assignment.id),
    /** From 1: what it is called where it has no name. */
    number: integer().notNull(),
    name: text(),
  },
  (g) => [uniqueIndex("study_group_number").on(g.assignmentId, g.number)],
);

/** Which group a student is in. Where there are several and a student is in none, they are put into the smallest when they first look. */
export const groupMember = table(
  "group_member",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    enrolmentId: text().notNull().references(() => enrolment.id),
    groupId: text().notNull().references(() => studyGroup.id),
  },
  (g) => [primaryKey({ columns: [g.assignmentId, g.enrolmentId] }), index("group_member_group").on(g.groupId), index("group_member_enrolment").on(g.enrolmentId)],
);

/** What a teacher asks at a passage: the first comment of a thread in each group's discussion. */
export const prompt = table(
  "prompt",
  {
    id: text().primaryKey(),
    assignmentId: text().notNull().references(() => assignment.id),
    /** Null: on the whole article. */
    block: integer(),
    text: text().notNull(),
    createdAt: moment().notNull(),
  },
  (p) => [index("prompt_assignment").on(p.assignmentId, p.createdAt)],
);

export const promptThread = table(
  "prompt_thread",
  {
    promptId: text().notNull().references(() => prompt.id),
    groupId: text().notNull().references(() => studyGroup.id),
    threadId: text().notNull().references(() => thread.id),
  },
  (p) => [primaryKey({ columns: [p.promptId, p.groupId] }), uniqueIndex("prompt_thread_thread").on(p.threadId)],
);

/** Other dates for one student; what is null stays as it is for all. */
export const extension = table(
  "extension",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    enrolmentId: text().notNull().references(() => enrolment.id),
    commentsDueAt: moment(),
    repliesDueAt: moment(),
    cutOffAt: moment(),
    /** For teachers only. */
    why: text().notNull().default(""),
    byMemberId: text().notNull().references(() => member.id),
    at: moment().notNull(),
  },
  (e) => [primaryKey({ columns: [e.assignmentId, e.enrolmentId] }), index("extension_enrolment").on(e.enrolmentId)],
);

/** That a student sees what others wrote. It is kept once it happened: nothing that is deleted later closes it. */
export const gateOpening = table(
  "gate_opening",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    memberId: text().notNull().references(() => member.id),
    /** The comment that opened it; null: a teacher did. */
    commentId: text(),
    openedAt: moment().notNull(),
    /** Since when a teacher has closed it again. */
    closedAt: moment(),
  },
  (g) => [primaryKey({ columns: [g.assignmentId, g.memberId] })],
);

/** Under which name and badge classmates know a student in one assignment; nothing in it leads to another. */
export const pseudonym = table(
  "pseudonym",
  {
    assignmentId: text().notNull().references(() => assignment.id),
    memberId: text().notNull().references(() => member.id),
    name: text().notNull(),
    /** Since when, by whom and why it was revealed to the class's teachers; the student is told. */
    revealedAt: moment(),
  },
  (p) => [primaryKey({ columns: [p.assignmentId, p.memberId] }), uniqueIndex("pseudonym_name").on(p.assignmentId, p.name)],
);
