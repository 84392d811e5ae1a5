/** Which kinds of comment an assignment takes: what begins a thread has one of them, an answer needs none. */
import type { CommentKind } from "../thread";

/** `allowed` null: any, or none. */
export function isKindAllowed({ kind, isReply }: { kind: CommentKind | null; isReply: boolean }, allowed: readonly CommentKind[] | null): boolean {
  if (allowed === null) return true;
  return kind === null ? isReply : allowed.includes(kind);
}

/** The kinds that count, empty: any. What is no longer allowed does not count, also where it was when it was written. */
export function countingKinds(required: readonly CommentKind[], allowed: readonly CommentKind[] | null): readonly CommentKind[] {
  if (allowed === null) return required;
  const both = required.filter((kind) => allowed.includes(kind));
  return both.length > 0 ? both : allowed;
}
