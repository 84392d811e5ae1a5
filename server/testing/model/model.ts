/** What should be true of a small discussion and its moderation, told as simply as can be: what the procedures are held against. */
import type { Act, CommentAct, MemberAct, SanctionKind } from "../../../domain/moderation/decision";

/** Members by their place: four who write, two who moderate, one administrator. */
export const WRITERS = [0, 1, 2, 3];
export const MODERATORS = [4, 5];
export const CHIEF = 6;

export const rankOf = (who: number): number => (who === CHIEF ? 2 : MODERATORS.includes(who) ? 1 : 0);

export type ModelComment = {
  by: number;
  parent: number | null;
  thread: number;
  body: string;
  /** "held": nobody has seen it; "refused": nor will anybody. "forgotten": taken back while it was restricted. */
  state: "shown" | "deleted" | "hidden" | "removed" | "forgotten" | "held" | "refused";
  /** Seconds at which its author deleted it. */
  deletedAt: number | null;
  /** The decision that keeps it from view, by its place; null: none does. */
  stands: number | null;
  /** Who reported it ever, and whose report waits for an answer. */
  reporters: number[];
  waiting: number[];
};

/** `result`: the decision that answered it. `closedAt`: null, it waits. */
export type ModelAppeal = { outcome: "upheld" | "reversed" | null; result: number | null; closedAt: number | null; notes: number };

export type ModelDecision = {
  act: Act;
  on: { comment: number } | { thread: number } | { member: number };
  concerns: number;
  /** Null: a rule, until somebody has looked. */
  by: number | null;
  /** Whose reports it followed. */
  reporters: number[];
  at: number;
  isUndone: boolean;
  reversedBy: number | null;
  appeal: ModelAppeal | null;
};

export type Done = { decision: number; by: number; at: number; takeBack: () => void };

export type Model = {
  now: number;
  comments: ModelComment[];
  /** Threads, each with the decision that locks it. */
  locked: Map<number, number>;
  threads: number;
  /** In force or not, those that were neither lifted nor, of warnings, read. */
  sanctions: { who: number; kind: SanctionKind; until: number | null; decision: number }[];
  suspended: Set<number>;
  decisions: ModelDecision[];
  last: Done | null;
  /** Rows the log has by now. */
  logged: number;
};

export function emptyModel(): Model {
  return { now: 0, comments: [], locked: new Map(), threads: 0, sanctions: [], suspended: new Set(), decisions: [], last: null, logged: 0 };
}

export const isThere = ({ state }: ModelComment): boolean => state !== "held" && state !== "refused";
export const isGone = ({ state }: ModelComment): boolean => state !== "shown";

/** Why a member may not post; null: they may. */
export function faultOfPosting({ sanctions, suspended, now }: Model, who: number): string | null {
  if (suspended.has(who)) return "notAllowed.signIn";
  const binding = (kind: SanctionKind) => sanctions.some((one) => one.who === who && one.kind === kind && (one.until === null || now < one.until));
  return binding("silence") ? "notAllowed.silenced" : binding("warn") ? "notAllowed.warned" : null;
}

export function isHeld({ sanctions, now }: Model, who: number): boolean {
  return sanctions.some((one) => one.who === who && one.kind === "hold" && (one.until === null || now < one.until));
}

/** The decisions on a comment that are in force, or would be if a later one were not. */
export function standingOn({ decisions }: Model, place: number): number[] {
  return decisions.flatMap(({ act, on, isUndone, reversedBy }, at) => ("comment" in on && on.comment === place && (act === "hide" || act === "remove" || act === "hold") && !isUndone && reversedBy === null ? [at] : []));
}

/** Why a held comment cannot be posted after all. */
export function faultOfLettingThrough({ comments, locked }: Model, { parent, state }: ModelComment): string | null {
  const answered = parent === null || (state !== "held" && state !== "refused") ? null : comments[parent];
  if (!answered) return null;
  return isGone(answered) ? "notAllowed.deleted" : locked.has(answered.thread) ? "notAllowed.locked" : null;
}

/** Why this act cannot be decided about a comment; null: it can. */
export function faultOfActing(model: Model, who: number, act: CommentAct, comment: ModelComment): string | null {
  if (model.suspended.has(who)) return "noSuch.page";
  if (comment.by === who) return "notAllowed.ownCase";
  if (comment.waiting.includes(who)) return "notAllowed.ownReport";
  if (rankOf(comment.by) > rankOf(who)) return "notAllowed.above";
  if (comment.state === "held") return act === "hide" ? "conflict.decided" : null;
  if (comment.state === "refused") return act === "hide" || act === "remove" ? "conflict.decided" : null;
  if (comment.state === "deleted" || comment.state === "forgotten") return act === "approve" ? null : "notAllowed.deleted";
  if (act === "restore" && comment.state === "shown") return "notAllowed.nothingToRestore";
  const isSame = (act === "hide" && comment.state === "hidden") || (act === "remove" && comment.state === "removed");
  return isSame && comment.waiting.length === 0 ? "conflict.decided" : null;
}

export function faultOfSanction(model: Model, who: number, act: MemberAct, whom: number): string | null {
  if (model.suspended.has(who)) return "noSuch.page";
  if (who === whom) return "notAllowed.ownCase";
  if (who !== CHIEF && rankOf(whom) >= rankOf(who)) return "notAllowed.above";
  if (act === "lift") return model.sanctions.some((one) => one.who === whom) ? null : "conflict.decided";
  return act === "suspend" && model.suspended.has(whom) ? "conflict.decided" : null;
}
