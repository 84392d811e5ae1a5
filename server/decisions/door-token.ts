/** The links that open the door of a suspension (see door.ts): made of the decision and its member, of nothing that is kept. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecret } from "../session";

/** What the secret seals here: nothing sealed for another purpose fits. */
const PURPOSE = "paragora statement of a suspension";

function sealOf(decisionId: string, memberId: string): string {
  return createHmac("sha256", authSecret()).update(JSON.stringify([PURPOSE, decisionId, memberId])).digest("base64url");
}

/** The decision's id and a seal of 256 bits. Nothing of it is kept: it is made anew wherever it is owed. */
export function doorToken(decisionId: string, memberId: string): string {
  return `${decisionId}.${sealOf(decisionId, memberId)}`;
}

/** Without a language. No log has what follows it (see server/log.ts). */
export function doorPath(token: string): string {
  return `/sign-in/statement/${token}`;
}

/** Where a member reads a decision: who is suspended by it, through the door. */
export function pathOfStatement({ id, act }: { id: string; act: string }, memberId: string): string {
  return act === "suspend" ? doorPath(doorToken(id, memberId)) : `/decisions/${id}`;
}

/** In a time that tells nothing of where they differ. */
export function isSealOf(given: string, decisionId: string, memberId: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(sealOf(decisionId, memberId))];
  return one.length === other.length && timingSafeEqual(one, other);
}
