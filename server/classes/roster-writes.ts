/** What a plan for a class list changes, as writes: a few however long the list is. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { Writer } from "../../db/client";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { must, type Write } from "../../db/writes";
import type { RosterPlan } from "../../domain/classroom/roster-plan";

/** Rows in one statement: SQLite takes 32,766 values at once, Postgres 65,535, and a row has ten. */
const ROWS_AT_ONCE = 1_000;

function parts<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, part) => all.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE));
}

/** The sections that a plan names: those there are, and new ones. */
export type SectionIds = { of: ReadonlyMap<string, string>; made: { id: string; name: string }[] };

export function sectionIds(plan: RosterPlan, named: readonly { id: string; name: string }[]): SectionIds {
  const known = new Map(named.map(({ id, name }) => [name, id]));
  const names = [...new Set([...plan.joins, ...plan.changes].flatMap(({ section: name }) => name ?? []))];
  const made = names.filter((name) => !known.has(name)).map((name) => ({ id: randomId(), name }));
  return { of: new Map([...known, ...made.map(({ id, name }) => [name, id] as const)]), made };
}

type Wish = { plan: RosterPlan; sections: SectionIds; now: Date };

/** All of them hold while the class is as it was read: whoever changes a place counts the class's version. */
export function rosterWrites(w: Writer, led: { id: string; version: number }, { plan, sections, now }: Wish): Write[] {
  const renumbered = plan.changes.filter(({ externalId, enrolled }) => enrolled.externalId !== null && enrolled.externalId !== externalId);
  const row = ({ name, email, externalId, section: of }: Row) => ({ classId: led.id, role: "student" as const, name, email, externalId, sectionId: of === null ? null : (sections.of.get(of) ?? null), createdAt: now });
  return [
    must(w.update(schoolClass).set({ version: led.version + 1 }).where(and(eq(schoolClass.id, led.id), eq(schoolClass.version, led.version), isNull(schoolClass.closedAt))), "class"),
    ...parts(sections.made).map((some) => w.insert(section).values(some.map((one) => ({ ...one, classId: led.id })))),
    ...parts(plan.leaves).map((some) => w.update(enrolment).set({ leftAt: now, version: sql`${enrolment.version} + 1` }).where(and(eq(enrolment.classId, led.id), inArray(enrolment.id, some.map(({ id }) => id))))),
    // Two who change their numbers with each other: no number is there twice in between.
    ...parts(renumbered).map((some) => w.update(enrolment).set({ externalId: null }).where(and(eq(enrolment.classId, led.id), inArray(enrolment.id, some.map(({ enrolled }) => enrolled.id))))),
    ...parts(plan.changes).map((some) => changed(w, led.id, some.map((one) => ({ id: one.enrolled.id, ...row(one) })))),
    ...parts(plan.joins).map((some) => must(w.insert(enrolment).values(some.map((one) => ({ id: randomId(), ...row(one) }))), "joins", some.length)),
  ];
}

type Row = { name: string; email: string | null; externalId: string | null; section: string | null };

/** As inserts that find their rows there: one statement for all. Who returns by a list of students is one. */
function changed(w: Writer, classId: string, rows: (typeof enrolment.$inferInsert)[]): Write {
  const given = (column: string) => sql.raw(`excluded.${column}`);
  return must(
    w
      .insert(enrolment)
      .values(rows)
      .onConflictDoUpdate({
        target: enrolment.id,
        set: {
          ...{ name: given("name"), email: given("email"), externalId: given("external_id"), sectionId: given("section_id") },
          role: sql`case when ${enrolment.leftAt} is null then ${enrolment.role} else 'student' end`,
          leftAt: null,
          version: sql`${enrolment.version} + 1`,
        },
        setWhere: eq(enrolment.classId, classId),
      }),
    "changes",
    rows.length,
  );
}
