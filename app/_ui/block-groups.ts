/** Blocks as they stand on a page: list items gathered into lists and rows into tables, each one row of its grid. */
import type { BlockView } from "../../domain/reading";

export type BlockGroup =
  | { kind: "single"; block: BlockView; rows: number }
  | { kind: "list"; ordered: boolean; blocks: BlockView[]; rows: number }
  | { kind: "table"; blocks: BlockView[]; rows: number };

/** As many as the stylesheet has rules for; a thread longer than a dozen paragraphs makes room for itself. */
export const MOST_ROWS = 12;

export function groupsOf(blocks: readonly BlockView[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "list-item" && last?.kind === "list" && continuesList(last, block)) last.blocks.push(block);
    else if (block.kind === "table-row" && last?.kind === "table" && block.shape.row?.header !== true) last.blocks.push(block);
    else groups.push(groupFrom(block));
  }
  return withRows(groups);
}

function groupFrom(block: BlockView): BlockGroup {
  if (block.kind === "list-item") return { kind: "list", ordered: block.shape.list?.ordered ?? false, blocks: [block], rows: 1 };
  if (block.kind === "table-row") return { kind: "table", blocks: [block], rows: 1 };
  return { kind: "single", block, rows: 1 };
}

/** A deeper item always belongs to the list; an outermost one begins another when it is its first. */
function continuesList(list: { ordered: boolean }, block: BlockView): boolean {
  const shape = block.shape.list;
  if (shape === undefined) return true;
  return shape.depth > 0 || (shape.ordered === list.ordered && shape.ordinal !== 1);
}

export function hasThreads(group: BlockGroup): boolean {
  const blocks = group.kind === "single" ? [group.block] : group.blocks;
  return blocks.some((block) => block.threads.length > 0);
}

/** The threads of a group may stand beside it and the groups after it that have none. */
function withRows(groups: BlockGroup[]): BlockGroup[] {
  let free = 1;
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at];
    if (group === undefined) continue;
    group.rows = Math.min(free, MOST_ROWS);
    free = hasThreads(group) ? 1 : free + 1;
  }
  return groups;
}
