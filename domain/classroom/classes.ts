/** What a class is called, how long its work is kept, and who may open one. */
import type { Role } from "../permissions";

/** "Class 10B, Civics": it stands above every page of the class, on a phone too. In code points. */
export const CLASS_NAME_LENGTH = 80;
export const TERM_LENGTH = 40;

export const classOpeners = ["members", "staff", "administrators"] as const;
export type ClassOpeners = (typeof classOpeners)[number];

/** `by`: as the operator set it. */
export function canOpenClass(reader: { role: Role } | null, by: ClassOpeners): boolean {
  if (reader === null) return false;
  switch (by) {
    case "members":
      return true;
    case "staff":
      return reader.role !== "member";
    case "administrators":
      return reader.role === "administrator";
  }
}

export const endings = ["pseudonyms", "erasure"] as const;
/** What becomes of the work of a class when its time is over: it stands without names, or is gone. */
export type Ending = (typeof endings)[number];

/** A school year, and the weeks in which a grade may be objected to. */
export const USUAL_RETENTION_YEARS = 1;
/** As long as schools in most places must keep what a grade rests on; work of minors is kept no longer than somebody decided. */
export const LONGEST_RETENTION_YEARS = 10;

/** The same day so many years later, "2027-11-26"; of 29 February the day before. */
export function yearsLater(day: string, years: number): string {
  const [year = "", rest] = [day.slice(0, 4), day.slice(4)];
  return `${String(Number(year) + years).padStart(4, "0")}${rest === "-02-29" ? "-02-28" : rest}`;
}

export type RetentionFault = "notADay" | "retainPast" | "retainTooLong";

/** `today`: of the class's zone; both "2027-11-26". */
export function faultOfRetention(day: string, today: string): RetentionFault | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return "notADay";
  if (day <= today) return "retainPast";
  return day > yearsLater(today, LONGEST_RETENTION_YEARS) ? "retainTooLong" : null;
}
