/** Who may do what, as sentences. Asked in mutations, which enforce them, and again by pages, which show only what is possible. */

export const roles = ["member", "moderator", "editor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Whoever asks and is signed in. */
export type Reader = { id: string; name: string; role: Role; createdAt: Date };

type CommentFacts = { memberId: string; deletedAt: Date | null };

/** A tombstone keeps its replies but takes no new ones: there is nothing left to answer. */
export function canReply(reader: Reader | null, comment: { deletedAt: Date | null }): boolean {
  return reader !== null && comment.deletedAt === null;
}

export function canEdit(reader: Reader | null, comment: CommentFacts): boolean {
  return reader?.id === comment.memberId && comment.deletedAt === null;
}

export function canDelete(reader: Reader | null, comment: CommentFacts): boolean {
  return canEdit(reader, comment);
}

/** As long as a note on the page offers it, and as somebody needs who is slow to reach it; afterwards the words are nobody's to bring back. */
export const RESTORE_WITHIN_MS = 60_000;

export function canRestore(reader: Reader | null, comment: CommentFacts, now: Date): boolean {
  return reader?.id === comment.memberId && comment.deletedAt !== null && now.getTime() - comment.deletedAt.getTime() <= RESTORE_WITHIN_MS;
}

/** Anybody else's comments, whatever their role: it is done for oneself alone. Of a deleted one nobody knows the author. */
export function canMute(reader: Reader | null, comment: CommentFacts): boolean {
  return reader !== null && reader.id !== comment.memberId && comment.deletedAt === null;
}

/** Earlier words are part of the discussion: whoever reads a comment may see how it was changed, until it is deleted. */
export function canSeeHistory(comment: { deletedAt: Date | null }): boolean {
  return comment.deletedAt === null;
}

/** Importing, correcting, publishing and withdrawing are an editor's work; administrators do all of it. */
export function canEditArticles(reader: Reader | null): boolean {
  return reader?.role === "editor" || reader?.role === "administrator";
}
