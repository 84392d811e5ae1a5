/** In which order moderators find what waits for them. */
import { severities, type GroundId } from "./house-rules";

/** What somebody should look at now, today, or when there is time. */
export const urgencies = ["when-you-can", "today", "now"] as const;
export type Urgency = (typeof urgencies)[number];

export type ItemFacts = {
  /** Of open reports, by `sumOfWeights`; 0 without. */
  weights: number;
  /** The heaviest ground that anybody named; null: only a rule of the machine caught it. */
  ground: GroundId | null;
  /** Whether others can see it while it waits. */
  isPublic: boolean;
  /** Hours since it began to wait. */
  ageHours: number;
  isAppeal: boolean;
  /** How many people have seen it, about; 0 for what is held. */
  seen: number;
};

/** Points. Each figure says how it compares: three plain reports weigh as much as one step of severity. */
const PER_WEIGHT = 10;
const MOST_FOR_WEIGHTS = 50;
const PER_SEVERITY = 30;
/** What is seen does harm; what is held only waits, though its author waits too. */
const PUBLIC = 15;
/** Somebody has been restricted and says: wrongly. It can wait hours, not days (Reg. (EU) 2022/2065, Art. 20: "timely"). */
const APPEAL = 45;
/** Each tenfold of eyes. */
const PER_TENFOLD = 5;
const MOST_FOR_EYES = 20;
/** What has waited a day and a half is a class more urgent. */
const PER_HOUR = 1;
const MOST_FOR_AGE = 40;

/** From these points on. A threat that one person reported in public is "now" (115); an insult (85) is "today", with three reports "now". */
const FROM: Record<Exclude<Urgency, "when-you-can">, number> = { now: 100, today: 60 };

/** A whole number, 0 to 260. */
export function scoreOf({ weights, ground, isPublic, ageHours, isAppeal, seen }: ItemFacts): number {
  const forWeights = Math.min(weights * PER_WEIGHT, MOST_FOR_WEIGHTS);
  const forGround = ground === null ? 0 : PER_SEVERITY * severities[ground];
  const forEyes = isPublic ? Math.min(PER_TENFOLD * Math.log10(1 + Math.max(0, seen)), MOST_FOR_EYES) : 0;
  const forAge = Math.min(PER_HOUR * Math.max(0, ageHours), MOST_FOR_AGE);
  return Math.round(forWeights + forGround + (isPublic ? PUBLIC : 0) + (isAppeal ? APPEAL : 0) + forEyes + forAge);
}

export function urgencyOf(facts: ItemFacts): Urgency {
  const score = scoreOf(facts);
  return score >= FROM.now ? "now" : score >= FROM.today ? "today" : "when-you-can";
}

/**
 * What is kept with an item, 3 for "now", and made anew when something happens to it (a report, an appeal, the daily round). The class and not the
 * score: within a class the oldest comes first, so that a list does not change its order under a moderator's hands, nothing starves
 * behind what is reported once more, and a page's cursor is (rank, since, id), all of them columns of one index.
 */
export function rankOf(urgency: Urgency): number {
  return urgencies.indexOf(urgency) + 1;
}

export function urgencyOfRank(rank: number): Urgency {
  return urgencies[rank - 1] ?? "when-you-can";
}

export type Waiting = { rank: number; since: Date; id: string };

/** For sorting: the most urgent first, of these the oldest. The id decides between two of one moment. */
export function inOrder(one: Waiting, other: Waiting): number {
  return other.rank - one.rank || one.since.getTime() - other.since.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
