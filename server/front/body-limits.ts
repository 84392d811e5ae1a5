/** How much a request may carry, and reading it: whole, before anything else looks at it. */
import { IncomingMessage } from "node:http";

/** A comment of 20,000 characters takes 240 kB when every one is a four-byte emoji, escaped. */
export const REQUEST_BYTES = 256 * 1024;
export const IMPORT_BYTES = 2 * 1024 * 1024;

export function bodyLimit(path: string): number {
  return /^(?:\/zh)?\/(?:editor|forms\/(?:articles\.|editing\.|classes\.(?:preview|apply)Roster\b))/.test(path) ? IMPORT_BYTES : REQUEST_BYTES;
}

/** The body, or null when it is more than `limit` bytes, counted as they come: a length header may be missing or lie. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    bytes += chunk.length;
    if (bytes > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same request once more, its body already here. */
export function replayed(request: IncomingMessage, body: Buffer | null): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  again.method = request.method;
  again.url = request.url;
  again.httpVersion = request.httpVersion;
  again.httpVersionMajor = request.httpVersionMajor;
  again.httpVersionMinor = request.httpVersionMinor;
  again.headers = { ...request.headers };
  again.rawHeaders = request.rawHeaders;
  again.complete = true;
  if (body?.length) again.push(body);
  again.push(null);
  return again;
}
