/** What marks become when the text under them is cut, put together or written anew. Offsets are code points throughout. */
import type { Mark, Span } from "./blocks";

/** What falls into a part of the text, its offsets counted from the part's beginning. */
export function within<Piece extends Span>(pieces: readonly Piece[], { start, end }: Span): Piece[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({ ...piece, start: Math.max(piece.start, start) - start, end: Math.min(piece.end, end) - start }));
}

/**
 * Marks of two texts put together: the first is `firstEnd` long, the second begins at `secondStart`. One that ends the
 * first and goes on in the second becomes one again, over what now stands between them.
 */
export function joinedMarks(first: readonly Mark[], second: readonly Mark[], firstEnd: number, secondStart: number): Mark[] {
  const left = second.map((mark) => ({ ...mark, start: mark.start + secondStart, end: mark.end + secondStart }));
  const joined = first.map((mark) => {
    const at = mark.end === firstEnd ? left.findIndex((other) => other.start === secondStart && isAlike(mark, other)) : -1;
    const [further] = at < 0 ? [] : left.splice(at, 1);
    return further ? { ...mark, end: further.end } : mark;
  });
  return [...joined, ...left];
}

/** References are each one note's; of the others two of a kind side by side say what one over both says. */
function isAlike(one: Mark, other: Mark): boolean {
  if (one.kind === "link") return other.kind === "link" && one.href === other.href;
  return one.kind === other.kind && one.kind !== "footnote-reference";
}

/**
 * Marks of a text that was written anew: what stands before and after the changed words keeps its marks, and one around them
 * goes with them. A reference whose own sign was changed refers to nothing any more.
 */
export function keptMarks(marks: readonly Mark[], before: readonly string[], after: readonly string[]): Mark[] {
  const same = alike(before, after);
  const grown = after.length - before.length;
  const suffix = before.length - same.end;
  // Words put in right before a mark or right behind it are not under it.
  const startOf = (at: number): number => (at >= suffix ? at + grown : at <= same.start ? at : after.length - same.end);
  const endOf = (at: number): number => (at <= same.start ? at : at >= suffix ? at + grown : same.start);
  return marks.flatMap((mark) => {
    const moved = { ...mark, start: startOf(mark.start), end: endOf(mark.end) };
    const isTouched = mark.start < suffix && mark.end > same.start;
    return moved.end <= moved.start || (isTouched && mark.kind === "footnote-reference") ? [] : [moved];
  });
}

/** How many characters two texts begin with alike, and how many of the rest they end with alike. */
function alike(one: readonly string[], other: readonly string[]): { start: number; end: number } {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return { start, end };
}
