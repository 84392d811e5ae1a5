/** An objection as moderators see it: the whole case. */
import { and, asc, count, desc, eq, isNull, ne } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import { report } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { statementOn } from "../decisions/statement";
import type { Context } from "../trpc";
import { faultOf } from "./decide";
import { visibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** Enough to see a habit. */
const EARLIER = 10;
const MOST_REPORTS = 50;

/** @throws Refusal noSuch.appeal */
export async function caseOf(ctx: Asked, input: { appeal: string }) {
  const found = await visibleAppeal(ctx, input.appeal);
  const of = found.decision;
  const [statement, fault, earlier, reports, [alike]] = await Promise.all([
    statementOn(ctx, { decision: of.id }),
    faultOf(ctx, found),
    ctx.db
      .select({ id: decision.id, act: decision.act, about: decision.subject, ground: decision.ground, at: decision.createdAt, reversedBy: decision.reversedBy })
      .from(decision)
      .where(and(eq(decision.memberId, found.member.id), ne(decision.id, of.id), isNull(decision.undoneAt)))
      .orderBy(desc(decision.id))
      .limit(EARLIER),
    ctx.db.select({ id: report.id, ground: report.ground, note: report.note, quote: report.quote }).from(report).where(eq(report.decisionId, of.id)).orderBy(asc(report.id)).limit(MOST_REPORTS),
    ctx.db.select({ decisions: count() }).from(decision).where(and(eq(decision.memberId, found.member.id), isNull(decision.undoneAt))),
  ]);
  return {
    id: found.appeal.id,
    version: found.appeal.version,
    at: found.appeal.createdAt.toISOString(),
    statement,
    /** Why this moderator leaves it to another; null: it is theirs to decide. */
    fault,
    by: { id: found.member.id, name: found.member.name, isGone: found.member.deletedAt !== null, since: found.member.createdAt.toISOString(), decisions: alike?.decisions ?? 0 },
    earlier: earlier.map((one) => ({ ...one, at: one.at.toISOString(), isReversed: one.reversedBy !== null })),
    reports,
  };
}

export type AppealCase = Awaited<ReturnType<typeof caseOf>>;
