/** Marks that a person gives, and what they say to a student. */
import { and, eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { feedback, mark } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { must, type Must } from "../../db/writes";
import { readPoints, stepOf } from "../../domain/classroom/points";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { taughtAssignment, type VisibleAssignment } from "../assignments/visible";
import { badField, changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { ALL_OF_IT } from "./one";
import { releaseGrades } from "./release";
import { ruleInForce, type RuleRow } from "./rule";
import { commentsBy, type Student, studentsOf } from "./work";

type Asked = Context & { reader: Reader };
type Whose = { assignment: string; place: string };

/** A page of advice; more is said better in a talk. */
export const FEEDBACK_LENGTH = 4_000;

/** A class that is closed is not graded any more. */
async function gradable(ctx: Asked, { assignment: id, place }: Whose): Promise<{ found: VisibleAssignment; student: Student }> {
  const found = await taughtAssignment(ctx, id);
  if (found.class.closedAt) throw notAllowed("classClosed");
  const [student] = await studentsOf(ctx.db, found.assignment, place);
  if (!student) throw noSuch("page");
  return { found, student };
}

/** `hand`: as typed, empty: none; `levels`: by criterion's id the level's, "": none; `version`: the one that was seen, 0: none. @throws Refusal noSuch.page, notAllowed, badField hand, conflict.changed */
export async function giveMarks(ctx: Asked, { hand: typed, levels, version, ...whose }: Whose & { hand: string; levels: Record<string, string>; version: number }): Promise<void> {
  const { found: { assignment: work }, student } = await gradable(ctx, whose);
  const inForce = await ruleInForce(ctx.db, work.id);
  if (!inForce) throw notAllowed("noRule");
  const given = { hand: checkedHand(inForce, typed), levels: knownLevels(inForce, levels), byMemberId: ctx.reader.id, at: ctx.now() };
  const at = and(eq(mark.assignmentId, work.id), eq(mark.enrolmentId, student.id));
  await guarded((w) =>
    version === 0
      ? must(w.insert(mark).values({ assignmentId: work.id, enrolmentId: student.id, ...given }).onConflictDoNothing(), "mark")
      : must(w.update(mark).set({ ...given, version: version + 1 }).where(and(at, eq(mark.version, version))), "mark"),
  );
  await releaseIfOut(ctx, work, inForce, student.id);
}

/** Those of the others have been seen: this one need not wait for a second word. Where a teacher releases by hand it waits for that. */
async function releaseIfOut(ctx: Asked, work: VisibleAssignment["assignment"], inForce: RuleRow, only: string): Promise<void> {
  const isOut = inForce.release === "atOnce" || (inForce.release === "date" && inForce.releasedAt !== null);
  if (isOut) await releaseGrades(ctx.db, work, { which: "complete", only, by: ctx.reader.id, now: ctx.now() });
}

function checkedHand({ rule }: RuleRow, typed: string): number | null {
  if (!rule.hand || typed.trim() === "") return null;
  const points = readPoints(typed);
  if (points === null || points > rule.hand.points || points % stepOf(rule.decimals) !== 0) throw badField("hand", { fault: "rulePoints" });
  return points;
}

function knownLevels({ rule }: RuleRow, levels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(rule.rubric.flatMap(({ id, levels: known }) => known.filter((level) => level.id === levels[id]).map((level) => [id, level.id])));
}

/** `comment` null: about all of it; an empty text takes it back. @throws Refusal noSuch.page, notAllowed, badField text, conflict.changed */
export async function sayFeedback(ctx: Asked, { comment, text: typed, version, ...whose }: Whose & { comment: string | null; text: string; version: number }): Promise<void> {
  const { found: { assignment: work }, student } = await gradable(ctx, whose);
  if (comment !== null && !(await commentsBy(ctx.db, work, student.memberId ?? "")).some(({ id }) => id === comment)) throw noSuch("page");
  const text = normalised(typed);
  const fault = text === "" ? null : faultOfText(text, { most: FEEDBACK_LENGTH });
  if (fault) throw badField("text", fault);
  const about = comment ?? ALL_OF_IT;
  const said = { text, byMemberId: ctx.reader.id, at: ctx.now() };
  const at = and(eq(feedback.assignmentId, work.id), eq(feedback.enrolmentId, student.id), eq(feedback.about, about));
  await guarded((w) =>
    version === 0
      ? must(w.insert(feedback).values({ assignmentId: work.id, enrolmentId: student.id, about, ...said }).onConflictDoNothing(), "feedback")
      : must(w.update(feedback).set({ ...said, version: version + 1 }).where(and(at, eq(feedback.version, version))), "feedback"),
  );
  const inForce = await ruleInForce(ctx.db, work.id);
  if (inForce) await releaseIfOut(ctx, work, inForce, student.id);
}

async function guarded(make: (w: Writer) => Must): Promise<void> {
  try {
    await writeTogether((w) => [make(w)]);
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}
