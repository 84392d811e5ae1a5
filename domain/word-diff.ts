/**
 * Two wordings of a passage, word by word: what both say, what only the earlier says, what only the later.
 *
 * Words are Unicode's (UAX #29, by the runtime's dictionary where a language writes no spaces between them); the shortest
 * difference is Myers' O(ND) method, of the `diff` package.
 */
import { diffArrays } from "diff";

/** `gone` was said only before, `come` is said only since. */
export type DiffPart = { kind: "same" | "gone" | "come"; text: string };

/**
 * More words put in or taken out than this, and the passage was written anew: nobody follows such a patchwork, and the
 * method's time grows with the square of it (400: about 30 ms).
 */
const MOST_CHANGES = 400;

/** Parts in reading order, what is gone before what came in its place; the later wording is `same` and `come` joined. */
export function wordDiff(before: string, after: string, language: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = diffArrays(words(before, language), words(after, language), { maxEditLength: MOST_CHANGES });
  if (!changes) return tidied([{ kind: "gone", text: before }, { kind: "come", text: after }]);
  return tidied(changes.map(({ added, removed, value }) => ({ kind: added ? "come" : removed ? "gone" : "same", text: value.join("") })));
}

/** A lone space between two changed words is no agreement: with it, what changed reads as one piece. */
function tidied(parts: readonly DiffPart[]): DiffPart[] {
  const pieces: DiffPart[] = [];
  let [gone, come] = ["", ""];
  const flush = () => {
    if (gone !== "") pieces.push({ kind: "gone", text: gone });
    if (come !== "") pieces.push({ kind: "come", text: come });
    [gone, come] = ["", ""];
  };
  for (const [place, { kind, text }] of parts.entries()) {
    const isLoneSpace = kind === "same" && /^\s+$/u.test(text) && gone !== "" && come !== "" && place < parts.length - 1;
    if (kind === "gone" || isLoneSpace) gone += text;
    if (kind === "come" || isLoneSpace) come += text;
    if (kind !== "same" || isLoneSpace) continue;
    flush();
    pieces.push({ kind, text });
  }
  flush();
  return pieces;
}

const segmenters = new Map<string, Intl.Segmenter>();

function words(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
