import type { Words } from "../words";
import type { FormError } from "../form-error";
import { ErrorUnder } from "../field";
import { LANGUAGES } from "./languages";

type Props = { words: Words; chosen: string; error: FormError | null; guess?: boolean };

/** `guess`: it may be left to be recognised. */
export function LanguageChoice({ words, chosen, error, guess = false }: Props) {
  const tags = [...new Set([...LANGUAGES, ...(chosen === "" ? [] : [chosen])])];
  const named = tags.map((tag) => ({ tag, name: nameOf(words, tag) })).sort((one, other) => one.name.localeCompare(other.name, words.tag));
  return (
    <div className="labelled">
      <label htmlFor="language">{words.t("editor.language")}</label>
      <select className="field" id="language" name="language" defaultValue={chosen} aria-invalid={error?.field === "language" || undefined} aria-describedby={error?.field === "language" ? "language-error" : undefined}>
        {guess && <option value="">{words.t("editor.guess")}</option>}
        {named.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <ErrorUnder name="language" error={error} />
    </div>
  );
}

/** What somebody wrote into the address may be no tag at all. */
function nameOf(words: Words, tag: string): string {
  try {
    return words.languageName(tag);
  } catch {
    return tag;
  }
}
