/** Under which name a reader speaks in a class's discussion: kept with the participant, so that no page has to know. */
import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { assignment, pseudonym } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { must, type Write } from "../../db/writes";
import { pseudonymFor } from "../../domain/classroom/pseudonym";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import type { Sight } from "./sight";

export type Shown = { name: string | null; teaches: "teacher" | "assistant" | null; writes: (w: Writer) => Write[] };

/** Where members speak under their own names. */
export const NOBODY_ELSE: Shown = { name: null, teaches: null, writes: () => [] };

/** The name on the class list, or a made one where the assignment has those. */
export async function shownIn({ db, reader }: Pick<Context, "db"> & { reader: Reader }, { assignmentId, enrolmentId }: Sight): Promise<Shown> {
  const [found] = await db
    .select({ name: enrolment.name, role: enrolment.role, language: schoolClass.language, isHidden: assignment.hasPseudonyms, made: pseudonym.name })
    .from(enrolment)
    .innerJoin(schoolClass, eq(schoolClass.id, enrolment.classId))
    .innerJoin(assignment, eq(assignment.id, assignmentId))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignmentId), eq(pseudonym.memberId, reader.id)))
    .where(eq(enrolment.id, enrolmentId));
  if (!found) throw new Error("an enrolment is missing");
  const { name, role, language, isHidden, made } = found;
  if (role !== "student") return { name, teaches: role, writes: () => [] };
  if (!isHidden) return { name, teaches: null, writes: () => [] };
  if (made !== null) return { name: made, teaches: null, writes: () => [] };
  // Drawn, not derived: what is kept nowhere but in this row cannot be linked by anybody. Taken already, it is drawn again by who posts.
  const { name: fresh } = pseudonymFor(() => randomBytes(32), assignmentId, reader.id, { taken: new Set(), language: language === "zh" ? "zh" : "en" });
  return { name: fresh, teaches: null, writes: (w) => [must(w.insert(pseudonym).values({ assignmentId, memberId: reader.id, name: fresh }).onConflictDoNothing(), "participant")] };
}
