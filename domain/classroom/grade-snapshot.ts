/** A grade as it was given, with all that it came of: whoever has the snapshot can count again, and see that nothing in it was changed. */
import { createHash } from "node:crypto";
import type { Counted } from "./counted";
import { grade, type GivenByHand, type Grade } from "./grading";
import type { GradingRule } from "./grading-rules";
import type { Requirement } from "./terms";

/** What a snapshot hashes, and how: another set of fields starts with another word. */
const FORM = "paragora-grade-1";

/**
 * `counting` keeps what each comment counted for (words, passage, lateness …), so that nothing that happens to a comment later changes what was given.
 * No text of anybody is in it.
 */
export type GradeSnapshot = { assignmentId: string; studentId: string; rule: GradingRule; required: Requirement; counting: Counted; given: GivenByHand; grade: Grade };

export function snapshotOf({ assignmentId, studentId, rule, required, counting, given }: Omit<GradeSnapshot, "grade">): GradeSnapshot {
  return { assignmentId, studentId, rule, required, counting, given, grade: grade(rule, required, counting, given) };
}

/** SHA-256, in hexadecimal, of a JSON array without spaces, the form and the snapshot, whose names of fields stand in order: a database may keep them in another. */
export function snapshotHash(snapshot: GradeSnapshot): string {
  return createHash("sha256").update(JSON.stringify([FORM, inOrder(snapshot)])).digest("hex");
}

/** What is wrong with a snapshot: `changed`, it is not the one that was hashed; `recounts`, it gives other points. Null: nothing. */
export function faultOfSnapshot(snapshot: GradeSnapshot, hash: string): "changed" | "recounts" | null {
  if (snapshotHash(snapshot) !== hash) return "changed";
  return JSON.stringify(inOrder(snapshotOf(snapshot))) === JSON.stringify(inOrder(snapshot)) ? null : "recounts";
}

/** Lists stay as they are, for their order is meant; a field that is undefined is none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  );
}
