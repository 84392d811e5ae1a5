/** The secret under which a visitor's comment waits, in their own browser alone. */
import { WAITING_KEPT_MS } from "../../server/housekeeping";
import { cookieOf, sessionCookie } from "../../server/session";

function named(): { name: string; attributes: string } {
  const { secure } = sessionCookie();
  return { name: secure ? "__Host-paragora.waiting" : "paragora.waiting", attributes: `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}` };
}

export function waitingSecret(headers: Headers): string | null {
  return cookieOf(headers, named().name) || null;
}

export function setWaitingCookie(secret: string): string {
  const { name, attributes } = named();
  return `${name}=${secret}; ${attributes}; Max-Age=${WAITING_KEPT_MS / 1000}`;
}

export function clearWaitingCookie(): string {
  const { name, attributes } = named();
  return `${name}=; ${attributes}; Max-Age=0`;
}
