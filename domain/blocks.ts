/**
 * A block is what a reader can point at: a heading, a paragraph, a list item, a quotation, a figure, a table row
 * or a footnote. It keeps plain `text`, which all offsets count in Unicode code points, and `marks` over that text;
 * HTML is made from the two and never parsed back.
 */
export const blockKinds = ["heading", "paragraph", "list-item", "quotation", "figure", "table-row", "footnote"] as const;
export type BlockKind = (typeof blockKinds)[number];

export function isBlockKind(word: string): word is BlockKind {
  return blockKinds.some((kind) => kind === word);
}

/** A stretch of a block's text: code points from `start` up to, not including, `end`. */
export type Span = { start: number; end: number };

/** What a stretch of text is, beyond its words. A figure's credit is part of its caption and marked as such. */
export type Mark = Span &
  (
    | { kind: "emphasis" }
    | { kind: "strong" }
    | { kind: "code" }
    | { kind: "credit" }
    | { kind: "link"; href: string }
    | { kind: "footnote-reference"; label: string }
  );

/** What only some kinds carry; absent where it has no meaning. */
export type BlockShape = {
  /** Headings: 1 is a section of the article, 6 the deepest. The title is no block. */
  level?: number;
  /**
   * List items: whether numbered, how deep (0 outermost) and which one of its list (1 first). `labelled`: the text begins
   * with the item's own label, "(a)" or "3.", which people cite, so none is drawn. `continued`: a further paragraph of
   * the item before it, with the same ordinal.
   */
  list?: { ordered: boolean; depth: number; ordinal: number; labelled?: true; continued?: true };
  /**
   * Figures: where the picture was found, or where it is kept ("/media/HASH") with its pixels; and its text alternative.
   * `decorative`: it says nothing, so it needs none.
   */
  image?: { source: string; alternative: string; decorative?: true; width?: number; height?: number };
  /** Table rows: the text is the cells joined by a tab; `header` for the row of column names. */
  row?: { header: boolean };
  /** Footnotes: the label its references carry. */
  label?: string;
};

export type Block = { kind: BlockKind; text: string; marks: Mark[]; sentences: Span[] } & { shape: BlockShape };

/** The length of a text in Unicode code points, the unit of every offset. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The part of a text from code point `start` up to `end`. */
export function slice(text: string, { start, end }: Span): string {
  return Array.from(text).slice(start, end).join("");
}
