/**
 * What a browser carries between two steps of signing in by a provider: sealed with our secret, so that nobody reads or
 * changes it, for a while only, and in the one browser that began.
 */
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { LINK_MINUTES } from "../../domain/links";
import { authSecret, cookieLine, cookieOf, sessionCookie } from "../session";

export type SealedCookie<Content> = {
  /** The Set-Cookie line that hands it out. */
  sealed: (content: Content) => Promise<string>;
  /** What a cookie's value holds; null for what we did not seal, or too long ago. */
  opened: (value: string) => Promise<Content | null>;
  /** Its value in a request; empty when there is none. */
  valueIn: (headers: Headers) => string;
  /** The Set-Cookie line that takes it away. */
  cleared: () => string;
};

/** `seconds`: how long it is good for; `shape`: what knows its content, of which only this is asked: held against all that a schema of zod is, types take ten seconds to check. Keys differ by name, so that none of them passes for another, nor for a session. */
function sealedCookie<Content extends Record<string, unknown>>(name: string, seconds: number, shape: { parse: (value: unknown) => Content }): SealedCookie<Content> {
  const fullName = (): string => (sessionCookie().secure ? `__Host-${name}` : name);
  return {
    async sealed(content) {
      return cookieLine(fullName(), await encode({ token: content, secret: authSecret(), maxAge: seconds, salt: name }), seconds, "; HttpOnly");
    },
    async opened(value) {
      try {
        return shape.parse(await decode({ token: value, secret: authSecret(), salt: name }));
      } catch {
        // Forged, of another secret, or expired: all mean that nothing was begun in this browser, which is not an error.
        return null;
      }
    },
    valueIn: (headers) => cookieOf(headers, fullName()) ?? "",
    cleared: () => cookieLine(fullName(), "", 0, "; HttpOnly"),
  };
}

const language = z.enum(["en", "zh"]);

/** `linking`: the member who links, null when somebody signs in. `next`: where they go afterwards, on this site. */
const transaction = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string(), language, linking: z.string().nullable() });
export type Transaction = z.infer<typeof transaction>;
export const transactionCookie = sealedCookie("paragora.oidc", LINK_MINUTES.oidc * 60, transaction);

/** Time to think of a name. */
const APPLICANT_SECONDS = 30 * 60;

/** Whom the provider vouched for and nobody here is bound to. `isVerified`: the provider says that the address is theirs. */
const applicant = z.object({ issuer: z.string(), subject: z.string(), names: z.array(z.string()), email: z.string().nullable(), isVerified: z.boolean(), next: z.string() });
export type Applicant = z.infer<typeof applicant>;
export const applicantCookie = sealedCookie("paragora.applicant", APPLICANT_SECONDS, applicant);
