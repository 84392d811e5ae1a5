/** What a new text would do to the discussion, without keeping anything. */
import type { Carried } from "../../domain/anchoring/carry";
import type { Block } from "../../domain/blocks";
import { type CarryGroup, groupOf } from "../../domain/carry-over";
import { visibleArticle } from "../articles/visible";
import type { Context } from "../trpc";
import { carryAll } from "./compute";
import { blocksOfRevision } from "./drafts";
import { noneYet, type ReviewCounts } from "./review";
import { shownThreads, textsOf } from "./threads";

/** A thread that is not shown just as it was: its block in the newest revision and in the text, by number; null: none. */
export type Tried = { thread: string; group: CarryGroup; from: number | null; to: number | null; method: Carried["method"]; likeness: number };

/** @throws Refusal noSuch.article */
export async function tryText(ctx: Pick<Context, "db">, slug: string, blocks: readonly Pick<Block, "text">[]): Promise<{ counts: ReviewCounts; threads: Tried[] }> {
  const { head, revisionId } = await visibleArticle(ctx, slug);
  const [newest, threads] = await Promise.all([blocksOfRevision(ctx.db, revisionId), shownThreads(ctx.db, head.discussionId, revisionId)]);
  const earlier = Object.fromEntries(await textsOf(ctx.db, threads.map(({ meantRevision }) => meantRevision)));
  const { carried } = carryAll({ newest: newest.map(({ text }) => text), draft: blocks.map(({ text }) => text), earlier, newestId: revisionId, threads });
  const counts = noneYet();
  for (const one of carried) counts[groupOf(one)] += 1;
  const tried = carried.map((one): Tried => ({ thread: one.threadId, group: groupOf(one), from: one.oldNumber || null, to: one.block === null ? null : one.block + 1, method: one.method, likeness: Math.round(one.likeness * 100) }));
  return { counts, threads: tried.filter(({ group }) => group !== "exact") };
}
