/** Students move to another group; their threads go along or stay, as the teacher chooses. */
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { isDuplicate, Overtaken } from "../../db/faults";
import type { Writer } from "../../db/client";
import { groupMember, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { comment, discussion, participant, placement, thread } from "../../db/schema/discussions";
import { held, notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { goingAlong } from "../../domain/classroom/moving";
import type { Reader } from "../../domain/permissions";
import { keepLook } from "../classes/looked";
import { changedMeanwhile, noSuch, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { leave, moveHeld, moveThreads, type Moving } from "./move-writes";
import { ledAssignment, type VisibleAssignment } from "./visible";

type Asked = Context & { reader: Reader };

export const threadWays = ["along", "stay"] as const;
export type ThreadWay = (typeof threadWays)[number];

/** Those of a page of the list. */
export const MOST_MOVED = 50;
/** Somebody who posts meanwhile. */
const MOST_ATTEMPTS = 5;

type Wish = { assignment: string; students: string[]; group: string; threads: ThreadWay };

/** Who is in that group already stays. Grades that were released stay as they are. @throws Refusal noSuch.page, noSuch.member, notAllowed; badField students; conflict.changed */
export async function moveStudents(ctx: Asked, wish: Wish): Promise<void> {
  const found = await ledAssignment(ctx, wish.assignment);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const plan = await planned(ctx, found, wish);
    if (plan === null) return;
    try {
      await writeTogether(plan, [{ id: newId(), kind: "assignment.regrouped", subjectId: wish.assignment, actorId: ctx.reader.id, at: ctx.now() }]);
      return;
    } catch (error) {
      if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
    }
  }
  throw changedMeanwhile();
}

async function planned(ctx: Asked, { assignment: work }: VisibleAssignment, { students: chosen, group, threads }: Wish): Promise<((w: Writer) => Write[]) | null> {
  const [to, students] = await Promise.all([discussionOf(ctx, work.id, group), studentsIn(ctx, work, chosen)]);
  const movers = students.filter((one) => one.groupId !== group);
  if (movers.length === 0) return null;
  const members = movers.flatMap(({ memberId }) => memberId ?? []);
  const now = ctx.now();
  const from = await leftBy(ctx, work.id, group);
  const moving = threads === "stay" || members.length === 0 ? [] : await goingFrom(ctx, { from, to, members, now });
  const waiting = threads === "stay" || members.length === 0 ? [] : await heldGoing(ctx, { from, to, members, now }, new Set(moving.flatMap((some) => some.threads.map(({ id }) => id))));
  return (w) => [
    ...moving.flatMap((some) => moveThreads(w, some)),
    ...moveHeld(w, waiting, to),
    ...leave(w, { from, to, members }),
    ...movers.flatMap(({ id, memberId }) => [
      w.insert(groupMember).values({ assignmentId: work.id, enrolmentId: id, groupId: group }).onConflictDoUpdate({ target: [groupMember.assignmentId, groupMember.enrolmentId], set: { groupId: group } }),
      keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "group.changed" as const, subjectId: id, at: now }),
      ...(memberId === null || work.setAt === null ? [] : [w.insert(notice).values({ id: newId(), memberId, kind: "group-changed", subjectId: work.id, dueAt: now, createdAt: now })]),
    ]),
  ];
}

async function discussionOf({ db }: Asked, assignmentId: string, group: string): Promise<string> {
  const [found] = await db.select({ id: discussion.id }).from(studyGroup).innerJoin(discussion, eq(discussion.audience, studyGroup.id)).where(and(eq(studyGroup.assignmentId, assignmentId), eq(studyGroup.id, group)));
  if (!found) throw noSuch("page");
  return found.id;
}

/** The discussions of the other groups. */
async function leftBy({ db }: Asked, assignmentId: string, group: string): Promise<string[]> {
  const rows = await db.select({ id: discussion.id }).from(studyGroup).innerJoin(discussion, eq(discussion.audience, studyGroup.id)).where(and(eq(studyGroup.assignmentId, assignmentId), ne(studyGroup.id, group)));
  return rows.map(({ id }) => id);
}

async function studentsIn({ db }: Asked, work: VisibleAssignment["assignment"], chosen: readonly string[]) {
  const ids = [...new Set(chosen)];
  if (ids.length === 0) throw new Refusal("BAD_REQUEST", "field.chooseSomebody", { field: "students" });
  if (ids.length > MOST_MOVED) throw new Refusal("BAD_REQUEST", "field.tooManyChosen", { field: "students", values: { most: MOST_MOVED } });
  const found = await db
    .select({ id: enrolment.id, memberId: enrolment.memberId, groupId: groupMember.groupId })
    .from(enrolment)
    .leftJoin(groupMember, and(eq(groupMember.assignmentId, work.id), eq(groupMember.enrolmentId, enrolment.id)))
    .where(and(eq(enrolment.classId, work.classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt), inArray(enrolment.id, ids)));
  if (found.length < ids.length) throw noSuch("member");
  return found;
}

/** What waits for a teacher goes like what stands there: what would begin a thread, and what answers in one that goes. */
async function heldGoing({ db }: Asked, { from, members }: Leaving, going: ReadonlySet<string>): Promise<string[]> {
  const rows = await db.select({ id: held.id, post: held.post }).from(held).where(and(inArray(held.memberId, [...members]), inArray(held.discussionId, from)));
  const answered = rows.flatMap(({ post }) => post.parent ?? []);
  const threads = answered.length === 0 ? [] : await db.select({ id: comment.id, threadId: comment.threadId }).from(comment).where(inArray(comment.id, answered));
  const goes = new Set(threads.filter(({ threadId }) => going.has(threadId)).map(({ id }) => id));
  return rows.filter(({ post: { parent } }) => parent === null || goes.has(parent)).map(({ id }) => id);
}

type Leaving = { from: string[]; to: string; members: readonly string[]; now: Date };

/** By the discussion they leave: the threads that go, with where they stand and who wrote in them. */
async function goingFrom({ db }: Asked, { from, to, members, now }: Leaving): Promise<Moving[]> {
  const begun = await db
    .select({ id: thread.id, discussionId: thread.discussionId, total: thread.total, comments: thread.comments })
    .from(participant)
    .innerJoin(comment, and(eq(comment.participantId, participant.id), eq(comment.sequence, 1)))
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(and(inArray(participant.memberId, [...members]), inArray(participant.discussionId, from)))
    .orderBy(asc(thread.createdAt), asc(thread.id));
  const ids = begun.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [authors, places] = await Promise.all([
    db
      .select({ threadId: comment.threadId, memberId: participant.memberId, shownName: participant.shownName, teaches: participant.teaches })
      .from(comment)
      .innerJoin(participant, eq(participant.id, comment.participantId))
      .where(inArray(comment.threadId, ids))
      .orderBy(asc(comment.threadId), asc(comment.sequence)),
    db.select({ threadId: placement.threadId, revisionId: placement.revisionId, block: placement.blockNumber }).from(placement).where(inArray(placement.threadId, ids)),
  ]);
  const of = <One extends { threadId: string }>(all: readonly One[], id: string): One[] => all.filter(({ threadId }) => threadId === id);
  const goes = new Set(goingAlong(ids.map((id) => ({ id, by: of(authors, id).map(({ memberId, teaches }) => ({ member: memberId, teaches: teaches !== null })) })), new Set(members)));
  return from.flatMap((discussionId): Moving[] => {
    const threads = begun.filter((one) => one.discussionId === discussionId && goes.has(one.id));
    if (threads.length === 0) return [];
    const said = new Map(threads.flatMap(({ id }) => of(authors, id)).map(({ memberId, shownName, teaches }) => [memberId, { memberId, shownName, teaches }]));
    return [{ from: discussionId, to, now, authors: [...said.values()], threads: threads.map(({ id, total, comments }) => ({ id, total, comments, places: of(places, id) })) }];
  });
}
