import type { Draft } from "./draft";
import { bodyOf } from "./html-body";
import { creditsIn } from "./html-credits";
import { creditsOf } from "./credits";
import { attributeOf, closest, elementsIn, firstIn, isWithin, namesOf, textOf } from "./html-elements";
import { leaveArticle } from "./html-furniture";
import { languageOf } from "./html-language";
import { mainOf } from "./html-main";
import { measured } from "./html-measure";
import { metadataOf } from "./html-metadata";
import { notesIn } from "./html-notes";
import { isInTitle, siteIn, titleOf } from "./html-title";
import { type PageElement, type PageRefusal, treeOf } from "./html-tree";
import { leaveVisible } from "./html-visible";
import { blocksIn, type Found, linesIn } from "./html-walk";
import { datesIn } from "./html-dates";
import { plain } from "./html-title";
import { isProse } from "./sentence-like";

/** The article in a web page. `address`: the page's, to make its links and pictures absolute; null when unknown. */
export function draftOfHtml(html: string, address: string | null): Draft | PageRefusal | { refused: "no-article" } {
  const page = treeOf(html);
  if ("refused" in page) return page;
  const told = metadataOf(page, address);
  const lang = attributeOf(firstIn(page, ({ tag }) => tag === "html") ?? page, "lang");
  leaveVisible(page);
  const lines = linesIn(page);
  const title = titleOf(page, told, lines);
  const titleAt = lines.findIndex((line) => isInTitle(line, title));
  const whole = measured(page);
  const prose = whole(page).prose;
  const left = leaveArticle(page, (element) => (prose === 0 ? 0 : whole(element).prose / prose));
  const main = mainOf(page, title.element);
  if (!main) return { refused: "no-article" };
  const notes = notesIn(page, told.address);
  const root = aroundTitle(main, title.element);
  const all = blocksIn(root, told.address, notes);
  const from = all.findLastIndex((line) => isInTitle(line, title)) + 1;
  const inMain = all.slice(from);
  const firstProse = inMain.findIndex(({ block, element }) => isProse(block.text) && isWithin(element, main) && creditsOf(block.text) === null && !isStandfirst({ block, element }));
  const start = firstProse < 0 ? 0 : firstProse;
  const bodyStart = lines.findIndex(({ block }) => block.text === inMain[start]?.block.text);
  const head = lines.slice(titleAt < 0 ? 0 : Math.max(0, titleAt - linesAboveTitle), Math.max(bodyStart, titleAt + 1) + linesBelowStart).filter((line) => !isInTitle(line, title)).slice(-40);
  const standfirst = standfirstOf(inMain.slice(0, start + 1), main, told.description);
  const body = inMain.filter((one, at) => isWithin(one.element, main) || one.block.kind === "figure" || isCaptionLike(one));
  const withoutHead = body.filter((one) => !isHeadLine(one, inMain.indexOf(one) <= start));
  const { kept, dropped } = bodyOf(withoutHead, title.text, standfirst);
  if (!kept.some(({ block }) => isProse(block.text))) return { refused: "no-article" };
  const credits = creditsIn(page, head, kept, told, siteIn(told.pageTitle, title.text));
  const levels = kept.flatMap(({ block }) => block.shape.level ?? []);
  const base = Math.min(...levels, 6) - 1;
  const blocks = kept.map(({ block }) => (block.shape.level === undefined ? block : { ...block, shape: { ...block.shape, level: block.shape.level - base } }));
  const ordered = [...blocks.filter(({ kind }) => kind !== "footnote"), ...blocks.filter(({ kind }) => kind === "footnote")];
  return {
    ...credits,
    title: title.text === "" ? null : title.text,
    standfirst,
    language: languageOf(lang || told.language, kept.map(({ block }) => block.text)),
    blocks: ordered,
    dropped: [...left.filter((element) => isWithin(element, root)).map((element) => textOf(element, longestDropped)), ...dropped].filter((text) => text !== "").map((text) => text.slice(0, longestDropped)).slice(0, mostDropped),
  };
}

const linesAboveTitle = 8;
/** Around a date stand words for its day, month and what it is the date of. */
const mostBesideDate = 40;
const linesBelowStart = 4;
const longestDropped = 300;
const mostDropped = 200;

/** The element around both the text and its title. */
function aroundTitle(main: PageElement, title: PageElement | null): PageElement {
  if (!title) return main;
  return closest(main, (element) => isWithin(title, element)) ?? main;
}

const isStandfirst = ({ element }: Pick<Found, "element" | "block">) => closest(element, (one) => one.tag !== "body" && namesOf(one).some((name) => /^(?:standfirst|summary|subtitle|subhead|dek|deck|lead|lede|intro|teaser|vorspann|excerpt|abstract|chapo|sottotitolo|entradilla|kicker|description|sapo|zhaiyao|daodu)$/.test(name))) !== null;

function standfirstOf(head: Found[], main: PageElement, description: string | null): string | null {
  const found = head.find((one) => (one.block.kind === "paragraph" || one.block.kind === "heading") && isStandfirst(one) && one.block.text.length <= 600 && creditsOf(one.block.text) === null);
  if (found) return found.block.text;
  const told = head.find(({ block, element }) => description !== null && plain(block.text) === plain(description) && !isWithin(element, main));
  return told?.block.text ?? null;
}

const isCaptionLike = ({ element }: Found) => closest(element, ({ tag }) => tag === "figcaption" || tag === "figure") !== null;

function isHeadLine({ block, element }: Found, isAbove: boolean): boolean {
  if (!isAbove || block.kind === "figure") return false;
  if (creditsOf(block.text) !== null) return true;
  if (datesIn(block.text).length > 0 && !isProse(block.text) && block.text.replace(/[\d\s\p{P}]/gu, "").length <= mostBesideDate && !/datum|成文/iu.test(block.text)) return true;
  return !isProse(block.text) && closest(element, (one) => one.tag !== "body" && namesOf(one).some((name) => /^(?:byline|author|authors|meta|dateline|date|time|info|artinfo|source|pubdate|infos)$/.test(name))) !== null;
}
