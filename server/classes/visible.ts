/** The guarded accessor of classes: fetched by id here or nowhere. To who is not of a class there is no such page. */
import { and, eq, isNull } from "drizzle-orm";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { isTeaching } from "../../domain/classroom/terms";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";

export type From = Pick<Context, "db" | "reader">;

/** A class the reader belongs to, and as what. @throws Refusal noSuch.page */
export async function visibleClass({ db, reader }: From, id: string) {
  const [found] = reader
    ? await db
        .select({ class: schoolClass, me: { id: enrolment.id, role: enrolment.role, name: enrolment.name } })
        .from(enrolment)
        .innerJoin(schoolClass, eq(schoolClass.id, enrolment.classId))
        .where(and(eq(enrolment.memberId, reader.id), eq(enrolment.classId, id), isNull(enrolment.leftAt)))
    : [];
  if (!found) throw noSuch("page");
  return { ...found.class, me: found.me };
}

export type VisibleClass = Awaited<ReturnType<typeof visibleClass>>;

/** A class the reader teaches, as teacher or assistant. @throws Refusal noSuch.page */
export async function taughtClass(ctx: From, id: string): Promise<VisibleClass> {
  const found = await visibleClass(ctx, id);
  if (!isTeaching(found.me.role)) throw noSuch("page");
  return found;
}

/** A class in which something may be changed, by its teacher. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function ledClass(ctx: From, id: string): Promise<VisibleClass> {
  const found = await taughtClass(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  if (found.closedAt) throw notAllowed("classClosed");
  return found;
}
