/** Links and the like that work once. */

const HOUR = 60;

/**
 * Minutes a link is good for. Those that open an account are pressed at once or never (NIST SP 800-63B-4, 3.1.3.1 gives a secret
 * sent by mail a day at most); those that only prove an address wait for a mailbox that is looked into once a day. A card is given by hand,
 * perhaps after a holiday. "oidc" is a way to the provider: time to type a password and a second factor there.
 */
export const LINK_MINUTES = { "sign-in": 20, reset: 30, confirm: 24 * HOUR, address: 24 * HOUR, setup: 24 * HOUR, card: 14 * 24 * HOUR, oidc: 10 };

export type LinkPurpose = keyof typeof LINK_MINUTES;

/** Those by which somebody else could take the account over: they end when its password or its address changes. */
export const OPENING_LINKS: readonly LinkPurpose[] = ["sign-in", "reset", "address", "card"];

export function expiryOf(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_MINUTES[purpose] * 60_000);
}
