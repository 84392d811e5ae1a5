import { creditsOf } from "./credits";
import { partOf } from "./enumerators";
import { announcesLinks, isFurniture, reservesRights } from "./furniture";
import { announcesMore, asksReaders, isMoment } from "./html-appeals";
import { withCaptions } from "./html-captions";
import { datesIn } from "./html-dates";
import { closestOf, isWithin, namesOf } from "./html-elements";
import { withoutRepeats } from "./html-repeats";
import { shaped } from "./html-shapes";
import { plain } from "./html-title";
import type { PageElement } from "./html-tree";
import type { Found } from "./html-found";
import { isProse } from "./sentence-like";

/** What is known of the article before its blocks are looked at. */
export type Known = { title: string; standfirst: string | null; isWiki: boolean };

/** A paragraph with less of its own than this is links to other pages. */
const mostLinked = 0.8;

/** So near an article's end stand its page's lines: editor, rights, author. */
const pageEnd = 6;

const isLinks = ({ linked }: Found) => linked >= mostLinked;

/** The article's blocks of those found in its part of the page, and the texts of what was left out. */
export function bodyOf(found: Found[], known: Known): { kept: Found[]; dropped: string[] } {
  const dropped: string[] = [];
  const drop = ({ block }: Found) => void (block.text !== "" && dropped.push(block.text));
  const all = withCaptions(found);
  const surroundings = new Surroundings(all, known);
  const isLeft = all.map((one, at) => surroundings.isBeside(one, at));
  const kept = all.filter((one, at) => {
    // A heading right above links that were left out was theirs.
    const isOfLinks = one.block.kind === "heading" && isLeft[at + 1] === true && all.slice(at + 1, at + 2).some(isLinks);
    if (isLeft[at] || isOfLinks) drop(one);
    return !isLeft[at] && !isOfLinks;
  });
  return { kept: shaped(withoutBareHeadings(withoutRepeats(kept, drop), drop)), dropped };
}

/** What the blocks around one tell of it. */
class Surroundings {
  private readonly lastProse: number;
  private readonly longestItems = new Map<PageElement | null, number>();
  private readonly speakers = new Map<string, number>();
  private readonly linksHeadings: boolean;
  private readonly textEnd: number;

  constructor(
    private readonly all: Found[],
    private readonly known: Known,
  ) {
    this.lastProse = all.findLastIndex((one) => isProse(one.block.text) && !isLinks(one) && !reservesRights(one.block.text));
    for (const one of all) {
      if (one.block.kind === "list-item") this.longestItems.set(listOf(one), Math.max(one.block.text.length, this.longestItems.get(listOf(one)) ?? 0));
      if (mayBeSpeaker(one)) this.speakers.set(signatureOf(one), (this.speakers.get(signatureOf(one)) ?? 0) + 1);
    }
    this.textEnd = endOfText(all);
    const headings = all.filter(({ block }) => block.kind === "heading");
    // Some sites link every heading to the page of its part; otherwise a linked one is another article's.
    this.linksHeadings = headings.length > 2 && headings.filter(isLinks).length > headings.length * mostLinked;
  }

  /** Whether a block is of the page and not of the article. */
  isBeside(one: Found, at: number): boolean {
    const { text, kind, shape } = one.block;
    const isNearEnd = at >= this.all.length - pageEnd;
    if (kind === "figure") return text === "" && shape.image === undefined;
    if (kind === "table-row" || kind === "footnote") return false;
    if (this.isKnown(text) || at > this.textEnd) return true;
    if (isFurniture(text) || announcesLinks(text) || asksReaders(text) || (isNearEnd && reservesRights(text)) || (!this.known.isWiki && announcesMore(text))) return true;
    if (kind === "heading") return isLinks(one) && partOf(text) === null && !this.linksHeadings;
    if (one.jumps >= mostLinked) return true;
    if (isLinks(one)) return !(this.known.isWiki && this.isTerm(one)) && !this.isSpeaker(one, at);
    if (isMoment(text)) return !isNearEnd || datesIn(text).length === 0;
    const credits = at > this.lastProse && isNearEnd ? creditsOf(text) : null;
    return credits !== null && credits.date === null;
  }

  private isKnown(text: string): boolean {
    const words = plain(text);
    return words === "" || words === plain(this.known.title) || (this.known.standfirst !== null && words === plain(this.known.standfirst));
  }

  /** Lists of terms ("See also") lead to other pages by their nature. */
  private isTerm(one: Found): boolean {
    return one.block.kind === "list-item" && (this.longestItems.get(listOf(one)) ?? 0) <= longestTerm;
  }

  /** Records of debates link each speaker's name above the speech: short, again and again, with prose below. */
  private isSpeaker(one: Found, at: number): boolean {
    const below = this.all.slice(at + 1, at + 3).find((other) => !isLinks(other));
    return mayBeSpeaker(one) && (this.speakers.get(signatureOf(one)) ?? 0) > 1 && below !== undefined && isProse(below.block.text);
  }
}

/** An element that holds so much of the prose, side by side, is what the text is written in. */
const mostOfText = 0.7;

/** The last block in the element that holds the text; what comes after it, outside, is a box's. The last of all where texts are in many. */
function endOfText(all: Found[]): number {
  const prose = new Map<PageElement | null, number>();
  let sum = 0;
  for (const one of all) {
    if (!isProse(one.block.text) || isLinks(one)) continue;
    sum += one.block.text.length;
    prose.set(one.element.parent, (prose.get(one.element.parent) ?? 0) + one.block.text.length);
  }
  const [holder, most] = [...prose].reduce<[PageElement | null, number]>((best, next) => (next[1] > best[1] ? next : best), [null, 0]);
  if (holder === null || most < sum * mostOfText) return all.length - 1;
  return all.findLastIndex(({ element }) => isWithin(element, holder));
}

const longestTerm = 60;
const longestSpeaker = 40;

const listAround = closestOf(({ tag }) => tag === "ul" || tag === "ol");
const listOf = ({ element }: Found) => listAround(element);
const signatureOf = ({ element }: Found) => namesOf(element).join("-");
const mayBeSpeaker = (one: Found) => one.block.kind === "paragraph" && isLinks(one) && one.block.text.length <= longestSpeaker;

/** A heading with nothing below it was a box's. */
function withoutBareHeadings(found: Found[], drop: (one: Found) => void): Found[] {
  const last = found.findLastIndex(({ block }) => block.kind !== "heading");
  return found.filter((one, at) => {
    const isBare = at > last && partOf(one.block.text) === null;
    if (isBare) drop(one);
    return !isBare;
  });
}
