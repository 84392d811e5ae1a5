/** Texts in which there is little to read. How long a text may be at all is domain/comment-text's matter. */
import { codePoints } from "../blocks";
import type { Catch } from "./phases";

/** Of fewer letters with two cases a name or an abbreviation can be most: "NATO and the EU". */
const SHOUTING_LETTERS = 40;

/** A heading in capitals above a sentence stays below; what is written with the key held down does not. */
const SHOUTING_SHARE = 0.7;

/** Nobody laughs longer than twenty times the same letter. Figures and signs are let be: numbers have noughts, tables have lines. */
const STRETCHED = /(\p{L})\1{20,}/iu;

export function faultOfLength(body: string): Catch | null {
  if (!/[\p{L}\p{N}]/u.test(body)) return { rule: "nothing-to-read", span: null, what: "hold", values: {} };
  return stretched(body) ?? shouting(body);
}

function stretched(body: string): Catch | null {
  const match = STRETCHED.exec(body);
  if (!match) return null;
  const start = codePoints(body.slice(0, match.index));
  const length = codePoints(match[0]);
  return { rule: "stretched", span: { start, end: start + length }, what: "hold", values: { letter: match[1] ?? "", count: length } };
}

/** Scripts without capitals cannot shout: Chinese letters do not count for either side. */
function shouting(body: string): Catch | null {
  const upper = countOf(body, /\p{Lu}/gu);
  const cased = upper + countOf(body, /\p{Ll}/gu);
  if (cased < SHOUTING_LETTERS || upper / cased < SHOUTING_SHARE) return null;
  return { rule: "shouting", span: null, what: "hold", values: { percent: Math.round((100 * upper) / cased) } };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
