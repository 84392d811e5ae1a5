/** The end of a class: how long it can be undone, when its teachers are reminded, and what a certificate says. */
import { createHash } from "node:crypto";
import { type Ending, faultOfRetention, LONGEST_RETENTION_YEARS, type RetentionFault, yearsLater } from "./classes";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Two weeks: a teacher who is ill or away for one still comes in time to take back a mistake, and nobody waits for a month to be forgotten. */
export const UNDO_END_DAYS = 14;

/** Days before the date until which a class is kept: a month, to take out what is needed; and a week, as the last call. */
export const REMINDER_DAYS = [30, 7] as const;

export function endDueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + UNDO_END_DAYS * DAY_MS);
}

export function isUndoable({ dueAt, undoneAt, begunAt }: { dueAt: Date; undoneAt: Date | null; begunAt: Date | null }, now: Date): boolean {
  return undoneAt === null && begunAt === null && now < dueAt;
}

/** How many reminders should have been sent by now. A class that is opened for less than a month is reminded at once, and told why. */
export function remindersBy(retainUntil: Date, now: Date): number {
  return REMINDER_DAYS.filter((days) => now.getTime() >= retainUntil.getTime() - days * DAY_MS).length;
}

/** From this moment on the first of the reminders is due. */
export function remindedFrom(now: Date): Date {
  return new Date(now.getTime() + REMINDER_DAYS[0] * DAY_MS);
}

/** The date may be moved, but years are counted from when the class was made: else it would be kept for ever, a year at a time. Days of the class's zone. */
export function faultOfMove(day: string, today: string, madeOn: string): RetentionFault | null {
  const fault = faultOfRetention(day, today);
  return fault ?? (day > yearsLater(madeOn, LONGEST_RETENTION_YEARS) ? "retainTooLong" : null);
}

/** What is counted, in the order in which a certificate lists it. */
export const endedThings = ["comments", "earlier", "names", "grades", "feedback", "drafts", "reports", "decisions", "events", "notices", "mails", "looks", "assignments", "accounts"] as const;
export type EndedThing = (typeof endedThings)[number];
export type EndingCounts = Partial<Record<EndedThing, number>>;

export function added(counts: EndingCounts, more: EndingCounts): EndingCounts {
  return Object.fromEntries(endedThings.flatMap((thing) => ((counts[thing] ?? 0) + (more[thing] ?? 0) > 0 ? [[thing, (counts[thing] ?? 0) + (more[thing] ?? 0)]] : [])));
}

/** Times in ISO 8601, UTC. */
export type Certified = { id: string; name: string; term: string | null; how: Ending; askedBy: string | null; askedAt: string; dueAt: string; doneAt: string; counts: EndingCounts };

/** What a certificate hashes, and how: another set of fields starts with another word. */
const FORM = "paragora-class-end-2";

/** SHA-256, in hexadecimal, of a JSON array without spaces: whoever has the page can make it again. */
export function certificateHash({ id, name, term, how, askedBy, askedAt, dueAt, doneAt, counts }: Certified): string {
  return createHash("sha256").update(JSON.stringify([FORM, id, name, term, how, askedBy, askedAt, dueAt, doneAt, endedThings.map((thing) => counts[thing] ?? 0)])).digest("hex");
}

/** As a form sends it, against the name it asks for: spaces and capitals are not what is meant by typing it. */
export function isNameTyped(typed: string, name: string): boolean {
  const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
  return plain(typed) === plain(name);
}

/** What takes the place of a student's name. `number`: from 1, in no order that is the list's. */
export function replacedName(number: number, language: "en" | "zh"): string {
  return language === "zh" ? `学生 ${number}` : `Student ${number}`;
}
