/** Erasing a class, step after step, each looking for what is left: so it goes on after a kill. What refers goes before what it refers to. */
import { and, asc, count, eq, gt, inArray, like, or } from "drizzle-orm";
import type { Db } from "../../db/client";
import { answer, proposal } from "../../db/schema/answers";
import { assignment, extension, gateOpening, groupMember, prompt, promptThread, pseudonym, studyGroup } from "../../db/schema/assignments";
import { accessLog, enrolment, joinCode, schoolClass, section } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { anchor, comment, discussion, edit, heat, participant, placement, reattachment, sentKey, thread } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { event, outbox } from "../../db/schema/events";
import { feedback, grade, gradingRule, mark } from "../../db/schema/grades";
import { oneTimeLink, rateCount } from "../../db/schema/members";
import { appeal, appealNote, held, logChain, logRow, moderatorNote, notice, queueItem, report, sanction, sealed } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { reconsidered } from "../../db/schema/reconsidered";
import { must } from "../../db/writes";
import { accounts } from "./accounts";
import { idAfter, PLAIN_ROWS_AT_ONCE, ROWS_AT_ONCE, type Step, type Unit } from "./unit";
import { assignmentsIn, commentsIn, decisionsIn, discussionsIn } from "./within";

export function erasing(db: Db): Step[] {
  return [people(db), told(db), comments(db), events(db), threads(db), waiting(db), appeals(db), decisions(db), groups(db), works(db), looks(db), accounts(db), places(db)];
}

const countOf = (rows: { count: number }[]): number => rows[0]?.count ?? 0;

/** Grades, drafts and marks of one person: as much as a person did. */
function people(db: Db): Step {
  return async (ending) => {
    const { classId } = ending;
    const [one] = await db.select({ id: enrolment.id, memberId: enrolment.memberId, role: enrolment.role }).from(enrolment).where(and(eq(enrolment.classId, classId), gt(enrolment.id, idAfter(ending, "people")))).orderBy(asc(enrolment.id)).limit(1);
    if (!one) return null;
    const memberId = one.memberId ?? "";
    const works = assignmentsIn(db, classId);
    const mine = and(eq(draft.memberId, memberId), inArray(draft.discussionId, discussionsIn(db, classId)));
    const [grades, said, drafts] = await Promise.all([
      db.select({ count: count() }).from(grade).where(and(inArray(grade.assignmentId, works), eq(grade.enrolmentId, one.id))),
      db.select({ count: count() }).from(feedback).where(and(inArray(feedback.assignmentId, works), eq(feedback.enrolmentId, one.id))),
      db.select({ count: count() }).from(draft).where(mine),
    ]);
    return {
      upTo: `people:${one.id}`,
      counts: { names: one.role === "student" ? 1 : 0, grades: countOf(grades), feedback: countOf(said), drafts: countOf(drafts) },
      writes: (w) => {
        const ofClass = assignmentsIn(w, classId);
        return [
          ...[grade, feedback, mark, extension, groupMember].map((of) => w.delete(of).where(and(inArray(of.assignmentId, ofClass), eq(of.enrolmentId, one.id)))),
          ...[gateOpening, pseudonym].map((of) => w.delete(of).where(and(inArray(of.assignmentId, ofClass), eq(of.memberId, memberId)))),
          w.delete(draft).where(mine),
          w.delete(readMark).where(and(eq(readMark.memberId, memberId), inArray(readMark.discussionId, discussionsIn(w, classId)))),
          w.delete(sentKey).where(and(eq(sentKey.memberId, memberId), inArray(sentKey.subjectId, commentsIn(w, classId)))),
        ];
      },
    };
  };
}

/** What anybody was told of it, whoever they are. */
function told(db: Db): Step {
  return async ({ classId }) => {
    const about = or(eq(notice.subjectId, classId), inArray(notice.subjectId, assignmentsIn(db, classId)), inArray(notice.subjectId, commentsIn(db, classId)), inArray(notice.decisionId, decisionsIn(db, classId)));
    const rows = await db.select({ id: notice.id }).from(notice).where(about).limit(PLAIN_ROWS_AT_ONCE);
    if (rows.length === 0) return null;
    return { counts: { notices: rows.length }, writes: (w) => [w.delete(notice).where(inArray(notice.id, rows.map(({ id }) => id)))] };
  };
}

function comments(db: Db): Step {
  return async ({ classId }) => {
    const ids = (await commentsIn(db, classId).limit(ROWS_AT_ONCE)).map(({ id }) => id);
    if (ids.length === 0) return null;
    const [earlier, reports, happened] = await Promise.all([
      db.select({ count: count() }).from(edit).where(inArray(edit.commentId, ids)),
      db.select({ count: count() }).from(report).where(inArray(report.commentId, ids)),
      db.select({ count: count() }).from(event).where(inArray(event.subjectId, ids)),
    ]);
    return {
      counts: { comments: ids.length, earlier: countOf(earlier), reports: countOf(reports), events: countOf(happened) },
      writes: (w) => [
        ...[edit, proposal, reconsidered, sealed, report].map((of) => w.delete(of).where(inArray(of.commentId, ids))),
        w.delete(moderatorNote).where(inArray(moderatorNote.subjectId, ids)),
        w.delete(queueItem).where(inArray(queueItem.id, ids)),
        w.delete(event).where(inArray(event.subjectId, ids)),
        must(w.delete(comment).where(inArray(comment.id, ids)), "comments", ids.length),
      ],
    };
  };
}

function events(db: Db): Step {
  return async ({ classId }) => {
    const about = or(
      inArray(event.discussionId, discussionsIn(db, classId)),
      eq(event.subjectId, classId),
      inArray(event.subjectId, assignmentsIn(db, classId)),
      inArray(event.subjectId, db.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.classId, classId))),
      inArray(event.subjectId, decisionsIn(db, classId)),
    );
    const rows = await db.select({ order: event.order }).from(event).where(about).limit(PLAIN_ROWS_AT_ONCE);
    if (rows.length === 0) return null;
    return { counts: { events: rows.length }, writes: (w) => [w.delete(event).where(inArray(event.order, rows.map(({ order }) => order)))] };
  };
}

function threads(db: Db): Step {
  return async ({ classId }) => {
    const rows = await db.select({ id: thread.id }).from(thread).where(inArray(thread.discussionId, discussionsIn(db, classId))).limit(ROWS_AT_ONCE);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return null;
    return {
      counts: {},
      writes: (w) => [
        ...[answer, anchor, placement, reattachment, promptThread, readMark].map((of) => w.delete(of).where(inArray(of.threadId, ids))),
        w.delete(event).where(inArray(event.subjectId, ids)),
        w.delete(moderatorNote).where(inArray(moderatorNote.subjectId, ids)),
        w.delete(thread).where(inArray(thread.id, ids)),
      ],
    };
  };
}

/** What waited for somebody. */
function waiting(db: Db): Step {
  return async ({ classId }) => {
    const [kept, items] = await Promise.all([
      db.select({ id: held.id }).from(held).where(inArray(held.discussionId, discussionsIn(db, classId))).limit(ROWS_AT_ONCE),
      db.select({ id: queueItem.id }).from(queueItem).where(or(eq(queueItem.classId, classId), inArray(queueItem.discussionId, discussionsIn(db, classId)))).limit(ROWS_AT_ONCE),
    ]);
    const ids = [...kept, ...items].map(({ id }) => id);
    if (ids.length === 0) return null;
    return { counts: { comments: kept.length }, writes: (w) => [w.delete(moderatorNote).where(inArray(moderatorNote.subjectId, ids)), w.delete(event).where(inArray(event.subjectId, ids)), w.delete(held).where(inArray(held.id, ids)), w.delete(queueItem).where(inArray(queueItem.id, ids))] };
  };
}

/** Before the decisions: one is about another. */
function appeals(db: Db): Step {
  return async ({ classId }) => {
    const rows = await db.select({ id: appeal.id }).from(appeal).where(inArray(appeal.decisionId, decisionsIn(db, classId))).limit(ROWS_AT_ONCE);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return null;
    return {
      counts: {},
      writes: (w) => [
        w.delete(notice).where(inArray(notice.subjectId, ids)),
        w.delete(event).where(inArray(event.subjectId, ids)),
        w.delete(moderatorNote).where(inArray(moderatorNote.subjectId, ids)),
        w.delete(queueItem).where(inArray(queueItem.id, ids)),
        w.delete(appealNote).where(inArray(appealNote.appealId, ids)),
        w.delete(appeal).where(inArray(appeal.id, ids)),
      ],
    };
  };
}

function decisions(db: Db): Step {
  return async ({ classId }) => {
    const ids = (await decisionsIn(db, classId).limit(ROWS_AT_ONCE)).map(({ id }) => id);
    if (ids.length === 0) return null;
    const mails = await db.select({ count: count() }).from(outbox).where(inArray(outbox.causeId, ids));
    return {
      counts: { decisions: ids.length, mails: countOf(mails) },
      writes: (w) => [
        w.delete(notice).where(inArray(notice.decisionId, ids)),
        w.delete(outbox).where(inArray(outbox.causeId, ids)),
        w.delete(sanction).where(inArray(sanction.decisionId, ids)),
        w.delete(logRow).where(inArray(logRow.decision, ids)),
        w.delete(event).where(inArray(event.subjectId, ids)),
        w.delete(decision).where(inArray(decision.id, ids)),
      ],
    };
  };
}

/** A group with its discussion: as many rows as it has people. */
function groups(db: Db): Step {
  return async ({ classId }) => {
    const [one] = await db
      .select({ group: studyGroup.id, discussion: discussion.id })
      .from(assignment)
      .innerJoin(studyGroup, eq(studyGroup.assignmentId, assignment.id))
      .leftJoin(discussion, and(eq(discussion.articleId, assignment.articleId), eq(discussion.audience, studyGroup.id)))
      .where(eq(assignment.classId, classId))
      .limit(1);
    if (!one) return null;
    const here = one.discussion ?? "";
    return {
      counts: {},
      writes: (w) => [
        ...[draft, readMark, participant, heat].map((of) => w.delete(of).where(eq(of.discussionId, here))),
        w.delete(discussion).where(eq(discussion.id, here)),
        w.delete(groupMember).where(eq(groupMember.groupId, one.group)),
        w.delete(studyGroup).where(eq(studyGroup.id, one.group)),
      ],
    };
  };
}

function works(db: Db): Step {
  return async ({ classId }) => {
    const [one] = await assignmentsIn(db, classId).limit(1);
    if (!one) return null;
    return {
      counts: { assignments: 1 },
      writes: (w) => [
        ...[gradingRule, grade, mark, feedback, extension, gateOpening, pseudonym, groupMember, prompt].map((of) => w.delete(of).where(eq(of.assignmentId, one.id))),
        w.update(assignment).set({ copiedFrom: null }).where(eq(assignment.copiedFrom, one.id)),
        w.delete(assignment).where(eq(assignment.id, one.id)),
      ],
    };
  };
}

function looks(db: Db): Step {
  return async ({ classId }) => {
    const rows = await db.select({ order: accessLog.order }).from(accessLog).where(eq(accessLog.classId, classId)).limit(PLAIN_ROWS_AT_ONCE);
    return rows.length === 0 ? null : { counts: { looks: rows.length }, writes: (w) => [w.delete(accessLog).where(inArray(accessLog.order, rows.map(({ order }) => order)))] };
  };
}

function places(db: Db): Step {
  return async ({ classId }) => {
    const rows = await db.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.classId, classId)).limit(PLAIN_ROWS_AT_ONCE);
    return rows.length === 0 ? null : { counts: {}, writes: (w) => [w.delete(enrolment).where(inArray(enrolment.id, rows.map(({ id }) => id)))] };
  };
}

/** The last of it, in the unit that certifies. */
export const classGone = (classId: string): Unit["writes"] => (w) => [
  w.delete(joinCode).where(eq(joinCode.classId, classId)),
  w.delete(section).where(eq(section.classId, classId)),
  w.delete(logRow).where(eq(logRow.chain, classId)),
  w.delete(logChain).where(eq(logChain.chain, classId)),
  w.delete(rateCount).where(like(rateCount.key, `%${classId}%`)),
  w.delete(outbox).where(eq(outbox.causeId, classId)),
  w.update(oneTimeLink).set({ next: null }).where(like(oneTimeLink.next, `%${classId}%`)),
  w.update(schoolClass).set({ copiedFrom: null }).where(eq(schoolClass.copiedFrom, classId)),
  w.delete(schoolClass).where(eq(schoolClass.id, classId)),
];
