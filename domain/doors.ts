/** The ways into an account, and when opening another takes more than being signed in. */

/** A session that is younger was opened by the one who still sits there; an older one may have been left open on a desk. */
export const FRESH_SESSION_MS = 10 * 60 * 1000;

type Doors = { passwordHash: string | null; confirmedEmail: string | null };

/** How a member shows that it is they: by their password, by having signed in just now, or by signing in again. */
export type Proof = "none" | "password" | "signInAgain";

export function proofToLink({ passwordHash }: Doors, sessionOpenedAt: Date | null, now: Date): Proof {
  if (sessionOpenedAt && now.getTime() - sessionOpenedAt.getTime() < FRESH_SESSION_MS) return "none";
  return passwordHash === null ? "signInAgain" : "password";
}

/** A password, or an address that was proved: a link to sign in can be sent there. */
export function hasOtherDoor({ passwordHash, confirmedEmail }: Doors): boolean {
  return passwordHash !== null || confirmedEmail !== null;
}
