import { guessedLanguage, toldLanguage } from "./language";

/** Less text than this, in code units, is told apart badly; then the page's own word counts. */
const enough = 200;

/**
 * The language of an article: the page's own word for it where its text does not plainly speak another. Templates are
 * often left at "en". The country is left out ("de" for "de-AT"), but not where it tells the script ("zh-TW").
 */
export function languageOf(told: string | null, texts: string[]): string | null {
  const tag = told === null || told === "" ? null : toldLanguage(told);
  const sample = texts.slice(0, 50).map((text) => text.slice(0, 1000)).join("\n");
  const guessed = guessedLanguage(sample);
  const [language = ""] = tag?.split("-") ?? [];
  if (tag !== null && (guessed.split("-")[0] === language || sample.length < enough)) return language === "zh" ? tag : language;
  return guessed;
}
