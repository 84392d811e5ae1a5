import { isCjk } from "./characters";

/** A toolbar or a button may end in a full stop; eight words with one are somebody's sentence. */
const wordsOfASentence = 8;

/** Eight words are about fourteen characters in Chinese. */
const charactersOfASentence = 14;

/** Titles and headings run to a line and a half; the longest title in our samples has 130 characters. */
const longestTitle = 200;
const longestHeading = 100;
const longestCjkHeading = 40;

/** Whether a text is prose: it has a sentence's end and a sentence's length. Such text is never dropped as furniture. */
export function isProse(text: string): boolean {
  if (!/[.!?…](["'”’)\]\s]|$)|[。！？]/u.test(text)) return false;
  return isCjk(text) ? text.length > charactersOfASentence : wordsIn(text) > wordsOfASentence;
}

/** Whether a text ends as a sentence does, closing quotes and brackets aside. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…。！？;；:：,，][\p{Pe}\p{Pf}"'\s]*$/u.test(text);
}

/** Whether a line may be an article's title: short, and no statement with a full stop. Questions may be. */
export function mayBeTitle(text: string): boolean {
  return text.length <= longestTitle && /[\p{L}\p{N}]/u.test(text) && !/[.。;；:：,，][\p{Pe}\p{Pf}"'\s]*$/u.test(text);
}

/** Whether a line may be a section's heading: short, without a sentence's end, and not beginning small. */
export function mayBeHeading(text: string): boolean {
  const longest = isCjk(text) ? longestCjkHeading : longestHeading;
  return text.length <= longest && /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text) && !endsAsSentence(text);
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
