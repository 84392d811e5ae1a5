/** Which comments of a student count for an assignment, and why the others do not. */
import { localDay } from "../local-day";
import type { CommentKind } from "../thread";
import { isCutOff, lateCredit, minutesLate, type Due, type LateRule } from "./dates";
import type { Requirement } from "./terms";

/**
 * One comment of the student. `words`: by `wordsIn`. `isReply`: to a classmate; an answer to a prompt or to a teacher is a comment of one's own.
 * `isReplyToSelf`: to a comment of their own. `passage`: the id of the block its thread stands at, null: the whole article. `isRestricted`: hidden,
 * removed or held by a moderator or teacher.
 */
export type OwnComment = { id: string; at: Date; words: number; isReply: boolean; isReplyToSelf: boolean; passage: string | null; kind: CommentKind | null; isDeleted: boolean; isRestricted: boolean };

/** The first that applies, in this order. There is none for "more than asked for": what is beyond counts too, and rules say how far it pays. */
export const causes = ["deleted", "restricted", "afterCutOff", "late", "replyToSelf", "wrongKind", "tooShort"] as const;
export type Cause = (typeof causes)[number];

/** `at` in ISO 8601, UTC. `day`: where the class is. `credit`: percent, 1 to 100, less where it is late. */
export type CountedComment = { id: string; at: string; day: string; words: number; isReply: boolean; passage: string | null; kind: CommentKind | null; minutesLate: number; credit: number };
export type ExcludedComment = { id: string; at: string; cause: Cause };

export type Totals = { comments: number; replies: number; passages: number; words: number; kinds: number; days: number; late: number };

/** Both in order of time, then of id. */
export type Counted = { counted: CountedComment[]; excluded: ExcludedComment[]; totals: Totals };

/** `required.kinds`: only these count, as beginnings of threads; empty: any. A reply needs no kind. `due`: the student's own, by `dueFor`. */
export type CountingRules = { required: Pick<Requirement, "leastWords" | "kinds">; due: Due; late: LateRule | null; timeZone: string };

export function countedOf(comments: readonly OwnComment[], rules: CountingRules): Counted {
  const ordered = [...comments].sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const counted: CountedComment[] = [];
  const excluded: ExcludedComment[] = [];
  for (const comment of ordered) {
    const minutes = minutesLate(comment.at, comment.isReply ? rules.due.repliesDueAt : rules.due.commentsDueAt);
    const credit = lateCredit(minutes, rules.late);
    const cause = causeOf(comment, credit, rules);
    const at = comment.at.toISOString();
    if (cause) excluded.push({ id: comment.id, at, cause });
    else counted.push({ id: comment.id, at, day: localDay(comment.at, rules.timeZone), words: comment.words, isReply: comment.isReply, passage: comment.passage, kind: comment.kind, minutesLate: minutes, credit });
  }
  return { counted, excluded, totals: totalsOf(counted) };
}

/** Null: it counts. */
function causeOf(comment: OwnComment, credit: number, { required, due }: CountingRules): Cause | null {
  if (comment.isDeleted) return "deleted";
  if (comment.isRestricted) return "restricted";
  if (isCutOff(comment.at, due)) return "afterCutOff";
  if (credit <= 0) return "late";
  if (comment.isReplyToSelf) return "replyToSelf";
  if (required.kinds.length > 0 && !comment.isReply && !required.kinds.some((kind) => kind === comment.kind)) return "wrongKind";
  return comment.words < required.leastWords ? "tooShort" : null;
}

/** `passages`, `kinds`, `days`: how many different ones. `late`: comments that lose something by it. */
export function totalsOf(counted: readonly CountedComment[]): Totals {
  const different = <Value>(values: readonly (Value | null)[]): number => new Set(values.filter((value) => value !== null)).size;
  const replies = counted.filter(({ isReply }) => isReply).length;
  return {
    comments: counted.length - replies,
    replies,
    passages: different(counted.map(({ passage }) => passage)),
    words: counted.reduce((sum, { words }) => sum + words, 0),
    kinds: different(counted.map(({ kind }) => kind)),
    days: different(counted.map(({ day }) => day)),
    late: counted.filter(({ credit }) => credit < 100).length,
  };
}

/** What is still missing, 0: done. */
export function missingOf(required: Requirement, totals: Totals): Pick<Requirement, "comments" | "replies" | "passages" | "words"> {
  const missing = (name: "comments" | "replies" | "passages" | "words"): number => Math.max(0, required[name] - totals[name]);
  return { comments: missing("comments"), replies: missing("replies"), passages: missing("passages"), words: missing("words") };
}
