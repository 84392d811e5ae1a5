import type { BlockDraft } from "./draft";
import { elementsIn, firstIn, isBlock, isElement, textOf } from "./html-elements";
import { pictureOf } from "./html-images";
import { isWords, type Piece, styledText, styleOf, type Words } from "./html-inline";
import { isAllStrong, linesOf, paragraphsOf, wordsOf } from "./html-lines";
import { beginItem, drawnLabel, openList, type OpenList, placeIn } from "./html-lists";
import type { Notes } from "./html-notes";
import { Pen } from "./html-pen";
import { gridOf, isData } from "./html-tables";
import type { PageElement } from "./html-tree";
import { paragraphsOf as paragraphsOfPaste } from "./pasted-paragraphs";
import { isProse } from "./sentence-like";

/** A block as found: `element` holds it; `linked`: how much of its text, 0 to 1, leads elsewhere, `jumps`: within the page; `isStrong`: all of it is. */
export type Found = { block: BlockDraft; element: PageElement; linked: number; jumps: number; isStrong: boolean };

/** The blocks of a part of a page in order, whatever they say. Addresses become absolute by `base`. */
export function blocksIn(root: PageElement, base: string | null, notes: Notes): Found[] {
  const walk = new Walk(base, notes, paragraphsOf);
  walk.visit(root);
  return walk.found;
}

/** Every printed line of a page, for what stands on lines of its own: author, date, source. */
export function linesIn(root: PageElement): Found[] {
  const walk = new Walk(null, { references: new Map(), begins: new Map(), returns: new Set() }, linesOf, true);
  walk.visit(root);
  return walk.found;
}

class Walk {
  readonly found: Found[] = [];
  private readonly pen: Pen;
  private lists: OpenList[] = [];
  private quotations = 0;
  private level: number | null = null;
  private note: string | null = null;
  /** A list's label waiting for the words it belongs to. */
  private label: Piece[] = [];

  constructor(
    private readonly base: string | null,
    private readonly notes: Notes,
    private readonly parted: (pieces: Piece[]) => Piece[][],
    isLoose = false,
  ) {
    this.pen = new Pen(base, notes, isLoose);
  }

  visit(element: PageElement): void {
    if (this.pen.sayShort(element)) return;
    const note = this.notes.begins.get(element);
    const outer = this.note;
    if (isBlock(element) || element.tag === "hr" || note !== undefined) this.end(element.parent ?? element);
    if (note !== undefined) this.note = note;
    this.visitKind(element);
    if (!isBlock(element)) return;
    this.end(element);
    this.note = outer;
  }

  private visitKind(element: PageElement): void {
    const { tag } = element;
    if (tag === "figure") this.visitFigure(element);
    else if (tag === "table" && isData(element)) this.visitTable(element);
    else if (/^h[1-6]$/.test(tag)) this.visitHeading(element, Number(tag.slice(1)));
    else if (tag === "ul" || tag === "ol" || tag === "dl") this.visitList(element);
    else if (tag === "li") this.visitItem(element);
    else if (tag === "dt") this.visitTerm(element);
    else if (tag === "blockquote") this.visitQuotation(element);
    else if (tag === "pre") this.visitCode(element);
    else if (tag === "q") this.visitQuote(element);
    else if (isBlock(element)) this.visitChildren(element);
    else this.pen.within(element, styleOf(element, this.base), () => this.visitChildren(element));
  }

  private visitChildren(element: PageElement): void {
    for (const [at, child] of element.children.entries()) {
      if (!isElement(child)) this.pen.say(child);
      else {
        this.pen.partLabel(element.children[at - 1], child);
        this.visit(child);
      }
    }
  }

  private visitQuote(element: PageElement): void {
    this.pen.say("“");
    this.visitChildren(element);
    this.pen.say("”");
  }

  private visitHeading(element: PageElement, level: number): void {
    this.level = level;
    this.visitChildren(element);
    this.end(element);
    this.level = null;
  }

  private visitList(element: PageElement): void {
    this.lists.push(openList(element));
    this.visitChildren(element);
    this.end(element);
    this.lists.pop();
  }

  private visitItem(element: PageElement): void {
    const list = this.lists.at(-1) ?? openList(element);
    if (this.lists.length === 0) this.lists.push(list);
    beginItem(list, element);
    const label = drawnLabel(list);
    if (label !== "") this.pen.say(label);
    this.visitChildren(element);
    this.end(element);
    if (element.parent?.tag !== "ul" && element.parent?.tag !== "ol") this.lists.pop();
  }

  /** A term that is a label begins its definition's item; any other is a paragraph of its own. */
  private visitTerm(element: PageElement): void {
    const list = this.lists.at(-1);
    if (list) beginItem(list, element);
    this.visitChildren(element);
    if (!list || !isLabel.test(textOf(element, 20))) return;
    list.labelled = true;
    this.pen.say(" ");
    this.label = this.pen.taken();
  }

  private visitQuotation(element: PageElement): void {
    this.quotations += 1;
    this.visitChildren(element);
    this.end(element);
    this.quotations -= 1;
  }

  /** Prose in a typewriter's lines is parted by blank ones; other lines are code and stay together. */
  private visitCode(element: PageElement): void {
    const text = element.children.map((child) => (isElement(child) ? textOf(child) : child)).join("");
    const paragraphs = paragraphsOfPaste(text);
    if (paragraphs.filter((paragraph) => isProse(paragraph.text)).length > paragraphs.length / 2) {
      for (const paragraph of paragraphs) {
        this.pen.say(paragraph.text);
        this.end(element);
      }
    } else this.pen.within(element, { kind: "code" }, () => this.visitChildren(element));
  }

  private visitTable(table: PageElement): void {
    for (const child of table.children) if (isElement(child) && child.tag === "caption") this.visit(child);
    for (const { row, cells, isHeader } of gridOf(table)) {
      const text = styledText([]);
      for (const [at, cell] of cells.entries()) {
        if (at > 0) text.nextCell();
        if (cell) this.pen.sayAll(cell);
        styledText(this.pen.taken(), text);
      }
      this.keep({ kind: "table-row", text: text.text, marks: text.marks, shape: { row: { header: isHeader } } }, row, []);
    }
  }

  /** A picture with its caption; other figures (tables, quotations, galleries) are what is in them. */
  private visitFigure(element: PageElement): void {
    const [image, ...others] = elementsIn(element, ({ tag }) => tag === "img" || tag === "amp-img");
    const caption = firstIn(element, ({ tag }) => tag === "figcaption");
    const holdsMore = others.length > 0 || elementsIn(element, ({ tag }) => /^(?:table|blockquote|pre|ul|ol)$/.test(tag)).length > 0;
    if (!image || !caption || holdsMore) return this.visitChildren(element);
    this.pen.put({ image });
    this.end(element);
    this.visit(caption);
  }

  /** The run of words ends here: its paragraphs are blocks, its pictures figures. */
  private end(element: PageElement): void {
    const pieces = this.pen.taken();
    if (!pieces.some((piece) => piece !== "line" && (!isWords(piece) || piece.text.trim() !== ""))) return;
    const label = this.label;
    this.label = [];
    for (const paragraph of this.level === null ? this.parted([...label, ...pieces]) : [pieces]) {
      for (const piece of paragraph) if (piece !== "line" && "image" in piece) this.addPicture(piece.image, element);
      const words = paragraph.filter((piece) => piece === "line" || isWords(piece));
      if (wordsOf(words) !== "") this.addText(words, element);
    }
  }

  private addPicture(image: PageElement, element: PageElement): void {
    const picture = pictureOf(image, this.base);
    if (!picture || this.level !== null) return;
    const text = styledText([{ text: picture.alternative, styles: [], isLinked: false, isJump: false }]).text;
    this.found.push({ block: { kind: "figure", text, marks: [], shape: { image: picture } }, element, linked: 0, jumps: 0, isStrong: false });
  }

  private addText(pieces: Piece[], element: PageElement): void {
    const { text, marks } = styledText(this.note === null ? pieces : withoutLabel(pieces, this.note));
    const isInList = this.lists.length > 0 && (this.lists.at(-1)?.labelled || element.tag === "li" || isInItem(element));
    if (this.note !== null) this.keep({ kind: "footnote", text, marks, shape: { label: this.note } }, element, pieces);
    else if (this.level !== null) this.keep({ kind: "heading", text, marks, shape: { level: this.level } }, element, pieces);
    else if (this.quotations > 0) this.keep({ kind: "quotation", text, marks, shape: isInList ? { list: placeIn(this.lists, text) } : {} }, element, pieces);
    else if (isInList) this.keep({ kind: "list-item", text, marks, shape: { list: placeIn(this.lists, text) } }, element, pieces);
    else this.keep({ kind: "paragraph", text, marks, shape: {} }, element, pieces);
  }

  private keep(block: BlockDraft, element: PageElement, pieces: Piece[]): void {
    if (block.text.trim() === "") return;
    const linked = shareOf(pieces, ({ isLinked }) => isLinked);
    const jumps = shareOf(pieces, ({ isJump }) => isJump);
    this.found.push({ block, element, linked, jumps, isStrong: isAllStrong(pieces) });
  }
}

/** How much of the words, 0 to 1, the question is answered yes for. */
function shareOf(pieces: Piece[], question: (words: Words) => boolean): number {
  const lengthOf = (words: Words[]) => words.reduce((sum, { text }) => sum + text.trim().length, 0);
  const words = pieces.filter(isWords);
  const all = lengthOf(words);
  return all === 0 ? 0 : lengthOf(words.filter(question)) / all;
}

/** A note's label is its shape's, not its text's. */
function withoutLabel(pieces: Piece[], label: string): Piece[] {
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

const isLabel = /^(?:[(（]?[\dA-Za-z]{1,4}[.)）]+|[-–•]|§+\s?\d+\p{L}?|\d{1,3})$/u;

function isInItem(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) {
    if (at.tag === "li") return true;
    if (/^(?:ul|ol|dl|table|blockquote)$/.test(at.tag)) return false;
  }
  return false;
}
