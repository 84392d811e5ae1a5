/** The reasons of a decision, as a form sends them. */
import { grounds } from "../../domain/moderation/house-rules";
import { type ReasonsValues, ruleSays } from "../_ui/moderation/reasons-fields";
import { wordsOf } from "../_ui/words";
import { reasonsIn } from "./administration";
import type { Sent } from "./form";

/** The sentences that fields are filled with beforehand. */
const SENTENCES: ReadonlySet<string> = new Set((["en", "zh"] as const).flatMap((language) => grounds.map((ground) => ruleSays(wordsOf(language), ground))));

/** Where nobody wrote other reasons, those of the rule that was chosen: without scripts the field still holds another's. */
export function reasonsOf(sent: Sent): ReasonsValues {
  const given = reasonsIn(sent);
  const facts = given.facts.trim();
  return SENTENCES.has(facts) || facts === "" ? { ...given, facts: ruleSays(sent.words, given.ground) } : given;
}
