import { codePoints, type Span } from "../blocks";
import { beforeNumbers, neverLast, sentenceOpeners, sometimesLast } from "./abbreviations";

/**
 * Iterating Intl.Segmenter takes time by the square of the text (V8 in Node 20: 3 s for 100,000 code units), so it sees
 * a window at a time. 2,000 holds nearly every paragraph whole.
 */
const windowLength = 2000;

/** Cuts this near the end of a window might fall otherwise with more text in sight; they wait for the next window. */
const lookahead = 200;

/** Code units enough to hold the last word before a cut and the first after it. */
const nearby = 32;

/**
 * The sentences of a text, in code points, without the white space around them. The cuts are those of Unicode's
 * UAX #29, as ICU makes them, less those after abbreviations, initials, ordinals and a list's numbers, and those
 * followed by a small letter. `language` is a BCP 47 tag; a text without sentence ends is one sentence.
 */
export function sentencesOf(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let startPoint = 0;
  for (const end of [...cutsIn(text, language), text.length]) {
    const piece = text.slice(start, end);
    const words = piece.trim();
    if (words !== "" && end < text.length && !endsHere(text, start, end, language)) continue;
    const from = startPoint + piece.length - piece.trimStart().length;
    startPoint += codePoints(piece);
    start = end;
    if (words !== "") spans.push({ start: from, end: from + codePoints(words) });
  }
  return spans;
}

/** Where ICU cuts, in code units, ascending, neither 0 nor the end. */
function cutsIn(text: string, language: string): number[] {
  const segmenter = segmenterFor(language);
  const cuts: number[] = [];
  let start = 0;
  let length = windowLength;
  while (start < text.length) {
    const window = text.slice(start, start + length);
    const last = start + window.length === text.length;
    const found = [...segmenter.segment(window)].map((segment) => segment.index);
    const sure = found.filter((index) => index > 0 && (last || index < window.length - lookahead));
    for (const index of sure) cuts.push(besideBrackets(text, start + index));
    if (last) break;
    const next = sure.at(-1);
    // A window without a cut doubles, so that a sentence of any length costs its own length again at most.
    length = next === undefined ? length * 2 : windowLength;
    start += next ?? 0;
  }
  return cuts;
}

/**
 * ICU takes any bracket or quotation mark right after a full stop for a closing one, and cuts "word.[1] Next" and
 * "好。“我" after the opening one. A note's reference belongs to the sentence it follows, another opener to the next.
 */
function besideBrackets(text: string, cut: number): number {
  if (!/[\p{Ps}\p{Pi}]/u.test(text.slice(cut - 1, cut))) return cut;
  const note = /^\[[^\][\s]{1,20}\](\[[^\][\s]{1,20}\])*\s*/.exec(text.slice(cut - 1, cut + 100));
  if (note) return cut - 1 + note[0].length;
  const openers = /[\p{Ps}\p{Pi}]+$/u.exec(text.slice(Math.max(0, cut - nearby), cut));
  return cut - (openers?.[0].length ?? 0);
}

/** Whether a sentence really ends between `start` and `cut`. */
function endsHere(text: string, start: number, cut: number, language: string): boolean {
  const before = text.slice(Math.max(start, cut - nearby), cut).trimEnd();
  const after = text.slice(cut, cut + nearby);
  if (/^[\p{Pe}\p{Pf}"'\s]+$/u.test(text.slice(cut, cut + 4))) return false;
  if (/^\p{Ll}/u.test(after)) return /[。！？」』]$/u.test(before);
  if (cut - start <= nearby && /^[([（]?(\d{1,3}|\p{L})[.)\]）]+$/u.test(text.slice(start, cut).trim())) return false;
  const last = /(?:^|[^\p{L}\p{N}.])((?:\p{L}\.\s?)+|\p{L}+\.|\d{1,2}\.)$/u.exec(before)?.[1];
  return last === undefined || endsAfter(last.replace(/\s|\.$/gu, "").toLowerCase(), after, language);
}

function endsAfter(word: string, after: string, language: string): boolean {
  if (neverLast.has(word)) return false;
  if (beforeNumbers.has(word) && /^[§\dIVXLC]/.test(after)) return false;
  const opener = sentenceOpeners.has(/^\p{L}+/u.exec(after)?.[0].toLowerCase() ?? "");
  if (/^\d+$/.test(word)) return opener || !writesOrdinalsWithStop.has(language.slice(0, 2));
  const initial = /^\p{L}(\.\p{L})*$/u.test(word);
  return opener || !(initial || sometimesLast.has(word));
}

/** "Am 3. Mai": where a number with a full stop is an ordinal. */
const writesOrdinalsWithStop = new Set(["de", "da", "nb", "no", "fi", "cs", "sk", "hu", "pl", "hr", "sl", "et", "is"]);

const segmenters = new Map<string, Intl.Segmenter>();

/** Making a segmenter costs as much as cutting a page, so each language's is kept. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  return segmenter;
}
