import { type Credits, creditsOf } from "./credits";
import { daysBetween, datesIn, isTimeOfIssue, machineDate } from "./html-dates";
import { attributeOf, closest, elementsIn, isElement, isWithin, leadsElsewhere, namesOf, textOf } from "./html-elements";
import type { Metadata } from "./html-metadata";
import { plain } from "./html-title";
import type { PageElement } from "./html-tree";
import type { Found } from "./html-walk";

/** A line about the article is short; a longer one with a date is prose. */
const longestLine = 160;

/** Time zones shift a date by a day; more apart, the printed date is another's. */
const sameIssue = 1;

/** The elements of a visible page that are marked as its author's or as the time of its issue, those of readers' comments aside. */
export type Marked = { authors: PageElement[]; times: PageElement[] };

export function markedIn(page: PageElement): Marked {
  const isReaders = (element: PageElement) => closest(element, (one) => one.tag === "figure" || one.tag === "figcaption" || namesOf(one).some((name) => /^(?:comment|comments|commentlist|disqus)$/.test(name))) !== null;
  const authors = elementsIn(page, isAuthor).slice(0, mostMarked).filter((element) => !isReaders(element));
  const times = elementsIn(page, isTimeOfIssue).slice(0, mostMarked).filter((element) => !isReaders(element));
  return { authors, times };
}

/** More are a list of articles' or of comments'. */
const mostMarked = 200;

/** Author, date and source of an article, from the lines around its title (`head`), its marks and what the page's head says. */
export function creditsIn(marked: Marked, head: Found[], body: Found[], told: Metadata, site: string | null): Credits {
  const lines = head.filter(({ block, element }) => block.text.length <= longestLine && block.kind !== "figure" && !isOfPicture(element));
  const source = sourceOf(lines, told, site);
  return { byline: bylineOf(marked, lines, body, told, source), date: dateOf(marked, lines, told), source };
}

/** The source a label names goes before the site's own name: it may have reprinted the article. */
function sourceOf(lines: Found[], told: Metadata, site: string | null): string | null {
  if (told.isWiki) return site ?? told.sources[0] ?? null;
  const labelled = lines.map(({ block }) => sourceLabel.exec(block.text)?.[1]?.trim()).find((source) => source);
  if (labelled) return labelled;
  const named = lines.flatMap(({ element }) => elementsIn(element, isNamedSource)).filter((element) => !isOfPicture(element)).map((element) => textOf(element, 40)).find((text) => text.length > 1 && text.length <= 30);
  if (named) return named.replace(/^(?:来源|source|quelle)\s*[:：]?\s*/iu, "");
  const [first] = told.sources;
  if (first !== undefined) return site !== null && plain(first).startsWith(`${plain(site)} `) ? site : first;
  return lines.map(({ block }) => creditsOf(block.text)?.source ?? null).find((source) => source !== null) ?? site;
}

const sourceLabel = /(?:文章来源|信息来源|稿件来源|新闻来源|稿源|来源|(?:^|[\s|])(?:source|quelle|fuente))\s*[:：]\s*([^\s|｜【】\[\]()（）]{2,30}(?:\s(?=\p{Script=Latin})[^\s|｜【】\[\]()（）:：]{2,30}){0,3})/iu;
const isOfPicture = (element: PageElement) => closest(element, (one) => /^fig/.test(one.tag) || namesOf(one).some((name) => /^(?:caption|picture|image|photo)$/.test(name))) !== null;
const isNamedSource = (element: PageElement) => namesOf(element).some((name, at, names) => /^(?:source|laiyuan)$/.test(name) || (name === "media" && names[at + 1] === "name"));

function dateOf(marked: Marked, lines: Found[], told: Metadata): string | null {
  if (told.isWiki) return null;
  const times = marked.times.slice(0, 1).map((time) => attributeOf(time, "datetime"));
  const machine = [...told.published, ...times].map(machineDate).filter((date) => date !== null);
  const dates = lines.flatMap(({ block }) => datesIn(block.text));
  const issued = dates.filter(({ isChange }) => !isChange);
  const weak = told.dated.map(machineDate).find((date) => date !== null && issued.some((other) => daysBetween(other.date, date) <= sameIssue));
  const sure = machine[0] ?? weak;
  if (sure === undefined || sure === null) return (issued.find(({ isLabelled }) => isLabelled) ?? issued[0] ?? dates[0])?.date ?? null;
  const same = issued.filter(({ date }) => daysBetween(date, sure) <= sameIssue);
  const printed = same.find(({ date, isLabelled }) => isLabelled && date.includes("T")) ?? same.find(({ date }) => date.includes("T")) ?? same[0];
  return printed?.date ?? issued.find(({ isLabelled }) => isLabelled)?.date ?? sure.slice(0, 10);
}

/** Who wrote it: as printed when that is names and no more, else the names in the page's head or marked in its text. */
function bylineOf(marks: Marked, lines: Found[], body: Found[], told: Metadata, source: string | null): string | null {
  if (told.isWiki) return null;
  const sites = [source ?? "", ...told.sources].map(plain);
  const isOwn = (name: string) => isPersonal(name) && !sites.includes(plain(name));
  const authors = told.authors.map((names) => distinct(names.map(withoutBy).filter(isOwn))).find((names) => names.length > 0) ?? [];
  const printed = lines.map(({ block }) => creditsOf(opened(block.text))?.byline ?? null).find((name) => name !== null && isOwn(name)) ?? labelledIn(lines);
  const inText = printed === null ? markedNames(marks, lines, isOwn) : null;
  if (printed === null && authors.length > 0) return inText !== null && authors.every((author) => inText.includes(author)) && inText.split(", ").every(isBareName) ? inText : authors.join(", ");
  if (printed === null) return inText ?? bareName(lines) ?? reporterIn(body);
  const rest = authors.reduce((text, author) => text.replace(author, ""), printed);
  if (authors.length === 0 || /^[\s,、&/;]*(?:(?:and|und|et|y|with|mit)[\s,、&/;]*)*$/u.test(rest)) return printed;
  const areNamed = authors.filter((author) => plain(printed).includes(plain(author))).length;
  return areNamed > 0 ? authors.join(", ") : printed;
}

/** Nothing but names, on the line before or after the date: "Joan Adeyemi and Peter Brandt". */
function bareName(lines: Found[]): string | null {
  const isDated = (line: Found | undefined) => line !== undefined && datesIn(line.block.text).length > 0 && line.block.text.length < 40;
  const at = lines.findIndex(({ block, linked }, place) => linked < mostLinked && isBareName(block.text) && (isDated(lines[place - 1]) || isDated(lines[place + 1])));
  return lines[at]?.block.text ?? null;
}

/** A line of links is a menu. */
const mostLinked = 0.5;

export const isBareName = (text: string): boolean => text.length <= 80 && bareNames.test(text) && !/^(?:News|Opinion|Press|Home|Politics|World|The|Business|Blog)\b/.test(text);

const bareNames = /^(?:(?:(?:Dr|Prof)\.\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|van|von|der|den|la|al|el)){1,3}(?:,\s|\s(?:and|und|et|y|&)\s|$))+$|^\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,4}){0,3}$/u;

/** "Eine Analyse von Jule Hartwig", "Opinion by Jane Roe": a byline after the kind of text it is. */
const opened = (line: string) => line.replace(/^(?:(?:ein(?:e|en)?\s)?(?:\p{Lu}\p{Ll}+)(?=\svon\s\p{Lu})|(?:written|posted|reported|reporting|story|opinion|analysis|review|interview|words|commentary|column)(?=\sby\s\p{Lu}))\s/iu, "");

/** The names in elements marked as the author's, near the title or anywhere. */
function markedNames({ authors }: Marked, lines: Found[], isOwn: (name: string) => boolean): string | null {
  const near = authors.filter((element) => lines.some((line) => isWithin(line.element, element) || isWithin(element, line.element)));
  const linked = lines.flatMap(({ element }) => elementsIn(element, (one) => one.tag === "a" && authorAddress.test(attributeOf(one, "href"))));
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

const withoutBy = (text: string) => text.replace(/^(?:by|von|par|por|di|door|av|text|words|written by|ein[e]? \p{L}+ von|作者|文|记者)(?:\s*[:：|｜/]\s*|\s+)/iu, "").replace(/[\s,;|·:：]+$/u, "").trim();

/** Names of people: no address, no office, no sentence. */
function isPersonal(name: string): boolean {
  if (/^[a-z\d._-]+$|(?:correspondent|reporter|editor|writer|columnist|korrespondent(?:in)?|redakteur(?:in)?)$/iu.test(name) && !/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  return name.length >= 2 && name.length <= 120 && /\p{L}/u.test(name) && !/https?:|@|\d{3}|[()]|[.!?。]\s*$/u.test(name.replace(/\b(?:Jr|Sr|Dr|\p{L})\.$/u, "")) && !/(?:网|报|社|台|频道|新闻|编辑部|局|厅|委员会|中心|公司|在线|日报|晚报)$|^(?:\p{L}+[-\s]?redaktion|[\p{L}\d-]+\.(?:com|de|org|net|lt|at|ch|fr|cn|tv)|admin|administrator|editor|editors|staff|redaktion|redaction|web ?editor|root|user|webmaster|编辑|管理员|小编|author|autor|unknown|null|share|follow|comments?)$/iu.test(name);
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
