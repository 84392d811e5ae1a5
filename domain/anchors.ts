/** What a thread is tied to, as its writer saw it. */
import type { Span } from "./blocks";

/** Sentences of a block, counted from 0. */
export type Sentences = { first: number; last: number };

export type Quoted = { quote: string; prefix: string; suffix: string; start: number; end: number };

/** Words before and after a quotation that tell equal ones apart; W3C annotation clients use as many characters. */
const CONTEXT = 32;

/** The words of `text` from code point `start` up to `end`, with what stood around them; null when there are none. */
export function quoteOf(text: string, { start, end }: Span): Quoted | null {
  const points = Array.from(text);
  if (start < 0 || end > points.length || start >= end) return null;
  const part = (from: number, to: number): string => points.slice(Math.max(0, from), to).join("");
  const quote = part(start, end);
  if (quote.trim() === "") return null;
  return { quote, prefix: part(start - CONTEXT, start), suffix: part(end, end + CONTEXT), start, end };
}

/** Which sentences a span covers, whole; null when it begins or ends inside one. Spaces at its ends do not count. */
export function sentencesOf(text: string, sentences: readonly Span[], span: Span): Sentences | null {
  const trimmed = trimmedSpan(text, span);
  const first = sentences.findIndex((sentence) => trimmedSpan(text, sentence).start === trimmed.start);
  const last = sentences.findIndex((sentence) => trimmedSpan(text, sentence).end === trimmed.end);
  return first < 0 || last < first ? null : { first, last };
}

/** Without the white space at both ends. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const points = Array.from(text);
  let [from, to] = [start, Math.min(end, points.length)];
  while (from < to && /\s/u.test(points[from] ?? "")) from += 1;
  while (to > from && /\s/u.test(points[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}
