/** What a member bears, and whether it binds now. */
import type { SanctionKind } from "./decision";

/** A warning binds until it is read; the others until their time has passed, or for good. Half open: at `until` it is over. */
export function isInForce({ kind, until, acknowledgedAt }: { kind: SanctionKind; until: Date | null; acknowledgedAt: Date | null }, now: Date): boolean {
  return kind === "warn" ? acknowledgedAt === null : until === null || now < until;
}
