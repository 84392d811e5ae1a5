/** When work is due, in words. */
import type { Words } from "../words";

/** Moments in ISO 8601, UTC; null: no such date. */
export type DueView = { commentsDueAt: string | null; repliesDueAt: string | null; cutOffAt: string | null };

/** One sentence for each date there is: replies only where they are due at another time. */
export function dueSaid(words: Words, { commentsDueAt, repliesDueAt }: DueView, zone: string): string[] {
  const at = (moment: string): string => words.inZone(moment, zone);
  if (commentsDueAt === null && repliesDueAt === null) return [words.t("classes.work.noDate")];
  const replies = repliesDueAt !== null && repliesDueAt !== commentsDueAt ? [words.t("classes.work.repliesDue", { at: at(repliesDueAt) })] : [];
  return [...(commentsDueAt === null ? [] : [words.t("classes.work.due", { at: at(commentsDueAt) })]), ...replies];
}
