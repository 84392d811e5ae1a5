/** Whether a request that may change something comes from our own pages. */
import type { IncomingHttpHeaders } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for reading, for our own pages, and for programs that are no browser: they send neither header, and no cookie
 * that they were not given. Browsers name the page a post comes from, and cannot be made to lie. From a page whose own address is a secret (sent with
 * `no-referrer`) they say "null", and only by the other header that it is one of ours.
 */
export function isOwn(method: string, headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean {
  if (SAFE.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (headers.origin === "null") return site === "same-origin";
  return headers.origin === undefined || origins.has(headers.origin);
}
