/** The reasons of a decision, as they are sent. */
import { z } from "zod";
import { FACTS_LENGTH, LAW_LENGTH, LONGEST_SANCTION_MS } from "../../domain/moderation/decision";
import { houseRules } from "../../domain/moderation/house-rules";
import { faultOfText, normalised } from "../../domain/text";
import { badField } from "../refusals";
import type { Reasons } from "./decided";

export const ground = z.enum([...houseRules, "law"]);

/** `law`: which, where that is the ground. */
export const reasons = z.object({ ground, law: z.string().default(""), facts: z.string() });

export type SentReasons = z.output<typeof reasons>;

/** @throws Refusal badField facts, law, until */
export function checkedReasons(sent: SentReasons, until: Date | null, now: Date): Reasons {
  const facts = normalised(sent.facts.normalize("NFC"));
  const fault = faultOfText(facts, FACTS_LENGTH);
  if (fault) throw badField("facts", fault);
  const law = sent.ground === "law" ? normalised(sent.law.normalize("NFC")) : null;
  const faultOfLaw = law === null ? null : faultOfText(law, LAW_LENGTH);
  if (faultOfLaw) throw badField("law", faultOfLaw);
  if (until !== null && until <= now) throw badField("until", { fault: "untilPast" });
  if (until !== null && until.getTime() - now.getTime() > LONGEST_SANCTION_MS) throw badField("until", { fault: "untilTooFar" });
  return { ground: sent.ground, law, facts, until };
}
