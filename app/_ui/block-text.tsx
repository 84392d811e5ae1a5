/** A block's text with its marks, which may overlap; nested so that a link stays one link. */
import { Fragment, type ReactNode } from "react";
import type { Block, Mark } from "../../domain/blocks";
import { type Passage, stretchesOf } from "../../domain/passages";

/** Outermost first: a link cut in two would be two links; footnote references are links too, and links do not nest. */
const ORDER: Mark["kind"][][] = [["link", "footnote-reference"], ["credit"], ["strong"], ["emphasis"], ["code"]];

/** Articles come from anywhere: a mark of another scheme is text. */
const SAFE = /^(?:https?:|mailto:|#|\/(?!\/))/i;

type Piece = { points: string[]; marks: readonly Mark[]; passages: readonly Passage[]; footnoteHref: (label: string) => string | null };

type Props = { block: Pick<Block, "text" | "marks">; passages?: readonly Passage[]; footnoteHref: Piece["footnoteHref"] };

/** `passages`: the words that threads are about, lit up. They change nothing of the text, nor of its order. */
export function BlockText({ block, passages = [], footnoteHref }: Props) {
  if (block.marks.length === 0 && passages.length === 0) return <>{lines(block.text)}</>;
  const points = Array.from(block.text);
  return <>{woven({ points, marks: block.marks, passages, footnoteHref }, 0, points.length, 0)}</>;
}

/** The text from `start` to `end`, with the marks of this place in the order and of all further in. */
function woven(piece: Piece, start: number, end: number, place: number): ReactNode {
  const kinds = ORDER[place];
  if (kinds === undefined) return lit(piece, start, end);
  const nodes: ReactNode[] = [];
  let at = start;
  for (const mark of marksWithin(piece.marks, kinds, start, end)) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (to <= from) continue;
    if (from > at) nodes.push(woven(piece, at, from, place + 1));
    nodes.push(marked(mark, woven(piece, from, to, place + 1), piece.footnoteHref));
    at = to;
  }
  if (at < end) nodes.push(woven(piece, at, end, place + 1));
  return nodes.length === 1 ? nodes[0] : nodes.map((node, index) => <Fragment key={index}>{node}</Fragment>);
}

/** Innermost, so that a link or an emphasis under two passages stays one. */
function lit({ points, passages }: Piece, start: number, end: number): ReactNode {
  return stretchesOf(passages, { start, end }).map(({ start: from, end: to, threads, notes }) => {
    const text = lines(points.slice(from, to).join(""));
    if (threads.length === 0) return <Fragment key={from}>{text}</Fragment>;
    return (
      <mark key={from} className={threads.length > 1 ? "hl overlapped" : "hl"} data-threads={threads.join(" ")} data-notes={notes.join(", ") || undefined}>
        {text}
      </mark>
    );
  });
}

function marksWithin(marks: readonly Mark[], kinds: readonly Mark["kind"][], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => kinds.includes(mark.kind) && mark.start < end && mark.end > start)
    .sort((one, other) => one.start - other.start);
}

function marked(mark: Mark, inner: ReactNode, footnoteHref: Piece["footnoteHref"]): ReactNode {
  switch (mark.kind) {
    case "emphasis":
      return <em>{inner}</em>;
    case "strong":
      return <strong>{inner}</strong>;
    case "code":
      return <code>{inner}</code>;
    case "credit":
      return <span className="credit">{inner}</span>;
    case "link":
      return SAFE.test(mark.href) ? <a href={mark.href}>{inner}</a> : inner;
    case "footnote-reference": {
      const href = footnoteHref(mark.label);
      return <sup>{href === null ? inner : <a href={href} role="doc-noteref">{inner}</a>}</sup>;
    }
  }
}

/** Line ends inside a block are the author's: verse, addresses. */
function lines(text: string): ReactNode {
  if (!text.includes("\n")) return text;
  return text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
