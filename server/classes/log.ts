/** Who read, exported or changed what for others in a class; and the classes there are, for those who run the place: never what is in them. */
import { and, count, desc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { assignment } from "../../db/schema/assignments";
import { accessLog, enrolment, schoolClass } from "../../db/schema/classes";
import { member } from "../../db/schema/members";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { taughtClass } from "./visible";

type Asked = Context & { reader: Reader };

const ROWS_A_PAGE = 50;

async function rowsOf({ db }: Asked, classId: string, after: number | null) {
  const rows = await db
    .select({ order: accessLog.order, what: accessLog.what, why: accessLog.why, at: accessLog.at, by: member.name, name: enrolment.name })
    .from(accessLog)
    .leftJoin(member, eq(member.id, accessLog.memberId))
    .leftJoin(enrolment, and(eq(enrolment.classId, accessLog.classId), eq(enrolment.memberId, accessLog.memberId)))
    .where(and(eq(accessLog.classId, classId), after === null ? undefined : lt(accessLog.order, after)))
    .orderBy(desc(accessLog.order))
    .limit(ROWS_A_PAGE + 1);
  const page = rows.slice(0, ROWS_A_PAGE);
  return { rows: page.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })), next: rows.length > ROWS_A_PAGE ? (page.at(-1)?.order ?? null) : null };
}

/** The newest first. `after`: the number at which the page before ended. @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function classLog(ctx: Asked, input: { class: string; after: number | null }) {
  const found = await taughtClass(ctx, input.class);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  const { rows, next } = await rowsOf(ctx, found.id, input.after);
  // A moderator of the place looked, on an objection: who that was administrators are told.
  return { class: { id: found.id, name: found.name, timeZone: found.timeZone }, rows: rows.map((row) => ({ ...row, by: row.what === "report.read" && row.name === null ? null : row.by })), next };
}

/**
 * The same for administrators, who belong to no class: by handles, without the names of the list and without reasons, in which people write of
 * people; the class is told by who opened it. Asked behind their door. @throws Refusal noSuch.page
 */
export async function classLogForAdministrators(ctx: Asked, input: { class: string; after: number | null }) {
  const [found] = await ctx.db.select({ id: schoolClass.id, by: member.name, timeZone: schoolClass.timeZone }).from(schoolClass).innerJoin(member, eq(member.id, schoolClass.createdBy)).where(eq(schoolClass.id, input.class));
  if (!found) throw noSuch("page");
  const { rows, next } = await rowsOf(ctx, found.id, input.after);
  return { class: found, rows: rows.map((row) => ({ ...row, name: null, why: null })), next };
}

export type ClassLogView = Awaited<ReturnType<typeof classLog>>;
export type AdministratorsLogView = Awaited<ReturnType<typeof classLogForAdministrators>>;

const CLASSES_A_PAGE = 50;

/** All classes with who opened them and their counts, the newest first: what a class is called is its own. Asked behind the administrators' door. */
export async function allClasses({ db }: Asked, { after }: { after: string | null }) {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await db
    .select({ id: schoolClass.id, by: member.name, createdAt: schoolClass.createdAt, closedAt: schoolClass.closedAt, retainUntil: schoolClass.retainUntil })
    .from(schoolClass)
    .innerJoin(member, eq(member.id, schoolClass.createdBy))
    .where(last && at ? or(lt(schoolClass.createdAt, at), and(eq(schoolClass.createdAt, at), lt(schoolClass.id, last.id))) : undefined)
    .orderBy(desc(schoolClass.createdAt), desc(schoolClass.id))
    .limit(CLASSES_A_PAGE + 1);
  const page = rows.slice(0, CLASSES_A_PAGE);
  const end = rows.length > CLASSES_A_PAGE ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const [people, work] = ids.length === 0 ? [[], []] : await Promise.all([
    db.select({ id: enrolment.classId, count: count() }).from(enrolment).where(and(inArray(enrolment.classId, ids), isNull(enrolment.leftAt))).groupBy(enrolment.classId),
    db.select({ id: assignment.classId, count: count() }).from(assignment).where(and(inArray(assignment.classId, ids), isNotNull(assignment.setAt))).groupBy(assignment.classId),
  ]);
  const countIn = (counts: { id: string; count: number }[], id: string): number => counts.find((one) => one.id === id)?.count ?? 0;
  return {
    classes: page.map(({ createdAt, closedAt, retainUntil, ...row }) => ({ ...row, people: countIn(people, row.id), work: countIn(work, row.id), createdAt: createdAt.toISOString(), retainUntil: retainUntil.toISOString(), isClosed: closedAt !== null })),
    next: end ? cursorOf({ at: end.createdAt.getTime(), id: end.id }) : null,
  };
}

export type AllClassesView = Awaited<ReturnType<typeof allClasses>>;
