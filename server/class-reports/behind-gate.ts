/** Who reported a comment that a closed gate hides from them now: what became of it is of what they may not see. */
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { assignment, gateOpening } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { gateState } from "../../domain/classroom/gate";
import { isTeaching } from "../../domain/classroom/terms";

/** Of these members those before whom the gate of an assignment is closed. */
export async function behindGate(db: Db, assignmentId: string, members: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set();
  const rows = await db
    .select({ id: enrolment.memberId, role: enrolment.role, rule: assignment.gate, openedForAllAt: assignment.gateOpenedAt, opening: { openedAt: gateOpening.openedAt, closedAt: gateOpening.closedAt } })
    .from(assignment)
    .innerJoin(enrolment, and(eq(enrolment.classId, assignment.classId), inArray(enrolment.memberId, [...members])))
    .leftJoin(gateOpening, and(eq(gateOpening.assignmentId, assignment.id), eq(gateOpening.memberId, enrolment.memberId)))
    .where(eq(assignment.id, assignmentId));
  return new Set(rows.flatMap(({ id, role, ...gate }) => (id === null || isTeaching(role) || gateState({ ...gate, now }).isOpen ? [] : [id])));
}
