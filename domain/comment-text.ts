/** What a comment may hold. */
import { faultOfText, type TextFault } from "./text";

/** Twenty thousand characters are eight printed pages: whoever needs more writes an article. */
export const COMMENT_LENGTH = 20_000;

export function faultOfComment(body: string): TextFault | null {
  return faultOfText(body, { most: COMMENT_LENGTH });
}

/** Enough of a comment to know it again. */
const BEGINNING = 120;

/** `most`: code points. */
export function beginningOf(body: string, most: number = BEGINNING): string {
  const points = Array.from(body);
  return points.length > most ? `${points.slice(0, most).join("")}…` : body;
}
