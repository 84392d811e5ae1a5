import { onOneLine } from "./characters";
import { printedDate } from "./printed-date";

/** Who wrote an article, when it was printed and where; null for what is not said. `date` as in PrintedDate. */
export type Credits = { byline: string | null; date: string | null; source: string | null };

export const noCredits: Credits = { byline: null, date: null, source: null };

/** Longer lines are prose. The longest byline seen, with three authors and a newspaper, has 110 characters. */
const longestLine = 160;

/** What may stand around a date without making the line more than a date. */
const aroundDates =
  /\b(?:first|last|updated?|published|posted|modified|created|edited|date|on|at|stand|aktualisiert|veröffentlicht|erstellt|datum|am|um|uhr|vom|publié|mis à jour|le|à|h|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|gmt|utc|[ecmpb]s?t|edt|cest|beijing|local|time)\b|发布时间|发表时间|更新时间|发布日期|时间|日期|发布|发表|更新于?|星期[一二三四五六日天]|周[一二三四五六日]/giu;

const labelled: [field: "byline" | "source", label: RegExp][] = [
  ["source", /^(?:source|quelle|fuente|文章来源|信息来源|稿源|来源)\s*[:：]\s*(.+)$/iu],
  ["byline", /^(?:authors?|written by|autor(?:in|en)?|text|本文作者|作者|撰文|撰稿|记者|文)\s*[:：/／]\s*(.+)$/iu],
  ["byline", /^(?:作者|(?:本报|新华社|特约|见习)?记者|特约评论员|本报评论员)\s+(\p{Script=Han}[\p{Script=Han}\s、·]{1,20})$/u],
  ["byline", /^(?:本报|新华社)(?:特约|见习)?记者(\p{Script=Han}[\p{Script=Han}\s、·]{1,12})$/u],
];

/** "By Jane Roe and R. van Dam": names are capitalised, small words between them are few and known. */
const names =
  /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or)\s((?:(?:a|an|our|the)\s)?(?:\p{Lu}[\p{L}\p{M}.'’-]*|staff)(?:(?:\s?[,&+/]\s?|\s)(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|und|et|y|with|in|for|of|the|de|der|den|van|von|zu|la|le|bin|al|el|di|da|dos|staff|reporter|correspondent|writer))*)$/u;

/** Whether and what a line says of author, date and source, and nothing else; null when it says more. */
export function creditsOf(line: string): Credits | null {
  if (line.length > longestLine) return null;
  const parts = partsOf(line).map(creditOfPart);
  const unknown = parts.filter((part) => typeof part === "string");
  const known = parts.filter((part) => typeof part !== "string");
  if (known.length === 0 || unknown.length > 1) return null;
  const credits = known.reduce(withCredits);
  const [source] = unknown;
  if (source === undefined) return credits;
  // "chinadaily.com.cn | 2015-12-10": what stands beside a date and has no label is the paper.
  const names = source.split(" ").length <= 5 && !/[.!?。！？]$/.test(source);
  return credits.source === null && credits.date !== null && names ? { ...credits, source } : null;
}

/** What both say, the first where they differ. */
export function withCredits(first: Credits, second: Credits): Credits {
  return {
    byline: first.byline ?? second.byline,
    date: first.date ?? second.date,
    source: first.source ?? second.source,
  };
}

/** Credits beside each other are parted by bars, dots, dashes, wide gaps, or by the next one's Chinese label. */
function partsOf(line: string): string[] {
  return line
    .split(/[|｜·•‖\t]|\s{2,}|\s[–—-]\s|(?<=\S)[\s　](?=(?:文章来源|来源|作者|本报记者|记者|时间|发布时间|更新时间)\s?[:：])/u)
    .map(onOneLine)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** The part's credits, or its text when it is none. */
function creditOfPart(part: string): Credits | string {
  const found = printedDate(part);
  const rest = found ? onOneLine(found.rest.replace(aroundDates, " ")) : part;
  const dated = { ...noCredits, date: found?.date ?? null };
  if (found && !/[\p{L}\p{N}]/u.test(rest)) return dated;
  for (const [field, label] of labelled) {
    const value = label.exec(tidy(rest))?.[1];
    if (value && isName(value)) return { ...dated, [field]: tidy(value) };
  }
  const name = names.exec(withoutBrackets(rest))?.[1];
  if (name) return { ...dated, byline: tidy(name), source: bracketed(rest) };
  return found && bracketed(rest) && !withoutBrackets(rest) ? { ...dated, source: bracketed(rest) } : part;
}

const isName = (value: string) => value.length <= 80 && !/[。！？；]|[.!?;]\s/u.test(value);

const bracketed = (text: string) => /[(（[]([^()（）[\]]{2,60})[)）\]]/u.exec(text)?.[1]?.trim() ?? null;

/** Without bracketed words, and without the bracket that was left open: "By Xiao Xin(". */
function withoutBrackets(text: string): string {
  return tidy(text.replace(/[(（[][^()（）[\]]*[)）\]]/gu, " "));
}

const tidy = (text: string) => onOneLine(text).replace(/[\s,;:，；：([{（【|/-]+$/u, "").replace(/^[\s,;:，；：|/-]+/u, "");
