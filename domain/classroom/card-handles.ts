/** Handles for pupils who have no address and do not choose for themselves: printed on their cards, changed by them later if they like. */
import { faultOfName, NAME_LENGTH, skeletonOf } from "../names";
import type { Rate } from "../rates";

/** For a name without a letter that a handle may have. */
const NAMELESS = "pupil";

/**
 * One for each name, in order: the name's words joined by points, with the first number from 2 that makes it unlike all others. The same
 * names and `taken` give the same handles. `taken`: skeletons (domain/names) of the handles there are.
 */
export function cardHandles(names: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return names.map((name) => {
    const base = baseOf(name);
    let number = next.get(base) ?? 1;
    let handle = handleOf(base, number);
    while (used.has(skeletonOf(handle)) || faultOfName(handle) !== null) handle = handleOf(base, (number += 1));
    next.set(base, number + 1);
    used.add(skeletonOf(handle));
    return handle;
  });
}

function handleOf(base: string, number: number): string {
  const suffix = number === 1 ? "" : String(number);
  return Array.from(base).slice(0, NAME_LENGTH.most - suffix.length).join("").replace(/[^\p{L}\p{N}\p{M}]+$/u, "") + suffix;
}

/** A reserved word stays one with any number behind it, so that another word stands before. */
function baseOf(name: string): string {
  const base = name.normalize("NFC").toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word)).join(".");
  const isOurs = (tried: string): boolean => faultOfName(handleOf(tried, 2)) === null;
  return [base, `${NAMELESS}.${base}`, NAMELESS].find((tried) => base !== "" && isOurs(tried)) ?? NAMELESS;
}

/** Cards of one press: the largest class there is likely to be, in one print. */
export const MOST_CARDS = 300;

/** Accounts made for class lists by one teacher: a new term of four large classes; nobody peoples the place by a made-up list. */
export const ACCOUNTS_MADE: Rate = { most: 1_200, perSeconds: 24 * 60 * 60 };

/** With what all handles tried for a name begin, as the eye sees it: the shortest of them leaves room for a number. */
export function beginningOfHandles(name: string): string {
  return skeletonOf(Array.from(baseOf(name)).slice(0, NAME_LENGTH.most - ROOM_FOR_NUMBER).join(""));
}

/** Six figures: more of one name there are not. */
const ROOM_FOR_NUMBER = 6;
