/** What an editor does to the blocks of a draft: pure, so that undoing is putting back what was. */
import { type Block, type BlockKind, type BlockShape, codePoints, type Span } from "./blocks";
import { breaksWithoutSpace } from "./importing/characters";
import { joinedMarks, keptMarks, within } from "./marks";
import { trimmedSpan } from "./anchors";

/** A block whose sentences are not cut yet: that is done once, when it is published. */
export type EditedBlock = Omit<Block, "sentences">;

/** A page of a book has 3,000 characters; longer than ten of them nothing is one paragraph, and every view would carry it. */
export const BLOCK_LENGTH = 30_000;

/** HTML has no seventh level, and the title is the page's first. */
export const DEEPEST_HEADING = 6;

/** The first with the second's words after it. Null: a picture has no words to go on with. */
export function joinBlocks(first: EditedBlock, second: EditedBlock): EditedBlock | null {
  if (second.shape.image) return null;
  const text = first.kind === "table-row" ? second.text : second.text.replaceAll("\t", " ");
  const between = separator(first, second);
  const firstEnd = codePoints(first.text);
  return {
    kind: first.kind,
    text: first.text + between + text,
    marks: joinedMarks(first.marks, second.marks, firstEnd, firstEnd + codePoints(between)),
    shape: first.shape,
  };
}

function separator(first: EditedBlock, second: EditedBlock): string {
  const [last = "", next = ""] = [Array.from(first.text).at(-1), Array.from(second.text)[0]];
  if (last === "" || next === "") return "";
  if (first.kind === "table-row" && second.kind === "table-row") return "\t";
  return breaksWithoutSpace(last, next) ? "" : " ";
}

/** Two blocks, cut before code point `at`, each without the white space at the cut. Null: nothing would stand on one side. */
export function splitBlock(block: EditedBlock, at: number): [EditedBlock, EditedBlock] | null {
  const end = codePoints(block.text);
  const spans = [trimmedSpan(block.text, { start: 0, end: at }), trimmedSpan(block.text, { start: at, end })];
  const [first, second] = spans;
  if (!first || !second || at <= 0 || at >= end || first.end <= first.start || second.end <= second.start) return null;
  return [part(block, { start: 0, end: first.end }, block), part(block, { start: second.start, end }, behind(block))];
}

function part({ text, marks }: EditedBlock, span: Span, { kind, shape }: Pick<EditedBlock, "kind" | "shape">): EditedBlock {
  const points = Array.from(text);
  return { kind, text: points.slice(span.start, span.end).join(""), marks: within(marks, span), shape };
}

/** What the second half is: the same again, but for what there is once. */
function behind({ kind, shape }: EditedBlock): Pick<EditedBlock, "kind" | "shape"> {
  if (kind === "figure" || kind === "footnote") return { kind: "paragraph", shape: {} };
  if (kind === "table-row") return { kind, shape: { row: { header: false } } };
  if (shape.list) return { kind, shape: { ...shape, list: { ...withoutLabel(shape.list), continued: true } } };
  return { kind, shape };
}

function withoutLabel({ labelled: _, ...list }: NonNullable<BlockShape["list"]>): NonNullable<BlockShape["list"]> {
  return list;
}

/**
 * The same words as another kind; `level` is of headings, from 1. After a list's item (`before`) an item is its next.
 * Null: a picture is no text.
 */
export function retypeBlock(block: EditedBlock, kind: BlockKind, level: number, before: EditedBlock | null): EditedBlock | null {
  if (block.shape.image && kind !== "figure") return null;
  const text = kind === "table-row" ? block.text : block.text.replaceAll("\t", " ");
  const marks = kind === "figure" ? block.marks : block.marks.filter((mark) => mark.kind !== "credit");
  return { kind, text, marks, shape: shapeAs(kind, level, block, before) };
}

function shapeAs(kind: BlockKind, level: number, { shape }: EditedBlock, before: EditedBlock | null): BlockShape {
  switch (kind) {
    case "heading":
      return { level: Math.min(DEEPEST_HEADING, Math.max(1, level)) };
    case "list-item":
      return { list: itemAfter(before, shape) };
    case "figure":
      return shape.image ? { image: shape.image } : {};
    case "table-row":
      return { row: shape.row ?? { header: false } };
    case "footnote":
      return shape.label === undefined ? {} : { label: shape.label };
    case "paragraph":
    case "quotation":
      return {};
  }
}

function itemAfter(before: EditedBlock | null, { list }: BlockShape): NonNullable<BlockShape["list"]> {
  const last = before?.kind === "list-item" ? before.shape.list : undefined;
  if (list && !list.continued) return list;
  if (last) return { ordered: last.ordered, depth: last.depth, ordinal: last.ordinal + 1 };
  return { ordered: false, depth: 0, ordinal: 1 };
}

/**
 * The block with other words; an empty line parts it into several. Marks stay with the words that were not changed.
 * Empty: nothing is left of it.
 */
export function rewordBlock(block: EditedBlock, written: string): EditedBlock[] {
  const pieces = written.split(/\n\s*\n/).map((piece) => tidied(piece, block.kind)).filter((piece) => piece !== "");
  if (pieces.length === 0) return [];
  const text = pieces.join(" ");
  let rest: EditedBlock = { ...block, text, marks: keptMarks(block.marks, Array.from(block.text), Array.from(text)) };
  const parts: EditedBlock[] = [];
  for (const piece of pieces.slice(0, -1)) {
    const [first, second] = splitBlock(rest, codePoints(piece)) ?? [];
    if (!first || !second) throw new Error("a piece of a text cannot be cut off it");
    parts.push(first);
    rest = second;
  }
  return [...parts, rest];
}

/** Cells are parted by tabs; elsewhere a tab is a space. Line ends inside a block are the author's. */
export function tidied(piece: string, kind: BlockKind): string {
  const text = kind === "table-row" ? piece.replace(/\n/g, " ") : piece.replaceAll("\t", " ");
  return text.trim();
}
