/** Fetching what somebody gave us the address of: only from the public network, only so long, only so much. */
import { isIP, type LookupFunction } from "node:net";
import { Agent, request } from "undici";
import { type Destination, type DestinationRefusal, destinationOf, type Network, publicNetwork } from "./destination";
import { UNPACKED, unpacked, type UnpackRefusal } from "./unpack";

/** What was fetched. `type` ("text/html") and `charset` as the server said, in lower case; `address` the last one redirected to. */
export type Fetched = { bytes: Uint8Array; type: string | null; charset: string | null; address: string };

export type FetchRefusal =
  | DestinationRefusal
  | UnpackRefusal
  | { refused: "redirected-too-often"; limit: number }
  | { refused: "answered"; host: string; status: number }
  | { refused: "unreachable"; host: string; why: string }
  | { refused: "fetching-too-long"; seconds: number };

export type Limits = {
  /** After unpacking. */
  bytes: number;
  /** For all of it: names, connections, redirects and the last byte. */
  ms: number;
  /** The Accept header. */
  accept: string;
  signal?: AbortSignal;
  /** Bytes that have come, and how many there will be, where the server says. */
  progress?: (done: number, total: number | null) => void;
};

/** Limits, "Fetching an article by URL". */
export const PAGE: Limits = { bytes: 5 * 1024 * 1024, ms: 10_000, accept: "text/html, application/xhtml+xml, text/plain, text/markdown;q=0.9, */*;q=0.5" };
const REDIRECTS = 3;
const REDIRECTING = new Set([301, 302, 303, 307, 308]);
const ANSWERING = new Set([200, 203]);

/** Says who asks, so that a site's owner can tell; no cookie, no referrer: nothing of the reader is in it. */
const USER_AGENT = "Paragora (imports an article for its discussion)";

class TooMuch extends Error {}

export type Fetch = (address: string, limits?: Limits) => Promise<Fetched | FetchRefusal>;

export function fetcherOf(network: Network): Fetch {
  return async (address, limits = PAGE) => {
    const timeUp = AbortSignal.timeout(limits.ms);
    const signal = limits.signal ? AbortSignal.any([timeUp, limits.signal]) : timeUp;
    const late: FetchRefusal = { refused: "fetching-too-long", seconds: limits.ms / 1000 };
    try {
      return await within(signal, followed(address, network, { ...limits, signal }));
    } catch (error) {
      if (signal.aborted) return late;
      throw error;
    }
  };
}

export const fetchPage = fetcherOf(publicNetwork);

async function followed(first: string, network: Network, limits: Limits & { signal: AbortSignal }): Promise<Fetched | FetchRefusal> {
  let address = first;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const destination = await destinationOf(address, network);
    if ("refused" in destination) return destination;
    limits.signal.throwIfAborted();
    const answer = await answerOf(destination, limits);
    if (!("location" in answer)) return answer;
    address = URL.canParse(answer.location, destination.url.href) ? new URL(answer.location, destination.url.href).href : answer.location;
  }
  return { refused: "redirected-too-often", limit: REDIRECTS };
}

async function answerOf(destination: Destination, limits: Limits & { signal: AbortSignal }): Promise<Fetched | FetchRefusal | { location: string }> {
  const { url } = destination;
  // An agent of its own: no connection is kept that another name could be served by, and no proxy of the environment's is asked.
  const agent = new Agent({ connect: { lookup: only(destination.addresses), rejectUnauthorized: true }, connections: 1, pipelining: 0 });
  try {
    const { statusCode: status, headers, body } = await request(url, {
      dispatcher: agent,
      headers: { "user-agent": USER_AGENT, accept: limits.accept, "accept-encoding": UNPACKED },
      signal: limits.signal,
      headersTimeout: limits.ms,
      bodyTimeout: limits.ms,
    });
    // Servers send addresses of Chinese words as they are, in UTF-8; a header's bytes come as Latin-1.
    const location = Buffer.from(headerOf(headers.location), "latin1").toString("utf8");
    if (REDIRECTING.has(status) && location !== "") return { location };
    if (!ANSWERING.has(status)) return { refused: "answered", host: url.hostname, status };
    const packed = await gathered(body, Number(headerOf(headers["content-length"])) || null, limits);
    const bytes = await unpacked(packed, headerOf(headers["content-encoding"]), limits.bytes);
    return "refused" in bytes ? bytes : { bytes, ...typeIn(headerOf(headers["content-type"])), address: url.href };
  } catch (error) {
    if (error instanceof TooMuch) return { refused: "too-large", bytes: limits.bytes + 1, limit: limits.bytes };
    if (limits.signal.aborted) throw error;
    return { refused: "unreachable", host: url.hostname, why: reasonOf(error) };
  } finally {
    await agent.destroy();
  }
}

/** A resolver that knows these addresses and no other, whatever it is asked. */
function only(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, callback) => (all ? callback(null, known) : callback(null, known[0]?.address ?? "", known[0]?.family));
}

async function gathered(body: AsyncIterable<unknown>, total: number | null, { bytes: most, progress }: Limits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Buffer)) continue;
    bytes += chunk.length;
    if (bytes > most) throw new TooMuch();
    chunks.push(chunk);
    progress?.(bytes, total);
  }
  return Buffer.concat(chunks);
}

/** What is late is left to itself, its failure too: a name's resolution cannot be called off. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, failed) => signal.addEventListener("abort", () => failed(new Error("late")), { once: true }));
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

function headerOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
}

function typeIn(header: string): Pick<Fetched, "type" | "charset"> {
  const [, type = null] = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header.toLowerCase()) ?? [];
  const [, charset = null] = /;\s*charset\s*=\s*["']?([\w.:-]+)/.exec(header.toLowerCase()) ?? [];
  return { type, charset };
}

/** A short code ("ECONNREFUSED", "CERT_HAS_EXPIRED"), never a server's own words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
