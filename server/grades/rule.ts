/** The rule an assignment is graded by: the newest of those that were set. */
import { desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { gradingRule } from "../../db/schema/grades";
import type { GradingRule } from "../../domain/classroom/grading-rules";
import { readRule, type WrittenFault, type WrittenRule } from "../../domain/classroom/rule-form";
import { badField } from "../refusals";

export type RuleRow = typeof gradingRule.$inferSelect;

/** Null: none has been set. */
export async function ruleInForce(db: Db, assignmentId: string): Promise<RuleRow | null> {
  const [found] = await db.select().from(gradingRule).where(eq(gradingRule.assignmentId, assignmentId)).orderBy(desc(gradingRule.version)).limit(1);
  return found ?? null;
}

/** @throws Refusal badField */
export function checkedRule(written: WrittenRule, version: number): GradingRule {
  const read = readRule(written, version);
  if ("rule" in read) return read.rule;
  throw badField(read.field, { fault: said[read.fault], ...{ at: read.at } });
}

const said = {
  points: "rulePoints",
  count: "ruleCount",
  rubricLine: "ruleRubric",
  nothing: "ruleNothing",
  tooManyPoints: "ruleTooMany",
  decimals: "ruleDecimals",
  notWhole: "ruleCount",
  noSteps: "ruleNoSteps",
  noLevels: "ruleRubric",
  sameTwice: "ruleTwice",
} as const satisfies Record<WrittenFault["fault"], string>;
