/** Whose request it is: the socket's address, or what a trusted proxy says of it. */
import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";

/** The proxies whose word counts, as addresses or CIDR ranges. @throws Error naming the entry that is neither */
export function proxiesOf(entries: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = familyOf(address);
    const widest = family === "ipv4" ? 32 : 128;
    if (!family || !(Number(bits ?? widest) <= widest)) throw new Error(`TRUSTED_PROXIES: "${entry}" is no address or range`);
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}

function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

/** Walks X-Forwarded-For from the right while the one who wrote an entry is trusted; anything else is a client's fancy. */
export function clientAddress(request: { socket: { remoteAddress?: string | undefined }; headers: IncomingHttpHeaders }, proxies: BlockList): string {
  const said = String(request.headers["x-forwarded-for"] ?? "").split(",").map(plain).filter(Boolean);
  let address = plain(request.socket.remoteAddress ?? "");
  for (let hop = said.pop(); hop !== undefined; hop = said.pop()) {
    const family = familyOf(address);
    if (!family || !proxies.check(address, family) || !familyOf(hop)) break;
    address = hop;
  }
  return address;
}
