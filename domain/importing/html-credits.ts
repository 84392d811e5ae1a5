import { type Credits, creditsOf, noCredits, withCredits } from "./credits";
import { daysBetween, datesIn, isTimeOfIssue, machineDate } from "./html-dates";
import { attributeOf, elementsIn, namesOf, textOf } from "./html-elements";
import type { Metadata } from "./html-metadata";
import { plain } from "./html-title";
import type { PageElement } from "./html-tree";
import type { Found } from "./html-walk";

/** A line about the article is short; a longer one with a date is prose. */
const longestLine = 160;

/** Time zones shift a date by a day; more apart, the printed date is another's. */
const sameIssue = 1;

/** Author, date and source of an article, from the lines around its title (`head`) and what the page's head says. */
export function creditsIn(page: PageElement, head: Found[], body: Found[], told: Metadata): Credits {
  const lines = head.filter(({ block }) => block.text.length <= longestLine);
  const printed = lines.map(({ block }) => creditsOf(block.text)).filter((credits) => credits !== null).reduce(withCredits, noCredits);
  const source = printed.source ?? told.sources[0] ?? null;
  return { byline: bylineOf(page, lines, body, printed.byline, told, source), date: dateOf(page, lines, told), source };
}

function dateOf(page: PageElement, lines: Found[], told: Metadata): string | null {
  if (told.isWiki) return null;
  const machine = [...told.published.map(machineDate), ...elementsIn(page, isTimeOfIssue).slice(0, 1).map((time) => machineDate(attributeOf(time, "datetime")))].filter((date) => date !== null);
  const dates = lines.flatMap(({ block }) => datesIn(block.text));
  const issued = dates.filter(({ isChange }) => !isChange);
  const [sure] = machine;
  if (sure === undefined) return (issued.find(({ isLabelled }) => isLabelled) ?? issued[0] ?? dates[0])?.date ?? null;
  const same = issued.filter(({ date }) => daysBetween(date, sure) <= sameIssue);
  const timed = same.find(({ date, isLabelled }) => isLabelled && date.includes("T")) ?? same.find(({ date }) => date.includes("T")) ?? same[0];
  return timed?.date ?? issued.find(({ isLabelled }) => isLabelled)?.date ?? sure.slice(0, 10);
}

/** Who wrote it, as printed when that is names and no more; else the names in the page's head. */
function bylineOf(page: PageElement, lines: Found[], body: Found[], printed: string | null, told: Metadata, source: string | null): string | null {
  if (told.isWiki) return null;
  const isPerson = (name: string) => isPersonal(name) && ![source ?? "", ...told.sources].some((site) => plain(site) === plain(name));
  const authors = told.authors.map(withoutBy).filter(isPerson);
  const marked = [...new Set(elementsIn(page, isAuthor).map((element) => withoutBy(textOf(element, longestLine))))].filter((name) => isPerson(name) && name.length < 80);
  const named = printed !== null && isPerson(printed) ? printed : null;
  if (authors.length > 0) return named !== null && authors.every((author) => named.includes(author)) ? named : authors.join(", ");
  return named ?? labelledIn(lines) ?? (marked.length > 0 ? marked.slice(0, 5).join(", ") : reporterIn(body));
}

function isAuthor(element: PageElement): boolean {
  if (attributeOf(element, "rel").split(/\s+/).includes("author")) return true;
  if (attributeOf(element, "itemprop") === "author") return elementsIn(element, (one) => one !== element && attributeOf(one, "itemprop") === "name").length === 0;
  return namesOf(element).some((name) => name === "author" || name === "byline" || name === "autor") && element.children.length <= 3 && textOf(element, 80).length < 80 && !elementsIn(element, (one) => one !== element && isMarkedByName(one)).length;
}

const isMarkedByName = (element: PageElement) => attributeOf(element, "rel") === "author" || namesOf(element).some((name) => name === "author" || name === "byline" || name === "autor");

const withoutBy = (text: string) => text.replace(/^(?:by|von|par|por|di|door|av|text|words|written by|ein[e]? \p{L}+ von|作者|文|记者)(?:\s*[:：|｜/]\s*|\s+)/iu, "").replace(/[\s,;|·:：]+$/u, "").trim();

/** Names of people: no address, no office, no sentence. */
function isPersonal(name: string): boolean {
  return name.length >= 2 && name.length <= 120 && /\p{L}/u.test(name) && !/https?:|@|\d{3}|[.!?。]\s*$/u.test(name.replace(/\b(?:Jr|Sr|Dr|\p{L})\.$/u, "")) && !/^(?:admin|administrator|editor|editors|staff|redaktion|redaction|web ?editor|root|user|webmaster|编辑|管理员|小编|author|autor|unknown|null|share|follow)$/iu.test(name);
}

/** "文｜财观 沈若溪": the last of the words after the label is the name. */
function labelledIn(lines: Found[]): string | null {
  for (const { block } of lines) {
    const found = /(?:^|\s)(?:文|撰文|记者|作者)\s*[|｜/／:：]\s*(?:\p{Script=Han}{2,6}\s+)?(\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,4})*)/u.exec(block.text)?.[1];
    if (found) return found;
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
