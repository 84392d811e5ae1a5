/**
 * From a reviewed draft to the article's newest revision. Text and placements are written beforehand, where nobody sees them, for
 * they may be many; one last unit makes them the newest, or nothing. What a crash left behind is cleared by the next attempt.
 */
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { article, block, revision, revisionMap } from "../../db/schema/articles";
import { discussion, heat, placement, reattachment, thread } from "../../db/schema/discussions";
import { carryOver, draftBlock, draftEdit, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { CarriedCounts, StoredFate } from "../../domain/carry-over";
import type { Reader } from "../../domain/permissions";
import { takenWrites } from "../answers/taken";
import { chunked, revisionWrites } from "../articles/revision-writes";
import { checkedHead } from "../editing/head";
import { cutSentences } from "../editing/publish";
import { changedMeanwhile, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { type CarryRow, carriedRows } from "./carried-rows";
import { countsOf } from "./compute";
import { blocksOfDraft, type RevisingDraft } from "./drafts";
import { unchangedRevision } from "./review";

type Asked = Context & { reader: Reader | null };

/** Comments go on while it is published: threads begun meanwhile are carried too, so often at most. */
const MOST_ATTEMPTS = 5;

/**
 * Publishes a reviewed draft. @throws Refusal noSuch.article; conflict.changed; notAllowed.noText; notAllowed.reviewFirst when the
 * review is missing, or of another version; notAllowed.undecided while a case needs a person
 */
export async function publishRevision(ctx: Asked, { slug, version, why }: { slug: string; version: number; why: string }): Promise<{ slug: string; number: number; carried: CarriedCounts }> {
  for (let attempt = 1; ; attempt += 1) {
    const revising = await unchangedRevision(ctx, { slug, version });
    if (revising.draft.reviewed !== version) throw notAllowed("reviewFirst");
    const { rows, fates } = await carriedRows(ctx, revising);
    if (rows.some(({ group }) => group === "needs-you")) throw notAllowed("undecided");
    try {
      const decided = rows.filter(({ decision }) => decision != null).length;
      const carried = { ...countsOf(rows), ...(decided > 0 && { decided }) };
      const number = await publish(ctx, revising, rows, fates, { why: why.trim() || null, carried });
      return { slug, number, carried };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (error.what !== "threads" || attempt === MOST_ATTEMPTS) throw changedMeanwhile();
    }
  }
}

async function publish(ctx: Asked, { draft, articleId, discussionId, revisionId: before }: RevisingDraft, rows: CarryRow[], fates: StoredFate[], { why, carried }: { why: string | null; carried: CarriedCounts }): Promise<number> {
  const head = checkedHead(draft);
  const kept = await blocksOfDraft(ctx.db, draft.id);
  if (kept.length === 0) throw notAllowed("noText");
  const blocks = await cutSentences(kept, head.language);
  const [at, number, id, by] = [ctx.now(), draft.basedOn + 1, newId(), ctx.reader?.id ?? null];
  await clearUnseen(ctx, articleId, number);
  await writeTogether((w) => [...revisionWrites(w, { id, articleId, number, by, at, why, carried }, head, blocks), w.insert(revisionMap).values({ revisionId: id, fates })]);
  for (const chunk of chunked(placementsOf(rows, id))) await writeTogether((w) => [w.insert(placement).values(chunk)]);
  const seen = { articleId, discussionId, actorId: by, at };
  const revised = { ...seen, id: newId(), kind: "article.revised" as const, subjectId: id };
  const taken = await takenWrites(ctx.db, { draftId: draft.id, articleId, discussionId, number, by, at }, blocks);
  const known = sql`(select count(*) from ${placement} where ${placement.discussionId} = ${discussionId} and ${placement.revisionId} = ${before}) = ${rows.length}`;
  await writeTogether(
    (w) => [
      w.delete(carryOver).where(eq(carryOver.draftId, draft.id)),
      w.delete(draftEdit).where(eq(draftEdit.draftId, draft.id)),
      w.delete(draftBlock).where(eq(draftBlock.draftId, draft.id)),
      must(w.delete(revisionDraft).where(and(eq(revisionDraft.id, draft.id), eq(revisionDraft.version, draft.version))), "draft"),
      must(w.update(article).set({ newest: number }).where(and(eq(article.id, articleId), eq(article.newest, draft.basedOn), eq(article.state, "published"))), "draft"),
      // Locks the discussion as posting does: no thread can begin between the count and the end of the unit.
      must(w.update(discussion).set({ comments: sql`${discussion.comments}` }).where(and(eq(discussion.id, discussionId), known)), "threads"),
      heatOfAll(w, discussionId, id),
      ...taken.writes(w),
      ...chunked(rows.filter(({ decision }) => decision === "attached")).map((chunk) => w.insert(reattachment).values(chunk.map(({ threadId, blockId, start, end, decidedBy }) => ({ id: newId(), threadId, revisionId: id, blockId: blockId ?? "", start, end, byMemberId: decidedBy, createdAt: at })))),
    ],
    [revised, ...taken.events, ...rows.filter(({ group }) => group !== "exact").map(({ threadId }) => ({ ...seen, id: newId(), kind: "thread.carried" as const, subjectId: threadId }))],
  );
  return number;
}

/** What an attempt that was cut off left: a revision beyond the newest, which nobody sees. */
async function clearUnseen({ db }: Pick<Context, "db">, articleId: string, number: number): Promise<void> {
  const [left] = await db.select({ id: revision.id }).from(revision).where(and(eq(revision.articleId, articleId), eq(revision.number, number)));
  if (!left) return;
  const isLeft = sql`(select ${article.newest} from ${article} where ${article.id} = ${articleId}) < ${number}`;
  await writeTogether((w) => [
    w.delete(placement).where(and(eq(placement.revisionId, left.id), isLeft)),
    w.delete(heat).where(and(eq(heat.revisionId, left.id), isLeft)),
    w.delete(revisionMap).where(and(eq(revisionMap.revisionId, left.id), isLeft)),
    w.delete(block).where(and(eq(block.revisionId, left.id), isLeft)),
    must(w.delete(revision).where(and(eq(revision.id, left.id), isLeft)), "draft"),
  ]);
}

/** Those of a block in the order they were begun, which their ids tell; of a removed passage with those on the whole article. */
function placementsOf(rows: readonly CarryRow[], revisionId: string): (typeof placement.$inferInsert)[] {
  const taken = new Map<number, number>();
  return [...rows].sort((one, other) => (one.threadId < other.threadId ? -1 : 1)).map(({ threadId, discussionId, number, start, end, place, text, method, likeness, decidedBy }) => {
    const ordinal = (taken.get(number) ?? 0) + 1;
    taken.set(number, ordinal);
    return { ...{ threadId, discussionId, revisionId, ordinal, start, end, place, text, likeness }, blockNumber: number, cause: method, byMemberId: decidedBy ?? null };
  });
}

/** How much is said on each block, counted anew: replies came while it was being published. */
function heatOfAll(w: Writer, discussionId: string, revisionId: string): Write {
  return w.insert(heat).select(
    sql`select ${discussionId}, ${revisionId}, ${placement.blockNumber}, count(*), coalesce(sum(${thread.comments}), 0) from ${placement} inner join ${thread} on ${thread.id} = ${placement.threadId} where ${placement.discussionId} = ${discussionId} and ${placement.revisionId} = ${revisionId} group by ${placement.blockNumber}`,
  );
}
