/**
 * Whether a text was read in the encoding it was written in. An encoding takes nearly any bytes and gives letters for them;
 * what it gives when it is the wrong one is no language.
 */

/** What no text has: a mark for bytes that are none, controls, characters nobody defined or only one house knows. */
const NEVER = /[\uFFFD\p{Co}\p{Cn}\p{Cs}]|(?![\t\n\v\f\r])\p{Cc}/u;

/** Enough to judge by; a text is read in one encoding from end to end. */
const LOOKED_AT = 100_000;

/** Fewer characters of Chinese than these say nothing about how common they are. */
const ENOUGH_HAN = 20;

/** In Chinese prose of any kind these make up two fifths; of characters got by misreading bytes, one in thirty. */
const COMMON_HAN = new Set(
  "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日者意无無力与與长長机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問最重并並物应應向文体體政相见見利二等产產或新制身加合内內信表化给給次度任通教原提立及各入条條平更总總安报報受建务務必件计計管规規保",
);
const HIGHEST_WRONG_SHARE = 0.12;

/** Japanese prose has hiragana in every sentence; halfwidth katakana are what any single byte can be read as. */
const LEAST_HIRAGANA = 0.2;

/** Endings and particles of which every Korean sentence has some. */
const COMMON_HANGUL = new Set("이다는의에을를가고하서로은지기사한도인자대시리어나해수부정과일");

/** What stands in prose beside letters: quotation marks, dashes, currencies, degrees, sections, ordinals, fractions. */
const PROSE_SIGNS = /[\u00a0\u2010-\u2026\u2116\u2122«»·•§°©®ªº¿¡€£½¼¾±×]/gu;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const share = (all: readonly string[], isOne: (character: string) => boolean): number => (all.length === 0 ? 0 : all.filter(isOne).length / all.length);

/** `encoding`: what it was read in. */
export function isPlausible(text: string, encoding: string): boolean {
  if (NEVER.test(text)) return false;
  const sample = text.slice(0, LOOKED_AT);
  const han = sample.match(/\p{sc=Han}/gu) ?? [];
  const kana = sample.match(/[\p{sc=Hira}\p{sc=Kana}]/gu) ?? [];
  const hangul = sample.match(/\p{sc=Hang}/gu) ?? [];
  return han.length + kana.length + hangul.length > 0 ? isEastAsian(sample, encoding, { han, kana, hangul }) : isAlphabetic(sample);
}

function isEastAsian(text: string, encoding: string, { han, kana, hangul }: Record<"han" | "kana" | "hangul", string[]>): boolean {
  const letters = han.length + kana.length + hangul.length;
  // An accent and the letter after it, read as one character, leave it alone among Latin letters.
  const alone = count(text, /(?<=[A-Za-z])[\p{sc=Han}\p{sc=Hang}](?=[A-Za-z ,.;:]|$)|(?<=[A-Za-z ])[\p{sc=Han}\p{sc=Hang}](?=[A-Za-z])/gu);
  if (alone * 2 > letters) return false;
  if (hangul.length >= ENOUGH_HAN) return share(hangul, (one) => COMMON_HANGUL.has(one)) > HIGHEST_WRONG_SHARE;
  // The Chinese sets have kana where the Japanese one has them, and other characters where it has its own.
  if (kana.length > letters / 5) return !/^(?:gb|big5)/.test(encoding) && share(kana, (one) => /\p{sc=Hira}/u.test(one)) > LEAST_HIRAGANA;
  return han.length < ENOUGH_HAN || share(han, (one) => COMMON_HAN.has(one)) > HIGHEST_WRONG_SHARE;
}

/** In no alphabet do these hold of what was written in another. */
function isAlphabetic(text: string): boolean {
  const beyond = count(text, /(?!\p{ASCII})\S/gu);
  const letters = count(text, /(?!\p{ASCII})\p{L}/gu);
  const capitals = count(text, /(?!\p{ASCII})\p{Lu}/gu);
  const signs = beyond - letters - count(text, /(?!\p{ASCII})\p{M}/gu) - count(text, PROSE_SIGNS);
  // Capitals within a word, more capitals than small letters: alphabets with the two swapped.
  const inside = count(text, /(?<=\p{Ll})(?![A-Z])\p{Lu}/gu);
  const mixed = count(text, /\p{sc=Latin}(?=(?!\p{sc=Latin})\p{L})|(?!\p{sc=Latin})\p{L}(?=\p{sc=Latin})/gu);
  if (signs * 5 > beyond || inside * 10 > letters || mixed * 10 > letters) return false;
  const others = count(text, /(?![\p{sc=Latin}\p{sc=Common}])\p{L}/gu);
  return others * 2 > letters ? capitals * 2 <= letters || letters < ENOUGH_HAN : isLoose(text);
}

/** Accented letters and signs stand one by one among plain letters; quotation marks, dashes and hard spaces beside anything. */
function isLoose(text: string): boolean {
  const runs = text.match(/[^\x00-\x7f\u00a0\u2010-\u2026«»]+/g) ?? [];
  return runs.filter((run) => run.length > 1).length * 2 <= runs.length;
}
