import type { FormError } from "./form-error";
import type { Words } from "./words";

/** The title is the first thing heard of a page that came back: it says that something is to be put right. */
export function formTitle(words: Words, title: string, error: FormError | null): string {
  return error === null ? title : words.t("forms.errorTitle", { title });
}
