/** Where a draft would show each thread, for all of a discussion at once; and which of its blocks are which. Runs in a thread of its own. */
import { type Carried, carrierBetween } from "../../domain/anchoring/carry";
import { align } from "../../domain/anchoring/alignment";
import { carriedOver, type CarriersFrom, keptOf, type Meant, type StoredFate, storedFate } from "../../domain/carry-over";
import type { Span } from "../../domain/blocks";
import { lastingIds } from "../../domain/lasting-ids";
import type { ShownThread } from "./threads";

/** Plain enough to be handed to another thread. */
export type ToCarry = {
  /** Texts of the newest revision and of the draft, in order. */
  newest: string[];
  draft: string[];
  /** Earlier revisions that threads were written on, by id. */
  earlier: Record<string, { blockId: string; text: string }[]>;
  newestId: string;
  threads: ShownThread[];
};

/** Blocks with their lasting ids, and the texts that some of these are to be found in. */
export type ToRecognise = { from: { blockId: string; text: string }[]; to: string[] };

export type ToCompute = ({ act: "carry" } & ToCarry) | ({ act: "recognise" } & ToRecognise);

export type CarriedThread = Carried & { threadId: string; oldNumber: number };

/** `kept`: see the domain's `keptOf`. */
export type AllCarried = { carried: CarriedThread[]; fates: StoredFate[]; kept: number };

/** `done` of `total`: first steps of the alignment, then threads. */
export type Told = (phase: "aligning" | "placing", done: number, total: number) => void;

export function carryAll({ newest, draft, earlier, newestId, threads }: ToCarry, told?: Told): AllCarried {
  const between = carrierBetween(newest, draft, (done, total) => told?.("aligning", done, total));
  const carriers = new Map([[newestId, between]]);
  const from: CarriersFrom = (revision) => {
    const known = carriers.get(revision) ?? carrierBetween((earlier[revision] ?? []).map(({ text }) => text), draft);
    carriers.set(revision, known);
    return known;
  };
  const meantBy = meantIn(earlier);
  const carried = threads.map((thread, place) => {
    told?.("placing", place, threads.length);
    const shown = { block: thread.place === "removed" ? null : thread.number - 1, span: spanOf(thread.start, thread.end) };
    return { ...carriedOver(between.carry, from, draft, meantBy(thread), shown), threadId: thread.threadId, oldNumber: thread.number };
  });
  return { carried, fates: between.fates.map(storedFate), kept: keptOf(newest, between.fates) };
}

/** The lasting id of each new text's block; null: it is none of the old. */
export function recognised({ from, to }: ToRecognise, told?: Told): (string | null)[] {
  return lastingIds(from, align(from.map(({ text }) => text), to, (done, total) => told?.("aligning", done, total)), to.length);
}

export function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}

export function meantIn(earlier: ToCarry["earlier"]): (thread: ShownThread) => Meant | null {
  const places = new Map(Object.entries(earlier).map(([revision, blocks]) => [revision, new Map(blocks.map(({ blockId }, place) => [blockId, place]))]));
  return ({ meantRevision, meantBlock, meantStart, meantEnd }) => {
    if (meantBlock === null) return null;
    const block = places.get(meantRevision)?.get(meantBlock) ?? -1;
    return { revision: meantRevision, block, text: earlier[meantRevision]?.[block]?.text ?? "", span: spanOf(meantStart, meantEnd) };
  };
}
