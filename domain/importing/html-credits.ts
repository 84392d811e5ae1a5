import { type Credits, creditsOf } from "./credits";
import { bylineOf, type Marked, shortElements } from "./html-byline";
import { daysBetween, datesIn, machineDate } from "./html-dates";
import { attributeOf, closestOf, elementsIn, namesOf, textOf } from "./html-elements";
import type { Found } from "./html-found";
import type { Metadata } from "./html-metadata";
import { plain } from "./html-title";
import type { PageElement } from "./html-tree";

/** A line about the article is short; a longer one with a date is prose. */
const longestLine = 160;

/** Time zones shift a date by a day; more apart, the printed date is another's. */
const sameIssue = 1;

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
  const named = shortElements(lines).flatMap((element) => elementsIn(element, isNamedSource)).filter((element) => !isOfPicture(element)).map((element) => textOf(element, 40)).find((text) => text.length > 1 && text.length <= 30);
  if (named) return named.replace(/^(?:来源|source|quelle)\s*[:：]?\s*/iu, "");
  const [first] = told.sources;
  if (first !== undefined) return site !== null && plain(first).startsWith(`${plain(site)} `) ? site : first;
  return lines.map(({ block }) => creditsOf(block.text)?.source ?? null).find((source) => source !== null) ?? site;
}

const sourceLabel = /(?:文章来源|信息来源|稿件来源|新闻来源|稿源|来源|(?:^|[\s|])(?:source|quelle|fuente))\s*[:：]\s*([^\s|｜【】\[\]()（）]{2,30}(?:\s(?=\p{Script=Latin})[^\s|｜【】\[\]()（）:：]{2,30}){0,3})/iu;
const pictureAround = closestOf((one) => /^fig/.test(one.tag) || namesOf(one).some((name) => /^(?:caption|picture|image|photo)$/.test(name)));
const isOfPicture = (element: PageElement) => pictureAround(element) !== null;
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
