/** Passwords as kept, and their proof, which takes the same time whether or not there is one. */
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { type Turns, turns } from "../turns";

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 46 MiB, one pass, one lane; about 30 ms here. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** One processor stays with the readers, however many stand at the doors; 46 MiB each would also add up. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

declare global {
  /** On globalThis, as bundles may load this module more than once: a process has so many turns, not each bundle. */
  var paragoraProofs: Turns | undefined;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  globalThis.paragoraProofs ??= turns(AT_ONCE);
  return globalThis.paragoraProofs(work);
}

/** What is compared against when there is no account: the hash of a random text nobody knows. */
const nobody = hash(crypto.randomUUID(), COST);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST));
}

export async function provesPassword(kept: string | null, password: string): Promise<boolean> {
  const against = kept ?? (await nobody);
  const proved = await inTurn(() => verify(against, password.normalize("NFKC")));
  return kept !== null && proved;
}
