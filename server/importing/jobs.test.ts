import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import type { Reader } from "../../domain/permissions";
import { buildWorker } from "../../scripts/worker";
import { keepDraft } from "../editing/keep";
import { aMember, contextOf, later, NOON, refusal, uniqueName } from "../testing/world";
import { fetcherOf } from "./fetch";
import { beginImport, type Keep, stopImports } from "./jobs";
import { endImport, sayHowFar } from "./mutations";
import { importStatus } from "./queries";
import { aSite, PUBLIC, type Site } from "./testing/sites";

let site: Site;
let release = (): void => undefined;

const fetch = () => fetcherOf({ resolve: async () => [PUBLIC], isPublic: (address) => address === PUBLIC, ports: new Set([site.port]) });
const keep: Keep = async (article) => (await keepDraft({ db: database(), now: () => NOON }, article, { slug: null, by: null })).id;
const as = (reader: Reader, at = NOON) => ({ ...contextOf(reader), reader, now: () => at });
const text = (words: string) => ({ bytes: new TextEncoder().encode(words), name: "harbours.md" });
const anEditor = () => aMember({ role: "editor" });
const waiting = () => ({ url: `http://a.test:${site.port}/waiting` });

beforeAll(async () => {
  await buildWorker();
  const held: (() => void)[] = [];
  release = () => held.splice(0).forEach((go) => go());
  site = await aSite((request, response) => {
    const answer = (): void => void response.writeHead(200, { "content-type": "text/plain" }).end("Harbours need friends\n\nWords, and more words than that.");
    if (request.url === "/waiting") held.push(answer);
    else answer();
  });
});
afterAll(() => site.close());

test("an import ends with its article, and its page learns how far it is", async () => {
  const editor = await anEditor();
  const { id } = await beginImport(as(editor), text(`# ${uniqueName("harbour")}\n\nWords.`), keep);
  expect(await importStatus(as(editor), { id })).toMatchObject({ what: "harbours.md", phase: "reading", done: 0, total: null, refusal: null, slug: null });
  await expect.poll(async () => (await importStatus(as(editor), { id })).phase, { timeout: 20_000 }).toBe("done");
  expect((await importStatus(as(editor), { id })).slug).toMatch(/^harbour/);
});

test("one from an address waits for its page, and says what it waits for", async () => {
  const editor = await anEditor();
  const { id } = await beginImport(as(editor), waiting(), keep, fetch());
  expect(await importStatus(as(editor), { id })).toMatchObject({ what: waiting().url, phase: "fetching" });
  await expect.poll(() => site.connections()).toBeGreaterThan(0);
  await expect.poll(async () => (release(), (await importStatus(as(editor), { id })).phase), { timeout: 20_000 }).toBe("done");
});

test("what is refused says why, and keeps nothing", async () => {
  const editor = await anEditor();
  let kept = 0;
  const { id } = await beginImport(as(editor), { url: "http://127.0.0.1/" }, async () => String((kept += 1)));
  await expect.poll(async () => (await importStatus(as(editor), { id })).phase).toBe("refused");
  expect((await importStatus(as(editor), { id })).refusal).toEqual({ refused: "address-not-public", host: "127.0.0.1" });
  const broken = await beginImport(as(editor), text("# A\n\nWords."), () => Promise.reject(new Error("a disk is full")));
  await expect.poll(async () => (await importStatus(as(editor), broken)).refusal, { timeout: 20_000 }).toEqual({ refused: "failed" });
  expect(kept).toBe(0);
});

test("only its owner sees it, and only who edits articles begins one", async () => {
  const [editor, other, member] = [await anEditor(), await anEditor(), await aMember()];
  const { id } = await beginImport(as(editor), waiting(), keep, fetch());
  const missing = await refusal(importStatus(as(editor), { id: "none" }));
  expect(missing.reason).toBe("noSuch.page");
  expect(await refusal(importStatus(as(other), { id }))).toEqual(missing);
  for (const role of ["member", "moderator"] as const) {
    expect(await refusal(beginImport(as({ ...member, role }), text("# A\n\nWords."), keep))).toEqual(missing);
  }
  await stopImports();
});

test("two of a member's run at once and not a third, however they come; an ended or silent one makes room", async () => {
  const editor = await anEditor();
  const begun = await Promise.allSettled(Array.from({ length: 6 }, () => beginImport(as(editor), waiting(), keep, fetch())));
  const ids = begun.flatMap((one) => (one.status === "fulfilled" ? [one.value.id] : []));
  expect(ids).toHaveLength(2);
  expect((await refusal(beginImport(as(editor), waiting(), keep, fetch()))).reason).toBe("tooSoon");
  expect((await beginImport(as(await anEditor()), waiting(), keep, fetch())).id).toBeTruthy();
  await endImport(ids[0] ?? "", { phase: "refused", refusal: { refused: "cut-off" } }, NOON);
  const third = await beginImport(as(editor), waiting(), keep, fetch());
  expect(third.id).toBeTruthy();
  await stopImports();
});

test("one that fell silent was cut off", async () => {
  const editor = await anEditor();
  const { id } = await beginImport(as(editor), waiting(), keep, fetch());
  expect((await importStatus(as(editor, later(60)), { id })).phase).toBe("fetching");
  expect((await importStatus(as(editor, later(61)), { id })).phase).toBe("cut-off");
  await sayHowFar(id, { phase: "reading", done: 7, total: 9 }, later(60));
  expect(await importStatus(as(editor, later(61)), { id })).toMatchObject({ phase: "reading", done: 7, total: 9 });
  await stopImports();
});

test("a process that ends tells of what it cuts off, and what it read by then is not kept", async () => {
  const editor = await anEditor();
  let kept = 0;
  const { id } = await beginImport(as(editor), waiting(), async () => String((kept += 1)), fetch());
  await stopImports();
  expect((await importStatus(as(editor), { id })).phase).toBe("cut-off");
  release();
  await sayHowFar(id, { phase: "pictures", done: 1, total: 2 }, NOON);
  expect((await importStatus(as(editor), { id })).phase).toBe("cut-off");
  // Two more, one after the other, take longer than what was left of that one.
  for (const after of [await anEditor(), await anEditor()]) {
    const later = await beginImport(as(after), text(`# ${uniqueName("harbour")}\n\nWords.`), keep);
    await expect.poll(async () => (await importStatus(as(after), later)).phase, { timeout: 50_000 }).toBe("done");
  }
  expect(kept).toBe(0);
});

test("what is just being kept is kept before the process ends", async () => {
  const editor = await anEditor();
  let go = (): void => undefined;
  const isKeeping = new Promise<void>((begun) => {
    void beginImport(as(editor), text(`# ${uniqueName("harbour")}\n\nWords.`), async (article) => {
      begun();
      await new Promise<void>((done) => (go = done));
      return keep(article);
    }).then(({ id: made }) => (id = made));
  });
  let id = "";
  await isKeeping;
  const stopped = stopImports();
  go();
  await stopped;
  expect((await importStatus(as(editor), { id })).phase).toBe("done");
});

test("thirty an hour are begun, and no more", async () => {
  const editor = await anEditor();
  for (let time = 0; time < 30; time += 1) {
    const { id } = await beginImport(as(editor), { url: "ftp://a.test/" }, keep);
    await endImport(id, { phase: "refused", refusal: { refused: "address-scheme", scheme: "ftp" } }, NOON);
  }
  expect((await refusal(beginImport(as(editor), { url: "ftp://a.test/" }, keep))).reason).toBe("tooMany");
  expect((await beginImport(as(editor, later(3_600)), { url: "ftp://a.test/" }, keep)).id).toBeTruthy();
});
