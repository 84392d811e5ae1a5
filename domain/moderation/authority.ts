/** Who may decide about whom. */
import type { ClassRole } from "../classroom/terms";
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

/** As what somebody decides: in public by their role there, in a class by that in it. */
export type DecidesAs = Role | Exclude<ClassRole, "student">;

/** Whom a class is entrusted to stands above those who help, and all who teach above who learns. */
const CLASS_RANKS: Record<ClassRole, number> = { student: 0, assistant: 1, teacher: 2 };

type InClass = { id: string; role: ClassRole };
/** `role` null: of who is not on the class's list any more. `teaching`: all who teach in it now. */
type ClassCaseFacts = { author: { id: string; role: ClassRole | null }; reporters: readonly string[]; teaching: readonly InClass[] };

/**
 * Why who teaches a class may not decide a case in it; null: they may. As in public nobody decides what they wrote, nor about those above them; what they reported only
 * where nobody else could: many a class has one teacher.
 */
export function faultOfDecidingInClass(by: InClass, { author, reporters, teaching }: ClassCaseFacts): "ownCase" | "ownReport" | "above" | null {
  if (author.id === by.id) return "ownCase";
  const above = CLASS_RANKS[author.role ?? "student"];
  if (CLASS_RANKS[by.role] === CLASS_RANKS.student || above > CLASS_RANKS[by.role]) return "above";
  if (!reporters.includes(by.id)) return null;
  const others = teaching.filter(({ id, role }) => id !== by.id && id !== author.id && !reporters.includes(id) && CLASS_RANKS[role] >= Math.max(above, CLASS_RANKS.assistant));
  return others.length > 0 ? "ownReport" : null;
}

/**
 * Whether nobody in a class may decide about what somebody said there: a teacher's words are a teacher's to judge, and they are the only one. Then a moderator of the place does.
 * `role`: of the author there now; null: they are of it no more. `teaching`: all who teach in it now.
 */
export function isLeftToModerators({ author, teaching }: Pick<ClassCaseFacts, "author" | "teaching">): boolean {
  return author.role === "teacher" && !teaching.some((by) => faultOfDecidingInClass(by, { author, reporters: [], teaching }) === null);
}
