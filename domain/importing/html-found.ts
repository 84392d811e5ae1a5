import type { BlockDraft } from "./draft";
import { pictureOf } from "./html-images";
import { isWords, type Piece, styledText, type Words } from "./html-inline";
import { isAllStrong, wordsOf } from "./html-lines";
import type { PageElement } from "./html-tree";

/** A block as found: `element` holds it; `linked`: how much of its text, 0 to 1, leads elsewhere, `jumps`: within the page; `isStrong`: all of it is. */
export type Found = { block: BlockDraft; element: PageElement; linked: number; jumps: number; isStrong: boolean };

/** A block of words of a kind and shape; null for no words. */
export function foundText(pieces: Piece[], element: PageElement, shapeOf: (text: string) => Pick<BlockDraft, "kind" | "shape">): Found | null {
  const { text, marks } = styledText(pieces);
  if (text.trim() === "") return null;
  const linked = shareOf(pieces, ({ isLinked }) => isLinked);
  const jumps = shareOf(pieces, ({ isJump }) => isJump);
  return { block: { ...shapeOf(text), text, marks }, element, linked, jumps, isStrong: isAllStrong(pieces) };
}

/** A picture, so far called by its alternative; null for what is none of the article's. */
export function foundPicture(image: PageElement, element: PageElement, base: string | null): Found | null {
  const picture = pictureOf(image, base);
  if (!picture) return null;
  const { text } = styledText([{ text: picture.alternative, styles: [], isLinked: false, isJump: false }]);
  return { block: { kind: "figure", text, marks: [], shape: { image: picture } }, element, linked: 0, jumps: 0, isStrong: false };
}

/** A table's row: its cells' pieces, one after the other. */
export function foundRow(cells: Piece[][], row: PageElement, isHeader: boolean): Found | null {
  const text = styledText([]);
  for (const [at, pieces] of cells.entries()) {
    if (at > 0) text.nextCell();
    styledText(pieces, text);
  }
  if (text.text.trim() === "") return null;
  return { block: { kind: "table-row", text: text.text, marks: text.marks, shape: { row: { header: isHeader } } }, element: row, linked: 0, jumps: 0, isStrong: false };
}

/** How much of the words, 0 to 1, the question is answered yes for. */
function shareOf(pieces: Piece[], question: (words: Words) => boolean): number {
  const lengthOf = (words: Words[]) => words.reduce((sum, { text }) => sum + text.trim().length, 0);
  const words = pieces.filter(isWords);
  const all = lengthOf(words);
  return all === 0 ? 0 : lengthOf(words.filter(question)) / all;
}

/** A note's pieces without its label, which is its shape's and not its text's. */
export function withoutLabel(pieces: Piece[], label: string): Piece[] {
  const first = pieces.findIndex((piece) => isWords(piece) && piece.text.trim() !== "");
  const start = wordsOf(pieces).replace(/\s+/g, " ");
  const printed = ["[", "(", "（", "〔", ""].map((open) => `${open}${label}`).find((begin) => start.startsWith(begin));
  if (printed === undefined || /^[\p{L}\p{N}]/u.test(start.slice(printed.length))) return pieces;
  let toDrop = printed.length + (/^[\])）〕.:,、]*/u.exec(start.slice(printed.length))?.[0].length ?? 0);
  return pieces.map((piece, at) => {
    if (at < first || !isWords(piece) || toDrop === 0) return piece;
    const words = piece.text.trimStart();
    const dropped = Math.min(toDrop, words.length);
    toDrop -= dropped;
    return { ...piece, text: words.slice(dropped) };
  });
}
