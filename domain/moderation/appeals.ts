/** Objecting to a decision. */
import { type Act, type Ground, isRestrictive } from "./decision";

/** Two pages of a letter: more than that nobody reads with care, less cuts people off. */
export const APPEAL_LENGTH = { least: 3, most: 5_000 };

type Facts = { act: Act; ground: Ground | null; appealUntil: Date | null; reversedBy: string | null; hasAppeal: boolean };

/**
 * Once, while there is time, to what takes something away and still does. What only waits for a moderator's look is looked at anyhow: there is nothing
 * decided yet that one could object to.
 */
export function canObject({ act, ground, appealUntil, reversedBy, hasAppeal }: Facts, now: Date): boolean {
  return isRestrictive(act) && ground !== "review" && appealUntil !== null && now < appealUntil && reversedBy === null && !hasAppeal;
}

/** As long as a letter may lie about after the last day: who objected then still reads the answer. */
export const ANSWER_READ_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Whether a suspended member comes by their link to the statement: while they can object, while their objection is open, and for a while after it was
 * decided. `appeal` null: nobody has objected.
 */
export function doorAt({ appealUntil, undoneAt }: { appealUntil: Date | null; undoneAt: Date | null }, appeal: { closedAt: Date | null } | null, now: Date): "open" | "undone" | "over" {
  if (undoneAt !== null) return "undone";
  if (appealUntil !== null && now < appealUntil) return "open";
  if (appeal === null) return "over";
  return appeal.closedAt === null || now.getTime() < appeal.closedAt.getTime() + ANSWER_READ_MS ? "open" : "over";
}
