/** Names for those who decide, in the public log: the same person the same, and nobody told who. */
import { createHmac } from "node:crypto";

/** Crockford's: without I, L, O and U, so that it can be read out and spells little. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 32 to the fifth are 33 million: among 100 moderators two alike happen once in 6,800 places. */
const LENGTH = 5;

/** A log that an alias belongs to; in another the same member has another, so that a class's log and the public one do not tell on each other. */
const PUBLIC_CHAIN = "public";

/**
 * "7F3K2". It is keyed with the place's secret: whoever has the log and guesses at ids cannot try them. With another secret all aliases change,
 * so rows keep the alias they were written with. The role is said apart, it may change.
 */
export function aliasOf(secret: string, memberId: string, chain: string = PUBLIC_CHAIN): string {
  const hash = createHmac("sha256", secret).update(JSON.stringify(["alias", chain, memberId])).digest();
  return Array.from(hash.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
}
