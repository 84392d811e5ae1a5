import { breaksWithoutSpace, onOneLine } from "./characters";
import { creditsOf } from "./credits";
import { enumeratorOf, partOf } from "./enumerators";
import { isFurniture } from "./furniture";
import { endsAsSentence } from "./sentence-like";

/** A paragraph of a paste on one line; `quoted`: its lines began with ">"; `printed`: a single line as it stood, with its gaps. */
export type PastedParagraph = { text: string; quoted: boolean; printed: string };

type Line = { text: string; quoted: boolean; isNearTop: boolean };

/** Author and date stand among a page's first lines; further down a wrapped line may look like one, and asking is slow. */
const linesNearTop = 30;

/** Nobody wraps lines by hand wider than this; a chunk with a longer one has a paragraph on each line. */
const widestWrap = 160;

/** People wrap raggedly: a line counts as full from this part of the widest on. */
const fullFrom = 0.7;

/** Where paragraphs are not parted by blank lines, a line must have this many code units to be continued by the next. */
const shortestWrap = 30;

/**
 * The paragraphs of a pasted text. Blank lines part them; lines within are joined as they were wrapped, and kept apart
 * where a list item, a credit or a button stands on a line of its own. A text without blank lines has one on each line.
 */
export function paragraphsOf(text: string): PastedParagraph[] {
  const lines = text.trim().split("\n").map((line, at) => unquoted(line, at < linesNearTop));
  const chunks = chunksOf(lines);
  const isParted = chunks.length > 1;
  return chunks.flatMap((chunk) => joined(chunk, isParted)).filter(({ text }) => text !== "");
}

function unquoted(line: string, isNearTop: boolean): Line {
  const quote = /^\s*>[>\s]*/.exec(line);
  return { text: line.slice(quote?.[0].length ?? 0), quoted: quote !== null, isNearTop };
}

/** Lines with no blank one between them, quoted and other lines apart. */
function chunksOf(lines: Line[]): Line[][] {
  const chunks: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.text.trim() === "") open = null;
    else if (open && open[0]?.quoted === line.quoted) open.push(line);
    else chunks.push((open = [line]));
  }
  return chunks;
}

function joined(chunk: Line[], isParted: boolean): PastedParagraph[] {
  const width = chunk.reduce((widest, { text }) => Math.max(widest, text.trim().length), 0);
  const groups: Line[][] = [];
  let before: Line | null = null;
  for (const line of chunk) {
    if (before && continues(before, line, width, isParted)) groups.at(-1)?.push(line);
    else groups.push([line]);
    before = line;
  }
  return groups.map((group) => ({
    text: onOneLine(joinedLines(group.map(({ text }) => text.trim()))),
    quoted: group[0]?.quoted ?? false,
    printed: group.length === 1 ? (group[0]?.text.trim() ?? "") : "",
  }));
}

/** Whether a line goes on with the sentence, or the paragraph, of the line before. */
function continues(before: Line, next: Line, width: number, isParted: boolean): boolean {
  const [last, first] = [before.text.trim(), next.text.trim()];
  if (standsAlone(before) || standsAlone(next) || startsAnew(last, first)) return false;
  if (/^\p{Ll}/u.test(first) && !/[.!?:]["'”’)]*$/u.test(last)) return isParted || last.length >= shortestWrap;
  if (!isParted || width > widestWrap || indentOf(next) > indentOf(before) || /^　/u.test(next.text)) return false;
  const firstWord = breaksWithoutSpace(last.slice(-1), first.slice(0, 1)) ? 1 : first.search(/\s|$/);
  return last.length + 1 + firstWord > width * fullFrom;
}

const standsAlone = ({ text, isNearTop }: Line) => isFurniture(text) || (isNearTop && creditsOf(text.trim()) !== null);

/** A bullet begins an item wherever it stands; "3." or "Article 5" may also be a wrapped line's first words. */
function startsAnew(last: string, first: string): boolean {
  const enumerator = enumeratorOf(first);
  if (enumerator && !enumerator.isLabel) return true;
  if (!enumerator && partOf(first) === null) return false;
  return endsAsSentence(last) || enumeratorOf(last) !== null || partOf(last) !== null || /(?:\b(?:and|or|und|oder)|[和或及])$/u.test(last);
}

const indentOf = ({ text }: Line) => text.length - text.trimStart().length;

/** A hyphen at a line's end is kept, since only a dictionary knows which are the word's own, but the word is not parted. */
function joinedLines(lines: string[]): string {
  const parts: string[] = [];
  let last = "";
  for (const line of lines) {
    const isOneWord = /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(line) && !/^(?:and|or|und|oder|bzw)\b/.test(line);
    if (last !== "" && !isOneWord && !breaksWithoutSpace(last.slice(-1), line.slice(0, 1))) parts.push(" ");
    parts.push(line);
    last = line;
  }
  return parts.join("");
}
