/**
 * The words of a text as they are compared: case, width, quotation marks and accents' encoding do not count, and a script
 * written without spaces is taken sign by sign. Offsets are code points of the text itself, never of its folded form.
 */
import { enumeratorOf, partOf } from "../importing/enumerators";

export type Word = { folded: string; start: number; end: number };

/** Signs of scripts without spaces stand alone; elsewhere letters, marks and numbers, with an apostrophe inside, make a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*/gu;

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Thai's first sign; the others come after it. */
const FIRST_UNSPACED = 0x0e01;

/** A sign of an unspaced script says about as much as four tenths of a word: Chinese words have two to three signs. */
const SIGN_WEIGHT = 0.4;

/** Of these only the case can differ, which is most of all text. */
const ASCII = /^[\u0000-\u007f]*$/;

function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'").replace(/\u200b|\u200c|\u200d|\ufeff|\u00ad/g, "");
}

/** The words of a text in order; of a text without any, its signs. */
export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(WORD)];
  const pieces = found.length > 0 ? found : [...text.matchAll(/\S/gu)];
  const words: Word[] = [];
  let [unit, point] = [0, 0];
  for (const { 0: piece, index } of pieces) {
    point += codePointsBetween(text, unit, index);
    const end = point + codePointsBetween(piece, 0, piece.length);
    words.push({ folded: folded(piece), start: point, end });
    unit = index + piece.length;
    point = end;
  }
  return words;
}

/** The same of ASCII, lower-cased: a third of the time. */
const ASCII_WORD = /[a-z0-9]+(?:'[a-z]+)*/g;

/** What printed English has beyond ASCII: it parts words, but for the apostrophe. */
const PRINTED = /[“”„‘–—―…•§©\u00a0]/g;

/** The words of a text as `wordsOf` folds them, without where they stand. */
export function foldedWordsOf(text: string): string[] {
  const typed = ASCII.test(text) ? text : text.replace(PRINTED, " ").replaceAll("’", "'");
  const words = ASCII.test(typed) ? typed.toLowerCase().match(ASCII_WORD) : null;
  return words ?? wordsOf(text).map((word) => word.folded);
}

function codePointsBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

/** How much the words say, in words. */
export function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (word.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(word) ? SIGN_WEIGHT : 1), 0);
}

/** The text with everything folded that is typography, for telling identical blocks. */
export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/\s+/g, " ").trim();
  return folded(text).replace(/[“”„«»″]/g, '"').replace(/[‐‑‒–—―−]/g, "-").replace(/\s+/gu, " ").trim();
}

/** A law's part or a decimal number: "第十二条", "Article 5", "§ 3a", "4.2.1". */
const PART = /^(?:第[\d一二三四五六七八九十百千零〇两]{1,9}(?:编|部分|章|节|条|款|项)(?:之[一二三四五六七八九十]{1,3})?|(?:part|title|book|chapter|section|sec\.|article|art\.|rule|teil|titel|kapitel|abschnitt|artikel|chapitre|titre|§{1,2})\s?(?:\d{1,5}[a-z]?|[ivxlc]{1,7})(?![\p{L}\p{N}])|\d{1,3}(?:\.\d{1,3}){0,5}(?=[.)]?\s))[.:：、,]?\s*/iu;

/** The text after the number it begins with: renumbering touches every article of a law, and changes none. */
export function afterNumber(text: string): string {
  const trimmed = text.trimStart();
  const part = PART.exec(trimmed);
  if (part) return trimmed.slice(part[0].length);
  const enumerator = partOf(trimmed) === null ? enumeratorOf(trimmed) : null;
  return enumerator ? trimmed.slice(enumerator.length) : trimmed;
}
