/** Sends what is ready: a kept page, or a plain refusal. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { plainOf, type ReadyPage } from "./ready-pages";

/** Browsers may keep a page but ask each time whether it is still so: another's comment shows in the very next view. */
const ASK_EACH_TIME = "no-cache";

export function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
}

export async function sendPage(request: IncomingMessage, response: ServerResponse, page: ReadyPage): Promise<void> {
  const headers: Record<string, string | number> = { ...page.headers, etag: page.etag, vary: "Accept-Encoding", "cache-control": ASK_EACH_TIME };
  if (page.status === 200 && request.headers["if-none-match"] === page.etag) {
    response.writeHead(304, { etag: page.etag, vary: "Accept-Encoding", "cache-control": ASK_EACH_TIME }).end();
    return;
  }
  if (page.headers.location !== undefined) headers.location = withOwnQuery(page.headers.location, request.url ?? "");
  const zipped = acceptsGzip(request);
  const body = zipped ? page.zipped : await plainOf(page);
  if (zipped) headers["content-encoding"] = "gzip";
  headers["content-length"] = body.length;
  response.writeHead(page.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A page that moved keeps all that was asked of it, also what makes no page of its own. */
function withOwnQuery(location: string, asked: string): string {
  const query = asked.split("?").slice(1).join("?");
  return query ? `${location.split("?", 1)[0]}?${query}` : location;
}

/** A refusal that comes before any page: plain text, in both languages of the house where it matters little which. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  // What is still coming is not read: the connection ends with the answer.
  const body = `${message}\n`;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "content-length": Buffer.byteLength(body), connection: "close" });
  response.end(body, () => {
    if (!request.complete) request.destroy();
  });
}
