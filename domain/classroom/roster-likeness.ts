/** When two lines of a class list, or a line and a place, are of one person, and when they only look so. */
import { foldedAddress } from "../addresses";
import type { RosterRow } from "./roster";

/** `of`: the line that counts, which has the same number or address. `isSame`: nothing is different; else somebody should look. */
export type Doubled = { line: number; of: number; isSame: boolean };

/** Lines with a number or an address in common are one person, but for two numbers at one address: those are siblings. */
export function distinctRows(rows: readonly RosterRow[]): { distinct: RosterRow[]; doubled: Doubled[] } {
  const numbers = new Map<string, RosterRow>();
  const emails = new Map<string, RosterRow[]>();
  const distinct: RosterRow[] = [];
  const doubled: Doubled[] = [];
  for (const row of rows) {
    const [number, email] = [foldedNumber(row.externalId), foldedEmail(row.email)];
    const alike = of(emails, email);
    const first = (number === null ? undefined : numbers.get(number)) ?? (number === null ? alike[0] : alike.find(({ externalId }) => externalId === null));
    if (first) {
      doubled.push({ line: row.line, of: first.line, isSame: saysTheSame(row, first) });
      continue;
    }
    distinct.push(row);
    if (number !== null) numbers.set(number, row);
    if (email === null) continue;
    if (alike.length === 0) emails.set(email, [row]);
    else alike.push(row);
  }
  return { distinct, doubled };
}

function saysTheSame(one: RosterRow, other: RosterRow): boolean {
  return one.name === other.name && one.email === other.email && one.section === other.section && one.externalId === other.externalId;
}

/** As the eye compares names: without case, accents, commas and order of the words ("Lindholm, Amara"). Chinese names have no words. */
export function foldedName(name: string): string {
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.every((word) => /^\p{sc=Han}+$/u.test(word)) ? words.join("") : words.sort().join(" ");
}

export function foldedNumber(number: string | null): string | null {
  return number === null ? null : number.normalize("NFKC").toLowerCase();
}

export function foldedEmail(email: string | null): string | null {
  return email === null ? null : foldedAddress(email);
}

/** In the order they are given; what has no key, or an empty one, is in no group. */
export function grouped<One>(ones: readonly One[], keyOf: (one: One) => string | null): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of ones) {
    const key = keyOf(one);
    if (key === null || key === "") continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

export function of<One>(groups: ReadonlyMap<string, One[]>, key: string | null): One[] {
  return (key === null ? undefined : groups.get(key)) ?? [];
}
