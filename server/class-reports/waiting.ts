/** Those who teach a class hear that something waits for them: once, until they have looked. */
import { and, count, eq, isNotNull, isNull, ne, notInArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { enrolment } from "../../db/schema/classes";
import { queueItem } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { noticeUnlessUnread } from "../moderation/tell";

/** What waits for a class's teachers: what is objected to waits for moderators. */
export const forItsTeachers = (classId: string) => and(eq(queueItem.classId, classId), isNull(queueItem.closedAt), ne(queueItem.kind, "appeal"));

/** How much waits for those who teach a class. */
export async function waitingIn(db: Db, classId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(queueItem).where(forItsTeachers(classId));
  return found?.count ?? 0;
}

/** `but`: whose own case it is, and who reported it. */
export async function toldThatItWaits(db: Db, classId: string, but: readonly string[], now: Date): Promise<(w: Writer) => Write[]> {
  const teaching = await db
    .select({ id: enrolment.memberId })
    .from(enrolment)
    .where(and(eq(enrolment.classId, classId), ne(enrolment.role, "student"), isNull(enrolment.leftAt), isNotNull(enrolment.memberId), notInArray(enrolment.memberId, [...but])));
  return (w) => teaching.flatMap(({ id }) => (id === null ? [] : [noticeUnlessUnread(w, id, { id: newId(), kind: "class-waits", decisionId: null, subjectId: classId, dueAt: now, createdAt: now })]));
}
