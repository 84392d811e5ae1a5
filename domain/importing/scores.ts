/** How well an article was read, against what a person would keep of it. */
export type Kept = { title: string | null; byline: string | null; date: string | null; source: string | null; language: string | null; blocks: { kind: string; text: string }[] };

/** `right`: blocks read as the person kept them; `near`: nearly so, which count half; `read` and `wanted`: how many there are. */
export type BlockScore = { right: number; near: number; read: number; wanted: number; missed: string[]; extra: string[]; kinds: number };

/** Two texts are one when they differ in spaces and signs only. */
const comparable = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

export const isSame = (one: string | null, other: string | null): boolean => comparable(one ?? "") === comparable(other ?? "");

/** A block that has this much of another's text, and no more beside it, is nearly it: a label or a credit is missing. */
const nearly = 0.8;

/**
 * Blocks compared in order as sets: one is right when its text, spaces and signs aside, is a wanted block's. Of the others
 * one is near when it is, for four fifths or more, the beginning, end or middle of a wanted one or the other way round.
 */
export function scoreOfBlocks(read: Kept["blocks"], wanted: Kept["blocks"]): BlockScore {
  const open = wanted.map(({ kind, text }) => ({ kind, text, plain: comparable(text) }));
  const extra: { kind: string; text: string; plain: string }[] = [];
  let kinds = 0;
  for (const { kind, text } of read) {
    const plain = comparable(text);
    const at = open.findIndex((block) => block.plain === plain);
    if (at < 0) extra.push({ kind, text, plain });
    else if (open.splice(at, 1)[0]?.kind === kind) kinds += 1;
  }
  const right = read.length - extra.length;
  const far = extra.filter(({ plain }) => {
    const at = open.findIndex((block) => isNear(block.plain, plain));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return { right, near: extra.length - far.length, read: read.length, wanted: wanted.length, missed: open.map(({ text }) => text), extra: far.map(({ text }) => text), kinds };
}

function isNear(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other].sort((a, b) => a.length - b.length);
  return short.length >= long.length * nearly && long.includes(short);
}

/** Of what was read, how much is right; and of what was wanted, how much was read. 1 of nothing. */
export function precisionAndRecall({ right, near, read, wanted }: Pick<BlockScore, "right" | "near" | "read" | "wanted">): { precision: number; recall: number } {
  const good = right + near / 2;
  return { precision: read === 0 ? 1 : good / read, recall: wanted === 0 ? 1 : good / wanted };
}
