/** The words of a class: roles, and what an assignment asks for. */
import type { CommentKind } from "../thread";

export const classRoles = ["teacher", "assistant", "student"] as const;
export type ClassRole = (typeof classRoles)[number];

/** Teachers and assistants see every group, and what a gate hides. */
export function isTeaching(role: ClassRole): boolean {
  return role !== "student";
}

/** When a student sees what classmates wrote: at once; after so many counted comments of their own; at a moment (ISO 8601, UTC); when a teacher says so. */
export type GateRule = { kind: "none" } | { kind: "after"; own: number } | { kind: "at"; at: string } | { kind: "teacher" };

/** How much is asked for; 0: nothing in particular. `leastWords`: a comment with fewer does not count. */
export type Requirement = { comments: number; replies: number; passages: number; words: number; leastWords: number; kinds: readonly CommentKind[] };

export const NOTHING_REQUIRED: Requirement = { comments: 0, replies: 0, passages: 0, words: 0, leastWords: 0, kinds: [] };
