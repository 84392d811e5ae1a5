/** Where an address leads, before anything is sent there. */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { isOwnName, isPublicAddress, plainAddress } from "../../domain/public-addresses";

/** Where to connect to, and nowhere else: `addresses` are all of the host's, and all of them may be reached. */
export type Destination = { url: URL; addresses: string[] };

/** Why nothing is fetched from an address. */
export type DestinationRefusal =
  | { refused: "address-unreadable"; address: string }
  | { refused: "address-scheme"; scheme: string }
  | { refused: "address-credentials" }
  | { refused: "address-port"; port: number }
  | { refused: "address-unknown"; host: string }
  | { refused: "address-not-public"; host: string };

/** The network as a fetcher sees it; the strict one is `publicNetwork`. */
export type Network = {
  /** A host's addresses, all of them. @throws when there are none */
  resolve: (host: string) => Promise<string[]>;
  isPublic: (address: string) => boolean;
  ports: ReadonlySet<number>;
};

/** The longest that every browser and server takes. */
const LONGEST_ADDRESS = 2_000;
const PORT_OF: Record<string, number> = { "http:": 80, "https:": 443 };

export const publicNetwork: Network = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  isPublic: (address) => isPublicAddress(address) && !isOfThisMachine(address),
  ports: new Set(Object.values(PORT_OF)),
};

/** A public address may be this machine's own, where only a firewall keeps others from what listens on it. */
function isOfThisMachine(address: string): boolean {
  const plain = plainAddress(address);
  return Object.values(networkInterfaces()).some((all) => all?.some((own) => plainAddress(own.address.replace(/%.*$/, "")) === plain));
}

/**
 * Resolves once: what is connected to afterwards is an address checked here, whatever the name leads to by then. Every one of
 * a host's addresses must be public, or a name with one of each would be a matter of luck.
 */
export async function destinationOf(address: string, { resolve, isPublic, ports }: Network): Promise<Destination | DestinationRefusal> {
  if (address.length > LONGEST_ADDRESS || !URL.canParse(address)) return { refused: "address-unreadable", address: address.slice(0, LONGEST_ADDRESS) };
  const url = new URL(address);
  const usual = PORT_OF[url.protocol];
  if (usual === undefined) return { refused: "address-scheme", scheme: url.protocol.slice(0, -1) };
  if (url.username !== "" || url.password !== "") return { refused: "address-credentials" };
  const port = url.port === "" ? usual : Number(url.port);
  if (!ports.has(port)) return { refused: "address-port", port };
  const host = url.hostname.replace(/^\[|\]$|\.$/g, "");
  if (isOwnName(host)) return { refused: "address-not-public", host };
  // The dot that ends a whole name is no part of it in a certificate.
  if (isIP(host) === 0) url.hostname = host;
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  if (addresses.length === 0) return { refused: "address-unknown", host };
  return addresses.every((one) => isPublic(one)) ? { url, addresses } : { refused: "address-not-public", host };
}
