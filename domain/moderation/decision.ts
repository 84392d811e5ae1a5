/**
 * A decision is one object: what was done, on what ground, upon which facts, by a person or a rule, until when, and how to object.
 * Whatever restricts anything carries the id of one (`DecisionId`), so that nothing is restricted without.
 */
import type { HouseRule } from "./house-rules";

export const commentActs = ["approve", "hide", "remove", "restore"] as const;
export const threadActs = ["lock", "unlock", "move"] as const;
export const memberActs = ["warn", "hold", "silence", "suspend", "lift"] as const;

export type CommentAct = (typeof commentActs)[number];
export type ThreadAct = (typeof threadActs)[number];
export type MemberAct = (typeof memberActs)[number];

/** "hold" is also what a rule does with a comment before anybody sees it. */
export type Act = CommentAct | ThreadAct | MemberAct;

/** What a decision refers to: a house rule, the law, or that somebody has to look first (rules that hold, never people). */
export type Ground = HouseRule | "law" | "review";

/** How a comment is kept from view: "hidden" until its author has changed it or a moderator has looked; "removed" for good. */
export type Restriction = "hidden" | "removed";

export type SanctionKind = "warn" | "hold" | "silence" | "suspend";

/** The id of a decision that is written in the same unit. Made in `server/moderation/decided.ts` alone. */
export type DecisionId = string & { readonly decision: true };

const favourable: readonly Act[] = ["approve", "restore", "unlock", "lift"];

/** Whether it takes something from somebody: then it needs a ground and facts, and can be objected to. */
export function isRestrictive(act: Act): boolean {
  return !favourable.includes(act);
}

/** Reg. (EU) 2022/2065, Art. 20 (1) gives at least six months; 184 days are six of any months. */
export const APPEAL_WINDOW_MS = 184 * 24 * 60 * 60 * 1000;

/** As long as a slip is noticed and offered to be undone. */
export const UNDO_SHOWN_MS = 15_000;

/** What is pressed at the last moment is still on its way for a while. Mails wait as long. */
export const UNDO_WITHIN_MS = UNDO_SHOWN_MS + 3_000;

/** Some sentences that name what was wrong; no treatise. */
export const FACTS_LENGTH = { least: 3, most: 2_000 };

/** The name of a law and its article. */
export const LAW_LENGTH = { least: 3, most: 200 };

/** Comments decided upon in one unit: some 1,000 statements, which hold up a writer for some 20 ms. */
export const MOST_AT_ONCE = 100;

/** The longest a sanction runs that is not for good: beyond it nobody keeps count. */
export const LONGEST_SANCTION_MS = 10 * 366 * 24 * 60 * 60 * 1000;
