/**
 * From a reviewed draft to the article's newest revision. Text and placements are written beforehand, where nobody sees them, for
 * they may be many; one last unit makes them the newest, or nothing. What a crash left behind is cleared by the next attempt.
 */
import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { copiedEvent } from "../../db/event-copies";
import { Overtaken } from "../../db/faults";
import { article, block, revision, revisionMap } from "../../db/schema/articles";
import { discussion, heat, placement, reattachment, thread } from "../../db/schema/discussions";
import { carrying, carryOver } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { takenWrites } from "../answers/taken";
import { blockRows, chunked, headWrite } from "../articles/revision-writes";
import { checkedHead } from "../editing/head";
import { cutSentences } from "../editing/publish";
import { carriedRows } from "./carried-rows";
import type { HowFar, StoredRefusal } from "./carrying";
import { countsOf } from "./counts";
import { blocksOfDraft, blocksOfRevision, inStretches, type RevisingDraft, ROWS_AT_ONCE } from "./drafts";
import { clearRetiredQuietly, inPieces, retire } from "./retired";
import { keepRows, keptFates, reviewCounts } from "./review";

/** Comments go on while it is published: threads begun meanwhile are carried too, so often at most. */
const MOST_ATTEMPTS = 5;

/** Building and running their statement takes some ten or twenty milliseconds. */
const ROWS_OF_A_UNIT = 250;

/** `id`: of the carrying; `decisions`: how many had been made when it was looked at last. */
export type PublishRun = { id: string; by: string | null; why: string | null; decisions: number; say: (how: HowFar) => void; now: () => Date };

/** Publishes a reviewed draft; null when it is published, or why it cannot be. @throws Overtaken when the draft or a decision is another by now */
export async function publishReviewed(db: Db, revising: RevisingDraft, run: PublishRun): Promise<StoredRefusal | null> {
  for (let attempt = 1; ; attempt += 1) {
    const late = await takeInLate(db, revising, run);
    if (late) return late;
    try {
      await publish(db, revising, run);
      return null;
    } catch (error) {
      if (!(error instanceof Overtaken) || error.what !== "threads" || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Threads that were begun since the review was computed; one that needs a person stops it all. */
async function takeInLate(db: Db, { draft, discussionId, revisionId }: RevisingDraft, { id, say }: PublishRun): Promise<StoredRefusal | null> {
  const [[all], [known]] = await Promise.all([
    db.select({ threads: count() }).from(placement).where(and(eq(placement.discussionId, discussionId), eq(placement.revisionId, revisionId))),
    db.select({ threads: count() }).from(carryOver).where(eq(carryOver.draftId, draft.id)),
  ]);
  if (all?.threads !== known?.threads) {
    const [newest, blocks] = [await blocksOfRevision(db, revisionId), await blocksOfDraft(db, draft)];
    const carried = await carriedRows(db, { draftId: draft.id, discussionId, revisionId, newest, draft: blocks, isLate: true }, (phase, done, total) => say({ phase, done, total }));
    if ("refused" in carried) return carried;
    await keepRows(draft.id, id, carried.rows, () => undefined);
  }
  const asked = (await reviewCounts(db, draft.id))["needs-you"];
  return asked > 0 ? { refused: "undecided", count: asked } : null;
}

async function publish(db: Db, { draft, articleId, discussionId, revisionId: before }: RevisingDraft, { id: runId, by, why, decisions, say, now }: PublishRun): Promise<void> {
  const head = checkedHead(draft);
  const blocks = await cutSentences(await blocksOfDraft(db, draft), head.language);
  const [rows, counts, fates] = [await decidedRows(db, draft.id), await countsOf(db, draft.id), await keptFates(db, draft.id)];
  const decided = rows.filter(({ decision }) => decision !== null).length;
  const carried = { ...counts, ...(decided > 0 && { decided }) };
  const [at, number, id] = [now(), draft.basedOn + 1, newId()];
  say({ phase: "publishing", done: 0, total: null });
  await clearUnseen(db, articleId, number);
  await writeTogether((w) => [headWrite(w, { id, articleId, number, by, at, why, carried }, head, blocks), w.insert(revisionMap).values({ revisionId: id, fates })]);
  const total = blocks.length + rows.length;
  let done = 0;
  for (const chunk of chunked(blockRows(id, blocks), ROWS_OF_A_UNIT)) {
    await writeTogether((w) => [w.insert(block).values(chunk)]);
    say({ phase: "publishing", done: (done += chunk.length), total });
  }
  for (const chunk of chunked(placementsOf(rows, id), ROWS_OF_A_UNIT)) {
    await writeTogether((w) => [w.insert(placement).values(chunk)]);
    say({ phase: "publishing", done: (done += chunk.length), total });
  }
  const seen = { articleId, discussionId, actorId: by, at };
  const revised = { ...seen, id: newId(), kind: "article.revised" as const, subjectId: id };
  const taken = await takenWrites(db, { draftId: draft.id, articleId, discussionId, number, by, at }, blocks);
  const known = sql`(select count(*) from ${placement} where ${placement.discussionId} = ${discussionId} and ${placement.revisionId} = ${before}) = ${rows.length}`;
  await writeTogether(
    (w) => [
      // First what is only read and compared: whoever comes too late has written nothing.
      must(w.delete(carrying).where(and(eq(carrying.draftId, draft.id), eq(carrying.id, runId), eq(carrying.decisions, decisions))), "draft"),
      must(w.update(article).set({ newest: number }).where(and(eq(article.id, articleId), eq(article.newest, draft.basedOn), eq(article.state, "published"))), "draft"),
      // Locks the discussion as posting does: no thread can begin between the count and the end of the unit.
      must(w.update(discussion).set({ placedOn: number }).where(and(eq(discussion.id, discussionId), known)), "threads"),
      retire(w, draft),
      heatOfAll(w, discussionId, id),
      ...taken.writes(w),
      chosenPassages(w, draft.id, id),
    ],
    [revised, ...taken.events],
    (w) => [carriedEvents(w, draft.id, id, seen)],
  );
  await clearRetiredQuietly(db, now());
}

/** What must be written with the rest and may be much is copied within the database: ten thousand rows take a few hundredths of a second. */
const writtenAs = sql`coalesce(${carryOver.writtenAs}, ${carryOver.draftId} || ':' || ${carryOver.threadId})`;

function chosenPassages(w: Writer, draftId: string, revisionId: string): Write {
  return w.insert(reattachment).select(
    sql`select ${writtenAs}, ${carryOver.threadId}, ${revision.id}, ${carryOver.blockId}, ${carryOver.start}, ${carryOver.end}, ${carryOver.decidedBy}, ${revision.createdAt} from ${carryOver} inner join ${revision} on ${revision.id} = ${revisionId} where ${carryOver.draftId} = ${draftId} and ${carryOver.decision} = 'attached' and ${carryOver.blockId} is not null`,
  );
}

function carriedEvents(w: Writer, draftId: string, revisionId: string, { articleId, actorId }: { articleId: string; actorId: string | null }): Write {
  return w.insert(copiedEvent).select(
    sql`select ${writtenAs}, 'thread.carried', ${articleId}, ${carryOver.discussionId}, ${carryOver.threadId}, ${actorId}, ${revision.createdAt} from ${carryOver} inner join ${revision} on ${revision.id} = ${revisionId} where ${carryOver.draftId} = ${draftId} and ${carryOver.group} <> 'exact' order by ${carryOver.threadId}`,
  );
}

type DecidedRow = typeof carryOver.$inferSelect;

function decidedRows(db: Db, draftId: string): Promise<DecidedRow[]> {
  return inStretches("", (after) => db.select().from(carryOver).where(and(eq(carryOver.draftId, draftId), gt(carryOver.threadId, after))).orderBy(asc(carryOver.threadId)).limit(ROWS_AT_ONCE), ({ threadId }) => threadId);
}

/** What an attempt that was cut off left: a revision beyond the newest, which nobody sees. */
async function clearUnseen(db: Db, articleId: string, number: number): Promise<void> {
  const [left] = await db.select({ id: revision.id }).from(revision).where(and(eq(revision.articleId, articleId), eq(revision.number, number)));
  if (!left) return;
  const isLeft = sql`(select ${article.newest} from ${article} where ${article.id} = ${articleId}) < ${number}`;
  const [threads, blocks] = [and(eq(placement.revisionId, left.id), isLeft), and(eq(block.revisionId, left.id), isLeft)];
  await inPieces(
    (most) => db.select({ key: placement.threadId }).from(placement).where(threads).limit(most),
    (w, keys) => w.delete(placement).where(and(threads, inArray(placement.threadId, keys))),
  );
  await inPieces(
    (most) => db.select({ key: block.number }).from(block).where(blocks).limit(most),
    (w, keys) => w.delete(block).where(and(blocks, inArray(block.number, keys))),
  );
  await writeTogether((w) => [
    w.delete(heat).where(and(eq(heat.revisionId, left.id), isLeft)),
    w.delete(revisionMap).where(and(eq(revisionMap.revisionId, left.id), isLeft)),
    must(w.delete(revision).where(and(eq(revision.id, left.id), isLeft)), "draft"),
  ]);
}

/** Those of a block in the order they were begun, which their ids tell; of a removed passage with those on the whole article. */
function placementsOf(rows: readonly DecidedRow[], revisionId: string): (typeof placement.$inferInsert)[] {
  const taken = new Map<number, number>();
  return rows.map(({ threadId, discussionId, number, start, end, place, text, method, likeness, decidedBy }) => {
    const ordinal = (taken.get(number) ?? 0) + 1;
    taken.set(number, ordinal);
    return { ...{ threadId, discussionId, revisionId, ordinal, start, end, place, text, likeness }, blockNumber: number, cause: method, byMemberId: decidedBy };
  });
}

/** How much is said on each block, counted anew: replies came while it was being published. */
function heatOfAll(w: Writer, discussionId: string, revisionId: string): Write {
  return w.insert(heat).select(
    sql`select ${discussionId}, ${revisionId}, ${placement.blockNumber}, count(*), coalesce(sum(${thread.comments}), 0) from ${placement} inner join ${thread} on ${thread.id} = ${placement.threadId} where ${placement.discussionId} = ${discussionId} and ${placement.revisionId} = ${revisionId} group by ${placement.blockNumber}`,
  );
}
