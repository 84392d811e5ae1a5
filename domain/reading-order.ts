/** The order in which a discussion is read: along the text, and what is said on the whole article last. */

/** A comment's place in it; or a thread's, whose `sequence` is 0. `block` 0: the whole article. */
export type Spot = { block: number; ordinal: number; sequence: number };

export function spotCursor({ block, ordinal, sequence }: Spot): string {
  return sequence === 0 ? `${block}.${ordinal}` : `${block}.${ordinal}.${sequence}`;
}

/** Null for what no list of ours gave out. */
export function readSpot(text: string): Spot | null {
  const [, block, ordinal, sequence] = /^(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return ordinal === undefined ? null : { block: Number(block), ordinal: Number(ordinal), sequence: Number(sequence ?? 0) };
}

export type Part = "blocks" | "whole";

/** The parts of a discussion still to be read from a spot on. */
export function partsFrom(spot: Spot | null): readonly Part[] {
  return spot?.block === 0 ? ["whole"] : ["blocks", "whole"];
}
