/** How a reader sees the discussion of a group: whether at all, as what, and what a gate keeps from them. The one query layer of private discussions. */
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { assignment, extension, gateOpening, groupMember, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { discussion } from "../../db/schema/discussions";
import { dueFor } from "../../domain/classroom/dates";
import { gateState } from "../../domain/classroom/gate";
import { type ClassRole, isTeaching } from "../../domain/classroom/terms";
import type { CommentKind } from "../../domain/thread";
import type { Context } from "../trpc";

export type Asking = Pick<Context, "db" | "reader" | "now">;

export type Sight = {
  classId: string;
  assignmentId: string;
  groupId: string;
  /** Path of the page on which it is read: never under an article's. */
  readAt: string;
  enrolmentId: string;
  role: ClassRole;
  isTeaching: boolean;
  /** Whether others' comments are seen. */
  isGateOpen: boolean;
  /** Which kinds of comment a student may choose; null: any, or none. */
  kinds: readonly CommentKind[] | null;
  /** Whether a teacher looks at what the reader writes before others see it. */
  isBefore: boolean;
};

const columns = {
  id: discussion.id,
  articleId: article.id,
  slug: article.slug,
  newest: revision.number,
  revisionId: revision.id,
  title: revision.title,
  language: revision.language,
  groupId: studyGroup.id,
  groupNumber: studyGroup.number,
  closedAt: schoolClass.closedAt,
  enrolment: { id: enrolment.id, role: enrolment.role },
  assignment: { id: assignment.id, classId: assignment.classId, opensAt: assignment.opensAt, commentsDueAt: assignment.commentsDueAt, repliesDueAt: assignment.repliesDueAt, cutOffAt: assignment.cutOffAt, timeZone: assignment.timeZone, kinds: assignment.kinds, looksFirst: assignment.looksFirst, gate: assignment.gate, gateOpenedAt: assignment.gateOpenedAt },
  extended: { commentsDueAt: extension.commentsDueAt, repliesDueAt: extension.repliesDueAt, cutOffAt: extension.cutOffAt },
  opening: { openedAt: gateOpening.openedAt, closedAt: gateOpening.closedAt },
};

/** Of the groups an enrolled reader may see: a student the one they are in, once the work is set; teachers all. */
export async function classDiscussion({ db, reader, now }: Asking, by: { discussion: string } | { group: string }) {
  if (!reader) return null;
  const [found] = await db
    .select(columns)
    .from(discussion)
    .innerJoin(studyGroup, eq(studyGroup.id, discussion.audience))
    .innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId))
    .innerJoin(schoolClass, eq(schoolClass.id, assignment.classId))
    .innerJoin(enrolment, and(eq(enrolment.classId, assignment.classId), eq(enrolment.memberId, reader.id), isNull(enrolment.leftAt)))
    .innerJoin(article, and(eq(article.id, discussion.articleId), eq(article.state, "published")))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, assignment.revision)))
    .leftJoin(groupMember, and(eq(groupMember.assignmentId, assignment.id), eq(groupMember.enrolmentId, enrolment.id)))
    .leftJoin(extension, and(eq(extension.assignmentId, assignment.id), eq(extension.enrolmentId, enrolment.id)))
    .leftJoin(gateOpening, and(eq(gateOpening.assignmentId, assignment.id), eq(gateOpening.memberId, reader.id)))
    .where(
      and(
        "group" in by ? eq(studyGroup.id, by.group) : eq(discussion.id, by.discussion),
        or(
          eq(enrolment.role, "teacher"),
          eq(enrolment.role, "assistant"),
          and(isNotNull(assignment.setAt), or(eq(groupMember.groupId, studyGroup.id), and(isNull(groupMember.groupId), eq(assignment.hasGroups, false)))),
        ),
      ),
    );
  if (!found) return null;
  const { groupId, groupNumber, enrolment: me, assignment: work, extended, opening, closedAt, ...where } = found;
  const teaches = isTeaching(me.role);
  const sight: Sight = {
    classId: work.classId,
    assignmentId: work.id,
    groupId,
    readAt: readingPath(work.id, teaches ? groupNumber : null),
    enrolmentId: me.id,
    role: me.role,
    isTeaching: teaches,
    isGateOpen: teaches || gateState({ rule: work.gate, opening, openedForAllAt: work.gateOpenedAt, now: now() }).isOpen,
    kinds: teaches ? null : work.kinds,
    isBefore: !teaches && work.looksFirst,
  };
  const due = teaches || extended === null ? { commentsDueAt: work.commentsDueAt, repliesDueAt: work.repliesDueAt, cutOffAt: work.cutOffAt } : dueFor(work, extended);
  // A teacher may write before it opens and after it ends; a class that is closed takes nothing from anybody.
  const ends = teaches ? closedAt : earlier(closedAt, dueFor(work, extended).cutOffAt);
  return { ...where, mode: work.looksFirst ? ("before" as const) : null, opensAt: teaches ? null : work.opensAt, closesAt: ends, timeZone: work.timeZone, sight, due: { ...due, isOwn: !teaches && extended !== null } };
}

/** Students know one group, teachers look at each by its number. */
export function readingPath(assignmentId: string, group: number | null): string {
  return group === null ? `/assignments/${assignmentId}` : `/assignments/${assignmentId}/groups/${group}`;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

