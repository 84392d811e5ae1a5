/** What the end of a class would do, and how far it is. */
import { and, count, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { assignment } from "../../db/schema/assignments";
import { grade } from "../../db/schema/grades";
import { endDueAt, isUndoable } from "../../domain/classroom/ending";
import { LONGEST_RETENTION_YEARS, yearsLater } from "../../domain/classroom/classes";
import { localIn } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { sumsOf } from "../classes/archive";
import type { Context } from "../trpc";
import { countCardAccounts } from "./accounts";
import { classToEnd, openEnding } from "./begin";

/** @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function endView(ctx: Context & { reader: Reader }, input: { class: string }) {
  const of = await classToEnd(ctx, input.class);
  const now = ctx.now();
  const [ending, sums, grades, made] = await Promise.all([openEnding(ctx.db, of.id), sumsOf(ctx.db, of.id), gradesOf(ctx.db, of.id), countCardAccounts(ctx.db, of.id)]);
  const local = (at: Date): string => localIn(at, of.timeZone).slice(0, 10);
  return {
    class: { id: of.id, name: of.name, term: of.term, timeZone: of.timeZone },
    endsWith: of.endsWith,
    retainUntil: of.retainUntil.toISOString(),
    retainDay: local(of.retainUntil),
    isRetentionOver: of.retainUntil <= now,
    latestDay: yearsLater(local(of.createdAt), LONGEST_RETENTION_YEARS),
    sums: { ...sums, grades },
    /** Of pupils, which go with the class. */
    accounts: made,
    dueAt: endDueAt(now).toISOString(),
    endedAt: of.endedAt?.toISOString() ?? null,
    ending: ending && {
      id: ending.id,
      how: ending.how,
      by: ending.askedByName,
      askedAt: ending.askedAt.toISOString(),
      dueAt: ending.dueAt.toISOString(),
      isUndoable: isUndoable(ending, now),
      isDone: ending.doneAt !== null,
    },
  };
}

export type EndView = Awaited<ReturnType<typeof endView>>;

async function gradesOf(db: Db, classId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(assignment).innerJoin(grade, and(eq(grade.assignmentId, assignment.id), isNotNull(grade.hash))).where(eq(assignment.classId, classId));
  return found?.count ?? 0;
}
