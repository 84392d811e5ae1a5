/** The gate: a student sees what classmates wrote only once it is open. Bodies, names, counts, notices and exports alike: whoever shows anything asks `isHidden`. */
import type { CountedComment } from "./counted";
import type { GateRule } from "./terms";

/** As it is stored for one student. `closedAt`: since when a teacher has closed it again. */
export type StoredOpening = { openedAt: Date; closedAt: Date | null };

/** `because`: open by having no rule, by own comments, by the moment, by the teacher (for one or for all); closed by the teacher, or not yet open. */
export type GateState = { isOpen: true; because: "noRule" | "opened" | "moment" | "teacher" } | { isOpen: false; because: "closed" | "notYet" };

/**
 * `opening`: null when there is none. `openedForAllAt`: when the teacher opened it for everybody, or null. What was opened stays open whatever is
 * deleted later, for it is stored and never counted anew; only a teacher closes it, for one student, and that beats all else.
 */
export function gateState({ rule, opening, openedForAllAt, now }: { rule: GateRule; opening: StoredOpening | null; openedForAllAt: Date | null; now: Date }): GateState {
  if (opening?.closedAt && opening.closedAt <= now) return { isOpen: false, because: "closed" };
  if (rule.kind === "none" || (rule.kind === "after" && rule.own <= 0)) return { isOpen: true, because: "noRule" };
  if (opening && opening.openedAt <= now) return { isOpen: true, because: "opened" };
  if (openedForAllAt && openedForAllAt <= now) return { isOpen: true, because: "teacher" };
  return rule.kind === "at" && new Date(rule.at) <= now ? { isOpen: true, because: "moment" } : { isOpen: false, because: "notYet" };
}

/** The comment that opens it, to be stored in the unit that keeps the comment: the Nth that counts, in order of time. Null: there are too few, or another rule. */
export function openingComment(rule: GateRule, counted: readonly Pick<CountedComment, "id" | "at">[]): string | null {
  if (rule.kind !== "after" || rule.own <= 0) return null;
  const ordered = [...counted].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1));
  return ordered[rule.own - 1]?.id ?? null;
}

/** How many counted comments are still asked for; 0 where the gate is open, goes by something else, or was closed by a teacher. */
export function stillBeforeGate(rule: GateRule, counted: number, { because }: GateState): number {
  return because !== "notYet" || rule.kind !== "after" ? 0 : Math.max(1, rule.own - counted);
}

/** `isByTeaching`: a teacher or an assistant wrote it, a prompt or else. */
export type GatedComment = { isOwn: boolean; isByTeaching: boolean };

/** Whether a comment is hidden from a reader. Those who teach see everything; prompts, teachers' posts and one's own always show. */
export function isHidden({ isOwn, isByTeaching }: GatedComment, { isOpen }: Pick<GateState, "isOpen">, reader: { isTeaching: boolean }): boolean {
  return !(reader.isTeaching || isOpen || isOwn || isByTeaching);
}
