/** The rules of the house: what a decision can rest on, beside the law. Their words are in messages, `moderation.rules.ID`. */

/** In the order of their numbers. The public log names rules by number and id for ever: a new one is added at the end, none is taken out. */
export const houseRules = ["off-subject", "falsehood-as-fact", "insult", "hatred", "threat", "personal-data", "advertising", "repetition"] as const;
export type HouseRule = (typeof houseRules)[number];

/** A decision or a report rests on a rule, or on the law, which is then cited. */
export const grounds = [...houseRules, "law"] as const;
export type GroundId = (typeof grounds)[number];

export function isHouseRule(word: string): word is HouseRule {
  return houseRules.some((rule) => rule === word);
}

/** 1 first, as pages show it. */
export function numberOf(rule: HouseRule): number {
  return houseRules.indexOf(rule) + 1;
}

/**
 * How much an hour of standing there costs: 1 time and patience, 2 somebody's good name or part in the discussion, 3 what
 * cannot be taken back, as when an address has been read. The law is 3 because a notice of unlawful content must be seen to without delay
 * (Reg. (EU) 2022/2065, Art. 6 and 16).
 */
export const severities: Record<GroundId, 1 | 2 | 3> = {
  "off-subject": 1,
  "falsehood-as-fact": 1,
  insult: 2,
  hatred: 3,
  threat: 3,
  "personal-data": 3,
  advertising: 1,
  repetition: 1,
  law: 3,
};

/**
 * The category of the EU's database of statements of reasons (its API, 2025). What only this house forbids is "other violation"; an insult is
 * speech that harms, though no bullying by a campaign, which that database calls cyber violence. For "law" it is the likeliest in a
 * discussion of texts; whoever decides may say another.
 */
export const categories = {
  "off-subject": "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  "falsehood-as-fact": "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  insult: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  hatred: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  threat: "STATEMENT_CATEGORY_VIOLENCE",
  "personal-data": "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  advertising: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  repetition: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  law: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
} as const satisfies Record<GroundId, string>;
