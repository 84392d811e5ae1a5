/** What a moderator wishes to see of the queue, and where in it a page begins. */
import { type Ground } from "./decision";
import { grounds } from "./house-rules";

export const itemKinds = ["reported", "held", "appeal"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Whose turn it is: what this moderator has claimed, or what nobody has. */
export const claimWishes = ["mine", "unclaimed"] as const;
export type ClaimWish = (typeof claimWishes)[number];

export const queueGrounds = [...grounds, "review"] as const satisfies readonly Ground[];

/** Empty texts and nulls: all. `article`: a slug; `member`: a name; `snoozed`: those set aside, and no others. */
export type QueueWish = { kind: ItemKind | null; ground: Ground | null; article: string; member: string; claim: ClaimWish | null; snoozed: boolean };

export const wholeQueue: QueueWish = { kind: null, ground: null, article: "", member: "", claim: null, snoozed: false };

/** Long enough to read a thread and write reasons; whoever went home does not keep others waiting. */
export const CLAIM_MS = 10 * 60 * 1000;

export function isClaimed({ claimedAt }: { claimedAt: Date | null }, now: Date): boolean {
  return claimedAt !== null && now.getTime() - claimedAt.getTime() < CLAIM_MS;
}

/** Some an evening, or a member who is at it all week. */
export const SNOOZE = { least: 1, usual: 5, most: 50 };

/** A line to the next moderator, or a summary of what was found. */
export const NOTE_LENGTH = { least: 1, most: 2_000 };

/** Where a page begins: after this item. `at`: since when it waits, milliseconds since 1970. */
export type QueuePlace = { rank: number; at: number; id: string };

export function placeCursor({ rank, at, id }: QueuePlace): string {
  return `${rank}.${at}.${id}`;
}

/** Null for what no list of ours gave out. */
export function readPlace(text: string): QueuePlace | null {
  const [, rank, at, id] = /^([1-3])\.(0|[1-9]\d{0,12})\.([0-9A-Za-z-]{1,64})$/.exec(text) ?? [];
  return id === undefined ? null : { rank: Number(rank), at: Number(at), id };
}
