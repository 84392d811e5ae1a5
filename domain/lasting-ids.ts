/** Which of the new blocks keep the ids of the old ones. */
import type { Fate } from "./anchoring/work";
import { codePoints } from "./blocks";

/**
 * By place in the new text: the id of the old block that lives on there, null for a block that is new. Of a split block the part with
 * most of its words keeps the id, which is the first of its fate; of merged ones the largest survives.
 */
export function lastingIds(old: readonly { blockId: string; text: string }[], fates: readonly Fate[], count: number): (string | null)[] {
  const holders: ({ blockId: string; length: number } | null)[] = Array.from({ length: count }, () => null);
  old.forEach(({ blockId, text }, place) => {
    const at = fates[place]?.to[0];
    const length = codePoints(text);
    if (at !== undefined && length > (holders[at]?.length ?? -1)) holders[at] = { blockId, length };
  });
  return holders.map((holder) => holder?.blockId ?? null);
}
