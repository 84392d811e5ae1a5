/** Releasing grades: each becomes a row that nothing changes any more. */
import { and, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { assignment } from "../../db/schema/assignments";
import { grade, gradingRule } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { must, type MakeWrites } from "../../db/writes";
import { snapshotHash } from "../../domain/classroom/grade-snapshot";
import type { Reader } from "../../domain/permissions";
import { ledAssignment } from "../assignments/visible";
import { keepLook } from "../classes/looked";
import { changedMeanwhile, notAllowed } from "../refusals";
import { startRounds } from "../rounds";
import type { Context } from "../trpc";
import { gradedBy, isChanged, newestGrades } from "./graded";
import { saidIn } from "./said";
import { ruleInForce } from "./rule";
import type { Work } from "./work";

export type Releasing = { released: number; unchanged: number; waiting: number };
/** `complete`: only those of whom nothing is still to be given. `only`: the enrolment of one. `by` null: by itself. */
type Wish = { which: "all" | "complete"; only: string | null; by: string | null; now: Date };

/** A student whose work, marks and feedback are as they were keeps the grade there is. `waiting`: incomplete. Without a rule nothing is released. @throws Refusal conflict.changed */
export async function releaseGrades(db: Db, work: Work, { which, only, by, now }: Wish, more: MakeWrites = () => []): Promise<Releasing> {
  const inForce = await ruleInForce(db, work.id);
  if (!inForce) return { released: 0, unchanged: 0, waiting: 0 };
  const [[graded = []], before, said] = await Promise.all([gradedBy(db, work, [inForce.rule], only), newestGrades(db, work.id, only), saidIn(db, work.id, only)]);
  const newest = new Map(before.map((one) => [one.enrolmentId, one]));
  const ready = graded.filter(({ snapshot }) => which === "all" || snapshot.grade.isComplete);
  const rows = ready.flatMap(({ student, snapshot }) => {
    const [last, hash, feedback] = [newest.get(student.id), snapshotHash(snapshot), said.get(student.id) ?? []];
    if (last && !isChanged(last, { hash, feedback })) return [];
    const { points, most, version } = snapshot.grade;
    return [{ assignmentId: work.id, enrolmentId: student.id, number: (last?.number ?? 0) + 1, points, most, snapshot, hash, ruleVersion: version, feedback, byMemberId: by, releasedAt: now }];
  });
  try {
    await writeTogether((w) => [...more(w), ...inParts(rows).map((part) => must(w.insert(grade).values(part), "grades", part.length))]);
  } catch (error) {
    if (isDuplicate(error) || error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { released: rows.length, unchanged: ready.length - rows.length, waiting: graded.length - ready.length };
}

/** SQLite takes some thirty thousand values in a statement, a row has eleven. */
const ROWS_AT_ONCE = 500;

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}

/** By a teacher's word, now. @throws Refusal noSuch.page, notAllowed, conflict.changed */
export async function releaseByHand(ctx: Context & { reader: Reader }, { assignment: id, which }: { assignment: string; which: "all" | "complete" }): Promise<Releasing> {
  const { assignment: work } = await ledAssignment(ctx, id);
  if (!(await ruleInForce(ctx.db, id))) throw notAllowed("noRule");
  const now = ctx.now();
  return releaseGrades(ctx.db, work, { which, only: null, by: ctx.reader.id, now }, (w) => [keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "grades.released", subjectId: id, at: now })]);
}

/** Few come due in a minute; the others wait for the next. */
const DUE_AT_ONCE = 20;
const LOOK_EVERY_MS = 60_000;

/** What is to be released at a date that has come, once: a rule that was replaced meanwhile releases nothing. */
export async function releaseDue(db: Db, now: Date): Promise<void> {
  const due = await db
    .select({ work: assignment, version: gradingRule.version })
    .from(gradingRule)
    .innerJoin(assignment, eq(assignment.id, gradingRule.assignmentId))
    .where(and(isNull(gradingRule.releasedAt), lte(gradingRule.releaseAt, now)))
    .limit(DUE_AT_ONCE);
  for (const { work, version } of due) {
    const done: MakeWrites = (w) => [must(w.update(gradingRule).set({ releasedAt: now }).where(and(eq(gradingRule.assignmentId, work.id), eq(gradingRule.version, version), isNull(gradingRule.releasedAt))), "release")];
    if ((await ruleInForce(db, work.id))?.version !== version) await writeTogether(done);
    else await releaseGrades(db, work, { which: "complete", only: null, by: null, now }, (w) => [...done(w), keepLook(w, { classId: work.classId, memberId: null, what: "grades.released", subjectId: work.id, at: now })]);
  }
}

export function startReleasing(db: Db): () => Promise<void> {
  return startRounds("grades", LOOK_EVERY_MS, () => releaseDue(db, new Date()));
}
