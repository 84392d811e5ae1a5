/** Looking for listed words in a text: whole words only, also when they are written so as not to be found. */
import type { Span } from "../blocks";
import { signsOf, type Sign } from "./folding";
import { gapsOf, isNarrow } from "./gaps";
import type { Branch, WordRules } from "./word-list";

export type Found = { word: string; span: Span };

/** What a way through the tree has taken so far. */
type Way = { branch: Branch; at: number; letters: number; digits: number; foreign: number; latin: number; skipped: boolean };

/**
 * The first listed word of a text, the longest that begins there; null: none. `word`: as it is listed; `span`: code points of the text.
 * 20,000 characters against 2,000 words take some 30 ms, and once 150 more if a find in Chinese makes it necessary to cut the text into words.
 */
export function firstListedWord(text: string, { root, entries }: WordRules): Found | null {
  if (entries === 0) return null;
  const reading = readingOf(text);
  for (let start = 0; start < reading.signs.length; start += 1) {
    const found = foundAt(reading, start, root);
    if (found) return found;
  }
  return null;
}

type Reading = {
  signs: readonly Sign[];
  /** For the first sign of a gap, the sign after it. */
  after: ReadonlyMap<number, number>;
  /** First signs of gaps that may stand within a word. */
  within: ReadonlySet<number>;
  isLatin: boolean;
  /** Where words of scripts without spaces begin and end, in code points; made when first asked for. */
  edges: () => ReadonlySet<number>;
};

function readingOf(text: string): Reading {
  const signs = signsOf(text);
  const { after, within } = gapsOf(signs);
  const letters = signs.filter(({ kind }) => kind === "letter");
  let edges: Set<number> | null = null;
  return {
    signs,
    after,
    within,
    isLatin: letters.filter(({ plain }) => isLatin(plain)).length * 2 >= letters.length,
    edges: () => (edges ??= edgesOf(text)),
  };
}

function isLatin(sign: string): boolean {
  return sign <= "\u024f";
}

function foundAt(reading: Reading, start: number, root: Branch): Found | null {
  const { signs } = reading;
  const first = signs[start];
  if (first === undefined || first.plain === "" || !mayBegin(first, root)) return null;
  if (inWord(first) && inWord(signs[start - 1])) return null;
  let best: { end: number; word: string } | null = null;
  const ways: Way[] = [{ branch: root, at: start, letters: 0, digits: 0, foreign: 0, latin: 0, skipped: false }];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const end = way.branch.ends ? endOf(reading, start, way, way.branch.ends.isBeginning) : null;
    if (end !== null && way.branch.ends && (best === null || end > best.end)) best = { end, word: way.branch.ends.written };
    ways.push(...furtherWays(reading, way));
  }
  if (best === null) return null;
  return { word: best.word, span: { start: first.at, end: signs[best.end - 1]?.to ?? first.to } };
}

function mayBegin({ plain, likenesses }: Sign, { next }: Branch): boolean {
  return next.has(plain) || likenesses.some((likeness) => next.has(likeness));
}

/** Signs that belong to the word they touch. */
function inWord(sign: Sign | undefined): boolean {
  return sign?.kind === "letter" || sign?.kind === "digit";
}

function furtherWays({ signs, after, within }: Reading, way: Way): Way[] {
  const sign = signs[way.at];
  if (sign === undefined) return [];
  const further: Way[] = [];
  const take = (letter: string, change: Partial<Way>): void => {
    const branch = way.branch.next.get(letter);
    if (branch) further.push({ ...way, ...change, branch });
  };
  if (sign.plain === "") {
    const to = after.get(way.at);
    if (to === undefined) return [];
    if (isNarrow(signs, { from: way.at, to })) take(" ", { at: to });
    if (within.has(way.at)) further.push({ ...way, at: to, skipped: true });
    return further;
  }
  const at = way.at + 1;
  const isLetter = sign.kind === "letter" || sign.kind === "wide";
  take(sign.plain, { at, letters: way.letters + (isLetter ? 1 : 0), latin: way.latin + (isLetter && isLatin(sign.plain) ? 1 : 0) });
  for (const likeness of sign.likenesses) {
    take(likeness, { at, letters: way.letters + (isLetter ? 1 : 0), digits: way.digits + (sign.kind === "digit" ? 1 : 0), foreign: way.foreign + (isLetter ? 1 : 0) });
  }
  return further;
}

/** Where the word ends that a way has come upon, or null: it is only part of another, or nobody would read it there. */
function endOf(reading: Reading, start: number, { at, letters, digits, foreign, latin, skipped }: Way, isBeginning: boolean): number | null {
  const { signs, within } = reading;
  const last = signs[at - 1];
  // It ends with a letter, not with what was passed over behind one.
  if (last?.plain === "") return null;
  // "A55" is a road, and "455" a number.
  if (digits > letters) return null;
  // A Russian word in a Russian text is no Latin one, whatever it looks like.
  if (foreign > 0 && latin === 0 && !reading.isLatin) return null;
  if (isBeginning) {
    let end = at;
    while (inWord(last) && inWord(signs[end])) end += 1;
    return end;
  }
  if (inWord(last) && inWord(signs[at])) return null;
  // Of letters set apart, all belong to the word: "f.o.o.d" is another.
  if (skipped && (within.has(at) || isJoinedBefore(reading, start))) return null;
  return skipped || standsAlone(reading, start, at) ? at : null;
}

function isJoinedBefore({ signs, within }: Reading, start: number): boolean {
  let gap = start;
  while (gap > 0 && signs[gap - 1]?.plain === "") gap -= 1;
  return gap < start && within.has(gap);
}

/** Chinese has no spaces: where its words begin and end is the segmenter's word, so that 本人 is not found in 日本人. */
function standsAlone({ signs, edges }: Reading, start: number, end: number): boolean {
  const [before, first, last, behind] = [signs[start - 1], signs[start], signs[end - 1], signs[end]];
  const cutsBefore = before?.kind === "wide" && first?.kind === "wide" && !edges().has(first.at);
  const cutsBehind = behind?.kind === "wide" && last?.kind === "wide" && !edges().has(last.to);
  return !cutsBefore && !cutsBehind;
}

function edgesOf(text: string): Set<number> {
  const edges = new Set<number>([0]);
  let at = 0;
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    for (const _ of segment) at += 1;
    edges.add(at);
  }
  return edges;
}
