import { request as ask, type IncomingMessage, type Server } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announce } from "../../db/changes";
import { readSettings } from "../settings";
import { clientAddress, proxiesOf } from "./client-address";
import { isOwn } from "./own-posts";
import { listener } from "./listener";
import { isReadable, publicAddress } from "./public-paths";
import { plainOf, type ReadyPage, ReadyPages } from "./ready-pages";
import { openSession, sessionCookie } from "../session";
import { aKey, aMember, anArticle } from "../testing/world";

const from = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } });

test.each([
  ["the socket's", from("198.51.100.7"), "198.51.100.7"],
  ["not what a client says of itself", from("198.51.100.7", "203.0.113.9"), "198.51.100.7"],
  ["what a trusted proxy says", from("::ffff:10.0.0.1", "203.0.113.9"), "203.0.113.9"],
  ["the last that no trusted one wrote", from("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2"), "203.0.113.9"],
  ["the proxy's when it says nonsense", from("10.0.0.1", "nonsense"), "10.0.0.1"],
])("the client's address is %s", (_, request, address) => {
  expect(clientAddress(request, proxiesOf(["10.0.0.0/8"]))).toBe(address);
});

test.each([
  ["/", "/"],
  ["/zh", "/zh"],
  ["/zh/", "/zh/"],
  ["/articles/x", "/articles/x"],
  ["/zh/articles/x/blocks/7?after=20&utm_source=y", "/zh/articles/x/blocks/7?after=20"],
  ["/articles/x/threads/abc?from=z&after=40", "/articles/x/threads/abc?after=40&from=z"],
  ["/articles/x/all", "/articles/x/all"],
  ["/zh/articles/x/threads?order=newest&kind=question&by=z&from=y&after=1.2", "/zh/articles/x/threads?after=1.2&by=z&kind=question&order=newest"],
  ["/articles/x/threads?answer=none", "/articles/x/threads?answer=none"],
  ["/articles/x/response", null],
  ["/articles/x?kind=question", "/articles/x"],
  ["/articles/x?after=20&from=z", "/articles/x"],
  ["/articles/x/v/2?after=20", "/articles/x/v/2"],
  ["/articles/x/threads/abc?order=newest", "/articles/x/threads/abc"],
  ["/articles/x/all?from=z", "/articles/x/all"],
  ["/articles/x/all?after=3.1.0&from=z", "/articles/x/all?after=3.1.0"],
  ["/articles/x/blocks/7?from=z", "/articles/x/blocks/7"],
  ["/zh?after=x&from=z", "/zh?after=x"],
  ["/articles/x/v/2/compare/3?after=40&from=z", "/articles/x/v/2/compare/3?after=40"],
  ["/zh/articles/x/revisions?after=20&from=z", "/zh/articles/x/revisions?after=20"],
  ["/articles/x/compare?from=1&to=2", null],
  ["/zhe", null],
  ["/articles/", null],
  ["/articles/x/new", null],
  ["/compose?discussion=x", null],
  ["/me", null],
  ["/api/trpc/members.me", null],
  ["/articles/x/edit", null],
])("%s is kept as %s", (target, address) => {
  expect(publicAddress(target)).toBe(address);
});

test.each([["/a%20b", true], ["/%E5%AD%97", true], ["/%E0", false], ["/%00", false], ["//elsewhere", false], ["http://x/", false], ["/a\\b", false]])("%s can be read: %s", (target, readable) => {
  expect(isReadable(target)).toBe(readable);
});

test.each([
  ["GET", { origin: "https://elsewhere.example" }, true],
  ["POST", {}, true],
  ["POST", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, true],
  ["POST", { origin: "https://elsewhere.example" }, false],
  ["POST", { "sec-fetch-site": "cross-site" }, false],
  ["POST", { "sec-fetch-site": "same-site" }, false],
  ["POST", { origin: "null" }, false],
  ["POST", { origin: "null", "sec-fetch-site": "cross-site" }, false],
  ["POST", { origin: "null", "sec-fetch-site": "none" }, false],
  ["POST", { origin: "null", "sec-fetch-site": "same-origin" }, true],
])("%s with %j is our own: %s", (method, headers, own) => {
  expect(isOwn(method, headers, new Set(["http://localhost:3000"]))).toBe(own);
});

describe("ready pages", () => {
  const made = (text: string, articles: string | null, status = 200) => ({ status, headers: articles === null ? {} : { "x-paragora-articles": articles }, body: Buffer.from(text) });

  const textOf = async (page: ReadyPage | undefined) => page && (await plainOf(page)).toString();

  test("are made once for all who ask at once, and kept until their article changes", async () => {
    const pages = new ReadyPages();
    let count = 0;
    const make = async () => made(`made ${(count += 1)}`, "one");
    const [first, second] = await Promise.all([pages.page("/x", make), pages.page("/x", make)]);
    expect([await textOf(first), await textOf(second)]).toEqual(["made 1", "made 1"]);
    pages.drop([{ articleId: "other" }]);
    expect(await textOf(pages.kept("/x"))).toBe("made 1");
    pages.drop([{ articleId: "one" }]);
    expect(pages.kept("/x")).toBeUndefined();
    expect(await textOf(await pages.page("/x", make))).toBe("made 2");
  });

  test("that name a moment are not kept beyond it, though nothing changed", async () => {
    const pages = new ReadyPages();
    const turn = "2026-05-08T12:00:00.000Z";
    const { headers, ...rest } = made("open", "one");
    await pages.page("/x", async () => ({ ...rest, headers: { ...headers, "x-paragora-until": "2999-01-01T00:00:00.000Z" } }));
    expect(await textOf(pages.kept("/x", Date.parse("2998-12-31T23:59:59.999Z")))).toBe("open");
    expect(pages.kept("/x", Date.parse("2999-01-01T00:00:00.000Z"))).toBeUndefined();
    const late = await pages.page("/x", async () => ({ ...rest, headers: { ...headers, "x-paragora-until": turn } }));
    expect([pages.kept("/x"), late.headers["x-paragora-until"]]).toEqual([undefined, undefined]);
  });

  test("whose making began before a change are not kept, nor given to who asks after it", async () => {
    const pages = new ReadyPages();
    let release = (): void => undefined;
    const slow = pages.page("/x", () => new Promise((done) => (release = () => done(made("old", "one")))));
    pages.drop([{ articleId: "one" }]);
    const after = pages.page("/x", async () => made("new", "one"));
    release();
    expect([await textOf(await slow), await textOf(await after)]).toEqual(["old", "new"]);
    expect(await textOf(pages.kept("/x"))).toBe("new");
  });

  test("are made one at a time: all who ask while an older one is made share the next, whatever changes meanwhile", async () => {
    const pages = new ReadyPages();
    const releases: (() => void)[] = [];
    const make = () => new Promise<ReturnType<typeof made>>((done) => releases.push(() => done(made(`made ${releases.length}`, "one"))));
    const first = pages.page("/x", make);
    const later = [1, 2, 3].map(() => {
      pages.drop([{ articleId: "one" }]);
      return pages.page("/x", make);
    });
    expect(releases).toHaveLength(1);
    releases[0]?.();
    expect(await textOf(await first)).toBe("made 1");
    await expect.poll(() => releases.length).toBe(2);
    releases[1]?.();
    expect(await Promise.all(later.map(async (page) => textOf(await page)))).toEqual(["made 2", "made 2", "made 2"]);
    expect(releases).toHaveLength(2);
  });

  test("that cannot be made fail for those they were made for, and are tried again for who asked later", async () => {
    const pages = new ReadyPages();
    let fail = (): void => undefined;
    const failing = pages.page("/x", () => new Promise((_, failed) => (fail = () => failed(new Error("no database")))));
    pages.drop([{ articleId: "one" }]);
    const after = pages.page("/x", async () => made("new", "one"));
    fail();
    await expect(failing).rejects.toThrow("no database");
    expect(await textOf(await after)).toBe("new");
  });

  test("are dropped by any article where they show whichever there are, and all when anything may have changed", async () => {
    const pages = new ReadyPages();
    await pages.page("/", async () => made("list", "*"));
    pages.drop([{ articleId: "any" }]);
    expect(pages.kept("/")).toBeUndefined();
    await pages.page("/y", async () => made("y", "one"));
    pages.drop([{ articleId: null }]);
    expect(pages.kept("/y")).toBeUndefined();
  });

  test("are not kept without naming their articles, nor when they are no page", async () => {
    const pages = new ReadyPages();
    await pages.page("/private", async () => made("private", null));
    await pages.page("/missing", async () => made("missing", "one", 404));
    expect([pages.kept("/private"), pages.kept("/missing")]).toEqual([undefined, undefined]);
  });
});

describe("the listener", () => {
  let server: Server;
  let port = 0;
  const seen: IncomingMessage["headers"][] = [];

  beforeAll(async () => {
    const settings = readSettings({ PORT: "0" });
    const next = async (request: IncomingMessage, response: import("node:http").ServerResponse): Promise<void> => {
      seen.push(request.headers);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      response.writeHead(200, { "content-type": "text/plain", "x-paragora-articles": "one" });
      response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).length} cookie:${request.headers.cookie ?? "none"}`);
    };
    server = await listener(next, settings, { keep: true });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  function send(path: string, { method = "GET", headers = {}, chunks = [] as Buffer[] } = {}): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
    return new Promise((done, failed) => {
      const sent = ask({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
      });
      sent.on("error", failed);
      for (const chunk of chunks) sent.write(chunk);
      sent.end();
    });
  }

  test("gives public pages no cookie, and everyone the same bytes", async () => {
    const [one, two] = [await send("/articles/a", { headers: { cookie: "mine" } }), await send("/articles/a")];
    expect(one.body.toString()).toBe("GET /articles/a 0 cookie:none");
    expect(two.body).toEqual(one.body);
    expect([one.headers["cache-control"], one.headers["x-paragora-articles"]]).toEqual(["no-cache", undefined]);
  });

  test("says that a page is as it was, and sends it packed to whom it may", async () => {
    const { headers } = await send("/articles/b");
    expect((await send("/articles/b", { headers: { "if-none-match": headers.etag } })).status).toBe(304);
    expect((await send("/articles/b", { headers: { "accept-encoding": "gzip" } })).headers["content-encoding"]).toBe("gzip");
    expect((await send("/articles/b", { method: "HEAD" })).body).toHaveLength(0);
    announce([{ articleId: "one" }]);
  });

  test("tells the app the socket's address, whatever the client claims", async () => {
    await send("/me", { headers: { "x-paragora-address": "203.0.113.9", "x-forwarded-for": "203.0.113.9" } });
    expect([seen.at(-1)?.["x-paragora-address"], seen.at(-1)?.["x-forwarded-for"]]).toEqual(["127.0.0.1", undefined]);
  });

  test("takes a body at the limit, and refuses one past it, with a length or without", async () => {
    const full = Buffer.alloc(256 * 1024);
    expect((await send("/forms/x", { method: "POST", chunks: [full] })).body.toString()).toContain(`${full.length}`);
    for (const headers of [{}, { "content-length": String(full.length + 1) }]) {
      expect((await send("/forms/x", { method: "POST", headers, chunks: [full, Buffer.from("x")] }).catch(() => ({ status: 413 }))).status).toBe(413);
    }
  });

  test("answers procedures itself, in the name of whoever holds the session", async () => {
    const [writer, article, before] = [await aMember(), await anArticle(), seen.length];
    const cookie = `${sessionCookie().name}=${await openSession({ id: writer.id, sessionVersion: 1 }, "a test", new Date())}`;
    const body = JSON.stringify({ discussion: article.discussionId, revision: 1, block: 1, body: "Through the front.", key: aKey() });
    const post = (headers: Record<string, string>) => send("/api/trpc/comments.post", { method: "POST", headers: { "content-type": "application/json", ...headers }, chunks: [Buffer.from(body)] });
    const [visitor, foreign, own] = [await post({}), await post({ cookie, origin: "https://elsewhere.example" }), await post({ cookie })];
    expect([visitor.status, foreign.status, own.status]).toEqual([401, 403, 200]);
    expect([own.headers["cache-control"], own.body.toString()]).toEqual(["private, no-store", expect.stringContaining(`"slug":"${article.slug}"`)]);
    const view = await send(`/api/trpc/articles.view?input=${encodeURIComponent(JSON.stringify({ slug: article.slug }))}`, { headers: { "accept-encoding": "gzip" } });
    expect([view.headers["content-encoding"], gunzipSync(view.body).toString()]).toEqual(["gzip", expect.stringContaining("Through the front.")]);
    expect(seen).toHaveLength(before);
  });

  test("refuses what another site sends, and addresses that cannot be read", async () => {
    expect((await send("/forms/x", { method: "POST", headers: { origin: "https://elsewhere.example" } })).status).toBe(403);
    expect((await send("/%E0")).status).toBe(400);
  });

});
