import { guessedLanguage, toldLanguage } from "./language";

/** Less text than this, in code units, is told apart badly where it is in Latin letters; then the page's own word counts. */
const enough = 100;

/** Japanese has at least one letter of its own for every so many Chinese ones. */
const leastKana = 0.1;

/**
 * The language of an article: the page's own word for it where its text does not plainly speak another. Templates are
 * often left at "en". The country is left out ("de" for "de-AT"), but not where it tells the script ("zh-TW").
 */
export function languageOf(told: string | null, texts: string[]): string | null {
  const tag = told === null || told === "" ? null : toldLanguage(told);
  const sample = texts.slice(0, 50).map((text) => text.slice(0, 1000)).join("\n");
  const guessed = withoutKana(sample) ? "zh" : guessedLanguage(sample);
  const language = tag?.split("-")[0] ?? "";
  const isLatin = (sample.match(/\p{sc=Latin}/gu)?.length ?? 0) > sample.length / 3;
  if (tag !== null && (guessed.split("-")[0] === language || (isLatin && sample.length < enough))) return language === "zh" ? tag : language;
  return guessed;
}

/** Chinese that quotes a Japanese name is not Japanese. */
function withoutKana(text: string): boolean {
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const kana = text.match(/[\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0;
  return han > text.length / 2 && kana < han * leastKana;
}
