/** What editors decide in a review, thread by thread or for many that are alike, and how they take it back. */
import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { carrying, carryOver, type ComputedPlace } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { trimmedSpan } from "../../domain/anchors";
import { codePoints, type Span } from "../../domain/blocks";
import type { CarryGroup } from "../../domain/carry-over";
import { findWords } from "../../domain/find-words";
import type { Reader } from "../../domain/permissions";
import { chunked } from "../articles/revision-writes";
import { badField, changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { orChanged } from "./carrying";
import { blockNumbered, type RevisingDraft, unchangedRevision } from "./drafts";
import { type ReviewCounts, reviewCounts } from "./review";

type Asked = Context & { reader: Reader };
type OfDraft = { slug: string; version: number };

export type Decision = { kind: "accepted" } | { kind: "detached" } | { kind: "attached"; /** The block of the draft, by its number. */ number: number; words: Span | null; /** Or the words themselves, as they were typed or copied. */ quote: string | null };

/**
 * `threads`: these; `seen`: the decision they had then, null for none. Or `alike`: all that nobody has decided and that ask the same
 * as this thread does.
 */
export type Which = { threads: string[]; seen: string | null } | { alike: string };

export type DecidedNow = { counts: ReviewCounts; threads: number; /** The decision's id. */ decision: string };

/**
 * Decides about threads, all alike: the computed place is right; the passage is gone; or it is this one.
 * @throws Refusal badField number, badField words, noSuch.article, noSuch.block, noSuch.thread; conflict.changed when the draft or a decision is another by now
 */
export async function decideCarryOver(ctx: Asked, { which, decision, ...of }: OfDraft & { which: Which; decision: Decision }): Promise<DecidedNow> {
  const revising = await reviewedNow(ctx, of);
  const { draft } = revising;
  const where = "alike" in which ? await alikeTo(ctx, draft.id, which.alike) : these(draft.id, which.threads, which.seen);
  const [found] = await ctx.db.select({ threads: count() }).from(carryOver).where(where);
  const threads = found?.threads ?? 0;
  if ("threads" in which) await mustBeAll(ctx, draft.id, which.threads, threads);
  if (threads === 0) throw changedMeanwhile();
  const chosen = decision.kind === "attached" ? await chosenPassage(ctx, draft, decision) : decision.kind === "detached" ? DETACHED : ACCEPTED;
  const id = newId();
  await orChanged(
    writeTogether((w) => [
      ...stillReviewed(w, revising),
      must(w.update(carryOver).set({ decision: decision.kind, decidedBy: ctx.reader.id, decidedIn: id, ...chosen }).where(where), "decision", threads),
    ]),
  );
  return { counts: await reviewCounts(ctx.db, draft.id), threads, decision: id };
}

/** Takes the newest decision of this editor's back, whatever it was about. @throws Refusal notAllowed.nothingToUndo, noSuch.article, conflict.changed */
export async function undoDecision(ctx: Asked, of: OfDraft): Promise<{ counts: ReviewCounts; /** One that it was about, and where it is found now. */ thread: string; group: CarryGroup }> {
  const revising = await reviewedNow(ctx, of);
  const { draft } = revising;
  const [last] = await ctx.db
    .select({ id: carryOver.decidedIn, thread: carryOver.threadId, computed: carryOver.computed })
    .from(carryOver)
    .where(and(eq(carryOver.draftId, draft.id), eq(carryOver.decidedBy, ctx.reader.id), isNotNull(carryOver.decidedIn)))
    .orderBy(desc(carryOver.decidedIn), carryOver.oldNumber, carryOver.threadId)
    .limit(1);
  if (!last?.id) throw notAllowed("nothingToUndo");
  const where = and(eq(carryOver.draftId, draft.id), eq(carryOver.decidedIn, last.id));
  const rows = await ctx.db.select({ threadId: carryOver.threadId, computed: carryOver.computed }).from(carryOver).where(where);
  await orChanged(
    writeTogether((w) => [
      ...stillReviewed(w, revising),
      ...sameComputed(rows).map(({ computed, threads }) =>
        must(w.update(carryOver).set({ decision: null, decidedBy: null, decidedIn: null, ...computed }).where(and(where, inArray(carryOver.threadId, threads))), "decision", threads.length),
      ),
    ]),
  );
  return { counts: await reviewCounts(ctx.db, draft.id), thread: last.thread, group: last.computed?.group ?? "needs-you" };
}

/** Many that are alike go back to the same place, which takes one statement. */
function sameComputed(rows: readonly { threadId: string; computed: ComputedPlace | null }[]): { computed: Partial<ComputedPlace>; threads: string[] }[] {
  const groups = new Map<string, { computed: Partial<ComputedPlace>; threads: string[] }>();
  for (const { threadId, computed } of rows) {
    const key = JSON.stringify(computed);
    const group = groups.get(key) ?? { computed: computed ?? { group: "needs-you" }, threads: [] };
    groups.set(key, group);
    group.threads.push(threadId);
  }
  return [...groups.values()].flatMap(({ computed, threads }) => chunked(threads).map((some) => ({ computed, threads: some })));
}

/** @throws Refusal noSuch.article, conflict.changed when there is no review of this version */
async function reviewedNow(ctx: Pick<Context, "db">, of: OfDraft): Promise<RevisingDraft> {
  const revising = await unchangedRevision(ctx, of);
  if (revising.draft.reviewed !== of.version) throw changedMeanwhile();
  return revising;
}

/** Every decision is counted: what is published meanwhile would be without it. */
function stillReviewed(w: Parameters<Parameters<typeof writeTogether>[0]>[0], { draft }: RevisingDraft) {
  const isDone = and(eq(carrying.draftId, draft.id), eq(carrying.version, draft.version), inArray(carrying.phase, ["done", "refused"]));
  return [must(w.update(carrying).set({ decisions: sql`${carrying.decisions} + 1` }).where(isDone), "carrying")];
}

function these(draftId: string, threads: readonly string[], seen: string | null): SQL | undefined {
  return and(eq(carryOver.draftId, draftId), inArray(carryOver.threadId, [...threads]), seen === null ? isNull(carryOver.decidedIn) : eq(carryOver.decidedIn, seen));
}

/** Missing ones are missing; those decided otherwise meanwhile are another's. */
async function mustBeAll({ db }: Pick<Context, "db">, draftId: string, threads: readonly string[], found: number): Promise<void> {
  const wanted = new Set(threads).size;
  if (found === wanted) return;
  const [there] = await db.select({ threads: count() }).from(carryOver).where(and(eq(carryOver.draftId, draftId), inArray(carryOver.threadId, [...threads])));
  throw there?.threads === wanted ? changedMeanwhile() : noSuch("thread");
}

/** What asks the same: undecided, on the same block, which would go to the same one. @throws Refusal noSuch.thread */
async function alikeTo({ db }: Pick<Context, "db">, draftId: string, thread: string): Promise<SQL | undefined> {
  const [one] = await db.select().from(carryOver).where(and(eq(carryOver.draftId, draftId), eq(carryOver.threadId, thread)));
  if (!one) throw noSuch("thread");
  return and(eq(carryOver.draftId, draftId), eq(carryOver.group, "needs-you"), eq(carryOver.oldNumber, one.oldNumber), eq(carryOver.number, one.number), isNull(carryOver.decidedIn));
}

const DETACHED = { group: "removed" as const, place: "removed" as const, text: "changed" as const, number: 0, blockId: null, start: null, end: null };

/** As `groupOf` says of what needs nobody. */
const ACCEPTED = { group: sql<"exact">`case when ${carryOver.place} = 'removed' then 'removed' when ${carryOver.text} = 'changed' then 'changed' when ${carryOver.place} = 'moved' then 'moved' else 'exact' end` };

async function chosenPassage({ db }: Pick<Context, "db">, draft: RevisingDraft["draft"], { number, words: given, quote }: Extract<Decision, { kind: "attached" }>) {
  const here = await blockNumbered(db, draft, number);
  if (!here) throw badField("number", { fault: "noSuchBlock" });
  const found = given === null && quote !== null ? findWords(here.text, quote) : given;
  if (given === null && quote?.trim() === "") throw badField("words", { fault: "empty" });
  if (typeof found === "string") throw badField("words", { fault: found });
  const words = found && trimmedSpan(here.text, found);
  if (words && (words.start < 0 || words.start >= words.end || words.end > codePoints(here.text))) throw noSuch("block");
  return { group: "moved" as const, place: "moved" as const, text: "changed" as const, method: "person" as const, number, blockId: here.blockId, start: words?.start ?? null, end: words?.end ?? null };
}
