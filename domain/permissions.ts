/** Who may do what, as sentences. Asked in mutations, which enforce them, and again by pages, which show only what is possible. */

export const roles = ["member", "moderator", "editor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Whoever asks and is signed in. */
/** `wasSanctioned`: bore a sanction once, so that it is asked whether one is in force. */
export type Reader = { id: string; name: string; role: Role; createdAt: Date; wasSanctioned: boolean };

/** `restrictedBy`: the decision that keeps it from view; what is restricted is gone for its author too, but for taking it back. */
type CommentFacts = { memberId: string; deletedAt: Date | null; restrictedBy?: string | null };

/** A tombstone keeps its replies but takes no new ones: there is nothing left to answer. */
export function canReply(reader: Reader | null, comment: { deletedAt: Date | null }): boolean {
  return reader !== null && comment.deletedAt === null;
}

export function canEdit(reader: Reader | null, comment: CommentFacts): boolean {
  return reader?.id === comment.memberId && comment.deletedAt === null;
}

/** What is hidden until its author has changed it; what was removed is removed. */
export function canChangeHidden(reader: Reader | null, comment: CommentFacts & { restriction: "hidden" | "removed" | null }): boolean {
  return reader?.id === comment.memberId && comment.restriction === "hidden";
}

export function canDelete(reader: Reader | null, comment: CommentFacts): boolean {
  return canEdit(reader, comment);
}

/** As long as a note on the page offers it, and as somebody needs who is slow to reach it; afterwards the words are nobody's to bring back. */
export const RESTORE_WITHIN_MS = 60_000;

export function canRestore(reader: Reader | null, comment: CommentFacts, now: Date): boolean {
  return reader?.id === comment.memberId && comment.deletedAt !== null && !comment.restrictedBy && now.getTime() - comment.deletedAt.getTime() <= RESTORE_WITHIN_MS;
}

/** Anybody else's comments, whatever their role: it is done for oneself alone. Of a deleted one nobody knows the author, and one who is gone writes no more. */
export function canMute(reader: Reader | null, comment: CommentFacts & { memberDeletedAt?: Date | null }): boolean {
  return reader !== null && reader.id !== comment.memberId && comment.deletedAt === null && !comment.memberDeletedAt;
}

/** The provider's door is closed only where another is left: a password, or a proved address, to which a link can be sent. */
export function canUnlink({ passwordHash, confirmedEmail }: { passwordHash: string | null; confirmedEmail: string | null }): boolean {
  return passwordHash !== null || confirmedEmail !== null;
}

/** Members, settings, what is held: for those who run the place; to others it looks as if there were nothing. */
export function canAdminister(reader: Reader | null): boolean {
  return reader?.role === "administrator";
}

/** Somebody else who is not suspended already: who suspends themself can never undo it. */
export function canSuspend(reader: Reader | null, member: { id: string; suspendedAt: Date | null; deletedAt: Date | null }): boolean {
  return canAdminister(reader) && reader?.id !== member.id && member.suspendedAt === null && member.deletedAt === null;
}

/** A card to sign in with is for those to whom no link can be sent: whoever holds it acts in their name. */
export function canMakeCard(reader: Reader | null, member: { confirmedEmail: string | null; suspendedAt: Date | null; deletedAt: Date | null }): boolean {
  return canAdminister(reader) && member.confirmedEmail === null && member.suspendedAt === null && member.deletedAt === null;
}

/** Earlier words are part of the discussion: whoever reads a comment may see how it was changed, until it is deleted. */
export function canSeeHistory(comment: { deletedAt: Date | null }): boolean {
  return comment.deletedAt === null;
}

/** Importing, correcting, publishing and withdrawing are an editor's work; administrators do all of it. */
export function canEditArticles(reader: Reader | null): boolean {
  return reader?.role === "editor" || reader?.role === "administrator";
}
