/** Goals 4 and 5: what a cold browser loads, and all of a discussion on one page beside plain HTML of the same words. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { findChromium } from "../../test/chromium";
import { freePort } from "../../test/server-process";
import { atMost, type Figure, notMeasured } from "../figures";
import { pageOf } from "../place";
import type { Stand } from "../stand";
import { work } from "../work";

const COMMENTS = 1_000;

/** The least that shows the work: the paragraphs' and comments' words, no style, no script. */
async function plainPage(workFolder: string): Promise<{ url: string; stop: () => void }> {
  const comments = work.parse(JSON.parse(readFileSync(path.join(workFolder, `c${COMMENTS}.json`), "utf8")));
  const html = comments.map(({ author, body }) => `<article><h3>${author}</h3><p>${body}</p></article>`).join("\n");
  const page = gzipSync(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><h1>Plain</h1>\n${html}</html>`);
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "content-length": page.length }).end(page));
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}

export async function inBrowser({ instrument, workFolder, sqlite, wrong }: Stand, wanted: (goal: number) => boolean): Promise<Figure[]> {
  const all = `${pageOf(sqlite, `with-${COMMENTS}`)}/all`;
  const hasAll = (await instrument.ask({ url: all })).status === 200;
  const plain = await plainPage(workFolder);
  const targets = [
    { name: "page", url: pageOf(sqlite, `with-${COMMENTS}`), selector: "article[data-comment-id]", expect: 20 },
    { name: "plain", url: plain.url, selector: "article", expect: COMMENTS },
    ...(hasAll ? [{ name: "all", url: all, selector: "article[data-comment-id]", expect: COMMENTS }] : []),
  ];
  const told = await instrument.browse(findChromium(), targets, wrong);
  plain.stop();
  const scripts = [atMost(34, { goal: 4, what: "scripts of the first load, gzip (no framework among them)", value: told("page").js, unit: "kB" })];
  return [...(wanted(4) ? scripts : []), ...(wanted(5) ? (hasAll ? wholePage(told("all"), told("plain")) : [notMeasured(5, "all comments on one page", "there is no such page")]) : [])];
}

function wholePage(all: { all: number; tbt: number; lcp: number }, plain: { all: number; lcp: number }): Figure[] {
  return [
    atMost(1.3, { goal: 5, what: `all 1,000 there, to plain HTML (${plain.all.toFixed(0)} ms)`, value: all.all / plain.all, unit: "×" }),
    atMost(150, { goal: 5, what: "blocking meanwhile", value: all.tbt, unit: "ms" }),
    atMost(1.3, { goal: 5, what: `largest contentful paint, to plain HTML (${plain.lcp.toFixed(0)} ms)`, value: all.lcp / plain.lcp, unit: "×" }),
  ];
}
