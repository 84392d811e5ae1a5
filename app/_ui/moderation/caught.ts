import type { Caught } from "../../../domain/moderation/phases";
import type { Words } from "../words";

type Rule = Parameters<Words["t"]>[0];

/** Why a rule caught a comment, as a clause: "the word “x” is on a list". */
export function caughtSays(words: Words, { rule, values }: Pick<Caught, "rule" | "values">): string {
  const known = rules.find((one) => one === rule);
  return known === undefined ? rule : words.t(`moderation.caught.${known}` satisfies Rule, values);
}

const rules = ["hold", "nothing-to-read", "stretched", "shouting", "same-text", "same-line", "over-and-over", "links", "links-new-member", "word", "new-member", "hot-thread", "before", "check", "check-failed", "reports"] as const;
