import { enumeratorOf } from "./enumerators";
import type { Found } from "./html-found";
import { mayBeHeading } from "./sentence-like";

/** Blocks as what they are where no tag says so: a short bold line is a heading, a bracketed label begins a list's item. */
export function shaped(found: Found[]): Found[] {
  return withListItems(withBoldHeadings(found));
}

/** A short bold line of its own is a heading, where something follows it. */
function withBoldHeadings(found: Found[]): Found[] {
  let level = 0;
  return found.map((one, at) => {
    const { block, isStrong } = one;
    if (block.kind === "heading") level = block.shape.level ?? level;
    const next = found[at + 1]?.block.kind;
    if (block.kind !== "paragraph" || !isStrong || !mayBeHeading(block.text) || next === undefined || next === "heading") return one;
    return { ...one, block: { ...block, kind: "heading", marks: block.marks.filter(({ kind }) => kind !== "strong"), shape: { level: Math.min(6, level + 1) } } };
  });
}

/** "（一）…", "(a) …": so begin a list's items. "(1)" begins a paragraph of a law as well, and stays one. */
function withListItems(found: Found[]): Found[] {
  let ordinal = 0;
  return found.map((one, at) => {
    const { block } = one;
    const enumerator = block.kind === "paragraph" ? enumeratorOf(block.text, found[at - 1]?.block.text) : null;
    const isItem = enumerator?.isLabel === true && /[)）①]$/.test(enumerator.style) && enumerator.style !== "(1)";
    ordinal = isItem ? ordinal + 1 : 0;
    return isItem ? { ...one, block: { ...block, kind: "list-item", shape: { list: { ordered: true, depth: 0, ordinal, labelled: true } } } } : one;
  });
}
