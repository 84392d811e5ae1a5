/** The guarded accessor of assignments: fetched by id here or nowhere. To who is not of the class there is no such page. */
import { and, eq, isNull } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { assignment, groupMember, studyGroup } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { discussion } from "../../db/schema/discussions";
import type { Due } from "../../domain/classroom/dates";
import { isTeaching } from "../../domain/classroom/terms";
import { shownArticle, type VisibleArticle } from "../articles/visible";
import { noSuch, notAllowed } from "../refusals";
import { takeGroup } from "./late";
import { type Asking, classDiscussion, type Sight } from "./sight";

/** An assignment of a class the reader belongs to: a student's once it is set. `group`: the student's own, taken now if they come late; a teacher's null. @throws Refusal noSuch.page */
export async function visibleAssignment({ db, reader }: Pick<Asking, "db" | "reader">, id: string) {
  const [found] = reader
    ? await db
        .select({
          assignment,
          class: { id: schoolClass.id, name: schoolClass.name, language: schoolClass.language, closedAt: schoolClass.closedAt },
          me: { id: enrolment.id, role: enrolment.role, name: enrolment.name },
          group: groupMember.groupId,
        })
        .from(assignment)
        .innerJoin(schoolClass, eq(schoolClass.id, assignment.classId))
        .innerJoin(enrolment, and(eq(enrolment.classId, assignment.classId), eq(enrolment.memberId, reader.id), isNull(enrolment.leftAt)))
        .leftJoin(groupMember, and(eq(groupMember.assignmentId, assignment.id), eq(groupMember.enrolmentId, enrolment.id)))
        .where(eq(assignment.id, id))
    : [];
  if (!found || (found.assignment.setAt === null && !isTeaching(found.me.role))) throw noSuch("page");
  const isLate = found.assignment.hasGroups && found.group === null && !isTeaching(found.me.role);
  return isLate ? { ...found, group: await takeGroup(db, id, found.me.id) } : found;
}

export type VisibleAssignment = Awaited<ReturnType<typeof visibleAssignment>>;

/** An assignment of a class the reader teaches. @throws Refusal noSuch.page */
export async function taughtAssignment(ctx: Pick<Asking, "db" | "reader">, id: string): Promise<VisibleAssignment> {
  const found = await visibleAssignment(ctx, id);
  if (!isTeaching(found.me.role)) throw noSuch("page");
  return found;
}

/** One that may be changed, by its teacher. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function ledAssignment(ctx: Pick<Asking, "db" | "reader">, id: string): Promise<VisibleAssignment> {
  const found = await taughtAssignment(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  if (found.class.closedAt) throw notAllowed("classClosed");
  return found;
}

export type Seat = { work: VisibleAssignment; group: { id: string; number: number; name: string | null }; shown: VisibleArticle; sight: Sight; /** The reader's own; `isOwn`: other than everybody's. */ due: Due & { isOwn: boolean } };

/** The article of an assignment with the discussion of one group: a student's own, whichever is asked for; a teacher's by its number. @throws Refusal noSuch.page */
export async function seatIn(ctx: Asking, { assignment: id, group: number }: { assignment: string; group: number | null }): Promise<Seat> {
  const work = await visibleAssignment(ctx, id);
  const wanted = !isTeaching(work.me.role) && work.group !== null ? eq(studyGroup.id, work.group) : eq(studyGroup.number, isTeaching(work.me.role) ? (number ?? 1) : 1);
  const [row] = await ctx.db
    .select({ article, revision, discussion, group: { id: studyGroup.id, number: studyGroup.number, name: studyGroup.name } })
    .from(studyGroup)
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(article, and(eq(article.id, discussion.articleId), eq(article.state, "published")))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, work.assignment.revision)))
    .where(and(eq(studyGroup.assignmentId, id), wanted));
  const where = row && (await classDiscussion(ctx, { group: row.group.id }));
  if (!row || !where) throw noSuch("page");
  const { head, revisionId } = shownArticle(row);
  const opening = { ...head.opening, opensAt: where.opensAt?.toISOString() ?? null, closesAt: where.closesAt?.toISOString() ?? null, timeZone: where.timeZone };
  // What the class reads is the newest there is for it.
  const shown = { revisionId, head: { ...head, readAt: where.sight.readAt, newestRevision: head.revision, opening, hasResponse: false } };
  return { work, group: row.group, shown, sight: where.sight, due: where.due };
}
