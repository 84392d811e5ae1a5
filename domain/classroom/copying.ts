/** What a copy takes along to the next term, and when its dates are then. */
import { localIn } from "../opening";
import { type Due, momentOfWallTime } from "./dates";

export const copiedParts = ["instructions", "prompts", "counts", "gate", "pseudonyms", "grading", "sections", "assistants"] as const;
export type CopiedPart = (typeof copiedParts)[number];
/** Of one assignment: the others are a class's. */
export const partsOfAssignment = copiedParts.filter((part) => part !== "sections" && part !== "assistants");

/** Three years there or back: whoever moves dates further sets them anew. */
export const MOST_DAYS = 1_100;

/** Null: without dates. */
export type Shift = { days: number } | null;

/** `number` as it was written, of `unit`. "wrong": it is no whole number, or too far. */
export function shiftOf({ dates, number, unit }: { dates: "moved" | "empty"; number: string; unit: "days" | "weeks" }): Shift | "wrong" {
  if (dates === "empty") return null;
  const typed = number.trim() === "" ? "0" : number.trim();
  if (!/^-?\d{1,4}$/.test(typed)) return "wrong";
  const days = Number(typed) * (unit === "weeks" ? 7 : 1);
  return Math.abs(days) > MOST_DAYS ? "wrong" : { days };
}

/** `leaps`: clocks leave that time out, and the first after it was taken. */
export type Shifted = { at: Date; leaps: boolean };

/** The same time of the day so many days on, as clocks of the zones show it: an hour is not lost over a change of clocks. */
export function shifted(at: Date, { days }: { days: number }, from: string, to: string): Shifted {
  const [day = "", time = ""] = localIn(at, from).split("T");
  const moved = new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const found = momentOfWallTime(`${moved}T${time}`, to);
  if ("moment" in found) return { at: found.moment, leaps: false };
  const after = found.fault === "gap" ? momentOfWallTime(found.after, to) : null;
  return { at: after && "moment" in after ? after.moment : new Date(at.getTime() + days * 86_400_000), leaps: true };
}

export type CopiedDates = Due & { opensAt: Date | null };
const dated = ["opensAt", "commentsDueAt", "repliesDueAt", "cutOffAt"] as const;

/** All dates of an assignment; `leaps`: one of them is one that clocks leave out. */
export function shiftedDates(dates: CopiedDates, shift: Shift, from: string, to: string): CopiedDates & { leaps: boolean } {
  const moved = dated.map((name) => {
    const at = dates[name];
    return [name, shift === null || at === null ? null : shifted(at, shift, from, to)] as const;
  });
  const at = Object.fromEntries(moved.map(([name, found]) => [name, found?.at ?? null]));
  return { opensAt: null, commentsDueAt: null, repliesDueAt: null, cutOffAt: null, ...at, leaps: moved.some(([, found]) => found?.leaps) };
}
