/** Whoever comes after the groups were made goes where the fewest are: when they first look at the work. */
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { randomInt } from "node:crypto";
import type { Db } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { groupMember, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { groupForLate } from "../../domain/classroom/balance";

/** A class that joins in the same minute: each waits for who came before. */
const MOST_ATTEMPTS = 20;

/** The id of the group that is theirs from now on; null: there is none. */
export async function takeGroup(db: Db, assignmentId: string, enrolmentId: string): Promise<string | null> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const [own] = await db.select({ groupId: groupMember.groupId }).from(groupMember).where(and(eq(groupMember.assignmentId, assignmentId), eq(groupMember.enrolmentId, enrolmentId)));
    if (own) return own.groupId;
    const { sizes, placed } = await sizesOf(db, assignmentId);
    const groupId = groupForLate(sizes, (below) => randomInt(below));
    if (groupId === null) return null;
    const groups = eq(studyGroup.assignmentId, assignmentId);
    try {
      await writeTogether((w) => [
        // Held first, so that the count after it sees whoever was faster.
        w.update(studyGroup).set({ number: sql`${studyGroup.number}` }).where(groups),
        must(w.update(studyGroup).set({ number: sql`${studyGroup.number}` }).where(and(groups, sql`(select count(*) from ${groupMember} where ${eq(groupMember.assignmentId, assignmentId)}) = ${placed}`)), "groups", sizes.size),
        must(w.insert(groupMember).values({ assignmentId, enrolmentId, groupId }), "group"),
      ]);
      return groupId;
    } catch (error) {
      if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
    }
  }
  return null;
}

/** How many are in each group, of those who are in the class; `placed`: how many ever were put into one. */
export async function sizesOf(db: Db, assignmentId: string): Promise<{ sizes: Map<string, number>; placed: number }> {
  const rows = await db
    .select({ id: studyGroup.id, people: count(enrolment.id), placed: count(groupMember.enrolmentId) })
    .from(studyGroup)
    .leftJoin(groupMember, eq(groupMember.groupId, studyGroup.id))
    .leftJoin(enrolment, and(eq(enrolment.id, groupMember.enrolmentId), isNull(enrolment.leftAt)))
    .where(eq(studyGroup.assignmentId, assignmentId))
    .groupBy(studyGroup.id);
  return { sizes: new Map(rows.map(({ id, people }) => [id, people])), placed: rows.reduce((sum, { placed }) => sum + placed, 0) };
}
