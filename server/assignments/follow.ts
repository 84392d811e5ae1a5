/** Assignments that follow their article take its newest revision: some time after it was published, so that publishing tells nothing of who follows. */
import { and, asc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { article } from "../../db/schema/articles";
import { assignment, extension } from "../../db/schema/assignments";
import { schoolClass } from "../../db/schema/classes";
import { grade } from "../../db/schema/grades";
import { lastDue, takesByItself } from "../../domain/classroom/following";
import { log } from "../log";
import { startRounds } from "../rounds";
import { takeRevision } from "./take-revision";

/** Few articles that are set somewhere get a new revision in a minute; the rest comes a page later. */
const WORKS_AT_ONCE = 50;
const LOOK_EVERY_MS = 60_000;

/** All that may go along now; one that cannot is left to the next round. `goesOn`: false when the process is to end. */
export async function followNewest(db: Db, now: Date, goesOn: () => boolean = () => true): Promise<void> {
  for (let after = ""; ; ) {
    const works = await behind(db, after);
    const [graded, extended] = await besides(db, works.map(({ work }) => work.id));
    for (const { work, newest } of works) {
      if (!goesOn()) return;
      const lastDueAt = lastDue(work.commentsDueAt, extended.get(work.id) ?? []);
      if (!takesByItself({ reads: work.revision, newest, follows: work.followsNewest, isClosed: false, isGraded: graded.has(work.id), lastDueAt }, now)) continue;
      await takeRevision(db, work, { to: newest, by: null, now }).catch((error: unknown) => {
        // Whose teacher changed it at the same moment is looked at anew.
        if (!(error instanceof Overtaken)) log.error({ err: error, assignment: work.id }, "a class could not follow its article");
      });
    }
    const last = works.at(-1);
    if (works.length < WORKS_AT_ONCE || !last) return;
    after = last.work.id;
  }
}

/** Work that follows, of classes that go on, whose article has a newer revision than they read; by id. */
function behind(db: Db, after: string) {
  return db
    .select({ work: assignment, newest: article.newest })
    .from(assignment)
    .innerJoin(article, and(eq(article.id, assignment.articleId), eq(article.state, "published"), gt(article.newest, assignment.revision)))
    .innerJoin(schoolClass, and(eq(schoolClass.id, assignment.classId), isNull(schoolClass.closedAt)))
    .where(and(eq(assignment.followsNewest, true), gt(assignment.id, after)))
    .orderBy(asc(assignment.id))
    .limit(WORKS_AT_ONCE);
}

/** Which of them somebody has a grade for, and until when some may comment. */
async function besides(db: Db, ids: string[]) {
  if (ids.length === 0) return [new Set<string>(), new Map<string, (Date | null)[]>()] as const;
  const [grades, dates] = await Promise.all([
    db.select({ id: grade.assignmentId }).from(grade).where(inArray(grade.assignmentId, ids)).groupBy(grade.assignmentId),
    db.select({ id: extension.assignmentId, at: extension.commentsDueAt }).from(extension).where(and(inArray(extension.assignmentId, ids), isNotNull(extension.commentsDueAt))),
  ]);
  const extended = new Map<string, (Date | null)[]>();
  for (const { id, at } of dates) extended.set(id, [...(extended.get(id) ?? []), at]);
  return [new Set(grades.map(({ id }) => id)), extended] as const;
}

export function startFollowing(db: Db): () => Promise<void> {
  return startRounds("following", LOOK_EVERY_MS, (goesOn) => followNewest(db, new Date(), goesOn));
}
