/** An article seen from afar: its blocks in order, joined into few stretches. */
import { type Block, codePoints } from "./blocks";

/** Block numbers from `first` to `last`, and their length in code points. */
export type Stretch = { first: number; last: number; length: number };

/** As many bars as can still be told apart on the 400 pixels a list gives the score. */
export const MOST_STRETCHES = 60;

export function outlineOf(blocks: readonly Pick<Block, "text">[]): Stretch[] {
  const perStretch = Math.max(1, Math.ceil(blocks.length / MOST_STRETCHES));
  const stretches: Stretch[] = [];
  for (let at = 0; at < blocks.length; at += perStretch) {
    const part = blocks.slice(at, at + perStretch);
    stretches.push({ first: at + 1, last: at + part.length, length: part.reduce((sum, { text }) => sum + codePoints(text), 0) });
  }
  return stretches;
}
