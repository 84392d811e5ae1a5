import { creditsOf } from "./credits";
import { isBareName } from "./html-byline";
import { datesIn } from "./html-dates";
import { closestOf, isWithin, namesOf, textOf } from "./html-elements";
import { isInTitle, plain, type Title } from "./html-title";
import type { PageElement } from "./html-tree";
import type { Found } from "./html-found";
import { isProse } from "./sentence-like";

/** A date or a section's name may stand above the title; more lines up are the page's. */
const linesAboveTitle = 8;

/** Below a standfirst that is set like the text, author and date may follow. */
const linesBelowStart = 4;

/** Between title and text stand a few dozen lines at most: author, date, buttons, a picture. */
const longestHead = 40;

/** A standfirst is a sentence or three. */
const longestStandfirst = 600;

/** Around a date stand words for its day, month and what it is the date of, in letters. */
const mostBesideDate = 40;

/** The printed lines from a little above the title to a little below the text's `start`. */
export function headLines(lines: Found[], title: Title, start: string): Found[] {
  const titleAt = lines.findIndex((line) => isInTitle(line, title));
  const startAt = lines.findIndex(({ block }, at) => at > titleAt && start !== "" && (block.text === start || start.startsWith(block.text) && isProse(block.text)));
  const to = Math.max(startAt, titleAt + 1) + linesBelowStart;
  const head = lines.slice(Math.max(0, titleAt - linesAboveTitle), to).filter((line) => !isInTitle(line, title));
  return titleAt < 0 && startAt < 0 ? lines.slice(0, longestHead) : head.slice(-longestHead - linesAboveTitle);
}

/** Where the text begins: at its first sentence that is no standfirst and no credit. */
export function textFrom(found: Found[], main: PageElement): number {
  return Math.max(0, found.findIndex((one) => isProse(one.block.text) && isWithin(one.element, main) && creditsOf(one.block.text) === null && !isStandfirst(one)));
}

/** What stands between title and text and is marked as its summary, or repeats the page's description, or stands above the author. */
export function standfirstIn(found: Found[], start: number, main: PageElement, description: string | null): string | null {
  const head = found.slice(0, start + 1).filter(({ block }) => block.text.length <= longestStandfirst && (block.kind === "paragraph" || block.kind === "heading") && creditsOf(block.text) === null);
  const isTold = ({ block }: Found) => description !== null && description.length > 20 && plain(block.text).startsWith(plain(description).slice(0, 100));
  const marked = head.find((one) => isStandfirst(one) && !isFigures(one)) ?? head.find((one) => isTold(one) && (one.isStrong || !isWithin(one.element, main)));
  if (marked) return marked.block.text;
  const creditAt = found.slice(0, start + linesBelowStart).findIndex(({ block }, at) => at > start && isAuthorOrDate(block.text));
  const above = creditAt > 0 ? found.slice(0, creditAt).filter(({ block }) => block.kind !== "figure") : [];
  const [only, ...others] = above.filter(({ block }) => !isAuthorOrDate(block.text));
  return only && others.length === 0 && only.block.text.length <= longestStandfirst ? only.block.text : null;
}

function isAuthorOrDate(text: string): boolean {
  const credits = creditsOf(text);
  return credits !== null && (credits.byline !== null || credits.date !== null);
}

const isFigures = ({ block }: Found) => !/\p{L}{3}|\p{Script=Han}{2}/u.test(block.text);

const standfirstNames = /^(?:standfirst|summary|subtitle|subhead|subheadline|subheading|dek|deck|lead|lede|intro|introduction|teaser|vorspann|excerpt|abstract|chapo|sottotitolo|entradilla|description|sapo|zhaiyao|daodu|ingress|anlauf|perex)$/;

const standfirstAround = closestOf((one) => one.tag !== "body" && namesOf(one).some((name, at, names) => standfirstNames.test(name) && names[at - 1] !== "with"));

export function isStandfirst({ element }: Pick<Found, "element">): boolean {
  const named = standfirstAround(element);
  return named !== null && textOf(named, longestStandfirst + 1).length <= longestStandfirst;
}

/** Whether a block above the text's start says who wrote it, when and where, and nothing else. */
export function isHeadLine(one: Found, before: Found | undefined, after: Found | undefined): boolean {
  const { block, element } = one;
  if (block.kind === "figure" || block.kind === "table-row") return false;
  if (creditsOf(block.text) !== null) return true;
  const isProsaic = isProse(block.text);
  const dates = datesIn(block.text);
  if (dates.length > 0 && !isProsaic && block.text.replace(/[\d\s\p{P}]/gu, "").length <= mostBesideDate && !/datum|成文/iu.test(block.text)) return true;
  const isDated = (other: Found | undefined) => other !== undefined && datesIn(other.block.text).length > 0;
  if (isBareName(block.text) && (isDated(before) || isDated(after))) return true;
  return !isProsaic && headAround(element) !== null;
}

const headAround = closestOf((one) => one.tag !== "body" && namesOf(one).some((name) => headNames.test(name)));
const headNames = /^(?:byline|author|authors|meta|dateline|date|time|timestamp|info|artinfo|source|pubdate|infos)$/;
