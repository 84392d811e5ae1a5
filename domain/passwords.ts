/** Which passwords are accepted (NIST SP 800-63B-4, 3.1.1.2: length and a list of the common ones, no composition rules). */
import { dictionary } from "@zxcvbn-ts/language-common";
import { codePoints } from "./blocks";

export type PasswordFault =
  | { fault: "tooShort"; least: number }
  | { fault: "passwordTooLong"; limit: number }
  | { fault: "commonPassword" }
  | { fault: "loneSurrogate" };

/** At least 12 characters. At most 256: 64 must pass, and hashing must not be made to work for megabytes. */
export const PASSWORD_LENGTH = { least: 12, most: 256 };

/** How many of the commonest are refused. */
const COMMONEST = 10_000;

/** One letter, a short word or a run repeated is guessed as fast as the common ones. */
const REPEATED = /^(.{1,4}?)\1+$/su;

const common = new Set((dictionary["passwords-common"] ?? []).slice(0, COMMONEST).map(String));

export function faultOfPassword(password: string, { name, email }: { name: string; email: string }): PasswordFault | null {
  if (!password.isWellFormed()) return { fault: "loneSurrogate" };
  const length = codePoints(password);
  if (length < PASSWORD_LENGTH.least) return { fault: "tooShort", least: PASSWORD_LENGTH.least };
  if (length > PASSWORD_LENGTH.most) return { fault: "passwordTooLong", limit: PASSWORD_LENGTH.most };
  const folded = password.toLowerCase();
  const ownWords = [name.toLowerCase(), email.toLowerCase()];
  if (common.has(folded) || REPEATED.test(folded) || ownWords.includes(folded)) return { fault: "commonPassword" };
  return null;
}
