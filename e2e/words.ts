/** What the pages say, for tests that look by label; read as files, for this runner imports no JSON. */
import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { pathIn } from "../domain/language-paths";
import type { Language } from "../domain/reading";
import type en from "../messages/en.json";

const LOCALES: Record<Language, string> = { en: "en-GB", zh: "zh-Hans" };

export function wordsOf(language: Language) {
  const messages: typeof en = JSON.parse(readFileSync(`messages/${language}.json`, "utf8"));
  return { language, t: createTranslator({ locale: LOCALES[language], messages, timeZone: "UTC" }), to: (path: string) => pathIn(language, path) };
}

export type Words = ReturnType<typeof wordsOf>;
