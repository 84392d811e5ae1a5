/** Decisions of a month as statements of reasons in the EU database's words, for those who run the place. */
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { decision } from "../../db/schema/decisions";
import { comment } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { held, report } from "../../db/schema/moderation";
import { isHouseRule } from "../../domain/moderation/house-rules";
import { monthOf, monthsAround } from "../../domain/moderation/months";
import { type Restriction, type StatementFacts, statementOf, statementsCsv } from "../../domain/moderation/statements";
import en from "../../messages/en.json";
import { badField } from "../refusals";
import type { Context } from "../trpc";

const ROWS_AT_ONCE = 500;
const RESTRICTIONS: readonly Restriction[] = ["hide", "remove", "lock", "hold", "silence", "suspend"];

/**
 * A table of those that restrict something and were not undone. What only waits for a moderator's look is left out: it has no ground yet. Rules are
 * called by their English names. @throws Refusal badField month
 */
export async function statementsOf({ db, now }: Context, input: { month: string | null }): Promise<{ month: string; csv: string }> {
  const around = monthsAround(input.month ?? monthOf(now()), now());
  if (!around) throw badField("month", { fault: "notADate" });
  const facts: StatementFacts[] = [];
  for (let after = ""; ; ) {
    const rows = await rowsAfter(db, after, around);
    const reported = await reportedAmong(db, rows.map(({ of }) => of.id));
    facts.push(...rows.flatMap((row) => factsOf(row, reported.get(row.of.id) ?? null) ?? []));
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) break;
    after = last.of.id;
  }
  return { month: around.month, csv: statementsCsv(facts.map(statementOf)) };
}

function rowsAfter(db: Db, after: string, { from, until }: { from: Date; until: Date }) {
  return db
    .select({ of: decision, memberSince: member.createdAt, commentAt: comment.createdAt, heldAt: held.createdAt, language: revision.language })
    .from(decision)
    .leftJoin(member, eq(member.id, decision.memberId))
    .leftJoin(comment, eq(comment.id, decision.commentId))
    .leftJoin(held, eq(held.id, decision.commentId))
    .leftJoin(article, eq(article.id, decision.articleId))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(gte(decision.createdAt, from), lt(decision.createdAt, until), isNull(decision.undoneAt), isNull(decision.classId), inArray(decision.act, [...RESTRICTIONS]), isNotNull(decision.ground), ne(decision.ground, "review"), gt(decision.id, after as typeof decision.$inferSelect.id)))
    .orderBy(asc(decision.id))
    .limit(ROWS_AT_ONCE);
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number];

/** Which decisions followed a report, and whether one of them was a notice of unlawful content. */
async function reportedAmong(db: Db, ids: readonly Row["of"]["id"][]): Promise<Map<string, "notice" | "report">> {
  const found = new Map<string, "notice" | "report">();
  if (ids.length === 0) return found;
  const rows = await db.select({ id: report.decisionId, ground: report.ground }).from(report).where(inArray(report.decisionId, [...ids])).groupBy(report.decisionId, report.ground);
  for (const { id, ground } of rows) if (id && found.get(id) !== "notice") found.set(id, ground === "law" ? "notice" : "report");
  return found;
}

function factsOf({ of, memberSince, commentAt, heldAt, language }: Row, reported: "notice" | "report" | null): StatementFacts | null {
  const act = RESTRICTIONS.find((one) => one === of.act);
  if (!act || of.ground === null || of.ground === "review") return null;
  const ground = isHouseRule(of.ground) ? { rule: of.ground, words: en.moderation.rules[of.ground].name } : { rule: "law" as const, words: of.law ?? en.moderation.rules.law.name };
  return {
    ...{ id: of.id, act, ground, facts: of.facts, explanation: of.facts, decidedAt: of.createdAt, until: of.until },
    contentAt: commentAt ?? heldAt ?? (of.subject === "member" ? memberSince : null) ?? of.createdAt,
    contentLanguage: of.subject === "member" ? null : language,
    source: of.isAutomatic ? "machine" : (reported ?? "moderator"),
    automated: of.isAutomatic ? "fully" : "no",
    groundUrl: null,
  };
}
