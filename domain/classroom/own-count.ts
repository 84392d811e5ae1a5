/** Which of a student's comments count before anybody grades them: those long enough and of a kind that was asked for. */
import type { CommentKind } from "../thread";
import type { Requirement } from "./terms";

/** A Chinese character says about as much as a word: each counts as one, and so does each run of other letters and digits. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}\p{M}'’-]+/gu;

export function wordsIn(body: string): number {
  return body.match(WORD)?.length ?? 0;
}

export function countsForGate({ body, kind }: { body: string; kind: CommentKind | null }, { leastWords, kinds }: Pick<Requirement, "leastWords" | "kinds">): boolean {
  return wordsIn(body) >= leastWords && (kinds.length === 0 || (kind !== null && kinds.includes(kind)));
}
