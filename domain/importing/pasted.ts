import { creditsOf, type Credits, withCredits } from "./credits";
import type { Draft } from "./draft";
import { announcesLinks, isFurniture, reservesRights } from "./furniture";
import { blocksOf } from "./pasted-body";
import { headOf, repeats, titleRepeatedWithin } from "./pasted-head";
import { paragraphsOf, type PastedParagraph } from "./pasted-paragraphs";
import { isProse } from "./sentence-like";

/** How many paragraphs at the end may be the page's rather than the article's: owner's rights, source, editor. */
const pageEnd = 8;

/** The article in a text as pasted from a web page; `text` legible, see characters. */
export function draftOfPaste(text: string): Draft {
  const paragraphs = paragraphsOf(text);
  const head = headOf(paragraphs);
  const { kept, dropped, credits } = withoutFurniture(paragraphs.slice(head.bodyFrom), head.title, head);
  const { title, standfirst } = head;
  return { ...credits, title, standfirst, language: null, blocks: blocksOf(kept), dropped: [...head.dropped, ...dropped] };
}

function withoutFurniture(body: PastedParagraph[], title: string | null, head: Credits) {
  const lastProse = body.findLastIndex(({ text }) => isProse(text) && !reservesRights(text));
  const links = body.findIndex(({ text, quoted }, at) => at > lastProse && !quoted && announcesLinks(text));
  const kept: PastedParagraph[] = [];
  const dropped: string[] = [];
  let credits: Credits = { byline: head.byline, date: head.date, source: head.source };
  for (const [at, paragraph] of body.entries()) {
    const { text, quoted } = paragraph;
    const isNearEnd = at >= body.length - pageEnd;
    const isTitle = title !== null && (at < titleRepeatedWithin || isNearEnd) && repeats(title, paragraph);
    const closing = isNearEnd && at > lastProse && !quoted ? closingCredits(text) : null;
    if (links >= 0 && at >= links) dropped.push(text);
    else if (!quoted && (isTitle || isFurniture(text) || announcesLinks(text) || (isNearEnd && reservesRights(text)))) dropped.push(text);
    else if (closing) credits = withCredits(credits, closing);
    else kept.push(paragraph);
  }
  return { kept, dropped, credits };
}

/** Author and source may be told at the end; a date there is an official text's own, under its signature. */
function closingCredits(text: string): Credits | null {
  const credits = creditsOf(text);
  return credits && credits.date === null && (credits.byline !== null || credits.source !== null) ? credits : null;
}
