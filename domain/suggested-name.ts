/** A name to begin with, from what somebody is called elsewhere. */
import { faultOfName, NAME_LENGTH } from "./names";

/** Those of the names that may be a member's, cut to their length, each once, in order. */
export function namesToSuggest(names: readonly string[]): string[] {
  const cut = names.map((name) => Array.from(name.normalize("NFC").trim().replace(/\s+/gu, " ")).slice(0, NAME_LENGTH.most).join("").trim());
  return [...new Set(cut)].filter((name) => faultOfName(name) === null);
}
