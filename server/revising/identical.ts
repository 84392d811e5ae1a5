/** Whether a draft says anything that the newest revision does not. */
import { isDeepStrictEqual } from "node:util";
import type { BlockKind, BlockShape, Mark } from "../../domain/blocks";

type Block = { kind: BlockKind; text: string; marks: Mark[]; shape: BlockShape };
type Text = { title: string; standfirst: string | null; byline: string | null; date: string | null; source: string | null; language: string; blocks: readonly Block[] };

export function isIdentical(one: Text, other: Text): boolean {
  const isSameHead = (["title", "standfirst", "byline", "date", "source", "language"] as const).every((field) => one[field] === other[field]);
  return isSameHead && isSameText(one.blocks, other.blocks);
}

/** Without what is said beside it. */
export function isSameText(one: readonly Block[], other: readonly Block[]): boolean {
  return one.length === other.length && one.every((block, place) => isSame(block, other[place]));
}

/** The words decide nearly always. */
function isSame({ kind, text, marks, shape }: Block, other: Block | undefined): boolean {
  return text === other?.text && kind === other.kind && isDeepStrictEqual({ marks, shape }, { marks: other.marks, shape: other.shape });
}
