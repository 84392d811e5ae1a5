/** An assignment is made, changed, and set. */
import { and, count, eq, inArray, isNull, lte, notExists, notInArray, sql } from "drizzle-orm";
import { randomInt } from "node:crypto";
import { v4 as randomId, v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article, block, revision } from "../../db/schema/articles";
import { assignment, groupMember, prompt, promptThread, studyGroup } from "../../db/schema/assignments";
import { discussion, thread } from "../../db/schema/discussions";
import { enrolment } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Writer } from "../../db/client";
import { groupCountFor, groupsByChance } from "../../domain/classroom/balance";
import type { Reader } from "../../domain/permissions";
import { gradingRule } from "../../db/schema/grades";
import type { Shift } from "../../domain/classroom/copying";
import { visibleArticle } from "../articles/visible";
import { ledClass } from "../classes/visible";
import { badField, changedMeanwhile, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { copiesOf } from "./copied";
import { copySource } from "./copy";
import { groupsOf, MOST_GROUPS, openGroups } from "./groups";
import { sayPrompts, setWork } from "./set";
import { ledAssignment } from "./visible";
import { type AssignmentWish, checkedAssignment, checkedPrompts } from "./wish";

type Asked = Context & { reader: Reader };

/** Together, in so many groups, or in groups of about a size. `number`: as it was written. */
export const groupings = ["together", "count", "size"] as const;
export type Grouping = { how: (typeof groupings)[number]; number: string };

/** `isGraded`: whether it takes over the rule; `shift`: of the time at which that releases grades, and whether dates were left to be set. */
export type CopyFrom = { assignment: string; isGraded: boolean; shift: Shift };

type Making = { class: string; article: string; wish: AssignmentWish; hasPseudonyms: boolean; grouping: Grouping; from: CopyFrom | null };

/** Made, not yet set: students see nothing of it. `from`: what it is a copy of. @throws Refusal noSuch.page, noSuch.article, notAllowed, badField */
export async function makeAssignment(ctx: Asked, { class: classId, article: slug, wish, hasPseudonyms, grouping, from }: Making): Promise<{ id: string }> {
  const led = await ledClass(ctx, classId);
  const { head } = await visibleArticle(ctx, slug);
  const checked = checkedAssignment(wish, led.timeZone);
  const read = await revisionIn(ctx, { articleId: head.id, revision: head.revision }, wish.revision);
  const prompts = checkedPrompts(wish.prompts, await blocksOf(ctx, read.id));
  const groups = await groupCount(ctx, led.id, grouping);
  const copied = from && (await copiedFor(ctx, from, led.timeZone));
  const needsDates = copied?.needsDates === true && checked.commentsDueAt === null && checked.repliesDueAt === null;
  const [id, now] = [randomId(), ctx.now()];
  await writeTogether(
    (w) => [
      must(w.insert(assignment).values({ id, classId: led.id, articleId: head.id, revision: read.number, ...checked, hasPseudonyms, hasGroups: groups > 1, copiedFrom: from?.assignment ?? null, needsDates, createdBy: ctx.reader.id, createdAt: now }), "assignment"),
      ...openGroups(w, { assignmentId: id, articleId: head.id, timeZone: led.timeZone, ids: Array.from({ length: groups }, () => randomId()) }),
      ...askIn(w, id, prompts, now),
      ...(copied?.rule ? [w.insert(gradingRule).values({ assignmentId: id, version: 1, ...copied.rule, byMemberId: ctx.reader.id, at: now })] : []),
    ],
    [{ id: newId(), kind: "assignment.changed", subjectId: id, actorId: ctx.reader.id, at: now }],
  );
  return { id };
}

async function copiedFor(ctx: Asked, { assignment: from, isGraded, shift }: CopyFrom, timeZone: string) {
  await copySource(ctx, from);
  const [copy] = await copiesOf(ctx.db, { assignment: from }, { parts: isGraded ? ["grading"] : [], shift, timeZone });
  return copy ?? null;
}

export function askIn(w: Writer, assignmentId: string, prompts: { block: number | null; text: string }[], now: Date): Write[] {
  return prompts.length === 0 ? [] : [w.insert(prompt).values(prompts.map((one, at) => ({ id: randomId(), assignmentId, ...one, createdAt: new Date(now.getTime() + at) })))];
}

/** The revision that is wished for; empty: as it is. @throws Refusal badField revision */
async function revisionIn({ db }: Asked, { articleId, revision: number }: { articleId: string; revision: number }, wish: string): Promise<{ id: string; number: number }> {
  const wanted = wish.trim() === "" ? number : /^\d{1,6}$/.test(wish.trim()) ? Number(wish.trim()) : 0;
  const [found] = await db.select({ id: revision.id, number: revision.number }).from(article).innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, wanted), lte(revision.number, article.newest))).where(eq(article.id, articleId));
  if (!found) throw badField("revision", { fault: "required" });
  return found;
}

async function blocksOf({ db }: Asked, revisionId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(block).where(eq(block.revisionId, revisionId));
  return found?.count ?? 0;
}

/** How many groups are wished for. @throws Refusal field groupNumber */
export async function groupCount({ db }: Asked, classId: string, { how, number }: Grouping): Promise<number> {
  if (how === "together") return 1;
  const wished = /^\d{1,4}$/.test(number.trim()) ? Number(number.trim()) : 0;
  if (wished < 2 || (how === "count" && wished > MOST_GROUPS)) throw new Refusal("BAD_REQUEST", "field.wholeNumber", { field: "groupNumber", values: { least: 2, most: MOST_GROUPS } });
  if (how === "count") return wished;
  const [students] = await db.select({ count: count() }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt)));
  return Math.min(MOST_GROUPS, groupCountFor(students?.count ?? 0, wished));
}

/** Every group's discussion stands on that revision, while there is no thread in it: what was written for another finds that out by the number. */
function onRevision(w: Writer, assignmentId: string, number: number, groups: number): Write[] {
  const audiences = w.select({ id: studyGroup.id }).from(studyGroup).where(eq(studyGroup.assignmentId, assignmentId));
  const begun = w.select({ id: thread.id }).from(thread).where(sql`${thread.discussionId} = discussion.id`);
  // Held first, so that a thread that is begun at the same moment is seen after it.
  return [w.update(discussion).set({ placedOn: number }).where(inArray(discussion.audience, audiences)), must(w.update(discussion).set({ placedOn: number }).where(and(inArray(discussion.audience, audiences), notExists(begun))), "begun", groups)];
}

/** `version`: of what the teacher saw. Prompts that were said stay; those of the wish take the place of the others. @throws Refusal noSuch.page, notAllowed, badField, conflict.changed */
export async function changeAssignment(ctx: Asked, { assignment: id, version, wish }: { assignment: string; version: number; wish: AssignmentWish }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  const checked = checkedAssignment(wish, work.timeZone);
  const read = await revisionIn(ctx, work, wish.revision);
  const prompts = checkedPrompts(wish.prompts, await blocksOf(ctx, read.id));
  const [now, groups] = [ctx.now(), await groupsOf(ctx.db, id)];
  try {
    await writeTogether(
      (w) => [
        must(w.update(assignment).set({ ...checked, ...(checked.commentsDueAt ?? checked.repliesDueAt ? { needsDates: false } : {}), revision: read.number, version: version + 1 }).where(and(eq(assignment.id, id), eq(assignment.version, version))), "assignment"),
        w.delete(prompt).where(and(eq(prompt.assignmentId, id), notInArray(prompt.id, w.select({ id: promptThread.promptId }).from(promptThread)))),
        ...askIn(w, id, prompts, now),
        ...(read.number === work.revision ? [] : onRevision(w, id, read.number, groups.length)),
      ],
      [{ id: newId(), kind: "assignment.changed", subjectId: id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (error instanceof Overtaken && error.what === "begun") throw badField("revision", { fault: "begunAlready" });
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
  if (work.setAt !== null) await sayPrompts(ctx, work);
}

/** Students see it; who is in no group yet is put into one by chance. Twice is once. @throws Refusal noSuch.page, notAllowed, field commentsDueAt of a copy that has no dates yet */
export async function setAssignment(ctx: Asked, { assignment: id }: { assignment: string }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  if (work.needsDates) throw badField("commentsDueAt", { fault: "datesFirst" });
  if (work.hasGroups) await divide(ctx, work);
  await setWork(ctx, { assignment: id });
}

/** Puts those who are in no group yet into one by chance. */
export async function divide({ db }: Pick<Asked, "db">, { id, classId }: { id: string; classId: string }): Promise<void> {
  const [groups, students] = await Promise.all([
    groupsOf(db, id),
    db
      .select({ id: enrolment.id })
      .from(enrolment)
      .leftJoin(groupMember, and(eq(groupMember.assignmentId, id), eq(groupMember.enrolmentId, enrolment.id)))
      .where(and(eq(enrolment.classId, classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt), isNull(groupMember.groupId))),
  ]);
  const divided = groupsByChance(students, groups.length, (below) => randomInt(below)).flatMap((some, at) => some.map((one) => ({ assignmentId: id, enrolmentId: one.id, groupId: groups[at]?.id ?? "" })));
  if (divided.length > 0) await writeTogether((w) => [w.insert(groupMember).values(divided).onConflictDoNothing()]);
}
