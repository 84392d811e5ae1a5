/** E-mail and network addresses, as far as rules count them. */

/** One plain address, as the HTML standard's e-mail field accepts it: no names, comments, quotes or line breaks. */
const PLAIN_ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** RFC 5321, 4.5.3.1: a path of 256 octets with its angle brackets. */
const LONGEST_ADDRESS = 254;

export function isPlainAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && PLAIN_ADDRESS.test(address);
}

/** The form addresses are compared in. */
export function foldedAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** Whom a network address stands for when counting: an IPv6 customer has a whole /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [before = "", after] = plain.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  const groups = [...head, ...zeros, ...tail].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}
