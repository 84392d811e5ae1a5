/** Whether a request that may change something comes from our own pages. */
import type { IncomingHttpHeaders } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for reading, for our own pages, and for programs that are no browser: they send neither header, and no cookie
 * that they were not given. Browsers name the page a post comes from, and cannot be made to lie.
 */
export function isOwn(method: string, headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean {
  if (SAFE.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return headers.origin === undefined || origins.has(headers.origin);
}
