import { de, en, es, fr, it, nl, pt, zh, type ParsedResult } from "chrono-node";

/** A date found in a line: `date` "2015-12-10" or "2015-12-10T18:13", null when it may be read two ways; `rest` of the line. */
export type PrintedDate = { date: string | null; rest: string };

/** Only dates that name their year are read, so any fixed day will do; without one chrono would ask the clock. */
const referenceDay = new Date("2000-01-01T12:00:00Z");

/** Longer lines are prose that may name a date, and are not worth parsing. */
const longestLine = 160;

/** "2026 年 5 月 8 日", as some style books want it, which chrono does not know. */
const spacedChinese = /(\d)\s(?=[年月日])|([年月])\s(?=\d)/g;

/**
 * The first date printed in a line, with its year, month and day, and the time of day beside it if there is one: as
 * printed, no zone. chrono-node reads it, in the language whose way of writing it is; "3/4/2015" is March in one country
 * and April in another, so it yields null.
 */
export function printedDate(line: string): PrintedDate | null {
  const text = line.normalize("NFKC").replace(/\s+/g, " ").replace(spacedChinese, "$1$2").trim();
  if (text.length > longestLine || !/\d{4}/.test(text)) return null;
  for (const parser of parsersFor(text)) {
    const found = parser.parse(text, referenceDay).find(namesItsDay);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found.text.length)}`.trim();
    return { date: isAmbiguous(found.text) ? null : asPrinted(found), rest };
  }
  return null;
}

/** Dots and 年 leave no doubt whose date it is; the rest is tried in order, English first as the commonest. */
function parsersFor(text: string) {
  if (/\d年/.test(text)) return [zh.strict];
  if (/\d{1,2}\.\s?\d{1,2}\.\s?\d{4}/.test(text)) return [de.strict];
  const [first = 0] = slashed(text) ?? [];
  return [first > 12 ? en.GB : en.strict, de.strict, fr.strict, es.strict, it.strict, pt.strict, nl.strict];
}

function namesItsDay({ text, start }: ParsedResult): boolean {
  return /\d{4}/.test(text) && start.isCertain("year") && start.isCertain("month") && start.isCertain("day");
}

const slashed = (text: string) => /(\d{1,2})\/(\d{1,2})\/\d{4}/.exec(text)?.slice(1).map(Number);

function isAmbiguous(text: string): boolean {
  const [first = 0, second = 0] = slashed(text) ?? [];
  return first !== second && first <= 12 && second <= 12;
}

function asPrinted({ start }: ParsedResult): string {
  const two = (value: number | null) => String(value ?? 0).padStart(2, "0");
  const day = `${String(start.get("year")).padStart(4, "0")}-${two(start.get("month"))}-${two(start.get("day"))}`;
  return start.isCertain("hour") ? `${day}T${two(start.get("hour"))}:${two(start.get("minute"))}` : day;
}
