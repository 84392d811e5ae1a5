import { mayBeHeading } from "./sentence-like";

/**
 * What stands before a list's items and a law's parts. `style` tells which list an item belongs to; `isLabel`: people
 * cite it ("(a)", "3."), so it stays in the text, while a bullet is only typography; `length` in code units, with the
 * space after it.
 */
export type Enumerator = { style: string; isLabel: boolean; length: number };

const styles: [style: string, pattern: RegExp][] = [
  ["bullet", /^[-*•‣◦▪●■○·∙]\s+(?=\S)/u],
  ["bullet", /^[•‣◦▪●■○](?=\S)/u],
  ["1.", /^\d{1,3}\.\s+(?=\S)/u],
  ["1.", /^\d{1,3}[、．]\s?(?=\S)/u],
  ["1)", /^\d{1,3}[)）]\s?(?=\S)/u],
  ["(1)", /^[(（]\d{1,3}[)）]\s?(?=\S)/u],
  ["(i)", /^[(（](?:ii|iii|iv|vi{0,3}|ix|xi{0,3}|i)[)）]\s?(?=\S)/u],
  ["(a)", /^[(（][a-z][)）]\s?(?=\S)/u],
  ["(A)", /^[(（][A-Z][)）]\s?(?=\S)/u],
  ["a)", /^[a-z]\)\s+(?=\S)/u],
  ["a.", /^[a-z]\.\s+(?=\S)/u],
  ["I.", /^[IVX]{1,5}\.\s+(?=\S)/u],
  ["A.", /^[A-Z]\.\s+(?=\S)/u],
  ["（一）", /^[（(][一二三四五六七八九十百]{1,4}[)）]\s?(?=\S)/u],
  ["一、", /^[一二三四五六七八九十百]{1,4}[、．.]\s?(?=\S)/u],
  ["①", /^[①-⑳]\s?(?=\S)/u],
];

/** The parts a law or report is made of, from the largest: their headings' levels follow this order. */
const parts: RegExp[] = [
  /^(?:(?:Part|PART|Title|TITLE|Book|BOOK|Teil|TEIL)\s(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?![\p{L}\p{N}])|第[\d一二三四五六七八九十百千零〇]{1,7}(?:编|部分))/u,
  /^(?:(?:Chapter|CHAPTER|Kapitel|KAPITEL|Chapitre)\s(?:\d{1,3}|[IVXLC]{1,7})(?![\p{L}\p{N}])|第[\d一二三四五六七八九十百千零〇]{1,7}章)/u,
  /^(?:(?:Section|SECTION|Abschnitt|ABSCHNITT)\s(?:\d{1,4}|[IVXLC]{1,7})(?![\p{L}\p{N}])|第[\d一二三四五六七八九十百千零〇]{1,7}节)/u,
  /^(?:(?:Article|ARTICLE|Artikel|ARTIKEL|Art\.|Rule)\s(?:\d{1,4}|[IVXLC]{1,7})(?![\p{L}\p{N}])|§{1,2}\s?\d{1,5}|第[\d一二三四五六七八九十百千零〇]{1,7}条)/u,
];

/**
 * The enumerator a paragraph begins with, or null. "(i)" and "I." are numbers, but letters after the paragraph
 * `before` with "(h)" or "H.".
 */
export function enumeratorOf(text: string, before = ""): Enumerator | null {
  const start = text.slice(0, 16);
  for (const [style, pattern] of styles) {
    const found = pattern.exec(start);
    if (found && !(isRoman.has(style) && followsLetter(start, before))) {
      return { style, isLabel: style !== "bullet", length: found[0].length };
    }
  }
  return null;
}

const isRoman = new Set(["(i)", "I."]);

function followsLetter(text: string, before: string): boolean {
  const letter = /^\(?([a-zA-Z])[.)]/;
  const [here, previous] = [letter.exec(text)?.[1], letter.exec(before)?.[1]];
  return here !== undefined && previous !== undefined && here.charCodeAt(0) === previous.charCodeAt(0) + 1;
}

/** How large a part of a law begins here: 0 for a part, 1 chapter, 2 section, 3 article; null when none does. */
export function partOf(text: string): number | null {
  const rank = parts.findIndex((part) => part.test(text.slice(0, 40)));
  return rank < 0 ? null : rank;
}

/** How deep a decimal number goes, "3.1 Scope" 2; null without one, or when it is no heading's. */
export function decimalDepth(text: string): number | null {
  const number = /^(\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=\p{L})/u.exec(text.slice(0, 40))?.[1];
  return number === undefined || !mayBeHeading(text) ? null : number.split(".").length;
}
