import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { createServer as createListener } from "node:net";
import { networkInterfaces } from "node:os";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Network, publicNetwork } from "./destination";
import { fetcherOf, PAGE } from "./fetch";
import { aSite, aTrap, PUBLIC, type Site } from "./testing/sites";

/** Every connection this process begins, to wherever: what no listener hears is counted as well. */
let begun = 0;
const count = (): void => void (begun += 1);
beforeAll(() => subscribe("net.client.socket", count));
afterAll(() => unsubscribe("net.client.socket", count));
beforeEach(() => (begun = 0));

/** A network in which one address is public and one name leads to it; all else is as strict as ever. */
function around({ port }: Site, more: Partial<Network> = {}): Network {
  return {
    resolve: async (host) => (host.endsWith(".test") ? [PUBLIC] : publicNetwork.resolve(host)),
    isPublic: (address) => address === PUBLIC || publicNetwork.isPublic(address),
    ports: new Set([80, 443, port]),
    ...more,
  };
}

const OWN = Object.values(networkInterfaces()).flatMap((all) => all ?? []).filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));

const INWARD = [
  ...["127.0.0.1", "127.1", "127.0.1", "0177.0.0.1", "0177.1", "2130706433", "017700000001", "0x7f000001", "0x7f.1", "127.0.0.1.", "127.0.0.53", "0", "0.0.0.0"],
  ...["１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "%31%32%37.0.0.1"],
  ...["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]"],
  ...["localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "api.localhost", "a.b.localhost."],
  ...["10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "2852039166", "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"],
  ...["[fe80::1]", "[fd00:ec2::254]", "[ff02::1]", "[::ffff:169.254.169.254]", "[::ffff:10.0.0.1]", "[2001:db8::1]"],
  ...OWN,
];

describe("addresses that lead inward", () => {
  let site: Site;
  let traps: Site[];
  beforeAll(async () => {
    site = await aSite((request, response) => {
      // As UTF-8, which a header carries though it should not.
      response.writeHead(302, { location: Buffer.from(decodeURIComponent(request.url?.slice(1) ?? "")).toString("latin1") }).end();
    });
    // On the very same port, so that not the port is what saves us; where there is no IPv6 its listener is missed by nobody.
    const six = await aTrap("::1", site.port).catch(() => null);
    traps = [await aTrap("127.0.0.1", site.port), ...(six ? [six] : [])];
  });
  afterAll(async () => void (await Promise.all([site, ...traps].map((one) => one.close()))));
  const trapped = (): number => traps.reduce((sum, one) => sum + one.connections(), 0);

  test.each(INWARD)("http://%s is refused, and nothing connects", async (host) => {
    for (const scheme of ["http", "https"]) {
      expect(await fetcherOf(around(site))(`${scheme}://${host}:${site.port}/`)).toMatchObject({ refused: "address-not-public" });
    }
    expect([begun, trapped()]).toEqual([0, 0]);
  });

  test.each(INWARD)("a redirect to http://%s is not followed", async (host) => {
    const to = `http://${host}:${site.port}/`;
    expect(await fetcherOf(around(site))(`http://a.test:${site.port}/${encodeURIComponent(to)}`)).toMatchObject({ refused: "address-not-public" });
    expect([begun, trapped()]).toEqual([1, 0]);
  });

  test.each(["127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "fe80::1%eth0", "fd00::1", "64:ff9b::a00:1", "0.0.0.0", "nonsense"])("a name that leads to %s is refused, alone or beside a public address", async (inward) => {
    for (const addresses of [[inward], [PUBLIC, inward], [inward, PUBLIC]]) {
      const fetch = fetcherOf(around(site, { resolve: async () => addresses }));
      expect(await fetch(`http://a.test:${site.port}/`)).toEqual({ refused: "address-not-public", host: "a.test" });
    }
    expect([begun, trapped()]).toEqual([0, 0]);
  });

  test("a name is asked about once, and what it leads to later is not connected to", async () => {
    const answers = [[PUBLIC], ["127.0.0.1"]];
    const asked: string[] = [];
    const resolve = async (host: string): Promise<string[]> => {
      asked.push(host);
      return answers[asked.length - 1] ?? ["127.0.0.1"];
    };
    const before = site.connections();
    const to = `http://rebinding.test:${site.port}/next`;
    expect(await fetcherOf(around(site, { resolve }))(`http://rebinding.test:${site.port}/${encodeURIComponent(to)}`)).toEqual({ refused: "address-not-public", host: "rebinding.test" });
    expect([asked, site.connections() - before, begun, trapped()]).toEqual([["rebinding.test", "rebinding.test"], 1, 1, 0]);
  });

  test("neither a proxy of the environment nor anything else stands between", async () => {
    const proxy = await aTrap("127.0.0.1");
    const names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"];
    for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
    process.env.NODE_USE_ENV_PROXY = "1";
    const plain = await aSite((_, response) => response.end("here"));
    expect(await fetcherOf(around(plain))(`http://a.test:${plain.port}/`)).toMatchObject({ bytes: Buffer.from("here") });
    expect(proxy.connections()).toBe(0);
    for (const name of [...names, "NODE_USE_ENV_PROXY"]) delete process.env[name];
    await Promise.all([proxy.close(), plain.close()]);
  });
});

test.each([
  ["file:///etc/passwd", { refused: "address-scheme", scheme: "file" }],
  ["ftp://example.org/a", { refused: "address-scheme", scheme: "ftp" }],
  ["gopher://127.0.0.1:70/", { refused: "address-scheme", scheme: "gopher" }],
  ["data:text/html,words", { refused: "address-scheme", scheme: "data" }],
  ["javascript:alert(1)", { refused: "address-scheme", scheme: "javascript" }],
  ["http://me@example.org/", { refused: "address-credentials" }],
  ["http://:secret@example.org/", { refused: "address-credentials" }],
  ["http://example.org:22/", { refused: "address-port", port: 22 }],
  ["https://example.org:8443/", { refused: "address-port", port: 8443 }],
  ["http://example.org:0/", { refused: "address-port", port: 0 }],
  ["example.org", { refused: "address-unreadable", address: "example.org" }],
  ["http://", { refused: "address-unreadable", address: "http://" }],
  ["http://[::1%25lo]/", { refused: "address-unreadable", address: "http://[::1%25lo]/" }],
  ["http://1.2.3.4.5/", { refused: "address-unreadable", address: "http://1.2.3.4.5/" }],
  [`http://example.org/${"a".repeat(2_000)}`, { refused: "address-unreadable", address: `http://example.org/${"a".repeat(1_981)}` }],
])("%s is refused unasked", async (address, refusal) => {
  expect(await fetcherOf({ ...publicNetwork, resolve: () => Promise.reject(new Error("asked")) })(address)).toEqual(refusal);
  expect(begun).toBe(0);
});

test("a name that nobody knows is refused as such", async () => {
  const fetch = fetcherOf({ ...publicNetwork, resolve: () => Promise.reject(new Error("ENOTFOUND")) });
  expect(await fetch("http://nobody.example/")).toEqual({ refused: "address-unknown", host: "nobody.example" });
});

describe("a public site", () => {
  const heard: IncomingMessage[] = [];
  const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const page = Buffer.from("<p>Harbours need friends.</p>");
  const packed: Record<string, [string, Buffer]> = {
    gzip: ["gzip", gzipSync(page)],
    xgzip: ["X-GZIP", gzipSync(page)],
    deflate: ["deflate", deflateSync(page)],
    bare: ["deflate", deflateRawSync(page)],
    br: ["br", brotliCompressSync(page)],
    plain: ["identity", page],
    bomb: ["gzip", BOMB],
    brbomb: ["br", brotliCompressSync(Buffer.alloc(8 * 1024 * 1024))],
    twice: ["gzip, gzip", gzipSync(gzipSync(page))],
    unknown: ["zstd", page],
    named: ["constructor", page],
    broken: ["gzip", page],
    short: ["gzip", gzipSync(page).subarray(0, 20)],
  };
  let site: Site;
  const fetch = (path: string, limits = PAGE) => fetcherOf(around(site))(`http://a.test:${site.port}/${path}`, limits);

  beforeAll(async () => {
    site = await aSite((request, response) => {
      heard.push(request);
      const [, kind = "", what = ""] = (request.url ?? "").split("/");
      const pack = packed[what];
      if (kind === "packed" && pack) response.setHeader("content-encoding", pack[0]).end(pack[1]);
      else if (kind === "hops") response.writeHead(302, { location: what === "0" ? "/page" : `/hops/${Number(what) - 1}`, "set-cookie": "a=b" }).end();
      else if (kind === "status") response.writeHead(Number(what)).end("no");
      else if (kind === "to") response.writeHead(301, { location: decodeURIComponent(what) }).end();
      else if (kind === "silent") return;
      else if (kind === "dripping") {
        response.writeHead(200, { "content-type": "text/html" });
        const drip = setInterval(() => response.write("<p>"), 20);
        response.on("close", () => clearInterval(drip));
      } else if (kind === "bytes") response.end(Buffer.alloc(Number(what), "a"));
      else if (kind === "endless") {
        const pour = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), () => setImmediate(pour)));
        pour();
      } else if (kind === "cut") {
        response.writeHead(200, { "content-length": 1000 });
        response.write("half", () => response.destroy());
      } else response.writeHead(200, { "content-type": 'Text/HTML; Charset="GBK"' }).end(page);
    });
  });
  afterAll(() => site.close());

  test("is fetched, with what it says of itself and nothing said of us", async () => {
    const bytes: unknown[] = [];
    expect(await fetch("page", { ...PAGE, progress: (...told) => bytes.push(told) })).toEqual({ bytes: page, type: "text/html", charset: "gbk", address: `http://a.test:${site.port}/page` });
    expect(bytes.at(-1)).toEqual([page.length, null]);
    const { headers } = heard.at(-1) ?? {};
    expect(Object.keys(headers ?? {}).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    expect([headers?.host, headers?.["user-agent"]]).toEqual([`a.test:${site.port}`, expect.stringContaining("Paragora")]);
  });

  test("is fetched from the address that answers, of those it has", async () => {
    const resolve = async (): Promise<string[]> => ["127.0.0.3", PUBLIC];
    const isPublic = (address: string): boolean => address === PUBLIC || address === "127.0.0.3";
    expect(await fetcherOf(around(site, { resolve, isPublic }))(`http://a.test:${site.port}/page`)).toMatchObject({ bytes: page });
  });

  test("may redirect three times and not a fourth; no cookie comes along", async () => {
    expect(await fetch("hops/2")).toMatchObject({ bytes: page, address: `http://a.test:${site.port}/page` });
    expect(heard.at(-1)?.headers).not.toHaveProperty("cookie");
    expect(heard.at(-1)?.headers).not.toHaveProperty("referer");
    expect(await fetch("hops/3")).toEqual({ refused: "redirected-too-often", limit: 3 });
  });

  test.each([
    ["file:///etc/passwd", { refused: "address-scheme", scheme: "file" }],
    ["http://me:pw@a.test/", { refused: "address-credentials" }],
    ["http://a.test:25/", { refused: "address-port", port: 25 }],
    ["http://", { refused: "address-unreadable", address: "http://" }],
  ])("does not redirect us to %s", async (to, refusal) => expect(await fetch(`to/${encodeURIComponent(to)}`)).toEqual(refusal));

  test.each(["gzip", "xgzip", "deflate", "bare", "br", "plain"])("may pack what it sends: %s", async (how) => {
    expect(await fetch(`packed/${how}`)).toMatchObject({ bytes: page });
  });

  test.each([
    ["bomb", { refused: "too-large", bytes: PAGE.bytes + 1, limit: PAGE.bytes }],
    ["brbomb", { refused: "too-large", bytes: PAGE.bytes + 1, limit: PAGE.bytes }],
    ["twice", { refused: "packing", packing: "gzip, gzip" }],
    ["unknown", { refused: "packing", packing: "zstd" }],
    ["named", { refused: "packing", packing: "constructor" }],
    ["broken", { refused: "packing-broken", packing: "gzip" }],
    ["short", { refused: "packing-broken", packing: "gzip" }],
  ])("may not pack it so: %s", async (how, refusal) => expect(await fetch(`packed/${how}`)).toEqual(refusal));

  test("a bomb takes no more memory than the limit, many times over", async () => {
    expect(BOMB.length).toBeLessThan(70_000);
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 5; time += 1) await fetch("packed/bomb");
    // Five bombs unpacked whole are 320 MB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(120 * 1024 * 1024);
  });

  test("sends as much as the limit and no byte more", async () => {
    const limits = { ...PAGE, bytes: 1000 };
    expect(await fetch("bytes/1000", limits)).toMatchObject({ bytes: Buffer.alloc(1000, "a") });
    expect(await fetch("bytes/1001", limits)).toEqual({ refused: "too-large", bytes: 1001, limit: 1000 });
    expect(await fetch("endless", limits)).toEqual({ refused: "too-large", bytes: 1001, limit: 1000 });
  });

  test.each(["silent", "dripping"])("is given up when the time is over: %s", async (how) => {
    const began = performance.now();
    expect(await fetch(how, { ...PAGE, ms: 300 })).toEqual({ refused: "fetching-too-long", seconds: 0.3 });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test("is given up when its name is never found", async () => {
    const fetchUnnamed = fetcherOf(around(site, { resolve: () => new Promise(() => undefined) }));
    expect(await fetchUnnamed("http://a.test/", { ...PAGE, ms: 100 })).toEqual({ refused: "fetching-too-long", seconds: 0.1 });
  });

  test("is given up when whoever asked is gone", async () => {
    const gone = new AbortController();
    const asked = fetch("dripping", { ...PAGE, signal: gone.signal });
    gone.abort();
    expect(await asked).toMatchObject({ refused: "fetching-too-long" });
    expect(await fetch("page", { ...PAGE, signal: gone.signal })).toMatchObject({ refused: "fetching-too-long" });
  });

  test("says why it has no page", async () => {
    expect(await fetch("status/404")).toEqual({ refused: "answered", host: "a.test", status: 404 });
    expect(await fetch("status/304")).toEqual({ refused: "answered", host: "a.test", status: 304 });
    expect(await fetch("cut")).toMatchObject({ refused: "unreachable", host: "a.test" });
    expect(await fetcherOf(around(site, { ports: new Set([1]) }))("http://a.test:1/")).toEqual({ refused: "unreachable", host: "a.test", why: "ECONNREFUSED" });
  });
});

test("a secure site is named in the greeting, and must prove its name", async () => {
  const greetings: string[] = [];
  const server = createListener((socket) => socket.once("data", (hello) => (greetings.push(hello.toString("latin1")), socket.end())).on("error", () => undefined));
  await new Promise<void>((done) => server.listen(0, PUBLIC, done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const network: Network = { resolve: async () => [PUBLIC], isPublic: (one) => one === PUBLIC, ports: new Set([port]) };
  expect(await fetcherOf(network)(`https://secure.test.:${port}/`)).toMatchObject({ refused: "unreachable", host: "secure.test" });
  expect(greetings).toEqual([expect.stringMatching(/secure\.test[^.]/)]);
  server.close();
});
