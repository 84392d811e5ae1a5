/**
 * What may stand in a block's text, character by character. Text is kept as typed otherwise, without Unicode
 * normalisation: NFC would change quotations of old or polytonic texts, and comparing is the comparer's business.
 */

/** Every way of ending a line, those of Word (vertical tab), of pages (form feed) and of mainframes (NEL) included. */
const lineEnds = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;

/**
 * Soft hyphens, zero-width spaces, joins and byte order marks inside a text are leavings of a page's layout; bidi
 * embeddings, overrides and isolates can make it read other than it is; annotation and object marks stand for what was
 * not pasted; controls and lone surrogates no database keeps. ZWJ, ZWNJ, LRM and RLM stay: scripts and emoji need them.
 */
const unseen = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC\u{E0001}]|(?![\t\n])\p{Cc}|\p{Cs}/gu;

/** Tag characters spell a flag after a black flag (six at most); anywhere else they hide words from the reader. */
const hiddenTags = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0020}-\u{E007F}]/gu;

const cjk = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;
const cjkLetter = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** The text with line ends as \n and without the characters that only mislead. */
export function legible(text: string): string {
  return text.replace(lineEnds, "\n").replace(unseen, "").replace(hiddenTags, "");
}

/** The text on one line: white space of any kind and length is one space, none at the ends. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a line broken between these two characters was broken inside Chinese or Japanese, which writes no spaces. */
export function breaksWithoutSpace(before: string, after: string): boolean {
  return (cjkLetter.test(before) && cjk.test(after)) || (cjk.test(before) && cjkLetter.test(after));
}

/** Whether the text has a Chinese or Japanese letter, and so is measured in characters rather than in words. */
export function isCjk(text: string): boolean {
  return cjkLetter.test(text);
}
