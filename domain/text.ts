/** Which texts people may write: the same verdict whatever the field, the page or the database. */
import { codePoints } from "./blocks";

export type TextFault =
  | { fault: "empty" }
  | { fault: "tooShort"; least: number }
  | { fault: "tooLong"; limit: number; length: number }
  | { fault: "loneSurrogate" }
  | { fault: "controlCharacters" }
  | { fault: "bidi" };

/** NUL and the other C0 and C1 controls but tab and line feed: Postgres refuses the first, terminals obey the rest. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Characters that reorder what stands beside them: "safe" could be made to read otherwise than it is stored. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/;

/** What is seen as nothing: spaces, zero-width marks, the Hangul fillers and the empty Braille cell. */
const INVISIBLE = /[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Line ends of every system become line feeds, so that lengths and comparisons agree. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A text as it is stored. */
export function normalised(text: string): string {
  return withLineFeeds(text).trim();
}

export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, "") === "";
}

/** Whether something in it is seen as nothing, plain spaces aside: two texts that differ by it look the same. */
export function hasInvisible(text: string): boolean {
  return text.replaceAll(" ", "").search(INVISIBLE) !== -1;
}

/** Whether both databases can hold a text and give it back as it was. */
export function canBeStored(text: string): boolean {
  return text.isWellFormed() && !CONTROLS.test(text);
}

/** Null, or what is wrong with a text. Lengths are in code points. */
export function faultOfText(text: string, { least = 1, most }: { least?: number; most: number }): TextFault | null {
  if (!text.isWellFormed()) return { fault: "loneSurrogate" };
  if (CONTROLS.test(text)) return { fault: "controlCharacters" };
  if (REORDERING.test(text)) return { fault: "bidi" };
  if (isBlank(text)) return { fault: "empty" };
  const length = codePoints(text);
  if (length < least) return { fault: "tooShort", least };
  if (length > most) return { fault: "tooLong", limit: most, length };
  return null;
}
