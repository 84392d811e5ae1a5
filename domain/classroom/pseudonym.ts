/** Names under which classmates know a student in one assignment. Nothing in a name, a badge or their order leads to another assignment or to the student. */
import { pseudonymWords, type PseudonymLanguage } from "./pseudonym-words";

/** HMAC-SHA-256 by a secret of the place, 32 bytes. Without the secret nobody can try out ids. */
export type Hmac = (message: string) => Uint8Array;

/** `badge`: 64 hexadecimal digits from which the picture is drawn; of another message than the name, so that neither tells of the other. */
export type Pseudonym = { studentId: string; name: string; badge: string };

/** Each use has messages of its own, which are no prefix of another's. */
function digest(hmac: Hmac, use: string, assignmentId: string, studentId: string, turn = 0): Uint8Array {
  return hmac(JSON.stringify(["paragora-pseudonym-1", use, assignmentId, studentId, turn]));
}

/** Tries before a number is put behind the words: of 16,384 names all would have to be nearly taken. */
const MOST_TURNS = 64;

/** The name a student gets beside those that are `taken` in the assignment: the first of their own row of names that is free. The same arguments give the same name. */
export function pseudonymFor(hmac: Hmac, assignmentId: string, studentId: string, { taken, language }: { taken: ReadonlySet<string>; language: PseudonymLanguage }): Pseudonym {
  const { adjectives, nouns, joined } = pseudonymWords[language];
  const badge = badgeFor(hmac, assignmentId, studentId);
  const nameAt = (turn: number): string => {
    const bytes = digest(hmac, "name", assignmentId, studentId, turn);
    return joined(pick(adjectives, bytes, 0), pick(nouns, bytes, 4));
  };
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const name = nameAt(turn);
    if (!taken.has(name)) return { studentId, name, badge };
  }
  const base = nameAt(0);
  let number = 2;
  while (taken.has(`${base} ${number}`)) number += 1;
  return { studentId, name: `${base} ${number}`, badge };
}

export function badgeFor(hmac: Hmac, assignmentId: string, studentId: string): string {
  return hexOf(digest(hmac, "badge", assignmentId, studentId));
}

/**
 * The names of many at once, beside those `taken`: in the order of another HMAC, which is also the order to show and to store them in. The roster's
 * order decides nothing, so that who has the plain name of two that meet tells nothing either.
 */
export function pseudonymsFor(hmac: Hmac, assignmentId: string, studentIds: readonly string[], { taken, language }: { taken: ReadonlySet<string>; language: PseudonymLanguage }): Pseudonym[] {
  const used = new Set(taken);
  const ordered = [...new Set(studentIds)].map((studentId) => ({ studentId, key: hexOf(digest(hmac, "order", assignmentId, studentId)) })).sort((one, other) => (one.key < other.key ? -1 : 1));
  return ordered.map(({ studentId }) => {
    const made = pseudonymFor(hmac, assignmentId, studentId, { taken: used, language });
    used.add(made.name);
    return made;
  });
}

/** Four bytes, so that a length that is no power of two is still picked from evenly. */
function pick(words: readonly string[], bytes: Uint8Array, at: number): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  return words[number % words.length] ?? "";
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
