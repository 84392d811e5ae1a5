/** Telling a class who is behind a pseudonym: for a reason that is kept, and the student is told. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { pseudonym, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { discussion, participant } from "../../db/schema/discussions";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { Overtaken } from "../../db/faults";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { keepLook } from "../classes/looked";
import { badField, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { ledAssignment } from "./visible";

/** A sentence or two: it is read by whoever asks later. */
const LONGEST_REASON = 1_000;

/** Why a teacher does something that is kept with its reason. @throws Refusal badField why */
export function checkedReason(given: string): string {
  const why = normalised(given).trim();
  const fault = faultOfText(why, { most: LONGEST_REASON });
  if (fault) throw badField("why", fault);
  return why;
}

/** @throws Refusal badField why; noSuch.page, noSuch.member; notAllowed.teacherOnly, revealedAlready */
export async function revealName(ctx: Context & { reader: Reader }, { assignment: id, enrolment: whom, why: given }: { assignment: string; enrolment: string; why: string }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  const why = checkedReason(given);
  const [student] = await ctx.db
    .select({ memberId: pseudonym.memberId, name: enrolment.name })
    .from(enrolment)
    .innerJoin(pseudonym, and(eq(pseudonym.memberId, enrolment.memberId), eq(pseudonym.assignmentId, id)))
    .where(and(eq(enrolment.id, whom), eq(enrolment.classId, work.classId)));
  if (!student) throw noSuch("member");
  const at = ctx.now();
  try {
    await writeTogether((w) => {
      const here = w.select({ id: discussion.id }).from(discussion).innerJoin(studyGroup, eq(studyGroup.id, discussion.audience)).where(eq(studyGroup.assignmentId, id));
      return [
        must(w.update(pseudonym).set({ revealedAt: at }).where(and(eq(pseudonym.assignmentId, id), eq(pseudonym.memberId, student.memberId), isNull(pseudonym.revealedAt))), "revealed"),
        w.update(participant).set({ shownName: student.name }).where(and(eq(participant.memberId, student.memberId), inArray(participant.discussionId, here))),
        keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: "name.revealed", subjectId: whom, why, at }),
        w.insert(notice).values({ id: newId(), memberId: student.memberId, kind: "name-revealed", subjectId: id, dueAt: at, createdAt: at }),
      ];
    });
  } catch (error) {
    if (error instanceof Overtaken && error.what === "revealed") throw notAllowed("revealedAlready");
    throw error;
  }
}
