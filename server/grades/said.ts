/** What teachers say to students about their work, as it is now and as it was released. */
import { and, eq, ne } from "drizzle-orm";
import type { Db } from "../../db/client";
import { feedback } from "../../db/schema/grades";

/** `about`: a comment's id, or "all". */
export type Said = { about: string; text: string };

/** By the enrolment it is said to, now. `only`: to one. */
export async function saidIn(db: Db, assignmentId: string, only: string | null = null): Promise<Map<string, Said[]>> {
  const rows = await db
    .select({ enrolmentId: feedback.enrolmentId, about: feedback.about, text: feedback.text })
    .from(feedback)
    .where(and(eq(feedback.assignmentId, assignmentId), ne(feedback.text, ""), only === null ? undefined : eq(feedback.enrolmentId, only)));
  const by = new Map<string, Said[]>();
  for (const { enrolmentId, ...said } of rows) by.set(enrolmentId, [...(by.get(enrolmentId) ?? []), said]);
  return by;
}

/** What a student reads: what was released. */
export function releasedOf(grade: { feedback: Said[] | null } | null | undefined, now: readonly Said[]): readonly Said[] {
  return grade ? (grade.feedback ?? now) : [];
}
