import type { BlockDraft } from "./draft";
import { elementsIn, firstIn, isBlock, isElement, textOf } from "./html-elements";
import { type Found, foundPicture, foundRow, foundText, withoutLabel } from "./html-found";
import { isWords, type Piece, styleOf } from "./html-inline";
import { linesOf, paragraphsOf, typewritten } from "./html-lines";
import { beginItem, drawnLabel, isInItem, isLabel, openList, type OpenList, placeIn } from "./html-lists";
import type { Notes } from "./html-notes";
import { Pen } from "./html-pen";
import { gridOf, isData } from "./html-tables";
import type { PageElement } from "./html-tree";

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
  /** A note begun within a line ends with it. */
  private isNoteOfLine = false;
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
    if (isBlock(element) && this.isNoteOfLine) [this.note, this.isNoteOfLine] = [null, false];
    if (note !== undefined) [this.note, this.isNoteOfLine] = [note, !isBlock(element)];
    this.visitKind(element);
    if (!isBlock(element)) return;
    this.end(element);
    if (!this.isNoteOfLine) this.note = outer;
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
    if (!list || !isLabel(textOf(element, 20))) return;
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

  private visitCode(element: PageElement): void {
    const paragraphs = typewritten(element);
    for (const paragraph of paragraphs ?? []) {
      this.pen.say(paragraph);
      this.end(element);
    }
    if (!paragraphs) this.pen.within(element, { kind: "code" }, () => this.visitChildren(element));
  }

  private visitTable(table: PageElement): void {
    for (const child of table.children) if (isElement(child) && child.tag === "caption") this.visit(child);
    for (const { row, cells, isHeader } of gridOf(table)) {
      const pieces = cells.map((cell) => {
        if (cell) this.pen.sayAll(cell);
        return this.pen.taken();
      });
      this.keep(foundRow(pieces, row, isHeader));
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
      for (const piece of paragraph) if (piece !== "line" && "image" in piece && this.level === null) this.keep(foundPicture(piece.image, element, this.base));
      const words = paragraph.filter((piece) => piece === "line" || isWords(piece));
      this.keep(foundText(this.note === null ? words : withoutLabel(words, this.note), element, (text) => this.shapeOf(text, element)));
    }
  }

  /** What a text is by where it stands. */
  private shapeOf(text: string, element: PageElement): Pick<BlockDraft, "kind" | "shape"> {
    const isInList = this.lists.length > 0 && (this.lists.at(-1)?.labelled || isInItem(element));
    if (this.note !== null) return { kind: "footnote", shape: { label: this.note } };
    if (this.level !== null) return { kind: "heading", shape: { level: this.level } };
    if (this.quotations > 0) return { kind: "quotation", shape: isInList ? { list: placeIn(this.lists, text) } : {} };
    return isInList ? { kind: "list-item", shape: { list: placeIn(this.lists, text) } } : { kind: "paragraph", shape: {} };
  }

  private keep(found: Found | null): void {
    if (found) this.found.push(found);
  }
}
