import type { Draft, BlockDraft } from "./draft";
import { type Credits, creditsOf, noCredits, withCredits } from "./credits";
import { type FrontMatterRefusal, frontMatterOf } from "./front-matter";
import { blocksOfTokens } from "./markdown-blocks";
import { type MarkdownRefusal, tokensOf } from "./markdown-tokens";
import { mayBeTitle } from "./sentence-like";

/** A cover picture or a motto may stand above the title; a heading further down is a section's. */
const titleWithin = 3;

/** Author, date and source below a title take a paragraph each at most, and a second date. */
const creditParagraphs = 4;

/** The article in a Markdown text; `text` legible, see characters. */
export function draftOfMarkdown(text: string): Draft | FrontMatterRefusal | MarkdownRefusal {
  const front = frontMatterOf(text);
  if ("refused" in front) return front;
  const tokens = tokensOf(front.body);
  if ("refused" in tokens) return tokens.refused === "nested-too-deep" ? { ...tokens, line: tokens.line + front.lines } : tokens;
  const { blocks, dropped } = blocksOfTokens(tokens);
  const at = titleAt(blocks, front.fields.title);
  const title = front.fields.title ?? blocks[at]?.text ?? null;
  const base = blocks[at]?.shape.level ?? shallowest(blocks) - 1;
  const body = at < 0 ? blocks : blocks.filter((_, index) => index !== at);
  const below = creditsBelow(body, Math.max(at, 0));
  const { byline, date, source, standfirst, language } = front.fields;
  const told: Credits = { byline: byline ?? null, date: date ?? null, source: source ?? null };
  return {
    ...withCredits(told, below.credits),
    title,
    standfirst: standfirst ?? null,
    language: language ?? null,
    blocks: below.rest.map((block) => relativeTo(base, block)),
    dropped: [...dropped, ...below.dropped],
  };
}

/** Which block is the title's and not the body's: -1 for none. */
function titleAt(blocks: BlockDraft[], told: string | undefined): number {
  const near = blocks.slice(0, titleWithin);
  const isHeading = ({ kind }: BlockDraft) => kind === "heading";
  if (told !== undefined) return near.findIndex((block) => isHeading(block) && block.text === told);
  const first = near.findIndex((block) => isHeading(block) && block.shape.level === 1);
  if (first >= 0) return first;
  if (blocks.some(isHeading)) return near.findIndex(isHeading);
  const [top] = blocks;
  return blocks.length > 1 && top?.kind === "paragraph" && mayBeTitle(top.text) && !creditsOf(top.text) ? 0 : -1;
}

function creditsBelow(blocks: BlockDraft[], from: number): { credits: Credits; rest: BlockDraft[]; dropped: string[] } {
  let credits = noCredits;
  const dropped: string[] = [];
  let to = from;
  for (const { kind, text } of blocks.slice(from, from + creditParagraphs)) {
    const found = kind === "paragraph" ? creditsOf(text) : null;
    if (!found) break;
    if (found.byline === null && found.date === null && found.source === null) dropped.push(text);
    credits = withCredits(credits, found);
    to += 1;
  }
  return { credits, rest: [...blocks.slice(0, from), ...blocks.slice(to)], dropped };
}

/** The level of the largest heading; 1 without headings. */
function shallowest(blocks: BlockDraft[]): number {
  const levels = blocks.flatMap(({ shape }) => shape.level ?? []);
  return levels.reduce((least, level) => Math.min(least, level), levels[0] ?? 1);
}

function relativeTo(base: number, block: BlockDraft): BlockDraft {
  const { level } = block.shape;
  return level === undefined ? block : { ...block, shape: { ...block.shape, level: Math.min(6, Math.max(1, level - base)) } };
}
