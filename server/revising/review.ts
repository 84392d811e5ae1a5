/** The review before publishing: computed for a version of the draft, counted, and decided thread by thread. */
import { and, count, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { carryOver, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { type CarryGroup, groupOf } from "../../domain/carry-over";
import { codePoints } from "../../domain/blocks";
import type { Reader } from "../../domain/permissions";
import { chunked } from "../articles/revision-writes";
import { badField, changedMeanwhile, noSuch } from "../refusals";
import type { Context } from "../trpc";
import { carriedRows } from "./carried-rows";
import { blocksOfDraft, type RevisingDraft, revisingDraft } from "./drafts";

type Asked = Context & { reader: Reader | null };
type OfDraft = { slug: string; version: number };

export type ReviewCounts = Record<CarryGroup, number>;

function noneYet(): ReviewCounts {
  return { "needs-you": 0, changed: 0, removed: 0, moved: 0, exact: 0 };
}

/** A draft as whoever acts saw it. @throws Refusal noSuch.article, conflict.changed */
export async function unchangedRevision(ctx: Pick<Context, "db">, { slug, version }: OfDraft): Promise<RevisingDraft> {
  const revising = await revisingDraft(ctx, slug);
  if (revising.draft.version !== version) throw changedMeanwhile();
  return revising;
}

/** Computes where the draft would show every thread. What was decided before and still fits stays decided. @throws Refusal noSuch.article, conflict.changed */
export async function makeReview(ctx: Asked, of: OfDraft): Promise<ReviewCounts> {
  const revising = await unchangedRevision(ctx, of);
  const { rows } = await carriedRows(ctx, revising);
  await writeOrChanged(() =>
    writeTogether((w) => [
      must(w.update(revisionDraft).set({ reviewed: of.version }).where(and(eq(revisionDraft.id, revising.draft.id), eq(revisionDraft.version, of.version))), "draft"),
      w.delete(carryOver).where(eq(carryOver.draftId, revising.draft.id)),
      ...chunked(rows).map((chunk) => w.insert(carryOver).values(chunk)),
    ]),
  );
  return reviewCounts(ctx.db, revising.draft.id);
}

export async function reviewCounts(db: Db, draftId: string): Promise<ReviewCounts> {
  const rows = await db.select({ group: carryOver.group, threads: count() }).from(carryOver).where(eq(carryOver.draftId, draftId)).groupBy(carryOver.group);
  return { ...noneYet(), ...Object.fromEntries(rows.map(({ group, threads }) => [group, threads])) };
}

export type Decision = { kind: "accepted" } | { kind: "detached" } | { kind: "attached"; /** The block of the draft, by its number. */ number: number; words: { start: number; end: number } | null };

/**
 * Decides about threads, all alike: the computed place is right; the passage is gone; or it is this one.
 * @throws Refusal badField number, noSuch.article, noSuch.block, noSuch.thread, conflict.changed
 */
export async function decideCarryOver(ctx: Asked, { threads, decision, ...of }: OfDraft & { threads: string[]; decision: Decision }): Promise<ReviewCounts> {
  const { draft } = await unchangedRevision(ctx, of);
  if (draft.reviewed !== draft.version) throw changedMeanwhile();
  const rows = await ctx.db.select().from(carryOver).where(and(eq(carryOver.draftId, draft.id), inArray(carryOver.threadId, threads)));
  if (rows.length === 0 || rows.length !== new Set(threads).size) throw noSuch("thread");
  const chosen = decision.kind === "attached" ? await chosenPassage(ctx, draft.id, decision) : null;
  const by = { decision: decision.kind, decidedBy: ctx.reader?.id ?? null };
  const stillReviewed = and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, of.version), eq(revisionDraft.reviewed, of.version));
  await writeOrChanged(() =>
    writeTogether((w) => [
      must(w.update(revisionDraft).set({ updatedAt: ctx.now() }).where(stillReviewed), "draft"),
      ...rows.map((row) => {
        const after = chosen ?? (decision.kind === "detached" ? DETACHED : { group: groupOf({ ...row, needsHuman: false }) });
        return w.update(carryOver).set({ ...by, ...after }).where(and(eq(carryOver.draftId, draft.id), eq(carryOver.threadId, row.threadId)));
      }),
    ]),
  );
  return reviewCounts(ctx.db, draft.id);
}

const DETACHED = { group: "removed" as const, place: "removed" as const, text: "changed" as const, number: 0, blockId: null, start: null, end: null };

async function chosenPassage({ db }: Pick<Context, "db">, draftId: string, { number, words }: Extract<Decision, { kind: "attached" }>) {
  const here = (await blocksOfDraft(db, draftId))[number - 1];
  if (!here) throw badField("number", { fault: "noSuchBlock" });
  if (words && (words.start < 0 || words.start >= words.end || words.end > codePoints(here.text))) throw noSuch("block");
  return { group: "moved" as const, place: "moved" as const, text: "changed" as const, method: "person" as const, number, blockId: here.blockId, start: words?.start ?? null, end: words?.end ?? null };
}

async function writeOrChanged(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}
