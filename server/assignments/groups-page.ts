/** Who is in which group of an assignment, and dividing the class anew while nobody has written. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import type { Db, Writer } from "../../db/client";
import { assignment, groupMember, promptThread, studyGroup } from "../../db/schema/assignments";
import { enrolment, section } from "../../db/schema/classes";
import { anchor, comment, discussion, heat, participant, placement, thread } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { readMark } from "../../db/schema/reading";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { headOf } from "../grades/head";
import { changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { groupsOf, openGroups } from "./groups";
import { sizesOf } from "./late";
import { divide, groupCount, type Grouping } from "./save";
import { sayPrompts } from "./set";
import { ledAssignment, taughtAssignment } from "./visible";

type Asked = Context & { reader: Reader };

const STUDENTS_A_PAGE = 50;

/** `group`: its number, 0: who is in none; `after`: the place at which the page before ended. @throws Refusal noSuch.page */
export async function groupsView(ctx: Asked, input: { assignment: string; group: number; after: string | null }) {
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, input.assignment);
  const learning = and(eq(enrolment.classId, work.classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt));
  const [groups, { sizes }, [all], isBegun] = await Promise.all([groupsOf(ctx.db, work.id), sizesOf(ctx.db, work.id), ctx.db.select({ count: count() }).from(enrolment).where(learning), hasBegun(ctx.db, work.id)]);
  const chosen = groups.find(({ number }) => number === input.group);
  const [last] = input.after === null ? [] : await ctx.db.select({ id: enrolment.id, name: enrolment.name }).from(enrolment).where(and(learning, eq(enrolment.id, input.after)));
  const rows = await ctx.db
    .select({ id: enrolment.id, name: enrolment.name, section: section.name })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .leftJoin(groupMember, and(eq(groupMember.assignmentId, work.id), eq(groupMember.enrolmentId, enrolment.id)))
    .where(and(learning, chosen ? eq(groupMember.groupId, chosen.id) : isNull(groupMember.groupId), last ? or(gt(enrolment.name, last.name), and(eq(enrolment.name, last.name), gt(enrolment.id, last.id))) : undefined))
    .orderBy(asc(enrolment.name), asc(enrolment.id))
    .limit(STUDENTS_A_PAGE + 1);
  const page = rows.slice(0, STUDENTS_A_PAGE);
  const within = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  return {
    work: headOf(work, of, me.role),
    isBegun,
    groups: groups.map((one) => ({ ...one, people: sizes.get(one.id) ?? 0 })),
    /** In no group yet: they go where the fewest are when they first look. */
    without: (all?.count ?? 0) - within,
    group: chosen?.number ?? 0,
    students: page,
    next: rows.length > STUDENTS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type GroupsView = Awaited<ReturnType<typeof groupsView>>;

const discussionsOf = (from: Pick<Db, "select">, assignmentId: string) => from.select({ id: discussion.id }).from(discussion).innerJoin(studyGroup, eq(studyGroup.id, discussion.audience)).where(eq(studyGroup.assignmentId, assignmentId));

/** Whether anybody has written, or begun to: what is asked in advance does not count. */
async function hasBegun(db: Db, assignmentId: string): Promise<boolean> {
  const here = discussionsOf(db, assignmentId);
  const prompts = db.select({ id: promptThread.threadId }).from(promptThread).innerJoin(studyGroup, eq(studyGroup.id, promptThread.groupId)).where(eq(studyGroup.assignmentId, assignmentId));
  const [[said], [drafted]] = await Promise.all([
    db.select({ id: comment.id }).from(comment).where(and(inArray(comment.discussionId, here), or(ne(comment.sequence, 1), notInArray(comment.threadId, prompts)))).limit(1),
    db.select({ id: draft.id }).from(draft).where(and(inArray(draft.discussionId, here), isNotNull(draft.slot))).limit(1),
  ]);
  return said !== undefined || drafted !== undefined;
}

/** All are divided anew by chance, into other groups with discussions of their own. @throws Refusal noSuch.page, notAllowed.groupsInUse, field groupNumber; conflict.changed */
export async function regroup(ctx: Asked, { assignment: id, grouping }: { assignment: string; grouping: Grouping }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  const groups = await groupCount(ctx, work.classId, grouping);
  if (await hasBegun(ctx.db, id)) throw notAllowed("groupsInUse");
  const before = await ctx.db.select({ id: discussion.id, comments: discussion.comments }).from(discussion).innerJoin(studyGroup, eq(studyGroup.id, discussion.audience)).where(eq(studyGroup.assignmentId, id));
  try {
    await writeTogether(
      (w) => [
        must(w.update(assignment).set({ hasGroups: groups > 1, version: work.version + 1 }).where(and(eq(assignment.id, id), eq(assignment.version, work.version))), "assignment"),
        // Held first: who posts meanwhile is seen after it.
        w.update(discussion).set({ version: sql`${discussion.version} + 1` }).where(inArray(discussion.id, before.map((one) => one.id))),
        must(w.update(discussion).set({ version: sql`${discussion.version}` }).where(or(...before.map((one) => and(eq(discussion.id, one.id), eq(discussion.comments, one.comments))))), "discussions", before.length),
        ...closeGroups(w, id),
        ...openGroups(w, { assignmentId: id, articleId: work.articleId, timeZone: work.timeZone, ids: Array.from({ length: groups }, () => randomId()) }),
      ],
      [{ id: newId(), kind: "assignment.regrouped", subjectId: id, actorId: ctx.reader.id, at: ctx.now() }],
    );
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
  if (groups > 1) await divide(ctx, work);
  if (work.setAt !== null) await sayPrompts(ctx, work);
}

/** With what was asked in advance in each, which is asked afresh. */
function closeGroups(w: Writer, assignmentId: string): Write[] {
  const here = () => discussionsOf(w, assignmentId);
  const groups = w.select({ id: studyGroup.id }).from(studyGroup).where(eq(studyGroup.assignmentId, assignmentId));
  const threads = w.select({ id: thread.id }).from(thread).where(inArray(thread.discussionId, here()));
  return [
    w.delete(groupMember).where(eq(groupMember.assignmentId, assignmentId)),
    w.delete(promptThread).where(inArray(promptThread.groupId, groups)),
    w.delete(draft).where(inArray(draft.discussionId, here())),
    w.delete(readMark).where(inArray(readMark.discussionId, here())),
    w.delete(heat).where(inArray(heat.discussionId, here())),
    w.delete(placement).where(inArray(placement.discussionId, here())),
    w.delete(anchor).where(inArray(anchor.threadId, threads)),
    w.delete(comment).where(inArray(comment.discussionId, here())),
    w.delete(thread).where(inArray(thread.discussionId, here())),
    w.delete(participant).where(inArray(participant.discussionId, here())),
    w.delete(discussion).where(inArray(discussion.audience, groups)),
    w.delete(studyGroup).where(eq(studyGroup.assignmentId, assignmentId)),
  ];
}
