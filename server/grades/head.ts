/** What every page about the grades of an assignment says of it. */
import type { ClassRole } from "../../domain/classroom/terms";
import type { Work } from "./work";

export function headOf({ id, title, timeZone, commentsDueAt, hasPseudonyms, hasGroups }: Work, of: { id: string; name: string; closedAt: Date | null }, role: ClassRole) {
  return { id, title, timeZone, hasPseudonyms, hasGroups, commentsDueAt: commentsDueAt?.toISOString() ?? null, class: { id: of.id, name: of.name }, role, canChange: role === "teacher" && of.closedAt === null };
}

export type GradesHead = ReturnType<typeof headOf>;
