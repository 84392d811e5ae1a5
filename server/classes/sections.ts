/** Sections of a class, made as they are named. */
import { and, eq, type SQL, sql } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { Writer } from "../../db/client";
import { section } from "../../db/schema/classes";
import type { Write } from "../../db/writes";
import { SECTION_LENGTH } from "../../domain/classroom/roster-cells";
import { line } from "./make";

/** The name of a section as a form sends it; empty: none. @throws Refusal field section */
export function sectionNamed(written: string): string | null {
  return written.trim() === "" ? null : line("section", written, SECTION_LENGTH);
}

/** The writes that make those which are not there. */
export function makeSections(w: Writer, classId: string, names: readonly string[]): Write[] {
  return names.length === 0 ? [] : [w.insert(section).values(names.map((name) => ({ id: randomId(), classId, name }))).onConflictDoNothing()];
}

/** The id of a section by its name, asked within the write. */
export function idOfSection(classId: string, name: string | null): SQL<string> | null {
  return name === null ? null : sql<string>`(select ${section.id} from ${section} where ${and(eq(section.classId, classId), eq(section.name, name))})`;
}
