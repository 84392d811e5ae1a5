/** What students did in an assignment: one query for those who are in it, one for all they wrote, whatever their number. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db } from "../../db/client";
import { block, revision } from "../../db/schema/articles";
import { type assignment, extension, gateOpening, groupMember, pseudonym, studyGroup } from "../../db/schema/assignments";
import { enrolment, section } from "../../db/schema/classes";
import { comment, discussion, participant, placement } from "../../db/schema/discussions";
import { mark } from "../../db/schema/grades";
import { countingKinds } from "../../domain/classroom/kinds";
import { countedOf, type Counted, type OwnComment } from "../../domain/classroom/counted";
import { dueFor } from "../../domain/classroom/dates";
import { wordsIn } from "../../domain/classroom/word-count";

export type Work = typeof assignment.$inferSelect;

/** No class has as many; one that had would be shown in part. */
const MOST_STUDENTS = 5_000;
const MOST_COMMENTS = 100_000;

/** Those who are in the class as students, by name. `only`: the enrolment of one. */
export function studentsOf(db: Db, work: Work, only: string | null = null) {
  return db
    .select({
      id: enrolment.id,
      memberId: enrolment.memberId,
      name: enrolment.name,
      email: enrolment.email,
      externalId: enrolment.externalId,
      sectionId: enrolment.sectionId,
      section: section.name,
      group: groupMember.groupId,
      pseudonym: pseudonym.name,
      revealedAt: pseudonym.revealedAt,
      gate: { openedAt: gateOpening.openedAt, closedAt: gateOpening.closedAt },
      extension: { commentsDueAt: extension.commentsDueAt, repliesDueAt: extension.repliesDueAt, cutOffAt: extension.cutOffAt },
      mark: { hand: mark.hand, levels: mark.levels, version: mark.version },
    })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .leftJoin(groupMember, and(eq(groupMember.assignmentId, work.id), eq(groupMember.enrolmentId, enrolment.id)))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, work.id), eq(pseudonym.memberId, enrolment.memberId)))
    .leftJoin(gateOpening, and(eq(gateOpening.assignmentId, work.id), eq(gateOpening.memberId, enrolment.memberId)))
    .leftJoin(extension, and(eq(extension.assignmentId, work.id), eq(extension.enrolmentId, enrolment.id)))
    .leftJoin(mark, and(eq(mark.assignmentId, work.id), eq(mark.enrolmentId, enrolment.id)))
    .where(and(eq(enrolment.classId, work.classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt), only === null ? undefined : eq(enrolment.id, only)))
    .orderBy(asc(enrolment.name), asc(enrolment.id))
    .limit(MOST_STUDENTS);
}

export type Student = Awaited<ReturnType<typeof studentsOf>>[number];

/** What the counting of every comment needs, and no more: a class writes thousands. */
const COUNTED = {
  id: comment.id,
  participantId: comment.participantId,
  parentId: comment.parentId,
  memberId: participant.memberId,
  teaches: participant.teaches,
  at: comment.createdAt,
  body: comment.body,
  kind: comment.kind,
  replies: comment.replies,
  deletedAt: comment.deletedAt,
  restriction: comment.restriction,
  blockNumber: placement.blockNumber,
  passage: block.blockId,
};

/** The question behind `commentsIn`, so that its plan can be looked at. Whom a comment answers is among the answers. */
export function writtenIn(db: Db, work: Work) {
  return db
    .select(COUNTED)
    .from(studyGroup)
    .innerJoin(discussion, and(eq(discussion.articleId, work.articleId), eq(discussion.audience, studyGroup.id)))
    .innerJoin(comment, eq(comment.discussionId, discussion.id))
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(revision, and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .leftJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, revision.id)))
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, placement.blockNumber)))
    .where(eq(studyGroup.assignmentId, work.id))
    .limit(MOST_COMMENTS);
}

const above = aliased(comment, "above");
const aboveBy = aliased(participant, "above_by");

function writtenBy(db: Db, work: Work, memberId: string) {
  return db
    .select({ ...COUNTED, sequence: comment.sequence, ordinal: placement.ordinal, parentBy: aboveBy.memberId, parentTeaches: aboveBy.teaches })
    .from(studyGroup)
    .innerJoin(discussion, and(eq(discussion.articleId, work.articleId), eq(discussion.audience, studyGroup.id)))
    .innerJoin(participant, and(eq(participant.discussionId, discussion.id), eq(participant.memberId, memberId)))
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(revision, and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .leftJoin(above, eq(above.id, comment.parentId))
    .leftJoin(aboveBy, eq(aboveBy.id, above.participantId))
    .leftJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, revision.id)))
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, placement.blockNumber)))
    .where(eq(studyGroup.assignmentId, work.id))
    .limit(MOST_COMMENTS);
}

type Row = Awaited<ReturnType<typeof writtenIn>>[number];
/** `parentBy`: who wrote what it answers; null: it answers nothing. */
export type WrittenComment = Row & OwnComment & { parentBy: string | null };

/** All that was written in an assignment, in no order. */
export async function commentsIn(db: Db, work: Work): Promise<WrittenComment[]> {
  const rows = await writtenIn(db, work);
  const by = new Map(rows.map((row) => [row.id, row]));
  return rows.map((row) => {
    const parent = row.parentId === null ? undefined : by.get(row.parentId);
    return asCounted({ ...row, parentBy: parent?.memberId ?? null, parentTeaches: parent?.teaches ?? null });
  });
}

/** All that one member wrote in an assignment, in no order. */
export async function commentsBy(db: Db, work: Work, memberId: string) {
  return (await writtenBy(db, work, memberId)).map(asCounted);
}

function asCounted<One extends Row & { parentBy: string | null; parentTeaches: Row["teaches"] }>(row: One): One & WrittenComment {
  const isReplyToSelf = row.parentBy === row.memberId;
  const isReply = row.parentBy !== null && !isReplyToSelf && row.parentTeaches === null;
  return { ...row, words: wordsIn(row.body), isReply, isReplyToSelf, isRestricted: row.restriction !== null, isDeleted: row.deletedAt !== null && row.restriction === null };
}

/** By who wrote them; what teachers wrote is nobody's work. */
export function byStudent(comments: readonly WrittenComment[]): Map<string, WrittenComment[]> {
  const found = new Map<string, WrittenComment[]>();
  for (const one of comments) {
    if (one.teaches !== null) continue;
    const own = found.get(one.memberId);
    if (own) own.push(one);
    else found.set(one.memberId, [one]);
  }
  return found;
}

export function countingOf(work: Work, { extension: extended }: Pick<Student, "extension">, own: readonly WrittenComment[]): Counted {
  return countedOf(own, { required: requirementOf(work), due: dueFor(work, extended), late: work.late, timeZone: work.timeZone });
}

/** What is asked for, of the kinds that may be. */
export function requirementOf({ required, kinds }: Pick<Work, "required" | "kinds">): Work["required"] {
  return { ...required, kinds: countingKinds(required.kinds, kinds) };
}
