/** What is said of an article beside its text, and what an editor may write there. */
import { toldLanguage } from "./importing/language";
import { faultOfText, normalised, type TextFault } from "./text";

export type ArticleFields = { title: string; standfirst: string | null; byline: string | null; date: string | null; source: string | null; language: string };
export type HeadFault = TextFault | { fault: "notADate" } | { fault: "notALanguage" };
export type HeadField = keyof ArticleFields;

/** In characters. A title is read at a glance, a standfirst is a paragraph; an address may be long. */
export const HEAD_LENGTHS = { title: 300, standfirst: 1_000, byline: 300, source: 2_000 } as const;

/** The fields as they are kept, or the first that cannot be, and why. Nothing written is null. */
export function articleHead(written: Record<HeadField, string | null>): ArticleFields | { field: HeadField; wrong: HeadFault } {
  const kept = (field: HeadField): string => normalised(written[field] ?? "");
  for (const field of ["title", "standfirst", "byline", "source"] as const) {
    const text = kept(field);
    const wrong = text === "" && field !== "title" ? null : faultOfText(text, { most: HEAD_LENGTHS[field] });
    if (wrong) return { field, wrong };
  }
  const date = kept("date").replace(/^(\d{4}-\d\d-\d\d)\s+(?=\d)/, "$1T");
  if (date !== "" && !isPrintedDate(date)) return { field: "date", wrong: { fault: "notADate" } };
  const language = toldLanguage(kept("language"));
  if (language === null) return { field: "language", wrong: { fault: "notALanguage" } };
  const orNull = (field: HeadField): string | null => oneLine(kept(field)) || null;
  return { title: oneLine(kept("title")), standfirst: orNull("standfirst"), byline: orNull("byline"), date: date || null, source: orNull("source"), language };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** "2015-12-10" or "2015-12-10T18:13", a day and a time that there are. */
export function isPrintedDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/.test(text)) return false;
  const at = Date.parse(`${text.includes("T") ? text : `${text}T00:00`}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
