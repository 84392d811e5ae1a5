/** Under which name a reader speaks in a class's discussion: kept with the participant, so that no page has to know. */
import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { assignment, pseudonym } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { must, type Write } from "../../db/writes";
import { madeName } from "../../domain/classroom/made-name";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import type { Sight } from "./sight";

export type Shown = { name: string | null; teaches: "teacher" | "assistant" | null; writes: (w: Writer) => Write[] };

/** Where members speak under their own names. */
export const NOBODY_ELSE: Shown = { name: null, teaches: null, writes: () => [] };

/** The name on the class list, or a made one where the assignment has those. */
export async function shownIn({ db, reader }: Pick<Context, "db"> & { reader: Reader }, { assignmentId, enrolmentId }: Sight): Promise<Shown> {
  const [found] = await db
    .select({ name: enrolment.name, role: enrolment.role, isHidden: assignment.hasPseudonyms, made: pseudonym.name })
    .from(enrolment)
    .innerJoin(assignment, eq(assignment.id, assignmentId))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignmentId), eq(pseudonym.memberId, reader.id)))
    .where(eq(enrolment.id, enrolmentId));
  if (!found) throw new Error("an enrolment is missing");
  const { name, role, isHidden, made } = found;
  if (role !== "student") return { name, teaches: role, writes: () => [] };
  if (!isHidden) return { name, teaches: null, writes: () => [] };
  if (made !== null) return { name: made, teaches: null, writes: () => [] };
  const fresh = madeName((most) => randomInt(most));
  return { name: fresh, teaches: null, writes: (w) => [must(w.insert(pseudonym).values({ assignmentId, memberId: reader.id, name: fresh }).onConflictDoNothing(), "participant")] };
}
