/** Banned and suspect words. */
import type { Catch } from "./phases";
import type { WordRules } from "./word-list";
import { firstListedWord } from "./words";

/** A list is somebody's guess, so even what it bans is held for a person by default; refusing says which word it was. */
export function listed(body: string, words: WordRules, what: "hold" | "refuse"): Catch | null {
  const found = firstListedWord(body, words);
  return found && { rule: "word", span: found.span, what, values: { word: found.word } };
}
