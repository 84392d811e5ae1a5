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
