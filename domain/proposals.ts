/** A proposal: other words for the passage that a comment is on. */
import { type BlockKind, codePoints, slice, type Span } from "./blocks";
import { BLOCK_LENGTH, tidied } from "./editing";
import { faultOfText, normalised, type TextFault } from "./text";

/** A table's row is its cells joined by tabs, which no field of a form can hold. */
export function canPropose(kind: BlockKind): boolean {
  return kind !== "table-row";
}

/** What is proposed, as it is stored: one passage stays one. Null: nothing, for the words are left as they were. */
export function proposalOf(passage: string, written: string | null): string | null {
  const after = tidied(normalised(written ?? "").replace(/\n\s*\n/g, "\n"), "paragraph");
  return after === "" || after === normalised(passage) ? null : after;
}

/** As long as a block may be, in code points. */
export function faultOfProposal(after: string): TextFault | null {
  return faultOfText(after, { most: BLOCK_LENGTH });
}

/** `span`: which words of the block it was on; null: all of it. `before`: what they were. */
export type Proposed = { span: Span | null; before: string; after: string };

/**
 * A block's text with what is proposed in place of the passage; null where the text has the passage no more, or has it
 * elsewhere more than once: which one was meant is not guessed.
 */
export function takenInto(text: string, { span, before, after }: Proposed): string | null {
  if (span === null) return text === before ? after : null;
  if (slice(text, span) === before) return replaced(text, span, after);
  const at = text.indexOf(before);
  if (before === "" || at < 0 || text.indexOf(before, at + 1) >= 0) return null;
  const start = codePoints(text.slice(0, at));
  return replaced(text, { start, end: start + codePoints(before) }, after);
}

function replaced(text: string, { start, end }: Span, after: string): string {
  const points = Array.from(text);
  return [...points.slice(0, start), after, ...points.slice(end)].join("");
}
