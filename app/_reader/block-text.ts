/**
 * A block's text as it is kept: offsets count its code points, a line break is one, the cells of a row are joined by a tab,
 * and what the page draws itself (a list's marker, a footnote's label) is none of it.
 */
import { codePoints, type Span } from "../../domain/blocks";

type Piece = { node: Node; start: number; length: number };

/** Elements that hold nothing but the block's own words. */
function containersOf(block: Element): Element[] {
  if (block.matches("tr")) return [...block.querySelectorAll(":scope > :is(th, td):not(.said)")];
  return [block.querySelector(":scope > .words, :scope > .block > .words, :scope > figcaption") ?? block.querySelector(":scope > .block") ?? block];
}

function piecesOf(block: Element): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  containersOf(block).forEach((container, place) => {
    if (place > 0) at += 1;
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node instanceof Text ? codePoints(node.data) : node.nodeName === "BR" ? 1 : 0;
      if (length > 0) pieces.push({ node, start: at, length });
      at += length;
    }
  });
  return pieces;
}

/** The block's text as it is kept. */
export function textOf(block: Element): string {
  let text = "";
  for (const { node, start } of piecesOf(block)) {
    if (start > codePoints(text)) text += "\t";
    text += node instanceof Text ? node.data : "\n";
  }
  return text;
}

/** What of a selection lies in this block, as code points of its text; null: nothing. */
export function spanIn(block: Element, range: Range): Span | null {
  const inside = piecesOf(block).filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const start = first.start + (range.startContainer === first.node ? pointsBefore(first.node, range.startOffset) : 0);
  const end = last.start + (range.endContainer === last.node ? pointsBefore(last.node, range.endOffset) : last.length);
  return end > start ? { start, end } : null;
}

/** Where in a block's text a cursor stands, as code points before it; null: elsewhere. */
export function pointAt(block: Element, { startContainer, startOffset }: Range): number | null {
  const piece = piecesOf(block).find(({ node }) => node === startContainer);
  return piece ? piece.start + pointsBefore(piece.node, startOffset) : null;
}

function pointsBefore(node: Node, offset: number): number {
  return node instanceof Text ? codePoints(node.data.slice(0, offset)) : 0;
}

/** The stretch of the page that shows these code points of a block; null where there are none. */
export function rangeOf(block: Element, { start, end }: Span): Range | null {
  const pieces = piecesOf(block);
  const first = pieces.find((piece) => piece.start + piece.length > start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...boundary(first, start));
  range.setEnd(...boundary(last, end));
  return range;
}

function boundary({ node, start, length }: Piece, at: number): [Node, number] {
  if (node instanceof Text) return [node, Array.from(node.data).slice(0, Math.max(0, at - start)).join("").length];
  const parent = node.parentNode ?? node;
  return [parent, [...parent.childNodes].findIndex((child) => child === node) + (at >= start + length ? 1 : 0)];
}

/** The stored sentences of a block, which the page carries where there are several. */
export function sentencesOf(block: Element): Span[] {
  const said = (block.matches("[data-s]") ? block : block.querySelector(":scope > [data-s]"))?.getAttribute("data-s") ?? "";
  return said.split(" ").filter(Boolean).map((pair) => {
    const [start = 0, end = 0] = pair.split("-").map(Number);
    return { start, end };
  });
}
