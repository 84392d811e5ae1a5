/** Words that somebody copied from a passage, found in it again. */
import { codePoints, type Span } from "./blocks";

/** Why there is no telling which words are meant. */
export type WordsFault = "noSuchWords" | "wordsTwice";

/** Where `text` says `words`, which may be broken into lines otherwise; once, or nobody could tell which are meant. */
export function findWords(text: string, words: string): Span | WordsFault {
  // Each space for one, so that offsets stay.
  const [here, wished] = [text.replace(/\s/gu, " "), words.trim().replace(/\s+/gu, " ")];
  const at = wished === "" ? -1 : here.indexOf(wished);
  if (at < 0) return "noSuchWords";
  if (here.indexOf(wished, at + 1) >= 0) return "wordsTwice";
  const start = codePoints(text.slice(0, at));
  return { start, end: start + codePoints(wished) };
}
