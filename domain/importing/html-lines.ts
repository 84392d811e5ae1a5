import { isCjk } from "./characters";
import { enumeratorOf } from "./enumerators";
import { type Piece, isWords } from "./html-inline";
import { endsAsSentence, isProse, mayBeHeading } from "./sentence-like";

/** Verses and addresses break lines, too; lines this long on average, in words' characters and in Chinese, are paragraphs. */
const averageParagraph = 80;
const averageCjkParagraph = 30;

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

/** Lines without a blank one between them: paragraphs each, or one that was broken into them. */
function partedLines(lines: Piece[][]): Piece[][] {
  if (lines.length < 2) return lines;
  const texts = lines.map(wordsOf);
  if (areParagraphs(texts) || areItems(texts)) return lines;
  const [first = [], ...rest] = lines;
  const below = rest.flatMap((line, at) => (at === 0 ? line : ["line" as const, ...line]));
  if (isAllStrong(first) && mayBeHeading(texts[0] ?? "") && isProse(texts.slice(1).join(" "))) return [first, below];
  return [[...first, "line", ...below]];
}

function areParagraphs(texts: string[]): boolean {
  const average = texts.join("").length / texts.length;
  return average >= (isCjk(texts[0] ?? "") ? averageCjkParagraph : averageParagraph) && texts.filter(endsAsSentence).length >= texts.length * mostEndWell;
}

function areItems(texts: string[]): boolean {
  const styles = texts.map((text) => enumeratorOf(text)?.style);
  return styles.filter((style) => style !== undefined && style === styles[1]).length >= Math.max(2, texts.length - 1);
}

export function isAllStrong(pieces: Piece[]): boolean {
  const words = pieces.filter(isWords).filter(({ text }) => text.trim() !== "");
  return words.length > 0 && words.every(({ styles, text }) => styles.some(({ kind }) => kind === "strong") || /^[\s\p{P}]*$/u.test(text));
}

export const wordsOf = (pieces: Piece[]): string => pieces.map((piece) => (isWords(piece) ? piece.text : " ")).join("").trim();

const isBlank = (line: Piece[]) => line.every((piece) => isWords(piece) && piece.text.trim() === "");

/** Two full-width spaces, or as many hard ones, open a paragraph in Chinese. */
const isIndented = (line: Piece[]) => /^[ \n\t]*(?:\u3000{2}|[\u00a0\u2003]{3})/u.test(line.map((piece) => (isWords(piece) ? piece.text : "")).join("").slice(0, 40));
