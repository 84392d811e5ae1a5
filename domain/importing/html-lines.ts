import { isCjk } from "./characters";
import { enumeratorOf } from "./enumerators";
import { isElement, textOf } from "./html-elements";
import { type Piece, isWords } from "./html-inline";
import type { PageElement } from "./html-tree";
import { paragraphsOf as paragraphsOfPaste } from "./pasted-paragraphs";
import { endsAsSentence, isProse, mayBeHeading } from "./sentence-like";

/** Verses and addresses break lines, too; lines this long on average, in words' characters and in Chinese, are paragraphs. */
const averageParagraph = 80;
const averageCjkParagraph = 30;

/** A sentence ends within so many lines. */
const linesOfSentence = 5;

/** So many of the lines must end as sentences do. */
const mostEndWell = 0.6;

/** The paragraphs of a run of pieces whose lines are broken by hand, each without the breaks between. */
export function paragraphsOf(pieces: Piece[]): Piece[][] {
  const paragraphs: Piece[][][] = [[]];
  for (const [at, line] of linesOf(pieces).entries()) {
    if (isBlank(line)) paragraphs.push([]);
    else if (at > 0 && isIndented(line)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0).flatMap(partedLines);
}

/** The pieces of each line. */
export function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === "line") lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

/** Lines without a blank one between them: paragraphs each, or parts that were broken into them. */
function partedLines(lines: Piece[][]): Piece[][] {
  if (lines.length < 2) return lines;
  const texts = lines.map(wordsOf);
  if (areParagraphs(texts)) return lines;
  const labels = texts.map((text) => enumeratorOf(text)?.style);
  const counts = new Map<string | undefined, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const isAboveProse = (at: number) => isProse(texts.slice(at, at + linesOfSentence).join(" "));
  const parts: Piece[][] = [];
  for (const [at, line] of lines.entries()) {
    const label = labels[at];
    const isHeading = isAllStrong(line) && mayBeHeading(texts[at] ?? "") && isAboveProse(at + 1);
    const isItem = label !== undefined && (counts.get(label) ?? 0) > 1;
    const before = lines[at - 1];
    const last = parts.at(-1);
    const followsHeading = before !== undefined && isAllStrong(before) && last?.length === before.length && mayBeHeading(texts[at - 1] ?? "") && isAboveProse(at);
    if (!last || isHeading || isItem || followsHeading) parts.push([...line]);
    else last.push("line", ...line);
  }
  return parts;
}

function areParagraphs(texts: string[]): boolean {
  const average = texts.join("").length / texts.length;
  return average >= (isCjk(texts[0] ?? "") ? averageCjkParagraph : averageParagraph) && texts.filter(endsAsSentence).length >= texts.length * mostEndWell;
}

export function isAllStrong(pieces: Piece[]): boolean {
  const words = pieces.filter(isWords).filter(({ text }) => text.trim() !== "");
  return words.length > 0 && words.every(({ styles, text }) => styles.some(({ kind }) => kind === "strong") || /^[\s\p{P}]*$/u.test(text));
}

export const wordsOf = (pieces: Piece[]): string => pieces.map((piece) => (isWords(piece) ? piece.text : " ")).join("").trim();

const isBlank = (line: Piece[]) => line.every((piece) => isWords(piece) && piece.text.trim() === "");

/** Two full-width spaces, or as many hard ones, open a paragraph in Chinese. */
const isIndented = (line: Piece[]) => /^[ \n\t]*(?:\u3000{2}|[\u00a0\u2003]{3})/u.test(line.map((piece) => (isWords(piece) ? piece.text : "")).join("").slice(0, 40));

/** The paragraphs of prose in a typewriter's lines, parted by blank ones; null for other lines, which are code and stay together. */
export function typewritten(element: PageElement): string[] | null {
  const text = element.children.map((child) => (isElement(child) ? textOf(child) : child)).join("");
  const paragraphs = paragraphsOfPaste(text).map((paragraph) => paragraph.text);
  return paragraphs.filter(isProse).length > paragraphs.length / 2 ? paragraphs : null;
}
