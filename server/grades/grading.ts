/** Choosing a rule: what is in force, how grades would lie by another, and whether those released still count to the same. */
import { and, asc, eq, gt, or } from "drizzle-orm";
import { enrolment } from "../../db/schema/classes";
import { grade } from "../../db/schema/grades";
import { type Distribution, distributionOf, whatIf, type WhatIf } from "../../domain/classroom/grade-distribution";
import { faultOfSnapshot } from "../../domain/classroom/grade-snapshot";
import { mostOf } from "../../domain/classroom/grading-rules";
import type { WrittenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { taughtAssignment } from "../assignments/visible";
import type { Context } from "../trpc";
import { gradedBy, newestGrades } from "./graded";
import { headOf } from "./head";
import { checkedRule, ruleInForce } from "./rule";

type Asked = Context & { reader: Reader };

/** `preview`: of a rule that is written but not kept: alone, or against the one in force. @throws Refusal noSuch.page, badField */
export async function gradingView(ctx: Asked, { assignment: id, written }: { assignment: string; written: WrittenRule | null }) {
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, id);
  const inForce = await ruleInForce(ctx.db, id);
  const tried = written === null ? null : checkedRule(written, (inForce?.version ?? 0) + 1);
  const [[one = [], other = null], released] = await Promise.all([gradedBy(ctx.db, work, [inForce?.rule, tried].flatMap((rule) => rule ?? [])), newestGrades(ctx.db, id)]);
  const pointsOf = (graded: typeof one) => graded.map(({ snapshot }) => snapshot.grade.points);
  const now: Distribution | null = inForce && distributionOf(pointsOf(one), mostOf(inForce.rule));
  const against: WhatIf | null = inForce && tried && other && whatIf(one.map(({ snapshot }, at) => ({ now: snapshot.grade.points, then: other[at]?.snapshot.grade.points ?? 0 })), { now: mostOf(inForce.rule), then: mostOf(tried) });
  return {
    work: headOf(work, of, me.role),
    rule: inForce && { version: inForce.version, rule: inForce.rule, release: inForce.release, releaseAt: inForce.releaseAt, releasedAt: inForce.releasedAt },
    now,
    preview: tried && { distribution: against?.then ?? distributionOf(pointsOf(one), mostOf(tried)), change: against && { rising: against.rising, falling: against.falling, same: against.same } },
    complete: inForce ? one.filter(({ snapshot }) => snapshot.grade.isComplete).length : 0,
    students: one.length,
    released: released.length,
  };
}

export type GradingView = Awaited<ReturnType<typeof gradingView>>;

/** Snapshots looked through at a time: each is read whole. */
const RECOUNTED_AT_ONCE = 500;
const MOST_NAMED = 50;

/** Counts every grade that was ever released again, from what it was made of. @throws Refusal noSuch.page */
export async function recount(ctx: Asked, { assignment: id }: { assignment: string }): Promise<{ counted: number; wrong: { name: string; number: number; fault: "changed" | "recounts" }[] }> {
  await taughtAssignment(ctx, id);
  const wrong: { name: string; number: number; fault: "changed" | "recounts" }[] = [];
  let counted = 0;
  for (let after: { enrolmentId: string; number: number } | null = null; ; ) {
    const rows: { enrolmentId: string; number: number; snapshot: (typeof grade.$inferSelect)["snapshot"]; hash: string; name: string }[] = await ctx.db
      .select({ enrolmentId: grade.enrolmentId, number: grade.number, snapshot: grade.snapshot, hash: grade.hash, name: enrolment.name })
      .from(grade)
      .innerJoin(enrolment, eq(enrolment.id, grade.enrolmentId))
      .where(and(eq(grade.assignmentId, id), after === null ? undefined : or(gt(grade.enrolmentId, after.enrolmentId), and(eq(grade.enrolmentId, after.enrolmentId), gt(grade.number, after.number)))))
      .orderBy(asc(grade.enrolmentId), asc(grade.number))
      .limit(RECOUNTED_AT_ONCE);
    counted += rows.length;
    for (const { name, number, snapshot, hash } of rows) {
      const fault = faultOfSnapshot(snapshot, hash);
      if (fault && wrong.length < MOST_NAMED) wrong.push({ name, number, fault });
    }
    after = rows.at(-1) ?? null;
    if (rows.length < RECOUNTED_AT_ONCE) return { counted, wrong };
  }
}
