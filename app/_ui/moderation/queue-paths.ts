/** Addresses of the queue: what was wished for goes along from item to item. */
import type { ItemKind, QueueWish } from "../../../domain/moderation/queue-wish";
import { withQuery } from "../paths";

export type Way = QueueWish & { after: string | null };

function queryOf({ kind, ground, article, member, claim, snoozed, after }: Partial<Way>): Record<string, string | undefined> {
  return { kind: kind ?? undefined, rule: ground ?? undefined, article: article || undefined, member: member || undefined, claim: claim ?? undefined, snoozed: snoozed ? "1" : undefined, after: after ?? undefined };
}

/** `more`: what was just done. */
export function queuePath(way: Partial<Way> = {}, more: Record<string, string | undefined> = {}): string {
  return withQuery("/moderation", { ...queryOf(way), ...more });
}

export function itemPath(id: string, way: Partial<Way> = {}, more: Record<string, string | undefined> = {}): string {
  return withQuery(`/moderation/items/${id}`, { ...queryOf(way), ...more });
}

/** What a class leaves to moderators. */
export function leftCasePath(id: string): string {
  return `/moderation/from-classes/${id}`;
}

/** Where an item is decided: an appeal has a page of its own, and so has what a class leaves to moderators. */
export function placeOfItem({ id, kind, isOfClass }: { id: string; kind: ItemKind; isOfClass: boolean }, way: Partial<Way> = {}, more: Record<string, string | undefined> = {}): string {
  return kind === "appeal" ? `/moderation/appeals/${id}` : isOfClass ? leftCasePath(id) : itemPath(id, way, more);
}

export function movePath(id: string, given: { query?: string; page?: number } = {}): string {
  return withQuery(`/moderation/items/${id}/passages`, { query: given.query || undefined, page: given.page === undefined || given.page === 1 ? undefined : String(given.page) });
}

/** As a form carries it. */
export function wayOf(way: Way): string {
  return queuePath(way).split("?")[1] ?? "";
}
