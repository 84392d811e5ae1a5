/** Ending a class: from then on it is only read, and for two weeks that can be undone. Nothing of it is touched before. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { schoolClass } from "../../db/schema/classes";
import { classEnding } from "../../db/schema/endings";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Ending } from "../../domain/classroom/classes";
import { endDueAt, isNameTyped, isUndoable, remindersBy, UNDO_END_DAYS } from "../../domain/classroom/ending";
import { faultOfMove } from "../../domain/classroom/ending";
import { localIn, momentIn } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { keepLook } from "../classes/looked";
import { taughtClass, type VisibleClass } from "../classes/visible";
import { badField, changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { teachersOf, tellTeachers } from "./teachers";

type Asked = Context & { reader: Reader };
type ClassRow = typeof schoolClass.$inferSelect;

/** @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function classToEnd(ctx: Asked, id: string): Promise<VisibleClass> {
  const found = await taughtClass(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  return found;
}

/** The end of a class that is under way, or was carried out. */
export async function openEnding(db: Db, classId: string) {
  const [found] = await db.select().from(classEnding).where(and(eq(classEnding.classId, classId), isNull(classEnding.undoneAt)));
  return found ?? null;
}

/** `typed`: the name of the class. @throws Refusal noSuch.page, notAllowed.teacherOnly, classEnding; field typed; conflict.changed */
export async function beginEnd(ctx: Asked, input: { class: string; how: Ending; typed: string }): Promise<void> {
  const of = await classToEnd(ctx, input.class);
  if (of.endedAt !== null || (await openEnding(ctx.db, of.id))) throw notAllowed("classEnding");
  if (!isNameTyped(input.typed, of.name)) throw badField("typed", { fault: "nameDiffers" });
  if (!(await end(ctx.db, of, { how: input.how, by: { id: ctx.reader.id, name: of.me.name }, now: ctx.now() }))) throw changedMeanwhile();
}

/** `by` null: the date has come. False: somebody changed the class at the same moment. */
export async function end(db: Db, of: ClassRow, { how, by, now }: { how: Ending; by: { id: string; name: string } | null; now: Date }): Promise<boolean> {
  const teachers = await teachersOf(db, of.id);
  const row = { id: randomId(), classId: of.id, name: of.name, term: of.term, timeZone: of.timeZone, how, askedBy: by?.id ?? null, askedByName: by?.name ?? null, askedAt: now, dueAt: endDueAt(now), closedBefore: of.closedAt, counts: {} };
  try {
    await writeTogether(
      (w) => [
        must(w.update(schoolClass).set({ closedAt: of.closedAt ?? now, endsWith: how, version: of.version + 1 }).where(and(eq(schoolClass.id, of.id), eq(schoolClass.version, of.version), isNull(schoolClass.endedAt))), "class"),
        must(w.insert(classEnding).values(row), "ending"),
        keepLook(w, { classId: of.id, memberId: by?.id ?? null, what: "class.ended", at: now }),
        ...tellTeachers(w, teachers, { classId: of.id, kind: "class-ending", days: UNDO_END_DAYS, now }),
      ],
      [{ id: newId(), kind: "class.ended", subjectId: of.id, actorId: by?.id ?? null, at: now }],
    );
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

/** A day of the class's zone as the moment at its end. @throws Refusal field retainUntil */
function keptUntil(of: ClassRow, day: string, now: Date): Date {
  const local = (at: Date): string => localIn(at, of.timeZone).slice(0, 10);
  const fault = faultOfMove(day.trim(), local(now), local(of.createdAt));
  if (fault) throw badField("retainUntil", { fault });
  const until = momentIn(`${day.trim()}T23:59`, of.timeZone);
  if (!until) throw changedMeanwhile("retainUntil");
  return until;
}

/** `retainUntil`: another day until which it is kept; needed where the one there was has come. @throws Refusal noSuch.page, notAllowed.teacherOnly, endIsDone; field retainUntil; conflict.changed */
export async function undoEnd(ctx: Asked, input: { class: string; retainUntil: string }): Promise<void> {
  const of = await classToEnd(ctx, input.class);
  const [ending, now] = [await openEnding(ctx.db, of.id), ctx.now()];
  if (!ending || !isUndoable(ending, now)) throw notAllowed("endIsDone");
  const isMoved = input.retainUntil.trim() !== "" || of.retainUntil <= now;
  const kept = isMoved ? keptUntil(of, input.retainUntil, now) : of.retainUntil;
  await unlessOvertaken(
    writeTogether(
      (w) => [
        must(w.update(classEnding).set({ undoneAt: now, version: ending.version + 1 }).where(and(eq(classEnding.id, ending.id), eq(classEnding.version, ending.version), isNull(classEnding.begunAt), isNull(classEnding.undoneAt))), "ending"),
        must(w.update(schoolClass).set({ closedAt: ending.closedBefore, retainUntil: kept, reminders: remindersBy(kept, now), version: sql`${schoolClass.version} + 1` }).where(eq(schoolClass.id, of.id)), "class"),
        keepLook(w, { classId: of.id, memberId: ctx.reader.id, what: "class.reopened", at: now }),
      ],
      [{ id: newId(), kind: "class.reopened", subjectId: of.id, actorId: ctx.reader.id, at: now }],
    ),
  );
}

/** Another day until which it is kept. @throws Refusal noSuch.page, notAllowed.teacherOnly, classEnding; field retainUntil; conflict.changed */
export async function keepUntil(ctx: Asked, input: { class: string; retainUntil: string }): Promise<void> {
  const of = await classToEnd(ctx, input.class);
  if (of.endedAt !== null || (await openEnding(ctx.db, of.id))) throw notAllowed("classEnding");
  const now = ctx.now();
  const kept = keptUntil(of, input.retainUntil, now);
  await unlessOvertaken(
    writeTogether(
      (w) => [
        must(w.update(schoolClass).set({ retainUntil: kept, reminders: remindersBy(kept, now), version: of.version + 1 }).where(and(eq(schoolClass.id, of.id), eq(schoolClass.version, of.version))), "class"),
        keepLook(w, { classId: of.id, memberId: ctx.reader.id, what: "class.kept", at: now }),
      ],
      [{ id: newId(), kind: "class.kept", subjectId: of.id, actorId: ctx.reader.id, at: now }],
    ),
  );
}

async function unlessOvertaken(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}
