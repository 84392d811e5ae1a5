/** When work is due: what a clock on a wall shows, for whom, and what is late. */
import { tzOffset } from "@date-fns/tz";
import { localIn } from "../opening";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * `moment`: when clocks of the zone show it. `again`: they show it twice, an hour or so apart, and the earlier was taken: the other. Faults:
 * `notATime`, no such date or time is written; `gap`, clocks leave it out: the last minute they show before and the first after.
 */
export type WallTime = { moment: Date; again: Date | null } | { fault: "notATime" } | { fault: "gap"; before: string; after: string };

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/;

/** More than any offset and any leap of a clock: Samoa left out a whole day in 2011. */
const AROUND_MS = 26 * 60 * MINUTE_MS;

/** `local`: "2027-01-12T17:00", as a form sends it. `timeZone`: an IANA name. */
export function momentOfWallTime(local: string, timeZone: string): WallTime {
  const written = readAsUtc(local);
  if (written === null) return { fault: "notATime" };
  const offsets = [written - AROUND_MS, written + AROUND_MS].map((at) => tzOffset(timeZone, new Date(at)));
  if (offsets.some((offset) => !Number.isFinite(offset))) return { fault: "notATime" };
  const shown = local.replace(" ", "T");
  const fitting = [...new Set(offsets)].map((offset) => written - offset * MINUTE_MS).filter((at) => localIn(new Date(at), timeZone) === shown).sort((one, other) => one - other);
  const [first, second] = fitting;
  if (first !== undefined) return { moment: new Date(first), again: second === undefined ? null : new Date(second) };
  const leap = leapBetween(written - AROUND_MS, written + AROUND_MS, timeZone);
  return { fault: "gap", before: localIn(new Date(leap - MINUTE_MS), timeZone), after: localIn(new Date(leap), timeZone) };
}

/** Milliseconds, as if it were UTC; null where no calendar has it. */
function readAsUtc(local: string): number | null {
  const [year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(at).toISOString().slice(0, 16) === local.replace(" ", "T") ? at : null;
}

/** The minute with which the zone's offset is another: looked for by halves. */
function leapBetween(from: number, to: number, timeZone: string): number {
  const before = tzOffset(timeZone, new Date(from));
  let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (tzOffset(timeZone, new Date(middle * MINUTE_MS)) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}

/** Null: no such date. `cutOffAt`: nothing is taken after it. */
export type Due = { commentsDueAt: Date | null; repliesDueAt: Date | null; cutOffAt: Date | null };

/**
 * The dates of one student. What an extension leaves null stays as it is for all; without a date of their own replies are due with the comments.
 * An extension never ends before what it extends: who may comment until Friday may reply until Friday, and is not cut off before.
 */
export function dueFor(assignment: Due, extension: Due | null): Due {
  const commentsDueAt = extension?.commentsDueAt ?? assignment.commentsDueAt;
  const replies = extension?.repliesDueAt ?? assignment.repliesDueAt ?? commentsDueAt;
  const repliesDueAt = extension?.repliesDueAt ? replies : later(replies, extension?.commentsDueAt ?? null);
  const cutOff = extension?.cutOffAt ?? assignment.cutOffAt;
  const cutOffAt = cutOff === null || extension?.cutOffAt ? cutOff : later(cutOff, later(extension?.commentsDueAt ?? null, extension?.repliesDueAt ?? null));
  return { commentsDueAt, repliesDueAt, cutOffAt };
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** The other order makes no sense: comments, then replies to them, then the end. The name of the field that is wrong, or null. */
export function faultOfDates({ opensAt, commentsDueAt, repliesDueAt, cutOffAt }: Due & { opensAt: Date | null }): "commentsDueAt" | "repliesDueAt" | "cutOffAt" | null {
  const due = commentsDueAt ?? repliesDueAt;
  if (opensAt && commentsDueAt && commentsDueAt <= opensAt) return "commentsDueAt";
  if (repliesDueAt && ((opensAt && repliesDueAt <= opensAt) || (commentsDueAt && repliesDueAt < commentsDueAt))) return "repliesDueAt";
  if (cutOffAt && ((opensAt && cutOffAt <= opensAt) || (due && cutOffAt < (later(commentsDueAt, repliesDueAt) ?? due)))) return "cutOffAt";
  return null;
}

/** Whole minutes, 0: in time. Times are shown to the minute, so what was written while clocks showed the due time was in time. */
export function minutesLate(at: Date, due: Date | null): number {
  return due === null ? 0 : Math.max(0, minuteOf(at) - minuteOf(due));
}

/** Whether nothing is taken any more: from the minute after the cut-off. */
export function isCutOff(at: Date, { cutOffAt }: Pick<Due, "cutOffAt">): boolean {
  return minutesLate(at, cutOffAt) > 0;
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS);
}

/** Percent taken off for each started day (24 hours), and the least that is left. Null: what is late counts nothing. */
export type LateRule = { offADay: number; least: number };

/** Percent that a comment is worth: 100 in time. `minutes`: from `minutesLate`. What comes after the cut-off is worth nothing, see `isCutOff`. */
export function lateCredit(minutes: number, late: LateRule | null): number {
  if (minutes <= 0) return 100;
  if (late === null) return 0;
  return Math.max(late.least, 100 - late.offADay * Math.ceil(minutes / DAY_MINUTES));
}
