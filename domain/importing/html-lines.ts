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

/** Lines without a blank one between them: paragraphs each, or parts that were broken into them. */
function partedLines(lines: Piece[][]): Piece[][] {
  if (lines.length < 2) return lines;
  const texts = lines.map(wordsOf);
  if (areParagraphs(texts)) return lines;
  const labels = texts.map((text) => enumeratorOf(text)?.style);
  const parts: Piece[][] = [];
  for (const [at, line] of lines.entries()) {
    const label = labels[at];
    const isHeading = isAllStrong(line) && mayBeHeading(texts[at] ?? "") && isProse(texts.slice(at + 1).join(" "));
    const isItem = label !== undefined && labels.filter((other) => other === label).length > 1;
    const before = lines[at - 1];
    const last = parts.at(-1);
    const followsHeading = before !== undefined && isAllStrong(before) && last?.length === before.length && mayBeHeading(texts[at - 1] ?? "") && isProse(texts.slice(at).join(" "));
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
