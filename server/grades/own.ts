/** A grade with its evidence: the same page for the student and for who teaches them. */
import { dueFor } from "../../domain/classroom/dates";
import { faultOfSnapshot } from "../../domain/classroom/grade-snapshot";
import { isTeaching } from "../../domain/classroom/terms";
import type { Reader } from "../../domain/permissions";
import { taughtAssignment, visibleAssignment } from "../assignments/visible";
import { noSuch, refusalIs } from "../refusals";
import type { Context } from "../trpc";
import { newestGrade } from "./graded";
import { headOf } from "./head";
import { releasedOf, saidIn } from "./said";
import { releaseGrades } from "./release";
import { ruleInForce } from "./rule";
import { studentsOf } from "./work";

type Asked = Context & { reader: Reader };

/** `place` null: the reader's own, as a student; a teacher names one. Before a release there is nothing in it. @throws Refusal noSuch.page */
export async function gradeView(ctx: Asked, { assignment: id, place }: { assignment: string; place: string | null }) {
  const found = place === null ? await visibleAssignment(ctx, id) : await taughtAssignment(ctx, id);
  const { assignment: work, class: of, me } = found;
  if (place === null && isTeaching(me.role)) throw noSuch("page");
  const whose = place ?? me.id;
  const [student] = await studentsOf(ctx.db, work, whose);
  if (!student) throw noSuch("page");
  await releaseIfAtOnce(ctx, work, whose);
  const grade = await newestGrade(ctx.db, id, whose);
  const now = grade ? ((await saidIn(ctx.db, id, whose)).get(whose) ?? []) : [];
  return {
    work: headOf({ ...work, ...dueFor(work, student.extension) }, of, me.role),
    student: { id: student.id, name: student.name },
    isOwn: place === null,
    grade: grade && { number: grade.number, snapshot: grade.snapshot, hash: grade.hash, releasedAt: grade.releasedAt.toISOString(), fault: faultOfSnapshot(grade.snapshot, grade.hash) },
    /** As it was released. */
    feedback: releasedOf(grade, now),
  };
}

export type GradeView = Awaited<ReturnType<typeof gradeView>>;

/** What is released at once is as new as the look at it. */
async function releaseIfAtOnce(ctx: Asked, work: Parameters<typeof releaseGrades>[1], only: string): Promise<void> {
  if ((await ruleInForce(ctx.db, work.id))?.release !== "atOnce") return;
  try {
    await releaseGrades(ctx.db, work, { which: "complete", only, by: null, now: ctx.now() });
  } catch (error) {
    // Somebody who looked at the same moment wrote it down.
    if (!refusalIs(error, "conflict.changed")) throw error;
  }
}
