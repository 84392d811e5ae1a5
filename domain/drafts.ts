/** Unfinished comments: what they may hold, how many a member may keep, and what a save does to what is kept. */
import { faultOfComment } from "./comment-text";
import { faultOfProposal } from "./proposals";
import { isBlank, type TextFault, withLineFeeds } from "./text";
import type { CommentKind } from "./thread";

/** More than anybody comes back to; of the longest comments they are two million characters a member, and no more. */
export const MOST_DRAFTS = 100;

/** `proposal`: the other wording of the passage, as far as written; absent or null: none. */
export type DraftText = { body: string; kind: CommentKind | null; proposal?: string | null };

/** What is kept at a place. Of a draft that was posted or thrown away the text is gone and the version goes on. */
export type KeptDraft = DraftText & { version: number };

/** As it is kept: spaces at the end stay, for somebody is still writing there; nothing visible is nothing. */
export function draftOf({ body, kind, proposal = null }: DraftText): DraftText {
  return isBlank(body) ? { body: "", kind: null, proposal: null } : { body: withLineFeeds(body), kind, proposal: proposal && withLineFeeds(proposal) };
}

export function faultOfDraft({ body, proposal }: DraftText): TextFault | null {
  return (body === "" ? null : faultOfComment(body)) ?? (proposal ? faultOfProposal(proposal) : null);
}

/** `nothing`: it is kept so already. `conflict`: another tab or device saved other words since the version named. */
export type SaveStep = "nothing" | "create" | "change" | "revive" | "empty" | "conflict";

/** What a save does that started from `version` (0: from no draft). Never a silent loss: what was not seen is not replaced. */
export function saveStep(kept: KeptDraft | null, wish: DraftText & { version: number }): SaveStep {
  if (kept === null) return wish.body === "" ? "nothing" : "create";
  if (kept.body === wish.body && kept.kind === wish.kind && (kept.proposal ?? null) === (wish.proposal ?? null)) return "nothing";
  if (kept.body === "" && wish.version === 0) return "revive";
  if (kept.version !== wish.version) return "conflict";
  if (kept.body === "") return "revive";
  return wish.body === "" ? "empty" : "change";
}
