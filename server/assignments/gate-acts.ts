/** What a teacher does to a gate: opens it for all or for one before its time, and closes it again, which nothing else does. Each is kept in the class's log. */
import { and, eq, isNull } from "drizzle-orm";
import { assignment, gateOpening } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { keepLook } from "../classes/looked";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { ledAssignment } from "./visible";

type Asked = Context & { reader: Reader };
type Gate = { assignment: string; opens: boolean };

/** What students opened by themselves stays open. @throws Refusal noSuch.page, notAllowed.teacherOnly, noGate */
export async function setGate(ctx: Asked, { assignment: id, opens }: Gate): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  if (work.gate.kind === "none") throw notAllowed("noGate");
  const at = ctx.now();
  await writeTogether((w) => [
    w.update(assignment).set({ gateOpenedAt: opens ? at : null }).where(eq(assignment.id, id)),
    keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: opens ? "gate.opened" : "gate.closed", subjectId: id, at }),
  ]);
}

/** For one student. Closed so, it stays closed until a teacher opens it. @throws Refusal noSuch.page, noSuch.member, notAllowed.teacherOnly, noGate */
export async function setGateFor(ctx: Asked, { assignment: id, enrolment: whom, opens }: Gate & { enrolment: string }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  if (work.gate.kind === "none") throw notAllowed("noGate");
  const [student] = await ctx.db.select({ memberId: enrolment.memberId }).from(enrolment).where(and(eq(enrolment.id, whom), eq(enrolment.classId, work.classId), isNull(enrolment.leftAt)));
  if (!student?.memberId) throw noSuch("member");
  const { memberId } = student;
  const at = ctx.now();
  const row = { assignmentId: id, memberId, openedAt: at, closedAt: opens ? null : at };
  await writeTogether((w) => [
    w.insert(gateOpening).values(row).onConflictDoUpdate({ target: [gateOpening.assignmentId, gateOpening.memberId], set: { closedAt: row.closedAt } }),
    keepLook(w, { classId: work.classId, memberId: ctx.reader.id, what: opens ? "gate.opened" : "gate.closed", subjectId: whom, at }),
  ]);
}
