/** The command line speaks English, in the words the pages use. */
import { wordsOf } from "../../app/_ui/words";
import { refusalOf } from "../../server/trpc";

/** What a refusal says, with the option it is about; null when it is no refusal. */
export function saidOf(error: unknown): string | null {
  const refusal = refusalOf(error);
  if (!refusal) return null;
  const sentence = wordsOf("en").t(`refusals.${refusal.reason}`, refusal.values);
  return refusal.field ? `--${refusal.field}: ${sentence}` : sentence;
}
