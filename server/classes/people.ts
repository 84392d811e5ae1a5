/** The people of a class: looking at them, and changing a place in it. */
import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { ClassRole } from "../../domain/classroom/terms";
import type { Reader } from "../../domain/permissions";
import { changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { checkedPlaceName } from "./make";
import { sectionsOf } from "./queries";
import { idOfSection, makeSections, sectionNamed } from "./sections";
import { ledClass, taughtClass } from "./visible";

type Asked = Context & { reader: Reader };

/** As many can be moved at once. */
export const PEOPLE_A_PAGE = 50;

export const peopleGroups = ["students", "teaching", "left"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

function inGroup(group: PeopleGroup): SQL | undefined {
  switch (group) {
    case "students":
      return and(isNull(enrolment.leftAt), eq(enrolment.role, "student"));
    case "teaching":
      return and(isNull(enrolment.leftAt), ne(enrolment.role, "student"));
    case "left":
      return isNotNull(enrolment.leftAt);
  }
}

/** By name. `section`: the id of one; `after`: the place at which the page before ended. @throws Refusal noSuch.page */
export async function peopleOf(ctx: Asked, input: { class: string; group: PeopleGroup; section: string | null; after: string | null }) {
  const found = await taughtClass(ctx, input.class);
  const last = input.after === null ? null : await placeOf(ctx, found.id, input.after);
  const [rows, sections] = await Promise.all([
    ctx.db
      .select({ id: enrolment.id, name: enrolment.name, role: enrolment.role, email: enrolment.email, externalId: enrolment.externalId, section: section.name, handle: sql<string | null>`case when ${member.deletedAt} is null then ${member.name} end`, joinedAt: enrolment.joinedAt, leftAt: enrolment.leftAt })
      .from(enrolment)
      .leftJoin(section, eq(section.id, enrolment.sectionId))
      .leftJoin(member, eq(member.id, enrolment.memberId))
      .where(
        and(
          eq(enrolment.classId, found.id),
          inGroup(input.group),
          input.section === null ? undefined : eq(enrolment.sectionId, input.section),
          last ? or(gt(enrolment.name, last.name), and(eq(enrolment.name, last.name), gt(enrolment.id, last.id))) : undefined,
        ),
      )
      .orderBy(asc(enrolment.name), asc(enrolment.id))
      .limit(PEOPLE_A_PAGE + 1),
    sectionsOf(ctx, found.id),
  ]);
  const page = rows.slice(0, PEOPLE_A_PAGE);
  return {
    class: { id: found.id, name: found.name, isClosed: found.closedAt !== null },
    canChange: found.me.role === "teacher" && found.closedAt === null,
    own: found.me.id,
    sections,
    people: page.map(({ joinedAt, leftAt, ...row }) => ({ ...row, joinedAt: joinedAt?.toISOString() ?? null, leftAt: leftAt?.toISOString() ?? null })),
    next: rows.length > PEOPLE_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type PeopleView = Awaited<ReturnType<typeof peopleOf>>;

/** A place, by its id and its class. @throws Refusal noSuch.page */
export async function placeOf({ db }: Pick<Asked, "db">, classId: string, id: string) {
  const [found] = await db
    .select({ place: enrolment, section: section.name })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.id, id)));
  if (!found) throw noSuch("page");
  return { ...found.place, section: found.section };
}

/** A place with what may be changed of it. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function placeToChange(ctx: Asked, input: { class: string; place: string }) {
  const led = await ledClass(ctx, input.class);
  const [{ id, name, role, section: inSection, version, leftAt, memberId, email, externalId }, sections] = await Promise.all([placeOf(ctx, led.id, input.place), sectionsOf(ctx, led.id)]);
  return { class: { id: led.id, name: led.name }, sections, isOwn: id === led.me.id, place: { id, name, role, section: inSection, version, email, externalId, hasLeft: leftAt !== null, hasJoined: memberId !== null } };
}

export type PlaceView = Awaited<ReturnType<typeof placeToChange>>;

type Change = { class: string; place: string; version: number };

/** `version`: of the place as the teacher saw it. @throws Refusal noSuch.page, notAllowed.lastTeacher, field name or section, conflict.changed */
export async function changePlace(ctx: Asked, input: Change & { name: string; section: string; role: ClassRole }): Promise<void> {
  const sectionName = sectionNamed(input.section);
  const name = checkedPlaceName("name", input.name);
  // Who teaches is somebody: a place that nobody has taken stays a student's.
  await change(ctx, input, ({ memberId, role }) => ({ name, sectionName, role: memberId === null ? role : input.role, leftAt: undefined }));
}

/** What they did stays. @throws Refusal noSuch.page, notAllowed.lastTeacher, conflict.changed */
export async function removePlace(ctx: Asked, input: Change): Promise<void> {
  await change(ctx, input, () => ({ leftAt: ctx.now() }));
}

/** @throws Refusal noSuch.page, conflict.changed */
export async function returnPlace(ctx: Asked, input: Change): Promise<void> {
  await change(ctx, input, () => ({ leftAt: null }));
}

type Place = Awaited<ReturnType<typeof placeOf>>;
type Wish = { name?: string; role?: ClassRole; sectionName?: string | null; leftAt: Date | null | undefined };

/** The class's version guards that somebody teaches it: two who remove each other decide one after the other. */
async function change(ctx: Asked, input: Change, decide: (place: Place) => Wish): Promise<void> {
  const led = await ledClass(ctx, input.class);
  const place = await placeOf(ctx, led.id, input.place);
  if (place.version !== input.version) throw changedMeanwhile();
  const { sectionName, leftAt = place.leftAt, ...set } = decide(place);
  const isTeacher = place.role === "teacher" && place.leftAt === null && place.memberId !== null;
  const staysTeacher = (set.role ?? place.role) === "teacher" && leftAt === null;
  if (isTeacher && !staysTeacher && !(await anotherTeacher(ctx, led.id, place.id))) throw notAllowed("lastTeacher");
  const now = ctx.now();
  const inSection = sectionName === undefined ? {} : { sectionId: idOfSection(led.id, sectionName) };
  try {
    await writeTogether(
      (w) => [
        must(w.update(schoolClass).set({ version: sql`${schoolClass.version} + 1` }).where(and(eq(schoolClass.id, led.id), eq(schoolClass.version, led.version), isNull(schoolClass.closedAt))), "class"),
        ...(sectionName ? makeSections(w, led.id, [sectionName]) : []),
        must(w.update(enrolment).set({ ...set, ...inSection, leftAt, version: place.version + 1 }).where(and(eq(enrolment.id, place.id), eq(enrolment.version, place.version))), "place"),
      ],
      [{ id: newId(), kind: "enrolment.changed", subjectId: place.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}

async function anotherTeacher({ db }: Asked, classId: string, besides: string): Promise<boolean> {
  const [found] = await db
    .select({ id: enrolment.id })
    .from(enrolment)
    .innerJoin(member, and(eq(member.id, enrolment.memberId), isNull(member.deletedAt)))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.role, "teacher"), isNull(enrolment.leftAt), ne(enrolment.id, besides)))
    .limit(1);
  return found !== undefined;
}
