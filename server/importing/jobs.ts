/** Imports that pages wait for: each runs on in this process, and says in its row how far it is. */
import { canEditArticles, type Reader } from "../../domain/permissions";
import { log } from "../log";
import { sayNowAndThen } from "../now-and-then";
import { noSuch, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { type Fetch, fetchPage } from "./fetch";
import { claimImport, endImport, type HowFar, type Outcome, sayHowFar, type StoredRefusal } from "./mutations";
import { readArticle, type ReadArticle, type Source } from "./read";

/** Keeps what was read, as the draft of an article, and gives the article's id, or says why it cannot be kept. @throws Refusal */
export type Keep = (article: ReadArticle) => Promise<string | StoredRefusal>;

type Running = { id: string; how: HowFar; ended: Promise<void> };

declare global {
  /** On globalThis, as bundles may load this module more than once: whoever stops the process stops all. */
  var paragoraImports: Set<Running> | undefined;
}

const running = (): Set<Running> => (globalThis.paragoraImports ??= new Set());

/**
 * Begins to read, and answers at once with the import's id; `importStatus` tells the rest.
 * @throws Refusal noSuch.page for who edits no articles; tooMany; tooSoon while two of theirs run
 */
export async function beginImport(ctx: Context & { reader: Reader }, source: Source, keep: Keep, fetch: Fetch = fetchPage): Promise<{ id: string }> {
  if (!canEditArticles(ctx.reader)) throw noSuch("page");
  const how: HowFar = { phase: "url" in source ? "fetching" : "reading", done: 0, total: null };
  const id = await claimImport(ctx.reader, "url" in source ? source.url : (source.name ?? ""), how.phase, ctx.now());
  const job: Running = { id, how, ended: Promise.resolve() };
  running().add(job);
  job.ended = run(job, source, keep, fetch, ctx.now).finally(() => running().delete(job));
  return { id };
}

async function run(job: Running, source: Source, keep: Keep, fetch: Fetch, now: () => Date): Promise<void> {
  const stopSaying = sayNowAndThen(() => job.how, (how) => sayHowFar(job.id, how, now()));
  const outcome = await outcomeOf(job, source, keep, fetch).catch((error: unknown) => failed(error));
  await stopSaying();
  await endImport(job.id, outcome, now()).catch((error: unknown) => log.error({ err: error }, "an import's end was not written"));
}

async function outcomeOf(job: Running, source: Source, keep: Keep, fetch: Fetch): Promise<Outcome> {
  const article = await readArticle(source, (phase, done, total) => void (job.how = { phase, done, total }), fetch);
  if ("refused" in article) return { phase: "refused", refusal: article };
  // One that was told to stop keeps nothing: its page says so already.
  if (!running().has(job)) return { phase: "refused", refusal: { refused: "cut-off" } };
  job.how = { phase: "keeping", done: 0, total: null };
  const kept = await keep(article);
  return typeof kept === "string" ? { phase: "done", articleId: kept } : { phase: "refused", refusal: kept };
}

/** What its page says of a fault of ours is only that there was one; the log says which. */
function failed(error: unknown): Outcome {
  if (error instanceof Refusal) return { phase: "refused", refusal: { refused: error.details.reason === "conflict.changed" ? "changed" : "not-kept", reason: error.details.reason } };
  log.error({ err: error }, "an import failed");
  return { phase: "refused", refusal: { refused: "failed" } };
}

/** For a process that ends: what is being kept is kept, all else is told as cut off, so that nobody waits for it. */
export async function stopImports(): Promise<void> {
  const all = [...running()];
  running().clear();
  await Promise.all(all.map((job) => (job.how.phase === "keeping" ? job.ended : endImport(job.id, { phase: "refused", refusal: { refused: "cut-off" } }, new Date()))));
}
