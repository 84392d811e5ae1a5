/** The transparency report of a month, counted by the database. */
import { and, count, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { minutesBetween } from "../../db/minutes";
import { decision } from "../../db/schema/decisions";
import { appeal, queueItem, report } from "../../db/schema/moderation";
import { isRestrictive } from "../../domain/moderation/decision";
import { monthOf, monthsAround } from "../../domain/moderation/months";
import { monthReport, type MonthReport } from "../../domain/moderation/transparency";
import { badField } from "../refusals";
import type { Context } from "../trpc";

/** What is decided in a class is told to it alone. */
const isOfThePublic = and(eq(decision.id, appeal.decisionId), isNull(decision.classId));

/** `month`: "2026-05"; null: the one under way. @throws Refusal badField month */
export async function reportOf({ db, now }: Context, input: { month: string | null }): Promise<{ report: MonthReport; previous: string; next: string | null }> {
  const around = monthsAround(input.month ?? monthOf(now()), now());
  if (!around) throw badField("month", { fault: "notADate" });
  const { month, from, until, previous, next } = around;
  const within = (column: typeof decision.createdAt | typeof appeal.createdAt | typeof appeal.closedAt | typeof queueItem.closedAt | typeof report.createdAt) => and(gte(column, from), lt(column, until));
  const minutes = minutesBetween(queueItem.openedAt, queueItem.closedAt);
  const [decisions, waits, reports, [made], outcomes] = await Promise.all([
    db
      .select({ act: decision.act, ground: decision.ground, isAutomatic: decision.isAutomatic, count: count() })
      .from(decision)
      .where(and(within(decision.createdAt), isNull(decision.undoneAt), isNull(decision.classId)))
      .groupBy(decision.act, decision.ground, decision.isAutomatic),
    db
      .select({ minutes, count: count() })
      .from(queueItem)
      .where(and(within(queueItem.closedAt), isNotNull(queueItem.closedBy), isNull(queueItem.classId)))
      .groupBy(sql`1`),
    db.select({ outcome: report.outcome, count: count() }).from(report).where(and(within(report.createdAt), isNull(report.classId))).groupBy(report.outcome),
    db.select({ count: count() }).from(appeal).innerJoin(decision, isOfThePublic).where(within(appeal.createdAt)),
    db.select({ outcome: appeal.outcome, count: count() }).from(appeal).innerJoin(decision, isOfThePublic).where(and(within(appeal.closedAt), isNotNull(appeal.outcome))).groupBy(appeal.outcome),
  ]);
  const of = (rows: readonly { outcome: string | null; count: number }[], outcome: string) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    report: monthReport({
      month,
      // What gives something back names the ground of what it reverses; it rests on none.
      decisions: decisions.map(({ isAutomatic, ...one }) => ({ ...one, ground: isRestrictive(one.act) ? one.ground : null, automated: isAutomatic ? ("fully" as const) : ("no" as const) })),
      waits,
      reports: { made: reports.reduce((sum, one) => sum + one.count, 0), upheld: of(reports, "upheld"), rejected: of(reports, "declined") },
      appeals: { made: made?.count ?? 0, upheld: of(outcomes, "upheld"), reversed: of(outcomes, "reversed") },
    }),
    previous,
    next,
  };
}
