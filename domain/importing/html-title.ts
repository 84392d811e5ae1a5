import { onOneLine } from "./characters";
import { attributeOf, elementsIn, isElement, isWithin, namesOf, textOf } from "./html-elements";
import type { Metadata } from "./html-metadata";
import type { PageElement } from "./html-tree";
import type { Found } from "./html-found";

/** A page's title and the element that prints it, null when none does. */
export type Title = { text: string; element: PageElement | null };

/** Longer first headings are somebody's layout. The longest title seen, a statute's, has 260 characters. */
const longestTitle = 300;

/** Between a page's title and its site's name. */
const separators = /\s+[|｜–—\-·•»›:]\s+|\s*[|｜_]\s*|(?<=\p{Script=Han})-(?=\p{Script=Han})/u;

export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The title as the page prints it, or else as its head tells it, without the site's name. */
export function titleOf(page: PageElement, told: Metadata, lines: Found[]): Title {
  const voices = [...told.titles, told.pageTitle].map(plain).filter((voice) => voice !== "");
  const printed = elementsIn(page, isTitleLike).map((element) => ({ element, text: withoutOverline(element, told) })).filter(({ text }) => text !== "" && text.length <= longestTitle);
  const ranked = printed.map((one, at) => ({ ...one, rank: rankOf(one.element, plain(one.text), voices) - at / 1000 })).sort((a, b) => b.rank - a.rank);
  const [best] = ranked;
  if (best && best.rank > 0) return { text: withoutKicker(best.text, told), element: best.element };
  const [headline] = told.titles;
  const text = withoutSite(headline ?? told.pageTitle, told.sources);
  if (plain(text) === "") return { text: "", element: null };
  const element = lines.find(({ block }) => plain(block.text) === plain(text))?.element ?? null;
  return { text, element: element !== null && plain(textOf(element, longestTitle + 1)) === plain(text) ? element : null };
}

function isTitleLike(element: PageElement): boolean {
  if (/^h[1-3]$/.test(element.tag)) return true;
  if (attributeOf(element, "itemprop") === "headline") return true;
  return /^(?:div|p|td|span|strong|b|font)$/.test(element.tag) && /(?:^|[\s_-])(?:title|headline|bt|biaoti|tit|activity-name)(?:$|[\s_-])/i.test(`${attributeOf(element, "class")} ${attributeOf(element, "id")}`) && element.children.length < 20;
}

/** A first heading is the title sooner than a lower one that two voices only contain. */
const unconfirmed = 2.5;

/** What the head says in several voices is the title; a first heading that none of them confirms may be, a second level must be confirmed. */
function rankOf(element: PageElement, text: string, voices: string[]): number {
  const level = element.tag === "h1" || attributeOf(element, "itemprop") === "headline" ? 2 : element.tag === "h2" ? 1 : 0;
  const agrees = voices.filter((voice) => voice === text).length;
  const begins = voices.filter((voice) => voice !== text && text.length > 0 && (` ${voice} `.includes(` ${text} `) && text.length >= voice.length * 0.4 || (` ${text} `.includes(` ${voice} `) && voice.length >= text.length * 0.5))).length;
  if (agrees + begins === 0) return level === 2 && !isSiteName(element) ? unconfirmed : 0;
  return agrees * 2 + begins + level * 2;
}

const isSiteName = (element: PageElement) => /(?:^|[\s_-])(?:site|logo|brand)(?:$|[\s_-])/i.test(`${attributeOf(element, "class")} ${attributeOf(element, "id")} ${attributeOf(element.parent ?? element, "class")}`);

/**
 * The line above a headline, its topic, is often set within the heading. It is left out where the page's head leaves it out,
 * and is parted from the title as there where the head has it.
 */
function withoutOverline(heading: PageElement, told: Metadata): string {
  const isOverline = (element: PageElement) => namesOf(element).some((name) => /^(?:kicker|overline|dachzeile|topline|roofline|eyebrow|rubrik|spitzmarke|ressort|antetitulo|occhiello|surtitre|label|badge|flag)$/.test(name));
  const whole = textOf(heading, longestTitle + 1);
  const parts = heading.children.filter((child) => !isElement(child) || !isOverline(child));
  if (parts.length === heading.children.length) return whole;
  const rest = onOneLine(parts.map((part) => textOf(part, longestTitle + 1)).join(" ")).replace(/^[:：|]\s*/, "");
  if (told.titles.some((title) => plain(title) === plain(rest))) return rest;
  return told.titles.find((title) => plain(title) === plain(whole)) ?? (rest.length > whole.length / 2 ? rest : whole);
}

/** A first heading may begin with its section's name, which the head's title has not. */
function withoutKicker(text: string, { titles }: Metadata): string {
  const told = titles.find((title) => title.length < text.length && text.endsWith(title) && title.length > 8 && text.length - title.length <= 60);
  return told ?? text;
}

/** The first part of a title that is not the site's. */
export function withoutSite(title: string, sources: string[]): string {
  const names = sources.map(plain);
  const parts = title.split(separators);
  if (parts.length < 2) return title;
  const separated = title.split(new RegExp(`(${separators.source})`, "u"));
  const own = parts.filter((part) => !names.includes(plain(part)));
  const longest = own.reduce((a, b) => (b.length > a.length ? b : a), "");
  const first = parts.findIndex((part) => !names.includes(plain(part)));
  if (own.length === 1 || separated.length === 0) return own[0] ?? title;
  return (parts[first] ?? "").length * 2 >= longest.length ? (parts[first] ?? title) : longest;
}

/** The site's name behind the title in the page's, or before it; null when the page's title is not that. */
export function siteIn(pageTitle: string, title: string): string | null {
  const [whole, own] = [plain(pageTitle), plain(title)];
  if (own === "" || whole === own) return null;
  const parts = pageTitle.split(separators);
  const last = whole.startsWith(`${own} `) || whole.startsWith(own) ? (parts.at(-1) ?? "") : "";
  const first = whole.endsWith(` ${own}`) ? pageTitle.slice(0, pageTitle.length - title.length).replace(/[\s:|–—-]+$/u, "") : "";
  const site = last || (first.split(separators)[0] ?? "");
  return site !== "" && site.length <= longestSite && !own.includes(plain(site)) ? site : null;
}

/** Longer names are another sentence. */
const longestSite = 40;

/** Whether a block is the title, or part of the element that prints it. */
export function isInTitle({ element, block }: Found, { element: title, text }: Title): boolean {
  if (title === null) return text !== "" && plain(block.text) === plain(text);
  return isWithin(element, title) || (isWithin(title, element) && (plain(block.text) === plain(text) || plain(block.text) === plain(textOf(title, longestTitle + 1))));
}
