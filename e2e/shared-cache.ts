/** A caching proxy that many people share, as a school or a provider sets one up: it keeps whatever the rules of HTTP (RFC 9111) let it keep. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import CachePolicy from "http-cache-semantics";

type Kept = { policy: CachePolicy; status: number; body: Buffer };

/** `hits`: how many answers were given from what was kept. */
export type SharedCache = { url: string; hits: () => number; stop: () => void };

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const [NOT_MODIFIED, BROKEN] = [304, 502];

/** As they came, but for those that are about one connection. */
function forwarded(headers: IncomingHttpHeaders | CachePolicy.Headers): Record<string, string> {
  const told = Object.entries({ ...headers, "accept-encoding": "identity" }).filter(([name]) => !["host", "connection", "content-length", "transfer-encoding"].includes(name));
  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]));
}

export async function sharedCache(site: string): Promise<SharedCache> {
  const store = new Map<string, Kept[]>();
  let hits = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const { url = "/", method = "GET" } = request;
      const asked = { url, method, headers: request.headers };
      const all = store.get(url) ?? [];
      const fresh = all.find(({ policy }) => policy.satisfiesWithoutRevalidation(asked));
      const give = ({ policy, status, body }: Kept): void => {
        hits += 1;
        response.writeHead(status, policy.responseHeaders() as Record<string, string>).end(body);
      };
      if (fresh && method === "GET") return give(fresh);
      // What is kept but stale is asked for on the condition that it has changed; the newest first.
      const stale = method === "GET" ? all.at(-1) : undefined;
      const sent = method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(await bodyOf(request)) };
      const answer = await fetch(site + url, { method, headers: forwarded(stale ? stale.policy.revalidationHeaders(asked) : request.headers), redirect: "manual", ...sent });
      if (stale && answer.status === NOT_MODIFIED) return give(stale);
      const body = Buffer.from(await answer.arrayBuffer());
      const cookies = answer.headers.getSetCookie();
      const told = { ...Object.fromEntries(answer.headers), ...(cookies.length > 0 ? { "set-cookie": cookies } : {}) };
      const policy = new CachePolicy(asked, { status: answer.status, headers: told }, { shared: true });
      if (method === "GET" && policy.storable()) store.set(url, [...all, { policy, status: answer.status, body }]);
      response.writeHead(answer.status, told).end(body);
    })().catch((error: unknown) => response.writeHead(BROKEN).end(String(error)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, hits: () => hits, stop };
}
