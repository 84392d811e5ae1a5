/** Reviews and publishings that pages wait for: each runs on in this process, and says in its row how far it is. */
import { Overtaken } from "../../db/faults";
import { seemsAnother } from "../../domain/carry-over";
import type { Reader } from "../../domain/permissions";
import { log } from "../log";
import { sayNowAndThen } from "../now-and-then";
import { notAllowed, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { type Act, carryingOf, claimCarrying, type HowFar, refuseCarrying, sayHowFar, type StoredRefusal } from "./carrying";
import { type RevisingDraft, unchangedRevision } from "./drafts";
import { publishReviewed } from "./publish";
import { computeReview, reviewCounts } from "./review";

type Asked = Context & { reader: Reader | null };
type OfDraft = { slug: string; version: number };

/** `ended`: with null when it was done, or why it was not. */
type Running = { id: string; how: HowFar; ended: Promise<StoredRefusal | null> };

declare global {
  /** On globalThis, as bundles may load this module more than once: whoever stops the process stops all. */
  var paragoraCarryings: Set<Running> | undefined;
}

const running = (): Set<Running> => (globalThis.paragoraCarryings ??= new Set());

/** Begins to compute the review of this version; one that runs already is waited for. @throws Refusal noSuch.article, conflict.changed */
export async function beginReview(ctx: Asked, of: OfDraft): Promise<Running | null> {
  const revising = await unchangedRevision(ctx, of);
  const under = await carryingOf(ctx.db, revising.draft.id, ctx.now());
  if (under?.isRunning && under.version === of.version) return null;
  return start(ctx, revising, { act: "review" }, (run) => computeReview(ctx.db, revising, run));
}

/**
 * Begins to publish what was reviewed. `agreed`: that a text of which almost nothing stood there before is the same article.
 * @throws Refusal noSuch.article; conflict.changed; notAllowed.reviewFirst when the review is missing, or of another version;
 * notAllowed.undecided while a case needs a person; notAllowed.anotherArticle
 */
export async function beginPublishing(ctx: Asked, { why, agreed, ...of }: OfDraft & { why: string; agreed: boolean }): Promise<Running | null> {
  const revising = await unchangedRevision(ctx, of);
  const { draft } = revising;
  const under = await carryingOf(ctx.db, draft.id, ctx.now());
  if (under?.isRunning && under.act === "publish") return null;
  if (draft.reviewed !== of.version || !under || under.isRunning) throw notAllowed("reviewFirst");
  if ((await reviewCounts(ctx.db, draft.id))["needs-you"] > 0) throw notAllowed("undecided");
  if (seemsAnother(under.kept) && !agreed) throw notAllowed("anotherArticle");
  const { decisions } = under;
  const said = why.trim() || null;
  return start(ctx, revising, { act: "publish", why: said }, (run) => publishReviewed(ctx.db, revising, { ...run, decisions, by: ctx.reader?.id ?? null, why: said }));
}

type Run = { id: string; say: (how: HowFar) => void; now: () => Date };

async function start({ now, reader }: Asked, { draft }: RevisingDraft, as: { act: Act; why?: string | null }, work: (run: Run) => Promise<StoredRefusal | null>): Promise<Running> {
  const id = await claimCarrying({ draftId: draft.id, version: draft.version, ...as, by: reader?.id ?? null, now: now() });
  const job: Running = { id, how: { phase: "reading", done: 0, total: null }, ended: Promise.resolve(null) };
  running().add(job);
  job.ended = run(job, work, now).finally(() => running().delete(job));
  return job;
}

async function run(job: Running, work: (run: Run) => Promise<StoredRefusal | null>, now: () => Date): Promise<StoredRefusal | null> {
  const stopSaying = sayNowAndThen(() => job.how, (how) => sayHowFar(job.id, how, now()));
  const refusal = await work({ id: job.id, say: (how) => void (job.how = how), now }).catch((error: unknown) => failed(error));
  await stopSaying();
  if (refusal) await refuseCarrying(job.id, refusal, now()).catch((error: unknown) => log.error({ err: error }, "the end of a review was not written"));
  return refusal;
}

/** What its page says of a fault of ours is only that there was one; the log says which. */
function failed(error: unknown): StoredRefusal {
  if (error instanceof Overtaken || (error instanceof Refusal && error.details.reason === "conflict.changed")) return { refused: "changed" };
  if (error instanceof Refusal) return { refused: "head" };
  log.error({ err: error }, "a review or a publishing failed");
  return { refused: "failed" };
}

/** For a process that ends: what is being published is published, all else is told as cut off, so that nobody waits for it. */
export async function stopCarrying(): Promise<void> {
  const all = [...running()];
  running().clear();
  await Promise.all(all.map(async (job) => (job.how.phase === "publishing" ? void (await job.ended) : refuseCarrying(job.id, { refused: "cut-off" }, new Date()))));
}
