/** Other dates for some students: given, changed and taken back by a teacher; each student is told, and why is for those who teach. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, like, or, sql, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { extension } from "../../db/schema/assignments";
import { enrolment, section } from "../../db/schema/classes";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { Overtaken } from "../../db/faults";
import { type Due, dueFor, faultOfDates } from "../../domain/classroom/dates";
import { localIn } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { keepLook } from "../classes/looked";
import { badField, noSuch, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { headOf } from "../grades/head";
import { checkedReason } from "./reveal";
import { ledAssignment, taughtAssignment, type VisibleAssignment } from "./visible";
import { momentIn } from "./wish";

type Asked = Context & { reader: Reader };

const STUDENTS_A_PAGE = 50;
/** Those of a page, and as many more that were chosen before. */
export const MOST_EXTENDED = 100;

function named(search: string): SQL | undefined {
  const typed = search.trim().toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return typed === "" ? undefined : sql`${like(sql`lower(${enrolment.name})`, `%${typed}%`)} escape '\\'`;
}

/** Students by name, with the dates each has of their own. `given`: only who has some; `after`: the place at which the page before ended. @throws Refusal noSuch.page */
export async function extensionsOf(ctx: Asked, input: { assignment: string; search: string; given: boolean; after: string | null }) {
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, input.assignment);
  const learning = and(eq(enrolment.classId, work.classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt));
  const [last] = input.after === null ? [] : await ctx.db.select({ id: enrolment.id, name: enrolment.name }).from(enrolment).where(and(learning, eq(enrolment.id, input.after)));
  const rows = await ctx.db
    .select({ id: enrolment.id, name: enrolment.name, section: section.name, given: { commentsDueAt: extension.commentsDueAt, repliesDueAt: extension.repliesDueAt, cutOffAt: extension.cutOffAt, why: extension.why } })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .leftJoin(extension, and(eq(extension.assignmentId, work.id), eq(extension.enrolmentId, enrolment.id)))
    .where(and(learning, named(input.search), input.given ? isNotNull(extension.at) : undefined, last ? or(gt(enrolment.name, last.name), and(eq(enrolment.name, last.name), gt(enrolment.id, last.id))) : undefined))
    .orderBy(asc(enrolment.name), asc(enrolment.id))
    .limit(STUDENTS_A_PAGE + 1);
  const page = rows.slice(0, STUDENTS_A_PAGE);
  return {
    work: { ...headOf(work, of, me.role), ...written(work, work.timeZone) },
    students: page.map(({ given, ...row }) => ({ ...row, given: given && { why: given.why, ...iso(given) } })),
    next: rows.length > STUDENTS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type ExtensionsView = Awaited<ReturnType<typeof extensionsOf>>;

function iso({ commentsDueAt, repliesDueAt, cutOffAt }: Due) {
  return { commentsDueAt: commentsDueAt?.toISOString() ?? null, repliesDueAt: repliesDueAt?.toISOString() ?? null, cutOffAt: cutOffAt?.toISOString() ?? null };
}

/** As a form shows it: by the clocks of the class. */
function written({ commentsDueAt, repliesDueAt, cutOffAt }: Due, timeZone: string) {
  const local = (at: Date | null): string => (at === null ? "" : localIn(at, timeZone));
  return { dates: { commentsDueAt: local(commentsDueAt), repliesDueAt: local(repliesDueAt), cutOffAt: local(cutOffAt) } };
}

/** Dates as clocks of the class's zone show them; empty: as for all. */
export type ExtensionWish = { commentsDueAt: string; repliesDueAt: string; cutOffAt: string; why: string };

/**
 * The same dates for all who are chosen, in place of those they had of their own.
 * @throws Refusal noSuch.page, noSuch.member, notAllowed; badField students, commentsDueAt, repliesDueAt, cutOffAt, why
 */
export async function extend(ctx: Asked, { assignment: id, students: chosen, ...wish }: ExtensionWish & { assignment: string; students: string[] }): Promise<void> {
  const found = await ledAssignment(ctx, id);
  const { assignment: work } = found;
  const dates = checkedDates(work, wish);
  const why = checkedReason(wish.why);
  const students = await studentsIn(ctx, found, chosen);
  const at = ctx.now();
  const rows = students.map((one) => ({ assignmentId: id, enrolmentId: one.id, ...dates, why, byMemberId: ctx.reader.id, at }));
  await writeTogether(
    (w) => [
      must(w.insert(extension).values(rows).onConflictDoUpdate({ target: [extension.assignmentId, extension.enrolmentId], set: { ...dates, why, byMemberId: ctx.reader.id, at } }), "extensions", rows.length),
      ...students.map((one) => keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "extension.given", subjectId: one.id, why, at })),
      ...told(w, found, students, at),
    ],
    [{ id: newId(), kind: "assignment.extended", subjectId: id, actorId: ctx.reader.id, at }],
  );
}

function checkedDates(work: VisibleAssignment["assignment"], wish: ExtensionWish): Due {
  const dates = { commentsDueAt: momentIn("commentsDueAt", wish.commentsDueAt, work.timeZone), repliesDueAt: momentIn("repliesDueAt", wish.repliesDueAt, work.timeZone), cutOffAt: momentIn("cutOffAt", wish.cutOffAt, work.timeZone) };
  if (Object.values(dates).every((at) => at === null)) throw new Refusal("BAD_REQUEST", "field.noDate", { field: "commentsDueAt" });
  const wrong = faultOfDates({ opensAt: work.opensAt, ...dueFor(work, dates) });
  if (wrong) throw badField(wrong, { fault: "datesOrder" });
  return dates;
}

async function studentsIn({ db }: Asked, { assignment: work }: VisibleAssignment, chosen: readonly string[]) {
  const ids = [...new Set(chosen)];
  if (ids.length === 0) throw new Refusal("BAD_REQUEST", "field.chooseSomebody", { field: "students" });
  if (ids.length > MOST_EXTENDED) throw new Refusal("BAD_REQUEST", "field.tooManyChosen", { field: "students", values: { most: MOST_EXTENDED } });
  const found = await db.select({ id: enrolment.id, memberId: enrolment.memberId }).from(enrolment).where(and(eq(enrolment.classId, work.classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt), inArray(enrolment.id, ids)));
  if (found.length < ids.length) throw noSuch("member");
  return found;
}

/** Who knows of the work hears of the dates. */
function told(w: Writer, { assignment: work }: VisibleAssignment, students: readonly { memberId: string | null }[], at: Date): Write[] {
  const rows = students.flatMap(({ memberId }) => (memberId === null ? [] : [{ id: newId(), memberId, kind: "dates-changed" as const, subjectId: work.id, dueAt: at, createdAt: at }]));
  return work.setAt === null || rows.length === 0 ? [] : [w.insert(notice).values(rows)];
}

/** The dates of all hold for this student again. Twice is once. @throws Refusal noSuch.page, noSuch.member, notAllowed */
export async function takeBackExtension(ctx: Asked, { assignment: id, student }: { assignment: string; student: string }): Promise<void> {
  const found = await ledAssignment(ctx, id);
  const students = await studentsIn(ctx, found, [student]);
  const at = ctx.now();
  try {
    await writeTogether(
      (w) => [
        must(w.delete(extension).where(and(eq(extension.assignmentId, id), eq(extension.enrolmentId, student))), "extension"),
        keepLook(w, { classId: found.assignment.classId, memberId: ctx.reader.id, what: "extension.ended", subjectId: student, at }),
        ...told(w, found, students, at),
      ],
      [{ id: newId(), kind: "assignment.extended", subjectId: id, actorId: ctx.reader.id, at }],
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}
