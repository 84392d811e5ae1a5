/** An objection as moderators see it: the whole case; of a class only what is needed, and its teachers read who looked. */
import { and, asc, count, desc, eq, isNull, ne } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { decision } from "../../db/schema/decisions";
import { report } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { statementOf, statementOn } from "../decisions/statement";
import type { Context } from "../trpc";
import { faultOf } from "./decide";
import { classCase } from "./in-class";
import { type VisibleAppeal, visibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** Enough to see a habit. */
const EARLIER = 10;
const MOST_REPORTS = 50;

/** @throws Refusal noSuch.appeal */
export async function caseOf(ctx: Asked, input: { appeal: string }) {
  const found = await visibleAppeal(ctx, input.appeal);
  const [about, fault] = await Promise.all([found.decision.classId === null ? publicCase(ctx, found) : ofClass(ctx, found, found.decision.classId), faultOf(ctx, found)]);
  return {
    id: found.appeal.id,
    version: found.appeal.version,
    at: found.appeal.createdAt.toISOString(),
    /** Why this moderator leaves it to another; null: it is theirs to decide. */
    fault,
    ...about,
  };
}

export type AppealCase = Awaited<ReturnType<typeof caseOf>>;

async function publicCase(ctx: Asked, found: VisibleAppeal) {
  const of = found.decision;
  const [statement, earlier, reports, [alike]] = await Promise.all([
    statementOn(ctx, { decision: of.id }),
    ctx.db
      .select({ id: decision.id, act: decision.act, about: decision.subject, ground: decision.ground, at: decision.createdAt, reversedBy: decision.reversedBy })
      .from(decision)
      .where(and(eq(decision.memberId, found.member.id), ne(decision.id, of.id), isNull(decision.undoneAt), isNull(decision.classId)))
      .orderBy(desc(decision.id))
      .limit(EARLIER),
    ctx.db.select({ id: report.id, ground: report.ground, note: report.note, quote: report.quote }).from(report).where(eq(report.decisionId, of.id)).orderBy(asc(report.id)).limit(MOST_REPORTS),
    ctx.db.select({ decisions: count() }).from(decision).where(and(eq(decision.memberId, found.member.id), isNull(decision.undoneAt), isNull(decision.classId))),
  ]);
  return {
    statement,
    by: { name: found.member.name, isGone: found.member.deletedAt !== null },
    /** Null: of a class, from which nothing else is told. */
    record: { since: found.member.createdAt.toISOString(), decisions: alike?.decisions ?? 0 },
    earlier: earlier.map((one) => ({ ...one, at: one.at.toISOString(), isReversed: one.reversedBy !== null })),
    reports,
    /** Of a class: the comment in its passage, with what it answers; in public it is there to be read. */
    context: null,
  };
}

async function ofClass(ctx: Asked, found: VisibleAppeal, classId: string) {
  const [on] = await ctx.db
    .select({ slug: article.slug, state: article.state, title: revision.title, language: revision.language })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(eq(article.id, found.decision.articleId ?? ""));
  const [statement, { name, ...context }] = await Promise.all([statementOf(ctx, { decision: found.decision, article: on ?? { slug: null, state: null, title: null, language: null } }), classCase(ctx, found, classId)]);
  return { statement, by: { name, isGone: found.member.deletedAt !== null }, record: null, earlier: [], reports: [], context };
}
