import type { Words } from "./words";

/** What the script says, in the page's language; it reads these attributes of its own element. */
export function saidByScript(words: Words) {
  return {
    "data-posted": words.t("reader.posted"),
    "data-offline": words.t("reader.offline"),
    "data-choose": words.t("reader.choose"),
    "data-cut": words.t("reader.cut"),
    "data-no-thread": words.t("reader.noThread"),
    "data-no-unread": words.t("reader.noUnread"),
    "data-no-comment": words.t("reader.noComment"),
    "data-close": words.t("reader.close"),
    "data-undo": words.t("reader.undo"),
    "data-home": words.to("/"),
  };
}
