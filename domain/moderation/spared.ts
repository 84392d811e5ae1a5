/** Whom the automatic rules do not ask: those who answer for the place anyway, and could let their own words through. */
import type { Role } from "../permissions";

export function isSpared({ role }: { role: Role }): boolean {
  return role !== "member";
}
