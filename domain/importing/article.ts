import type { Block } from "../blocks";
import { decode, type DecodingRefusal } from "./decoding";
import type { Draft } from "./draft";
import type { FrontMatterRefusal } from "./front-matter";
import { draftOfHtml, type HtmlRefusal } from "./html";
import { isHtml } from "./html-signs";
import { guessedLanguage, toldLanguage } from "./language";
import { draftOfMarkdown } from "./markdown";
import { isMarkdown } from "./markdown-signs";
import type { MarkdownRefusal } from "./markdown-tokens";
import { draftOfPaste } from "./pasted";
import { sentencesOf } from "./sentences";

/**
 * An article as read from a file or a paste. `date` is as printed, "2015-12-10" or "2015-12-10T18:13", without a zone;
 * `language` a BCP 47 tag, "zh" for simplified Chinese; `dropped` the page's furniture that was left out, and what could
 * not be read, in order; `encoding` what the bytes were converted from, by the Encoding Standard's name: absent for UTF-8.
 */
export type ImportedArticle = {
  title: string;
  standfirst: string | null;
  byline: string | null;
  date: string | null;
  source: string | null;
  language: string;
  blocks: Block[];
  dropped: string[];
  encoding?: string;
};

/** Why there is no article, as a code and its parameters: the words are the reader's language's. "no-article": a title at most, nothing to comment on; of a page: nothing but links, buttons and forms. */
export type ImportRefusal = DecodingRefusal | FrontMatterRefusal | MarkdownRefusal | HtmlRefusal | { refused: "too-many-lines"; limit: number } | { refused: "no-article" };

/** Ten times our longest statute; a page of more would serve nobody, and every block is a row. */
const mostBlocks = 50_000;

/** In 2 MiB more lines than this are of ten characters or fewer, no prose; each is asked what it is, 6 µs a line. */
const mostLines = 200_000;

/** A title made of a first sentence is cut here, where a headline's two lines end. */
const longestMadeTitle = 120;

/** "detect" takes for a page or for Markdown what plainly is, and for pasted text all else. */
export type TextFormat = "text" | "markdown" | "html" | "detect";

/** Reads an article. `declared`: the encoding that whoever sent the bytes named. */
export function importArticle(bytes: Uint8Array, format: TextFormat, declared: string | null = null): ImportedArticle | ImportRefusal {
  const decoded = decode(bytes, { declared });
  if ("refused" in decoded) return decoded;
  const article = articleOfDraft(draftOfText(decoded.text, format));
  return "refused" in article || decoded.encoding === null ? article : { ...article, encoding: decoded.encoding };
}

/** `text` legible, see characters; `address`: where a page was found, null for nowhere. */
export function draftOfText(text: string, format: TextFormat, address: string | null = null): Draft | ImportRefusal {
  if (format === "html" || (format === "detect" && isHtml(text))) return draftOfHtml(text, address);
  if (text.split("\n", mostLines + 1).length > mostLines) return { refused: "too-many-lines", limit: mostLines };
  const isMarked = format === "markdown" || (format === "detect" && isMarkdown(text));
  return isMarked ? draftOfMarkdown(text) : draftOfPaste(text);
}

/** What every format's draft becomes: its language told or guessed, its sentences cut. `progress`: blocks cut, of so many. */
export function articleOfDraft(draft: Draft | ImportRefusal, progress?: (done: number, total: number) => void): ImportedArticle | ImportRefusal {
  if ("refused" in draft) return draft;
  if (draft.blocks.length === 0) return { refused: "no-article" };
  if (draft.blocks.length > mostBlocks) return { refused: "too-many-blocks", limit: mostBlocks };
  return articleOf(draft, progress);
}

function articleOf({ blocks, ...draft }: Draft, progress?: (done: number, total: number) => void): ImportedArticle {
  const language = (draft.language && toldLanguage(draft.language)) || guessedLanguage(sampleOf(blocks));
  const cut = blocks.map((block, place) => {
    progress?.(place, blocks.length);
    return { ...block, sentences: sentencesOf(block.text, language) };
  });
  return { ...draft, title: draft.title ?? madeTitle(cut), language, blocks: cut };
}

/** Without a title of its own an article has its first heading's, or its first sentence's words; the block stays. */
function madeTitle(blocks: Block[]): string {
  const block = blocks.find(({ kind }) => kind === "heading") ?? blocks[0];
  const points = Array.from(block?.text ?? "");
  const sentence = points.slice(0, block?.sentences[0]?.end);
  if (sentence.length <= longestMadeTitle) return sentence.join("");
  return `${sentence.slice(0, longestMadeTitle - 1).join("").trim()}…`;
}

/** Prose tells a language; captions and headings are names. */
function sampleOf(blocks: { kind: string; text: string }[]): string {
  const prose = blocks.filter(({ kind }) => kind === "paragraph" || kind === "list-item" || kind === "quotation");
  return (prose.length > 0 ? prose : blocks).slice(0, 50).map(({ text }) => text.slice(0, 1000)).join("\n");
}
