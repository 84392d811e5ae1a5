/**
 * A class goes over to a newer revision of its article, with all its groups at once. Where its threads stand there is written
 * beforehand, where nobody sees it; one last unit makes that revision the one that is read, or nothing. What a killed attempt left is
 * cleared by the next.
 */
import { and, count, eq, exists, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { article, revision } from "../../db/schema/articles";
import { assignment, prompt, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { discussion, heat, placement, thread } from "../../db/schema/discussions";
import { grade } from "../../db/schema/grades";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { chunked } from "../articles/revision-writes";
import { keepLook } from "../classes/looked";
import { carriedBlocks } from "./carried-prompts";
import { type Between, carriedInClass, type CarriedInClass } from "./carried-threads";
import type { Work } from "../grades/work";

/** Students go on writing: threads begun meanwhile are carried with the next attempt. */
const MOST_ATTEMPTS = 5;
/** As when an article is published: building and running their statement takes some ten or twenty milliseconds. */
const ROWS_OF_A_UNIT = 250;

/** `by` null: it followed by itself, which it does not once a grade is released. */
export type Taking = { to: number; by: string | null; now: Date };

/** @throws Overtaken when the assignment is another by now, or students write faster than it can be done */
export async function takeRevision(db: Db, work: Work, taking: Taking): Promise<void> {
  const [between, discussions] = await Promise.all([betweenOf(db, work, taking.to), discussionsOf(db, work.id)]);
  if (!between) throw new Overtaken("assignment");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOf(db, { work, between, discussions, ...taking });
    } catch (error) {
      const isAnother = error instanceof Overtaken && error.what === "assignment";
      if (isAnother || attempt === MOST_ATTEMPTS || !(error instanceof Overtaken || isDuplicate(error))) throw error;
    }
  }
}

/** Both revisions; null: there is none of that number, or it is not newer. */
export async function betweenOf(db: Db, { articleId, revision: reads }: Pick<Work, "articleId" | "revision">, to: number): Promise<Between | null> {
  const rows = await db
    .select({ id: revision.id, number: revision.number })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), inArray(revision.number, [reads, to]), lte(revision.number, article.newest)))
    .where(and(eq(article.id, articleId), eq(article.state, "published")));
  const [from, later] = [rows.find(({ number }) => number === reads), rows.find(({ number }) => number === to)];
  return from && later && to > reads ? { articleId, from, to: later } : null;
}

export async function discussionsOf(db: Db, assignmentId: string): Promise<string[]> {
  const rows = await db.select({ id: discussion.id }).from(studyGroup).innerJoin(discussion, eq(discussion.audience, studyGroup.id)).where(eq(studyGroup.assignmentId, assignmentId)).orderBy(studyGroup.number);
  return rows.map(({ id }) => id);
}

/** By the prompt's id the number of the block it is asked about there; null: its passage is gone, and it is asked about the whole. */
export async function promptsIn(db: Db, work: Work, to: number): Promise<{ id: string; text: string; was: number; block: number | null }[]> {
  const rows = await db.select({ id: prompt.id, text: prompt.text, block: prompt.block }).from(prompt).where(eq(prompt.assignmentId, work.id)).orderBy(prompt.createdAt, prompt.id);
  const asked = rows.flatMap(({ block, ...row }) => (block === null ? [] : [{ ...row, at: { articleId: work.articleId, from: work.revision, to, block } }]));
  const placeOf = await carriedBlocks(db, asked.map(({ at }) => at));
  return asked.map(({ at, ...row }) => ({ ...row, was: at.block, block: placeOf(at) }));
}

type Attempt = Taking & { work: Work; between: Between; discussions: readonly string[] };

async function attemptOf(db: Db, { work, between, discussions, to, by, now }: Attempt): Promise<void> {
  await clearLeft(db, work, between, discussions);
  const [carried, prompts, told] = [await carriedInClass(db, between, discussions), await promptsIn(db, work, to), await toldOf(db, work)];
  for (const rows of chunked(carried.flat().map(({ row }) => row), ROWS_OF_A_UNIT)) await writeTogether((w) => [held(w, work), w.insert(placement).values(rows)]);
  await writeTogether(
    (w) => [
      held(w, work),
      must(w.update(assignment).set({ revision: to, version: sql`${assignment.version} + 1` }).where(and(isAsItWas(work), ...(by === null ? staysUngraded(w, work) : []))), "assignment"),
      // Each held first, so that a thread that is begun at the same moment is seen after it.
      w.update(discussion).set({ placedOn: discussion.placedOn }).where(inArray(discussion.id, [...discussions])),
      ...discussions.map((id, at) => must(w.update(discussion).set({ placedOn: to }).where(and(eq(discussion.id, id), isWhole(id, between, carried[at] ?? []))), "threads")),
      ...prompts.filter(({ was, block }) => was !== block).map(({ id, block }) => w.update(prompt).set({ block }).where(eq(prompt.id, id))),
      ...discussions.map((id) => heatOf(w, id, between.to.id)),
      keepLook(w, { classId: work.classId, memberId: by, what: "revision.taken", subjectId: work.id, at: now }),
      ...chunked(told, ROWS_OF_A_UNIT).map((some) => w.insert(notice).values(some.map((memberId) => ({ id: newId(), memberId, kind: "text-changed" as const, subjectId: work.id, dueAt: now, createdAt: now })))),
    ],
    // Of no article: whoever looks at its events learns nothing of a class.
    [{ id: newId(), kind: "assignment.changed", subjectId: work.id, actorId: by, at: now }],
  );
}

function isAsItWas({ id, version, revision: reads }: Work) {
  return and(eq(assignment.id, id), eq(assignment.version, version), eq(assignment.revision, reads));
}

/** One unit after the other, while the class still reads what it did. */
function held(w: Writer, work: Work): Write {
  return must(w.update(assignment).set({ revision: work.revision }).where(isAsItWas(work)), "assignment");
}

/** Nobody has a grade, the class goes on, and it still follows. */
function staysUngraded(w: Writer, { id, classId }: Work) {
  return [
    eq(assignment.followsNewest, true),
    notExists(w.select({ id: grade.assignmentId }).from(grade).where(eq(grade.assignmentId, id))),
    exists(w.select({ id: schoolClass.id }).from(schoolClass).where(and(eq(schoolClass.id, classId), isNull(schoolClass.closedAt)))),
  ];
}

/** No thread came or went since it was read, and all of them are placed. */
function isWhole(id: string, { from, to }: Between, carried: readonly CarriedInClass[]) {
  const on = (revisionId: string) => sql`(select count(*) from placement p where p.discussion_id = ${id} and p.revision_id = ${revisionId}) = ${carried.length}`;
  return and(on(from.id), on(to.id));
}

function heatOf(w: Writer, discussionId: string, revisionId: string): Write {
  return w.insert(heat).select(
    sql`select ${discussionId}, ${revisionId}, ${placement.blockNumber}, count(*), coalesce(sum(${thread.comments}), 0) from ${placement} inner join ${thread} on ${thread.id} = ${placement.threadId} where ${placement.discussionId} = ${discussionId} and ${placement.revisionId} = ${revisionId} group by ${placement.blockNumber}`,
  );
}

/** Placements of a revision that the class does not read yet. */
async function clearLeft(db: Db, work: Work, { to }: Between, discussions: readonly string[]): Promise<void> {
  const here = and(inArray(placement.discussionId, [...discussions]), eq(placement.revisionId, to.id));
  const [left] = await db.select({ threads: count() }).from(placement).where(here);
  if (left?.threads === 0) return;
  await writeTogether((w) => [held(w, work), w.delete(placement).where(here), w.delete(heat).where(and(inArray(heat.discussionId, [...discussions]), eq(heat.revisionId, to.id)))]);
}

/** Everybody of the class who has an account; nobody of work that is not set yet. */
async function toldOf(db: Db, { classId, setAt }: Work): Promise<string[]> {
  if (setAt === null) return [];
  const rows = await db.select({ memberId: enrolment.memberId }).from(enrolment).where(and(eq(enrolment.classId, classId), isNull(enrolment.leftAt)));
  return rows.flatMap(({ memberId }) => memberId ?? []);
}
