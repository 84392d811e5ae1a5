import { creditsOf } from "./credits";
import { datesIn, isTimeOfIssue } from "./html-dates";
import { attributeOf, closestOf, elementsIn, isElement, isWithin, leadsElsewhere, namesOf, textOf } from "./html-elements";
import type { Found } from "./html-found";
import type { Metadata } from "./html-metadata";
import { plain } from "./html-title";
import type { PageElement } from "./html-tree";

/** Longer names are a sentence. */
const longestLine = 160;

/** The elements of a visible page that are marked as its author's or as the time of its issue, those of readers' comments aside. */
export type Marked = { authors: PageElement[]; times: PageElement[] };

export function markedIn(page: PageElement): Marked {
  const authors = elementsIn(page, isAuthor).slice(0, mostMarked).filter((element) => besideAround(element) === null);
  const times = elementsIn(page, isTimeOfIssue).slice(0, mostMarked).filter((element) => besideAround(element) === null);
  return { authors, times };
}

const besideAround = closestOf((one) => one.tag === "figure" || one.tag === "figcaption" || namesOf(one).some((name) => /^(?:comment|comments|commentlist|disqus)$/.test(name)));

/** More are a list of articles' or of comments'. */
const mostMarked = 200;

/** The elements that lines stand in, each once; a long one holds the text, too. */
export const shortElements = (lines: Found[]): PageElement[] => [...new Set(lines.map(({ element }) => element))].filter((element) => textOf(element, longestHolder + 1).length <= longestHolder);
const longestHolder = 400;

/** Who wrote it: as printed when that is names and no more, else the names in the page's head or marked in its text. */
export function bylineOf(marks: Marked, lines: Found[], body: Found[], told: Metadata, source: string | null): string | null {
  if (told.isWiki) return null;
  const sites = [source ?? "", ...told.sources].map(plain);
  const isOwn = (name: string) => isPersonal(name) && !sites.includes(plain(name));
  const authors = told.authors.map((names) => distinct(names.map(withoutBy).filter(isOwn))).find((names) => names.length > 0) ?? [];
  const printed = lines.map(({ block }) => creditsOf(opened(block.text))?.byline ?? null).find((name) => name !== null && isOwn(name)) ?? labelledIn(lines);
  const inText = printed === null ? markedNames(marks, lines, isOwn) : null;
  if (printed === null && authors.length > 0) return inText !== null && authors.every((author) => inText.includes(author)) && inText.split(", ").every(isBareName) ? inText : authors.join(", ");
  const agency = told.organisations.find((name) => agencies.test(name) && !sites.includes(plain(name))) ?? null;
  if (printed === null) return inText ?? bareName(lines) ?? reporterIn(body) ?? agency;
  const rest = authors.reduce((text, author) => text.replace(author, ""), printed);
  if (authors.length === 0 || (isBareName(printed) && authors.every((author) => printed.includes(author))) || /^[\s,、&/;]*(?:(?:and|und|et|y|with|mit)[\s,、&/;]*)*$/u.test(rest)) return printed;
  const areNamed = authors.filter((author) => plain(printed).includes(plain(author))).length;
  return areNamed > 0 ? authors.join(", ") : printed;
}

/** Organisations own sites; those that sell their reports to others are named as their authors. */
const agencies = /^(?:dpa|afp|ap|apa|sda|epd|kna|efe|ansa|reuters|associated press|agence france-presse|press association|pa media|deutsche presse-agentur|xinhua|新华社|中新社|新华网|canadian press|bloomberg|kyodo)\b/iu;

/** Nothing but names, on the line before or after the date: "Joan Adeyemi and Peter Brandt". */
function bareName(lines: Found[]): string | null {
  const isDated = (line: Found | undefined) => line !== undefined && datesIn(line.block.text).length > 0 && line.block.text.length < 40;
  const at = lines.findIndex(({ block, linked }, place) => linked < mostLinked && isBareName(block.text) && (isDated(lines[place - 1]) || isDated(lines[place + 1])));
  return lines[at]?.block.text ?? null;
}

/** A line of links is a menu. */
const mostLinked = 0.5;

export const isBareName = (text: string): boolean => text.length <= 80 && bareNames.test(text) && !/^(?:News|Opinion|Press|Home|Politics|World|The|Business|Blog)\b/.test(text);

const bareNames = /^(?:(?:(?:Dr|Prof)\.\s)?(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|van|von|der|den|la|al|el)){1,3}(?:,\s|\s(?:and|und|et|y|&)\s|$))+$|^\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,4}){0,3}$/u;

/** "Eine Analyse von Jule Hartwig", "Opinion by Jane Roe": a byline after the kind of text it is. */
const opened = (line: string) => line.replace(otherHands, "").replace(/^(?:(?:ein(?:e|en)?\s)?(?:\p{Lu}\p{Ll}+)(?=\svon\s\p{Lu})|(?:written|posted|reported|reporting|story|opinion|analysis|review|interview|words|commentary|column)(?=\sby\s\p{Lu}))\s/iu, "");

/** Editors and proof-readers stand beside the author. */
const otherHands = /[\s　]*[（(【[]?(?:责任编辑|网络编辑|编辑|责编|校对|审核|监制)\s*[:：].{0,30}$/u;

/** The names in elements marked as the author's, near the title or anywhere. */
function markedNames({ authors }: Marked, lines: Found[], isOwn: (name: string) => boolean): string | null {
  const near = authors.filter((element) => lines.some((line) => isWithin(line.element, element) || isWithin(element, line.element)));
  const linked = shortElements(lines).flatMap((element) => elementsIn(element, (one) => one.tag === "a" && authorAddress.test(attributeOf(one, "href"))));
  const inTexts = distinct((near.length > 0 ? near : authors).flatMap(namesWithin)).filter(isOwn);
  const inLinks = distinct(linked.map((link) => withoutBy(textOf(link, longestLine)))).filter(isOwn);
  const found = inLinks.length > 0 ? inLinks : inTexts;
  const whole = found.filter((name) => /\s|\p{Script=Han}/u.test(name));
  const names = whole.length > 0 ? whole : found.slice(0, 1);
  return names.length > 0 && names.length <= mostAuthors ? names.join(", ") : null;
}

/** More names marked on a page are those of many articles. */
const mostAuthors = 6;

const authorAddress = /\/(?:authors?|autor(?:en|in|innen)?|auteurs?|autores|profiles?|people|persons?|staff|journalists?|redakteure?|by|contributors?|writers?|columnists?)\/[^/]/i;

/** The names in an author's element: those of its links where it has some, for what stands beside them are offices; else its parts'. */
function namesWithin(element: PageElement): string[] {
  const links = elementsIn(element, ({ tag }) => tag === "a").filter((link) => leadsElsewhere(link) && /\p{L}/u.test(textOf(link, 10)));
  const hasOwnWords = element.children.some((child) => !isElement(child) && /\p{L}{4}/u.test(child));
  const leaves = elementsIn(element, (one) => textOf(one, 1) !== "" && !one.children.some(isElement));
  const parts = links.length > 0 ? links : hasOwnWords || leaves.length === 0 ? [element] : leaves;
  return parts.map((one) => withoutBy(textOf(one, longestLine)));
}

function isAuthor(element: PageElement): boolean {
  if (attributeOf(element, "rel").split(/\s+/).includes("author")) return true;
  if (attributeOf(element, "itemprop") === "author") return elementsIn(element, (one) => one !== element && attributeOf(one, "itemprop") === "name").length === 0;
  return isNamedAuthor(element) && elementsIn(element, (one) => one !== element && isNamedAuthor(one)).length === 0 && textOf(element, longestLine).length < longestLine;
}

const isNamedAuthor = (element: PageElement) => namesOf(element).some((name) => /^(?:authors?|byline|autor|autoren|auteur)$/.test(name));

const distinct = (names: string[]) => names.filter((name, at) => names.findIndex((other) => plain(other) === plain(name)) === at);

const withoutBy = (text: string) => text.replace(/^(?:by|von|par|por|di|door|av|text|words|written by|ein[e]? \p{L}+ von|作者|文|记者)(?:\s*[:：|｜/]\s*|\s+)/iu, "").replace(/\s+(?:Follow|Twitter|Facebook|Instagram|Mastodon|@\S+)$/u, "").replace(/[\s,;|·:：]+$/u, "").trim();

/** Names of people: no address, no office, no sentence. */
function isPersonal(name: string): boolean {
  if (/^[a-z\d._-]+$|(?:correspondent|reporter|editor|writer|columnist|korrespondent(?:in)?|redakteur(?:in)?)$/iu.test(name) && !/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  return name.length >= 2 && name.length <= 120 && /\p{L}/u.test(name) && !/https?:|@|\d{3}|[()]|[.!?。]\s*$/u.test(name.replace(/\b(?:Jr|Sr|Dr|\p{L})\.$/u, "")) && !/(?:网|报|社|台|频道|新闻|编辑部|局|厅|委员会|中心|公司|在线|日报|晚报)$|^(?:\p{L}+[-\s]?redaktion|[\p{L}\d-]+\.(?:com|de|org|net|lt|at|ch|fr|cn|tv)|admin|administrator|editor|editors|staff|redaktion|redaction|web ?editor|root|user|webmaster|编辑|管理员|小编|author|autor|unknown|null|share|follow|comments?|nachrichten|news|我要\p{Script=Han}+|分享|评论|記事|\p{L}+ von)$/iu.test(name);
}

/** "文｜财观 沈若溪": the last of the words after the label is the name. */
function labelledIn(lines: Found[]): string | null {
  for (const { block } of lines) {
    const found = /(?:^|\s)(?:撰文|记者|本报记者|作者|文)\s*[|｜/／:：]\s*(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*(?:\s\p{Script=Han}{2,4}$)?)/u.exec(block.text)?.[1];
    if (found) return /^\p{Script=Han}+\s(\p{Script=Han}+)$/u.exec(found)?.[1] ?? found;
  }
  return null;
}

/** A report in Chinese names its reporters in brackets in its first words or its last. */
function reporterIn(body: Found[]): string | null {
  for (const { block } of [...body.slice(0, 3), ...body.slice(-2)]) {
    const found = /[(（](?:本报|本网|见习|实习|特约|\p{Script=Han}{2,4})?记者\s*[:：]?\s*(\p{Script=Han}{2,4}(?:[、，,\s]+\p{Script=Han}{2,4})*)[)）]/u.exec(block.text)?.[1];
    if (found) return found;
  }
  return null;
}
