import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importArticle } from "../../domain/importing/article";
import { buildWorker } from "../../scripts/worker";
import { fetcherOf } from "./fetch";
import { readInWorker } from "./in-worker";
import { readArticle } from "./read";
import { aSite, PUBLIC, type Site } from "./testing/sites";
import { turns } from "../turns";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nothingSaid = { type: null, charset: null, address: null };

const SENTENCES = "The harbour is old, and nobody who works in it has been asked what it needs. ".repeat(6).trim();
const LONG = bytes(`# Harbours need friends\n\n${Array.from({ length: 4_000 }, (_, at) => `${at}. ${SENTENCES}`).map((text) => text.replace(". ", ": ")).join("\n\n")}\n`);

let site: Site;
const pages: Record<string, { type: string; body: string }> = {
  "/harbours.md": { type: "text/plain", body: "Harbours need friends\n=====================\n\nWords *and* more words." },
  "/typed": { type: "text/markdown", body: "Harbours\n\nWords *and* more words." },
  "/gbk": { type: "text/plain; charset=gbk", body: "" },
  "/data": { type: "application/json", body: "{}" },
  "/picture": { type: "image/svg+xml", body: "<svg/>" },
  "/pdf": { type: "application/pdf", body: "%PDF-1.7" },
};
const GBK = Buffer.from("baa3b8dbd0e8d2aac5f3d3d10a0ad5e2c0efb5c4c8cbc3bbd3d0b1bbcecab9fda1a3cbfbc3c7d0e8d2aacab2c3b4a3bf0a", "hex");
const fetch = () => fetcherOf({ resolve: async () => [PUBLIC], isPublic: (address) => address === PUBLIC, ports: new Set([site.port]) });
const at = (path: string) => readArticle({ url: ` http://a.test:${site.port}${path} ` }, undefined, fetch());

beforeAll(async () => {
  await buildWorker();
  site = await aSite((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page ? 200 : 404, { "content-type": page?.type ?? "text/plain" }).end(request.url === "/gbk" ? GBK : page?.body);
  });
});
afterAll(() => site.close());

test("a file is read as its name says where its bytes leave it open", async () => {
  const text = bytes("Harbours\n\nWords *and* more words.");
  expect(await readArticle({ bytes: text, name: "a.md" })).toEqual({ ...importArticle(text, "markdown"), pictures: [], missing: [] });
  expect(await readArticle({ bytes: text, name: null })).toEqual({ ...importArticle(text, "detect"), pictures: [], missing: [] });
  expect(await readArticle({ bytes: bytes("%PDF-1.7"), name: "a.md" })).toEqual({ refused: "binary", byte: 0, format: "pdf" });
});

test("a page is read as its server, its name and its bytes say", async () => {
  expect(await at("/harbours.md")).toMatchObject({ title: "Harbours need friends", blocks: [{ marks: [{ kind: "emphasis" }] }] });
  expect(await at("/typed")).toMatchObject({ title: "Harbours", blocks: [{ marks: [{ kind: "emphasis" }] }] });
  expect(await at("/gbk")).toMatchObject({ title: "海港需要朋友", encoding: "gbk" });
});

test("what is no article's is refused by what it is", async () => {
  expect(await at("/data")).toEqual({ refused: "type", type: "application/json" });
  expect(await at("/picture")).toEqual({ refused: "type", type: "image/svg+xml" });
  expect(await at("/pdf")).toEqual({ refused: "binary", byte: 0, format: "pdf" });
  expect(await at("/missing")).toEqual({ refused: "answered", host: "a.test", status: 404 });
  expect(await readArticle({ url: "http://127.0.0.1/" })).toEqual({ refused: "address-not-public", host: "127.0.0.1" });
});

test("a long one says how far it is, and holds up nobody", async () => {
  const [told, began, delay] = [new Array<[string, number, number | null]>(), performance.now(), monitorEventLoopDelay({ resolution: 5 })];
  delay.enable();
  const article = await readArticle({ bytes: LONG, name: "a.md" }, (...how) => told.push(how));
  delay.disable();
  const took = performance.now() - began;
  expect(article).toMatchObject({ title: "Harbours need friends", blocks: { length: 4_000 } });
  expect(told[0]).toEqual(["reading", 0, null]);
  expect(told.pop()).toEqual(["pictures", 0, 0]);
  const counts = told.slice(1).map(([, done]) => done);
  expect(counts).toEqual(Array.from({ length: 40 }, (_, hundred) => hundred * 100));
  expect(told.at(-1)).toEqual(["reading", 3_900, 4_000]);
  // What is left for this thread is to take the article over, a tenth of the work.
  expect(delay.max / 1e6).toBeLessThan(took / 2);
});

test("what takes too long, or too much memory, is refused and leaves no thread", async () => {
  const material = { bytes: LONG, name: "a.md", ...nothingSaid };
  expect(await readInWorker(material, undefined, { ms: 20, megabytes: 512 })).toEqual({ refused: "reading-too-long", seconds: 0.02 });
  expect(await readInWorker(material, undefined, { ms: 30_000, megabytes: 12 })).toEqual({ refused: "reading-too-much", megabytes: 12 });
  expect(process.getActiveResourcesInfo().filter((one) => one === "MessagePort" || one === "Worker")).toEqual([]);
});

test("work takes turns, in order, and one that fails gives its turn on", async () => {
  const taking = turns(2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const jobs = ["a", "b", "c", "d"].map((name) =>
    taking(async () => {
      log.push(name);
      await new Promise<void>((done) => ends.push(done));
      if (name === "a") throw new Error("failed");
      return name;
    }).catch((error: Error) => error.message),
  );
  await expect.poll(() => log).toEqual(["a", "b"]);
  ends[0]?.();
  await expect.poll(() => log).toEqual(["a", "b", "c"]);
  ends[1]?.();
  ends[2]?.();
  await expect.poll(() => log).toEqual(["a", "b", "c", "d"]);
  ends[3]?.();
  expect(await Promise.all(jobs)).toEqual(["failed", "b", "c", "d"]);
});
