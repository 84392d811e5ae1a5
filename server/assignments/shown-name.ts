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

/** How classmates read the reader's name there; `name` null: it is made with their first comment. `kinds`: those they may choose, null: any. `isBefore`: a teacher looks at it first. */
export async function howShown(ctx: Pick<Context, "db"> & { reader: Reader }, sight: Sight): Promise<{ how: "teaching" | "names" | "pseudonym" | "firstPseudonym"; name: string | null; kinds: Sight["kinds"]; isBefore: boolean }> {
  const { name, teaches, isMade, isKept } = await known(ctx, sight);
  const { kinds, isBefore } = sight;
  if (teaches) return { how: "teaching", name, kinds, isBefore };
  if (!isMade) return { how: "names", name, kinds, isBefore };
  return isKept ? { how: "pseudonym", name, kinds, isBefore } : { how: "firstPseudonym", name: null, kinds, isBefore };
}

/** The name on the class list, or a made one where the assignment has those. */
export async function shownIn(ctx: Pick<Context, "db"> & { reader: Reader }, sight: Sight): Promise<Shown> {
  const { name, teaches, isKept } = await known(ctx, sight);
  const row = { assignmentId: sight.assignmentId, memberId: ctx.reader.id, name };
  return { name, teaches, writes: isKept ? () => [] : (w) => [must(w.insert(pseudonym).values(row).onConflictDoNothing(), "participant")] };
}

/** `isMade`: made for the assignment; `isKept`: nothing is to be written. */
async function known({ db, reader }: Pick<Context, "db"> & { reader: Reader }, { assignmentId, enrolmentId }: Sight) {
  const [found] = await db
    .select({ name: enrolment.name, role: enrolment.role, language: schoolClass.language, isHidden: assignment.hasPseudonyms, made: pseudonym.name, revealedAt: pseudonym.revealedAt })
    .from(enrolment)
    .innerJoin(schoolClass, eq(schoolClass.id, enrolment.classId))
    .innerJoin(assignment, eq(assignment.id, assignmentId))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignmentId), eq(pseudonym.memberId, reader.id)))
    .where(eq(enrolment.id, enrolmentId));
  if (!found) throw new Error("an enrolment is missing");
  const { name, role, language, isHidden, made, revealedAt } = found;
  const plain = { name, teaches: role === "student" ? null : role, isMade: false, isKept: true };
  if (role !== "student" || !isHidden || revealedAt !== null) return plain;
  if (made !== null) return { ...plain, name: made, isMade: true };
  // Drawn, not derived: what is kept nowhere but in this row cannot be linked by anybody. Taken already, it is drawn again by who posts.
  const { name: fresh } = pseudonymFor(() => randomBytes(32), assignmentId, reader.id, { taken: new Set(), language: language === "zh" ? "zh" : "en" });
  return { ...plain, name: fresh, isMade: true, isKept: false };
}
