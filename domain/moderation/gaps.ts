/** What stands between the letters of a text, and what of it may stand within a word that somebody has pulled apart. */
import type { Sign } from "./folding";

/** More between two letters, and they belong to two words. */
const WIDEST_GAP = 3;

/** Two single letters with a space between them happen ("plan B a"); three in a row are spelt. */
const SPELT = 3;

type Stretch = { from: number; to: number };

/**
 * The gaps of a text by their first sign. `after`: the sign behind each. `within`: those that part a word's letters, as in "f.o.o", "f o o", "s-hit", and
 * not in "end.Begin" or "was so".
 */
export function gapsOf(signs: readonly Sign[]): { after: Map<number, number>; within: Set<number> } {
  const pieces = piecesOf(signs);
  const after = new Map<number, number>();
  const within = new Set<number>();
  let spelt: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (!before) continue;
    const gap = { from: before.to, to: piece.from };
    after.set(gap.from, gap.to);
    if (mayJoin(signs, gap, Math.min(lengthOf(before), lengthOf(piece)))) within.add(gap.from);
    const isSpelt = lengthOf(before) === 1 && lengthOf(piece) === 1 && isNarrow(signs, gap);
    // The last gaps of a run are enough: those before were taken when they were the last.
    spelt = isSpelt ? [...spelt, gap.from].slice(1 - SPELT) : [];
    if (spelt.length === SPELT - 1) for (const from of spelt) within.add(from);
  }
  return { after, within };
}

/** Signs without anything between them. */
function piecesOf(signs: readonly Sign[]): Stretch[] {
  const pieces: Stretch[] = [];
  for (const [at, { plain }] of signs.entries()) {
    const last = pieces.at(-1);
    if (plain === "") continue;
    if (last?.to === at) last.to = at + 1;
    else pieces.push({ from: at, to: at + 1 });
  }
  return pieces;
}

function lengthOf({ from, to }: Stretch): number {
  return to - from;
}

/** Whether what stands between two signs lets them belong together at all, as letters of a word or words of a phrase. */
export function isNarrow(signs: readonly Sign[], { from, to }: Stretch): boolean {
  return to - from <= WIDEST_GAP && signs.slice(from, to).every(({ kind }) => kind !== "stop");
}

/** `shorter`: signs of the shorter of the pieces beside the gap. */
function mayJoin(signs: readonly Sign[], { from, to }: Stretch, shorter: number): boolean {
  if (!isNarrow(signs, { from, to })) return false;
  const gap = signs.slice(from, to);
  // Chinese has no spaces, but lines end in the middle of sentences.
  if (signs[from - 1]?.kind === "wide" && signs[to]?.kind === "wide") return gap.every(({ kind }) => kind !== "line");
  return shorter === 1 && gap.every(({ kind }) => kind !== "space" && kind !== "line");
}
