/** What a thread is tied to, as its writer saw it. */
import type { Span } from "./blocks";

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
