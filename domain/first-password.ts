/** A password for somebody who cannot choose one yet: made by chance, read from a card, typed once. */

/** No letter that looks or sounds like another, and no vowel, so that no word comes of it. */
const LETTERS = "bcdfghjkmnpqrstvwxz";

/** Four groups of four: 19 letters to the 16th, 68 bits; and what is typed at one glance. */
const GROUPS = 4;
const IN_A_GROUP = 4;

/** How many numbers from chance it takes. */
export const CHANCES = GROUPS * IN_A_GROUP;

/** `chances`: whole numbers, each evenly from 0 to below `LETTER_COUNT`. */
export const LETTER_COUNT = LETTERS.length;

export function firstPassword(chances: readonly number[]): string {
  const letters = chances.slice(0, CHANCES).map((chance) => LETTERS[chance] ?? "");
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * IN_A_GROUP, (group + 1) * IN_A_GROUP).join("")).join("-");
}
