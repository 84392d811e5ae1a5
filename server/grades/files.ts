/** Grades and the discussion as tables for other programs; that they were taken out is kept. */
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import { revision } from "../../db/schema/articles";
import { studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { anchor, comment, discussion, participant, placement } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { discussionCsv } from "../../domain/classroom/discussion-csv";
import { gradesCsv, type GradesFormat } from "../../domain/classroom/grades-csv";
import { mostOf } from "../../domain/classroom/grading-rules";
import { wordsIn } from "../../domain/classroom/word-count";
import type { Reader } from "../../domain/permissions";
import { taughtAssignment } from "../assignments/visible";
import { keepLook } from "../classes/looked";
import { shownNameOf } from "../comments/rows";
import type { Context } from "../trpc";
import { newestGrades } from "./graded";
import { ALL_OF_IT } from "./one";
import { ruleInForce } from "./rule";
import { releasedOf, saidIn } from "./said";
import { studentsOf } from "./work";

type Asked = Context & { reader: Reader };

/** The grades that are released; who has none has an empty cell. @throws Refusal noSuch.page */
export async function gradesFile(ctx: Asked, { assignment: id, format }: { assignment: string; format: GradesFormat }) {
  const { assignment: work } = await taughtAssignment(ctx, id);
  const [students, grades, inForce, said] = await Promise.all([studentsOf(ctx.db, work), newestGrades(ctx.db, id), ruleInForce(ctx.db, id), saidIn(ctx.db, id)]);
  const points = new Map(grades.map((one) => [one.enrolmentId, one]));
  const most = Math.max(inForce ? mostOf(inForce.rule) : 0, ...grades.map((one) => one.most));
  const rows = students.map((one) => {
    const own = points.get(one.id);
    const overall = releasedOf(own, said.get(one.id) ?? []).find(({ about }) => about === ALL_OF_IT);
    return { name: one.name, email: one.email, externalId: one.externalId, login: null, section: one.section, points: own?.points ?? null, feedback: overall?.text ?? null };
  });
  const { bytes, type, extension } = gradesCsv(format, { title: work.title, externalId: work.externalId, points: most }, rows);
  await writeTogether((w) => [keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "grades.exported", subjectId: id, at: ctx.now() })]);
  return { bytes, type, name: `${work.title}.${extension}` };
}

/** More rows than a spreadsheet can be looked through. */
const MOST_ROWS = 100_000;

const listed = aliased(enrolment, "listed");

/** All that was said, by the names on the class list; in an archive by those that were seen, which made-up ones stay. @throws Refusal noSuch.page */
export async function discussionFile(ctx: Asked, { assignment: id, isArchived }: { assignment: string; isArchived: boolean }) {
  const { assignment: work } = await taughtAssignment(ctx, id);
  const rows = await ctx.db
    .select({
      ...{ number: studyGroup.number, groupName: studyGroup.name, thread: comment.threadId, comment: comment.id, answers: comment.parentId, passage: placement.blockNumber, quote: anchor.quote },
      ...{ listed: listed.name, shown: shownNameOf, teaches: participant.teaches, kind: comment.kind, body: comment.body, at: comment.createdAt, deletedAt: comment.deletedAt, restriction: comment.restriction },
    })
    .from(studyGroup)
    .innerJoin(discussion, and(eq(discussion.articleId, work.articleId), eq(discussion.audience, studyGroup.id)))
    .innerJoin(comment, eq(comment.discussionId, discussion.id))
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(revision, and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .innerJoin(anchor, eq(anchor.threadId, comment.threadId))
    .leftJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, revision.id)))
    .leftJoin(listed, and(eq(listed.classId, work.classId), eq(listed.memberId, participant.memberId)))
    .where(and(eq(studyGroup.assignmentId, id), or(isNull(member.deletedAt), eq(participant.isReplaced, true))))
    .orderBy(asc(studyGroup.number), asc(comment.threadId), asc(comment.sequence))
    .limit(MOST_ROWS);
  const text = discussionCsv(
    rows.map(({ number, groupName, listed: name, shown, teaches, body, at, deletedAt, restriction, passage, ...row }) => ({
      ...row,
      group: work.hasGroups ? (groupName ?? String(number)) : null,
      passage: passage || null,
      author: isArchived ? shown : (name ?? shown),
      role: teaches ?? ("student" as const),
      words: wordsIn(body),
      writtenAt: at,
      state: restriction !== null ? ("restricted" as const) : deletedAt !== null ? ("deleted" as const) : ("shown" as const),
      text: restriction !== null || deletedAt !== null ? null : body,
    })),
  );
  await writeTogether((w) => [keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "discussion.exported", subjectId: id, at: ctx.now() })]);
  return { text, name: `${work.title}.csv` };
}
