/** In which language people wrote, as far as their letters tell: for `lang`, by which words are read aloud, broken and emphasised. */
import type { Language } from "./reading";

const HAN = /\p{Script=Han}/gu;
const OTHER_LETTERS = /(?!\p{Script=Han})\p{L}/gu;

/** A Chinese character stands for as much as three letters: a Chinese sentence with an English name in it is Chinese. */
const LETTERS_TO_A_CHARACTER = 3;

/** What `lang` says of a text on a page of that language; undefined: what the page says. Letters that are not Chinese are of some language, and "" says that it is not known. */
export function languageOfWords(text: string, page: Language): string | undefined {
  const han = text.match(HAN)?.length ?? 0;
  const isChinese = han > 0 && han * LETTERS_TO_A_CHARACTER >= (text.match(OTHER_LETTERS)?.length ?? 0);
  if (page === "zh") return isChinese || !/\p{L}/u.test(text) ? undefined : "";
  return isChinese ? "zh" : undefined;
}
