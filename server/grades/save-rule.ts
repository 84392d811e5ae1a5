/** Setting by which rule an assignment is graded. */
import { isDuplicate } from "../../db/faults";
import { gradingRule } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { momentOfWallTime } from "../../domain/classroom/dates";
import { releaseModes, type ReleaseMode } from "../../domain/classroom/release";
import type { WrittenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { ledAssignment } from "../assignments/visible";
import { badField, changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";
import { releaseGrades } from "./release";
import { checkedRule } from "./rule";

/** As a form sends it; `releaseAt`: what a clock where the class is shows. `seen`: the version the form was opened with, 0: none. */
export type RuleWish = { assignment: string; seen: number; written: WrittenRule; release: string; releaseAt: string };

type Asked = Context & { reader: Reader };

/** What is graded from now on; what was released stays as it is. @throws Refusal noSuch.page, notAllowed, badField, conflict.changed */
export async function saveRule(ctx: Asked, wish: RuleWish): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, wish.assignment);
  const rule = checkedRule(wish.written, wish.seen + 1);
  const release: ReleaseMode = releaseModes.find((mode) => mode === wish.release) ?? "hand";
  const releaseAt = release === "date" ? checkedTime(wish.releaseAt, work.timeZone) : null;
  try {
    await writeTogether((w) => [must(w.insert(gradingRule).values({ assignmentId: work.id, version: rule.version, rule, release, releaseAt, byMemberId: ctx.reader.id, at: ctx.now() }), "rule")]);
  } catch (error) {
    if (isDuplicate(error)) throw changedMeanwhile();
    throw error;
  }
  if (release === "atOnce") await releaseGrades(ctx.db, work, { which: "complete", only: null, by: null, now: ctx.now() });
}

/** @throws Refusal badField releaseAt */
function checkedTime(local: string, timeZone: string): Date {
  const read = momentOfWallTime(local, timeZone);
  if ("moment" in read) return read.moment;
  throw badField("releaseAt", { fault: "notATime" });
}
