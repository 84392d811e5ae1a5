import { legible } from "./characters";
import type { BlockDraft, Draft } from "./draft";
import { bodyOf } from "./html-body";
import { markedIn } from "./html-byline";
import { creditsIn } from "./html-credits";
import { attributeOf, closest, firstIn, isWithin, textOf } from "./html-elements";
import { leaveArticle } from "./html-furniture";
import type { Found } from "./html-found";
import { headLines, isHeadLine, standfirstIn, textFrom } from "./html-head";
import { languageOf } from "./html-language";
import { mainOf } from "./html-main";
import { measured } from "./html-measure";
import { metadataOf } from "./html-metadata";
import { notesIn } from "./html-notes";
import { isInTitle, siteIn, titleOf } from "./html-title";
import { type PageElement, type PageRefusal, treeOf } from "./html-tree";
import { leaveVisible } from "./html-visible";
import { blocksIn, linesIn } from "./html-walk";
import { isProse } from "./sentence-like";

/** "no-article": nothing on the page is a sentence of its own, as on a front page, a search, a login or an application's shell. */
export type HtmlRefusal = PageRefusal | { refused: "no-article" };

/** The article in a web page. `address`: the page's, to make its links and pictures absolute; null when unknown. */
export function draftOfHtml(html: string, address: string | null): Draft | HtmlRefusal {
  const page = treeOf(html);
  if ("refused" in page) return page;
  const told = metadataOf(page, address ?? savedFrom(html));
  const ownLanguage = attributeOf(firstIn(page, ({ tag }) => tag === "html") ?? page, "lang") || told.language;
  leaveVisible(page);
  const lines = linesIn(page);
  const title = titleOf(page, told, lines);
  const marked = markedIn(page);
  const left = leaveArticle(page, measured(page));
  const main = (told.isWiki ? wikiText(page) : null) ?? mainOf(page, title.element);
  if (!main) return { refused: "no-article" };
  const root = aroundTitle(main, title.element);
  const all = blocksIn(root, told.address, notesIn(page, told.address));
  const found = all.slice(all.findLastIndex((one) => isInTitle(one, title)) + 1);
  const start = textFrom(found, main);
  const standfirst = standfirstIn(found, start, main, told.description);
  const inText = found.filter((one, at) => !(at <= start + 1 && isHeadLine(one, found[at - 1], found[at + 1])) && isOfText(one, main));
  const { kept, dropped } = bodyOf(inText, { title: title.text, standfirst, isWiki: told.isWiki });
  const texts = kept.map(({ block }) => block.text);
  if (!texts.some(isProse) && measured(main)(main).prose < leastProse) return { refused: "no-article" };
  const beside = left.filter((element) => isWithin(element, root)).map((element) => textOf(element, longestDropped));
  return {
    ...creditsIn(marked, headLines(lines, title, found[start]?.block.text ?? ""), kept, told, siteIn(told.pageTitle, title.text)),
    title: title.text === "" ? null : legible(title.text),
    standfirst,
    language: languageOf(ownLanguage, texts),
    blocks: inOrder(kept.map(({ block }) => block)),
    dropped: [...beside, ...dropped].filter((text) => text !== "").slice(0, mostDropped).map((text) => text.slice(0, longestDropped)),
  };
}

/** Browsers that save a page, and tools that do, note above it where it was. */
function savedFrom(html: string): string | null {
  const [, url] = /<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S{1,2000})/.exec(html.slice(0, longestNote)) ?? [];
  return url !== undefined && URL.canParse(url) ? url : null;
}
const longestNote = 5000;

/** A text without one full stop, a poem or an old blog's, is an article from this length on, in code units. */
const leastProse = 200;

/** Of what was left out the editor sees the beginnings, in code units, and no more than can be looked through. */
const longestDropped = 300;
const mostDropped = 200;

/** Lists and tables are a wiki's articles, too, and all of them stand in one element. */
const wikiText = (page: PageElement) => firstIn(page, (element) => attributeOf(element, "class").split(/\s+/).includes("mw-parser-output"));

/** The element around both the text and its title. */
function aroundTitle(main: PageElement, title: PageElement | null): PageElement {
  return (title && closest(main, (element) => isWithin(title, element))) ?? main;
}

/** Between title and text only pictures and their captions are the article's. */
const isOfText = ({ element, block }: Found, main: PageElement) =>
  isWithin(element, main) || block.kind === "figure" || closest(element, ({ tag }) => tag === "figcaption" || tag === "figure") !== null;

/** Notes last, and the levels of headings counted from the article's largest. */
export function inOrder(blocks: BlockDraft[]): BlockDraft[] {
  const levels = blocks.flatMap(({ shape }) => shape.level ?? []);
  const largest = levels.reduce((least, level) => Math.min(least, level), 6);
  const levelled = blocks.map((block) => (block.shape.level === undefined ? block : { ...block, shape: { ...block.shape, level: block.shape.level - largest + 1 } }));
  return [...levelled.filter(({ kind }) => kind !== "footnote"), ...levelled.filter(({ kind }) => kind === "footnote")];
}
