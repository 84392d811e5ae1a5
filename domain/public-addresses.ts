/**
 * Which network addresses belong to everybody. An address somebody gives us to fetch must lead nowhere else: whoever gives it
 * would ask through us, from inside, what they cannot ask from where they are.
 */
import ipaddr from "ipaddr.js";

/** The only IPv6 addresses given out to the world (IANA, "Global Unicast"): what will be given out later is not fetched before. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR("2000::/3");

/** NAT64's one prefix for all (RFC 6052): where there is only IPv6, every IPv4 server is called so. RFC 8215's belongs to a house. */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/** Names of this machine (RFC 6761), whatever a resolver makes of them. */
const OWN_NAME = /(?:^|\.)localhost$/;

/**
 * Whether an address, written in full ("192.0.2.1", "2001:db8::1", without brackets), is one of the public network. Those of
 * tunnels (6to4, Teredo) are not: what stands behind them is an IPv4 address of anybody's choosing, and no page.
 */
export function isPublicAddress(address: string): boolean {
  const plain = plainAddress(address);
  if (plain === null) return false;
  const parsed = ipaddr.parse(plain);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GIVEN_OUT);
}

/**
 * The one form of an address: IPv4 inside IPv6 (mapped, NAT64) as IPv4, IPv6 in full. Null for what is none, for the short,
 * octal and hexadecimal forms of old, and for one with a zone, which is good on one wire only.
 */
export function plainAddress(address: string): string | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return address;
  if (address.includes("%") || !ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  if (parsed.match(NAT64)) return ipaddr.fromByteArray(parsed.toByteArray().slice(12)).toString();
  return parsed.toNormalizedString();
}

/** Whether a host's name is this machine's, with or without the dot that ends a whole name. */
export function isOwnName(host: string): boolean {
  return OWN_NAME.test(host.toLowerCase().replace(/\.+$/, ""));
}
