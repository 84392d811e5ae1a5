import { attributeOf, isBlock, isElement, leadsElsewhere, textOf } from "./html-elements";
import { type Piece, styleOf } from "./html-inline";
import type { Notes } from "./html-notes";
import type { PageElement, PageNode } from "./html-tree";
import type { Style } from "./styled-text";

const apart = new Set(["span", "a", "time", "abbr", "b", "strong", "address"]);

/** Takes down what stands within a line: words with their styles, broken lines, pictures, references to notes. */
export class Pen {
  private pieces: Piece[] = [];
  private styles: readonly Style[] = [];
  private links = 0;
  private jumps = 0;

  constructor(
    private readonly base: string | null,
    private readonly notes: Notes,
    private readonly isLoose = false,
  ) {}

  say(text: string): void {
    this.pieces.push({ text, styles: this.styles, isLinked: this.links > 0, isJump: this.jumps > 0 });
  }

  put(piece: Piece): void {
    this.pieces.push(piece);
  }

  /** What was taken down since. */
  taken(): Piece[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  /** Whatever is said meanwhile has the element's style. */
  within(element: PageElement, style: Style | null, say: () => void): void {
    const outer = this.styles;
    const isLink = leadsElsewhere(element);
    if (style) this.styles = [...outer, style];
    const isJump = !isLink && element.tag === "a" && attributeOf(element, "href").startsWith("#");
    if (isLink) this.links += 1;
    if (isJump) this.jumps += 1;
    say();
    if (isLink) this.links -= 1;
    if (isJump) this.jumps -= 1;
    this.styles = outer;
  }

  /** The element's words and styles on one line, whatever blocks are in it. */
  sayAll(element: PageElement): void {
    if (this.sayShort(element)) return;
    const parting = isBlock(element) ? " " : "";
    this.say(parting);
    this.within(element, styleOf(element, this.base), () => {
      for (const child of element.children) isElement(child) ? this.sayAll(child) : this.say(child);
    });
    this.say(parting);
  }

  /** Says elements that stand for something short, a reference, a line's end, a picture; false for all others. */
  sayShort(element: PageElement): boolean {
    const reference = this.notes.references.get(element);
    if (reference !== undefined) this.pieces.push({ text: `[${reference}]`, styles: [...this.styles, { kind: "footnote-reference", label: reference }], isLinked: false, isJump: false });
    else if (element.tag === "rt") this.sayReading(element);
    else if (element.tag === "br") this.pieces.push("line");
    else if (element.tag === "img" || element.tag === "amp-img") this.pieces.push({ image: element });
    else return this.notes.returns.has(element);
    return true;
  }

  /** How a word is read stands small above it; in a line, in the brackets given for browsers that cannot, or in ours. */
  private sayReading(reading: PageElement): void {
    const isBracketed = reading.parent?.children.some((child) => isElement(child) && child.tag === "rp") ?? false;
    const words = textOf(reading);
    this.say(isBracketed || words === "" ? words : `（${words}）`);
  }

  /**
   * A label in an element of its own ("(a)", "§ 1") stands apart from the words in the next, by style sheet where not by a
   * space; so do author, date and source, and `isLoose` parts whatever stands in elements of its own.
   */
  partLabel(before: PageNode | undefined, next: PageElement): void {
    if (this.isLoose && isElement(before) && apart.has(before.tag) && apart.has(next.tag)) this.say(" ");
    else if (!isElement(before) || before.tag !== next.tag || isBlock(next) || before.tag === "a") return;
    if (/^(?:\(?[\dA-Za-z]{1,4}[).]|\d{1,4}|[\d/.-]{3,10}|§+\s?\d+\p{L}?)$/u.test(textOf(before, 20)) && /^[([\p{L}\d]/u.test(textOf(next, 20))) this.say(" ");
  }
}
