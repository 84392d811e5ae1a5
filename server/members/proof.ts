/** Passwords as kept, and their proof, which takes the same time whether or not there is one. */
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 46 MiB, one pass, one lane; about 30 ms here. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** What is compared against when there is no account: the hash of a random text nobody knows. */
const nobody = hash(crypto.randomUUID(), COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

export async function provesPassword(kept: string | null, password: string): Promise<boolean> {
  const proved = await verify(kept ?? (await nobody), password.normalize("NFKC"));
  return kept !== null && proved;
}
