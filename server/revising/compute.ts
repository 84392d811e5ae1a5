/** Where a draft would show each thread: computed at once for all of a discussion. */
import { type Carried } from "../../domain/anchoring/carry";
import { carrierBetween } from "../../domain/anchoring/carry";
import { carriedOver, type CarriedCounts, type CarriersFrom, type Meant, type StoredFate, storedFate } from "../../domain/carry-over";
import type { Span } from "../../domain/blocks";
import type { ShownThread } from "./threads";

/** What the computation needs, plain enough to be handed to another thread. */
export type ToCarry = {
  /** Texts of the newest revision and of the draft, in order. */
  newest: string[];
  draft: string[];
  /** Earlier revisions that threads were written on, by id. */
  earlier: Record<string, { blockId: string; text: string }[]>;
  newestId: string;
  threads: ShownThread[];
};

export type CarriedThread = Carried & { threadId: string; oldNumber: number };

export function carryAll({ newest, draft, earlier, newestId, threads }: ToCarry): { carried: CarriedThread[]; fates: StoredFate[] } {
  const between = carrierBetween(newest, draft);
  const carriers = new Map([[newestId, between]]);
  const from: CarriersFrom = (revision) => {
    const known = carriers.get(revision) ?? carrierBetween((earlier[revision] ?? []).map(({ text }) => text), draft);
    carriers.set(revision, known);
    return known;
  };
  const carried = threads.map((thread) => {
    const shown = { block: thread.place === "removed" ? null : thread.number - 1, span: spanOf(thread.start, thread.end) };
    return { ...carriedOver(between.carry, from, draft, meantBy(thread, earlier), shown), threadId: thread.threadId, oldNumber: thread.number };
  });
  return { carried, fates: between.fates.map(storedFate) };
}

function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}

function meantBy({ meantRevision, meantBlock, meantStart, meantEnd }: ShownThread, earlier: ToCarry["earlier"]): Meant | null {
  if (meantBlock === null) return null;
  const blocks = earlier[meantRevision] ?? [];
  const block = blocks.findIndex(({ blockId }) => blockId === meantBlock);
  return { revision: meantRevision, block, text: blocks[block]?.text ?? "", span: spanOf(meantStart, meantEnd) };
}

export function countsOf(carried: readonly Pick<Carried, "place" | "text">[]): CarriedCounts {
  const counts = { exact: 0, changed: 0, moved: 0, removed: 0 };
  for (const { place, text } of carried) counts[place === "removed" ? "removed" : text === "changed" ? "changed" : place === "moved" ? "moved" : "exact"] += 1;
  return counts;
}
