import { type Credits, creditsOf, noCredits, withCredits } from "./credits";
import { enumeratorOf, partOf } from "./enumerators";
import { isFurniture } from "./furniture";
import type { PastedParagraph } from "./pasted-paragraphs";
import { isProse, mayBeTitle } from "./sentence-like";

/** What stands above an article's body, and at which paragraph the body begins. */
export type PastedHead = Credits & { title: string | null; standfirst: string | null; dropped: string[]; bodyFrom: number };

/** A standfirst is a sentence or two; the longest of our samples has 260 characters. */
const longestStandfirst = 400;

/** A page prints its title again above the text; a song may repeat it for ever. */
export const titleRepeatedWithin = 12;

/** The name of a paper's section over a title. */
const sectionName = /^(?:opinions?|editorials?|comment|commentary|analysis|news|world|politics|business|letters|评论|观点|社论|时评|新闻|meinung|kommentar|leitartikel)$/iu;

/** The title, credits and standfirst of a paste: its lines down to the first that is none of these. */
export function headOf(paragraphs: PastedParagraph[]): PastedHead {
  let credits = noCredits;
  let isCredited = false;
  let title: string | null = null;
  let standfirst: string | null = null;
  const dropped: string[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const next = paragraphs[at + 1];
    const found = creditsIn(paragraph);
    if (isFurniture(paragraph.text) || isCookieNotice(paragraph, next) || isSectionName(paragraph, next, title)) {
      dropped.push(paragraph.text);
    } else if (found) {
      // A date that may be read two ways is shown to the editor rather than guessed.
      if (found.byline === null && found.date === null && found.source === null) dropped.push(paragraph.text);
      credits = withCredits(credits, found);
      isCredited = true;
    } else if (title === null && opens(paragraph)) {
      title = paragraph.text;
    } else if (title !== null && at < titleRepeatedWithin && repeats(title, paragraph)) {
      dropped.push(paragraph.text);
    } else if (title !== null && standfirst === null && !isCredited && isStandfirst(paragraph, next)) {
      standfirst = paragraph.text;
    } else {
      return { ...credits, title, standfirst, dropped, bodyFrom: at };
    }
  }
  return { ...credits, title, standfirst, dropped, bodyFrom: paragraphs.length };
}

/** Whether a paragraph is the title again, whatever its case and punctuation. */
export function repeats(title: string, { text }: PastedParagraph): boolean {
  const plain = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return text.length < title.length + 20 && plain(text) === plain(title);
}

function creditsIn({ printed, text, quoted }: PastedParagraph): Credits | null {
  return quoted ? null : creditsOf(printed === "" ? text : printed);
}

function opens({ text, quoted }: PastedParagraph): boolean {
  return !quoted && mayBeTitle(text) && partOf(text) === null && enumeratorOf(text)?.isLabel !== false;
}

function isStandfirst({ text, quoted }: PastedParagraph, next: PastedParagraph | undefined): boolean {
  return !quoted && text.length <= longestStandfirst && next !== undefined && creditsIn(next) !== null;
}

function isSectionName({ text }: PastedParagraph, next: PastedParagraph | undefined, title: string | null): boolean {
  return title === null && sectionName.test(text) && next !== undefined && opens(next) && creditsIn(next) === null;
}

/** Prose about cookies is a notice only right above its button; otherwise it may be what the article is about. */
function isCookieNotice({ text }: PastedParagraph, next: PastedParagraph | undefined): boolean {
  return /\bcookies?\b/iu.test(text) && isProse(text) && next !== undefined && /^(?:accept|allow|reject|alle)\b/iu.test(next.text) && isFurniture(next.text);
}
