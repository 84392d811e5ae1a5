/** Secrets that are handed out once: whoever reads the database finds their hashes, and cannot use them. */
import { createHash, randomBytes } from "node:crypto";

/** Bytes, so 256 bits: nobody guesses one, however long they try. */
const TOKEN_BYTES = 32;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
