/** Those who teach a class hear that something waits for them: once, until they have looked. */
import { and, count, eq, isNotNull, isNull, ne, not } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { enrolment } from "../../db/schema/classes";
import { queueItem } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { isLeftToModerators } from "../../domain/moderation/authority";
import { noticeUnlessUnread } from "../moderation/tell";
import { isLeft } from "./left";

/** What waits for a class's teachers: what is objected to waits for moderators, and so does what is about the only one of them. */
export const forItsTeachers = (classId: string) => and(eq(queueItem.classId, classId), isNull(queueItem.closedAt), ne(queueItem.kind, "appeal"), not(isLeft));

/** How much waits for those who teach a class. */
export async function waitingIn(db: Db, classId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(queueItem).where(forItsTeachers(classId));
  return found?.count ?? 0;
}

/** `author`: whose own case it is; `reporter`: who need not be told. Where it is left to moderators nobody in the class is. */
export async function toldThatItWaits(db: Db, classId: string, { author, reporter }: { author: string; reporter: string | null }, now: Date): Promise<(w: Writer) => Write[]> {
  const rows = await db
    .select({ id: enrolment.memberId, role: enrolment.role })
    .from(enrolment)
    .where(and(eq(enrolment.classId, classId), ne(enrolment.role, "student"), isNull(enrolment.leftAt), isNotNull(enrolment.memberId)));
  const teaching = rows.flatMap(({ id, role }) => (id === null ? [] : [{ id, role }]));
  const role = teaching.find(({ id }) => id === author)?.role ?? null;
  if (isLeftToModerators({ author: { id: author, role }, teaching })) return () => [];
  const told = teaching.filter(({ id }) => id !== author && id !== reporter);
  return (w) => told.map(({ id }) => noticeUnlessUnread(w, id, { id: newId(), kind: "class-waits", decisionId: null, subjectId: classId, dueAt: now, createdAt: now }));
}
