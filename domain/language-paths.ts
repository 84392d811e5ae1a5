import type { Language } from "./reading";

/** An address in a language: English stands at the root, Chinese below /zh. */
export function pathIn(language: Language, path: string): string {
  if (language === "en") return path;
  return path === "/" ? "/zh" : `/zh${path}`;
}

/** The language of a code as kept with a member; whatever is neither is English. */
export function languageOfCode(code: string): Language {
  return code === "zh" ? "zh" : "en";
}
