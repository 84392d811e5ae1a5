/** Codes by which students join a class: read from a board, typed on a phone. */
import type { Rate } from "../rates";

/** Crockford's: no I, L, O, which look like figures, and no U. 32 signs, 8 of them: 40 bits. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** How many numbers from chance a code takes, each evenly from 0 to below `JOIN_CODE_SIGNS`. */
export const JOIN_CODE_CHANCES = LENGTH;
export const JOIN_CODE_SIGNS = SIGNS.length;

/** Two weeks: the first two of a term, in which late enrolments come; a new code is made in a moment. */
export const JOIN_CODE_MS = 14 * 24 * 60 * 60 * 1000;

/** Forty bits are few by themselves: with these tries, a thousand addresses that guess for a year find a given code with a chance of 1 in 12,000. */
export const JOIN_TRIES_OF_ADDRESS: Rate = { most: 10, perSeconds: 60 * 60 };
export const JOIN_TRIES_OF_CLASS: Rate = { most: 100, perSeconds: 24 * 60 * 60 };

/** As it is kept, without the hyphen. @throws RangeError when the numbers are too few or out of range */
export function joinCode(chances: readonly number[]): string {
  const signs = chances.slice(0, LENGTH).map((chance) => SIGNS[chance]);
  if (signs.length < LENGTH || signs.includes(undefined)) throw new RangeError("numbers from chance are missing");
  return signs.join("");
}

/** As it is shown: "7KQ2-MX4D". */
export function shownJoinCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** What somebody typed or pasted, a whole link too, as it is kept: in any case and width, with spaces and hyphens anywhere, O for 0, I or L for 1. Null: no code. */
export function parseJoinCode(typed: string): string | null {
  const text = typed.normalize("NFKC").toUpperCase().replace(/[?#].*$/s, "");
  const signs = (text.split("/JOIN/").at(-1) ?? "").replace(/[\s\p{Pd}_./]/gu, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return signs.length === LENGTH && Array.from(signs).every((sign) => SIGNS.includes(sign)) ? signs : null;
}

export function joinCodeEnds(madeAt: Date): Date {
  return new Date(madeAt.getTime() + JOIN_CODE_MS);
}

/** Whether it still lets in; at the very moment of its end no more. */
export function isJoinCodeGood({ expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null }, now: Date): boolean {
  return revokedAt === null && now < expiresAt;
}
