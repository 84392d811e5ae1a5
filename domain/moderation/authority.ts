/** Who may decide about whom. */
import type { Reader, Role } from "../permissions";

/** Editors answer and moderators decide: neither stands above the other. */
const RANKS: Record<Role, number> = { member: 0, editor: 1, moderator: 1, administrator: 2 };

export function canModerate(reader: Pick<Reader, "role"> | null): boolean {
  return reader?.role === "moderator" || reader?.role === "administrator";
}

/** The facts that make a case somebody's own. */
export type CaseFacts = { authorId: string | null; authorRole: Role; reporters: readonly string[] };

/** Why this moderator may not decide a case about a comment or a thread; null: they may. Nobody decides what they wrote or reported, nor about those above them. */
export function faultOfDeciding(moderator: Reader, { authorId, authorRole, reporters }: CaseFacts): "ownCase" | "ownReport" | "above" | null {
  if (authorId === moderator.id) return "ownCase";
  if (reporters.includes(moderator.id)) return "ownReport";
  return RANKS[authorRole] > RANKS[moderator.role] ? "above" : null;
}

/** A sanction is for those below: colleagues are their administrator's to judge, who may judge any but themselves. */
export function faultOfSanctioning(moderator: Reader, member: { id: string; role: Role }): "ownCase" | "above" | null {
  if (member.id === moderator.id) return "ownCase";
  if (moderator.role === "administrator") return null;
  return RANKS[member.role] >= RANKS[moderator.role] ? "above" : null;
}

/** An appeal is another's to decide; where there is no other moderator, the same decides again rather than nobody. */
export function faultOfDecidingAppeal(moderator: Reader, { decidedBy, appellantId, others }: { decidedBy: string | null; appellantId: string; /** Moderators besides this one who could decide. */ others: number }): "ownCase" | "ownDecision" | null {
  if (appellantId === moderator.id) return "ownCase";
  return decidedBy === moderator.id && others > 0 ? "ownDecision" : null;
}
