/** What belongs to a class, as parts of questions: its assignments, discussions, comments and decisions. */
import { and, eq, gt, inArray, or } from "drizzle-orm";
import type { Db, Writer } from "../../db/client";
import { assignment, studyGroup } from "../../db/schema/assignments";
import { decision } from "../../db/schema/decisions";
import { comment, discussion } from "../../db/schema/discussions";

type Asks = Pick<Db | Writer, "select">;

export function assignmentsIn(db: Asks, classId: string) {
  return db.select({ id: assignment.id }).from(assignment).where(eq(assignment.classId, classId));
}

export function discussionsIn(db: Asks, classId: string) {
  return db
    .select({ id: discussion.id })
    .from(assignment)
    .innerJoin(studyGroup, eq(studyGroup.assignmentId, assignment.id))
    .innerJoin(discussion, and(eq(discussion.articleId, assignment.articleId), eq(discussion.audience, studyGroup.id)))
    .where(eq(assignment.classId, classId));
}

/** `after`: those with a greater id. */
export function commentsIn(db: Asks, classId: string, after: string | null = null) {
  return db
    .select({ id: comment.id })
    .from(assignment)
    .innerJoin(studyGroup, eq(studyGroup.assignmentId, assignment.id))
    .innerJoin(discussion, and(eq(discussion.articleId, assignment.articleId), eq(discussion.audience, studyGroup.id)))
    .innerJoin(comment, eq(comment.discussionId, discussion.id))
    .where(and(eq(assignment.classId, classId), after === null ? undefined : gt(comment.id, after)));
}

/** Those on an objection name the class alone. */
export function decisionsIn(db: Asks, classId: string) {
  return db.select({ id: decision.id }).from(decision).where(or(eq(decision.classId, classId), inArray(decision.discussionId, discussionsIn(db, classId))));
}
