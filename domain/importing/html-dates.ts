import { attributeOf } from "./html-elements";
import type { PageElement } from "./html-tree";
import { printedDate } from "./printed-date";

/** Words before a date that is not the article's first: it was changed then. */
const changed = /\b(?:updated?|modified|edited|revised|reviewed|last|aktualisiert|geändert|überarbeitet|bearbeitet|mis à jour|modifié|actualizado|modificado|aggiornato|bijgewerkt)\b|更新|修改/iu;
const published = /\b(?:published|posted|first published|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|issued|released)\b|发布|发表|刊登|印发/iu;

/** "06.00 GMT", "17.05 Uhr": dots in a time of day are colons to everyone else. */
const dottedTime = /\b(\d{1,2})\.(\d{2})(?=\s*(?:GMT|BST|UTC|CES?T|[EPMC][SD]T|Uhr|h\b|[ap]\.?m\b))/gu;

/** "2026 06/09 08:12:45": year first leaves no doubt. */
const yearFirst = /\b((?:19|20)\d{2})\s+(\d{1,2})\s*[/-]\s*(\d{1,2})\b/u;

export type Dated = { date: string; isChange: boolean; isLabelled: boolean };

/** The dates printed in a line, each with what the words before it say of it. */
export function datesIn(line: string): Dated[] {
  const text = line.replace(/\b(\d{1,2})\s?h\s?(\d{2})\b/g, "$1:$2").replace(dottedTime, "$1:$2").replace(yearFirst, "$1-$2-$3").replace(/\b(\d{1,2}:\d{2}):\d{2}\b/g, "$1");
  return partsOf(text).flatMap((part) => {
    const printed = printedDate(part);
    const time = printed?.date?.length === 10 ? /(?:^|\s)([01]?\d|2[0-3]):([0-5]\d)(?!\s?[ap]\.?m)/iu.exec(printed.rest) : null;
    const date = printed?.date && time ? `${printed.date}T${(time[1] ?? "").padStart(2, "0")}:${time[2]}` : printed?.date;
    return date ? [{ date, isChange: changed.test(part) && !published.test(part), isLabelled: published.test(part) }] : [];
  });
}

/** A line may say when an article was published and when changed: it is cut before each such word. */
function partsOf(text: string): string[] {
  return text.split(/(?=\b(?:Updated|Last|Modified|Published|Posted|Aktualisiert|Veröffentlicht|Stand|Erstellt|Mis à jour|Publié)\b)|(?=发布时间|更新时间|来源)|\s*[|｜]\s*/u).filter((part) => /\d/.test(part));
}

/** A date in metadata or a time element, "2026-05-08" or with the time it has there; null for none. */
export function machineDate(told: string): string | null {
  const [, day, time] = /^((?:19|20)\d{2}-\d{2}-\d{2})(?:[T\s](\d{2}:\d{2}))?/.exec(told.trim()) ?? [];
  if (day !== undefined) return time === undefined || time === "00:00" ? day : `${day}T${time}`;
  const [, year, month, date] = /^((?:19|20)\d{2})[/.]?(\d{2})[/.]?(\d{2})(?:\D|$)/.exec(told.trim()) ?? [];
  return year !== undefined ? `${year}-${month}-${date}` : (printedDate(told)?.date ?? null);
}

/** A time element that is not about a change. */
export const isTimeOfIssue = (element: PageElement): boolean =>
  element.tag === "time" && attributeOf(element, "datetime") !== "" && !/updat|modif|aktualis/i.test(`${attributeOf(element, "class")} ${attributeOf(element, "itemprop")} ${attributeOf(element.parent ?? element, "class")}`);

/** How many days lie between two dates. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / 86_400_000;
}
