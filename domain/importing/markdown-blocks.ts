import type { Token } from "markdown-it";
import { creditIn } from "./caption";
import type { BlockDraft } from "./draft";
import { addInline, type Image, imagesAlone, labelOf } from "./markdown-inline";
import { StyledText } from "./styled-text";

type List = { ordered: boolean; ordinal: number; isBegun: boolean };

/**
 * The blocks of Markdown's tokens in order, the notes last. Each paragraph of a list item is a block of its own, with
 * the item's place in the list, all but the first `continued`; ordinals follow the number printed first. Inside a
 * quotation every paragraph is a quotation, inside a note a footnote. Headings keep Markdown's level, 1 to 6.
 */
export function blocksOfTokens(tokens: Token[]): { blocks: BlockDraft[]; dropped: string[] } {
  const walk = new Walk();
  for (const token of tokens) walk.take(token);
  return { blocks: [...walk.blocks, ...walk.notes], dropped: walk.dropped };
}

class Walk {
  readonly blocks: BlockDraft[] = [];
  readonly notes: BlockDraft[] = [];
  readonly dropped: string[] = [];
  private lists: List[] = [];
  private quotations = 0;
  private note: string | null = null;
  private level: number | null = null;
  private row: StyledText | null = null;
  private cells = 0;
  private isHeader = false;

  take(token: Token): void {
    const { type } = token;
    if (type === "inline") this.takeInline(token.children ?? []);
    else if (type === "fence" || type === "code_block") this.addCode(token.content);
    else if (type === "heading_open") this.level = Number(token.tag.slice(1));
    else if (type === "heading_close") this.level = null;
    else if (type === "blockquote_open") this.quotations += 1;
    else if (type === "blockquote_close") this.quotations -= 1;
    else if (type === "footnote_reference_open") this.note = labelOf(token);
    else if (type === "footnote_reference_close") this.note = null;
    else if (/list/.test(type)) this.takeList(token);
    else this.takeTable(type);
  }

  private takeList(token: Token): void {
    const { type, nesting } = token;
    const innermost = this.lists.at(-1);
    if (type === "list_item_open" && innermost) Object.assign(innermost, { ordinal: innermost.ordinal + 1, isBegun: false });
    else if (type.startsWith("list_item")) return;
    else if (nesting === -1) this.lists.pop();
    else this.lists.push({ ordered: type === "ordered_list_open", ordinal: Number(token.attrGet("start") ?? 1) - 1, isBegun: false });
  }

  private takeTable(type: string): void {
    if (type === "thead_open") this.isHeader = true;
    else if (type === "thead_close") this.isHeader = false;
    else if (type === "tr_open") [this.row, this.cells] = [new StyledText(), 0];
    else if ((type === "th_open" || type === "td_open") && this.cells++ > 0) this.row?.nextCell();
    else if (type === "tr_close" && this.row) {
      this.add({ kind: "table-row", text: this.row.text, marks: this.row.marks, shape: { row: { header: this.isHeader } } });
      this.row = null;
    }
  }

  private takeInline(tokens: Token[]): void {
    if (this.row) return addInline(tokens, this.row);
    const images = imagesAlone(tokens);
    if (images) return images.forEach((image) => this.addFigure(image));
    const text = new StyledText();
    addInline(tokens, text);
    this.addText(text);
  }

  /** A picture nobody named is called by its address's last part; one nobody can fetch is only its caption. */
  private addFigure({ source, alternative, caption }: Image): void {
    const text = new StyledText().add(caption || (source ?? "").replace(/[?#].*$/, "").split("/").at(-1) || "").text;
    if (text === "") this.dropped.push("![]()");
    const credit = creditIn(text);
    const shape = source === null ? {} : { image: { source, alternative } };
    this.add({ kind: "figure", text, marks: credit ? [{ kind: "credit", ...credit }] : [], shape });
  }

  private addCode(content: string): void {
    const text = new StyledText();
    text.begin({ kind: "code" });
    text.add(content);
    text.end();
    this.addText(text);
  }

  private addText({ text, marks }: StyledText): void {
    const list = this.lists.at(-1);
    if (this.note !== null) this.add({ kind: "footnote", text, marks, shape: { label: this.note } });
    else if (this.quotations > 0) this.add({ kind: "quotation", text, marks, shape: list ? { list: this.placeIn(list) } : {} });
    else if (this.level !== null) this.add({ kind: "heading", text, marks, shape: { level: this.level } });
    else if (list) this.add({ kind: "list-item", text, marks, shape: { list: this.placeIn(list) } });
    else this.add({ kind: "paragraph", text, marks, shape: {} });
  }

  private placeIn(list: List): NonNullable<BlockDraft["shape"]["list"]> {
    const { ordered, ordinal, isBegun } = list;
    list.isBegun = true;
    return { ordered, depth: this.lists.length - 1, ordinal, ...(isBegun ? { continued: true } : {}) };
  }

  private add(block: BlockDraft): void {
    if (block.text.trim() === "") return;
    (block.kind === "footnote" ? this.notes : this.blocks).push(block);
  }
}
