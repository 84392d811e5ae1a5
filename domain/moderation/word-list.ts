/** Lists of words: text, one entry a line, `#` before a comment. An entry is a word, a phrase, or `word*` for all that begins so. */
import { codePoints } from "../blocks";
import { signsOf } from "./folding";

/** More than the lists of public bodies have (some hundreds), and few enough that somebody can still know what is in it. */
export const MOST_WORDS = 2_000;

/** A phrase of a line's length; whoever lists sentences looks for copies, which is another phase. */
export const LONGEST_ENTRY = 100;

/** With fewer letters `ab*` would hold every tenth comment. */
const SHORTEST_BEGINNING = 3;

/** One Latin letter is a word in too many sentences; one Chinese character is a word. */
const SHORTEST_WORD = 2;

export type WordListFault = { line: number } & (
  | { fault: "tooManyWords"; limit: number }
  | { fault: "wordTooLong"; limit: number; length: number }
  | { fault: "wordTooShort"; least: number }
  | { fault: "beginningTooShort"; least: number }
  | { fault: "starNotAtEnd" }
);

/** Its letters as texts are read, a space between words. `isBeginning`: it was written with a star. */
export type Entry = { written: string; letters: string[]; isBeginning: boolean; line: number };

export type WordRules = { entries: number; root: Branch };
/** A tree by letters: a text is read once, however long the list. `ends`: the entries that end here. */
export type Branch = { next: Map<string, Branch>; ends: { written: string; isBeginning: boolean } | null };

/** Null, or the first thing that is wrong, with its line, 1 first. */
export function faultOfWordList(list: string): WordListFault | null {
  const entries = entriesOf(list);
  for (const entry of entries) {
    const fault = faultOfEntry(entry);
    if (fault) return { line: entry.line, ...fault };
  }
  const beyond = entries[MOST_WORDS];
  return beyond ? { line: beyond.line, fault: "tooManyWords", limit: MOST_WORDS } : null;
}

/** The tree of a list, made once and kept: 2,000 words take 70 ms. What is faulty is left out, so that an old list still holds with its other words. */
export function wordRules(list: string): WordRules {
  const root: Branch = { next: new Map(), ends: null };
  const entries = entriesOf(list)
    .filter((entry) => faultOfEntry(entry) === null)
    .slice(0, MOST_WORDS);
  for (const { written, letters, isBeginning } of entries) {
    let branch = root;
    for (const letter of letters) {
      const next = branch.next.get(letter) ?? { next: new Map(), ends: null };
      branch.next.set(letter, next);
      branch = next;
    }
    branch.ends = { written, isBeginning: isBeginning || (branch.ends?.isBeginning ?? false) };
  }
  return { entries: entries.length, root };
}

function entriesOf(list: string): Entry[] {
  return list.split(/\r\n?|\n/).flatMap((raw, index) => {
    const written = raw.trim();
    return written === "" || written.startsWith("#") ? [] : [entryOf(written, index + 1)];
  });
}

function entryOf(written: string, line: number): Entry {
  const isBeginning = written.endsWith("*");
  const letters: string[] = [];
  for (const { plain } of signsOf(isBeginning ? written.slice(0, -1) : written)) {
    const letter = plain === "" ? " " : plain;
    if (letter !== " " || (letters.length > 0 && letters.at(-1) !== " ")) letters.push(letter);
  }
  if (letters.at(-1) === " ") letters.pop();
  return { written, letters, isBeginning, line };
}

type EntryFault = { fault: "wordTooLong"; limit: number; length: number } | { fault: "wordTooShort"; least: number } | { fault: "beginningTooShort"; least: number } | { fault: "starNotAtEnd" };

function faultOfEntry({ written, letters, isBeginning }: Entry): EntryFault | null {
  const length = codePoints(written);
  if (length > LONGEST_ENTRY) return { fault: "wordTooLong", limit: LONGEST_ENTRY, length };
  if (written.slice(0, -1).includes("*")) return { fault: "starNotAtEnd" };
  // A Chinese character says as much as two letters, for either bound.
  const weight = letters.reduce((sum, letter) => sum + (/[\p{L}\p{N}]/u.test(letter) ? (letter > "\u2e80" ? 2 : 1) : 0), 0);
  if (isBeginning && weight < SHORTEST_BEGINNING) return { fault: "beginningTooShort", least: SHORTEST_BEGINNING };
  return weight < SHORTEST_WORD ? { fault: "wordTooShort", least: SHORTEST_WORD } : null;
}
