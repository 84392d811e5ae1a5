/** When a discussion takes comments. */
import { TZDate } from "@date-fns/tz";

/** `opensAt` null: from ever; `closesAt` null: for ever. */
export type Opening = { opensAt: Date | null; closesAt: Date | null };
/** As pages are told it: moments in ISO 8601, UTC; `timeZone`: in which they are shown; `prompt`: plain text. */
export type OpeningView = { opensAt: string | null; closesAt: string | null; timeZone: string; prompt: string | null };

export function openingOf({ opensAt, closesAt }: Pick<OpeningView, "opensAt" | "closesAt">): Opening {
  return { opensAt: opensAt === null ? null : new Date(opensAt), closesAt: closesAt === null ? null : new Date(closesAt) };
}

export type OpeningState = "not-yet" | "open" | "closed";

/** A discussion opens with the very moment, and is closed with the very moment. */
export function openingAt({ opensAt, closesAt }: Opening, now: Date): OpeningState {
  if (closesAt !== null && now >= closesAt) return "closed";
  return opensAt !== null && now < opensAt ? "not-yet" : "open";
}

/** When that changes next; null: it stays as it is. What is told of it must not be kept beyond. */
export function nextTurn({ opensAt, closesAt }: Opening, now: Date): Date | null {
  const turns = [opensAt, closesAt].filter((at) => at !== null && at > now);
  return turns.reduce<Date | null>((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
}

/** A short paragraph: a longer one belongs into an article. */
export const PROMPT_LENGTH = 1_000;

/** IANA names, "UTC" first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/;

/** The moment at which clocks of a zone show "2027-01-12T17:00"; null: no such time is written. In the hour that clocks leave out, an hour later. */
export function momentIn(local: string, timeZone: string): Date | null {
  const [year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return null;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return new Date(new TZDate(year, month - 1, day, hour, minute, timeZone).getTime());
}

/** What clocks of a zone show at a moment, "2027-01-12T17:00". */
export function localIn(moment: Date, timeZone: string): string {
  const at = new TZDate(moment.getTime(), timeZone);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
