/** The pages of an assignment's article for a student before whom the gate is closed: made of what they may see alone, so that no count can slip through. */
import type { Db } from "../../db/client";
import { asIfAlone, numberedAfresh } from "../../domain/classroom/behind-gate";
import type { ArticleHead, ArticleView, BlockPageView, Heat, ThreadPageView, WholePageView } from "../../domain/reading";
import { branchOf, type CommentView, type ThreadView } from "../../domain/thread";
import { oldWords } from "../articles/old-words";
import { threadsById } from "../articles/placed";
import { allBlocks, blockNumbered } from "../articles/queries";
import { byPassage, viewOfBlock, viewOfThread } from "../articles/views";
import type { VisibleArticle } from "../articles/visible";
import { ownAndTaught } from "../comments/rows";
import { noSuch } from "../refusals";

/** Who has not opened the gate has written little, and a teacher's prompts are few. */
const MOST_SEEN = 500;

type Seen = { head: ArticleHead; heats: Map<number, Heat>; threads: ThreadView[] };

async function seenBy(db: Db, memberId: string, shown: VisibleArticle): Promise<Seen> {
  const comments = new Map<string, CommentView[]>();
  for (const one of await ownAndTaught(db, shown.head.discussionId, memberId, MOST_SEEN)) comments.set(one.threadId, [...(comments.get(one.threadId) ?? []), one]);
  for (const [id, seen] of comments) comments.set(id, asIfAlone(seen));
  const placed = await threadsById(db, shown, [...comments.keys()]);
  const old = await oldWords(db, shown, placed);
  const views = byPassage(placed).map((one) => ({ ...viewOfThread(one, comments, old), total: comments.get(one.id)?.length ?? 0, answer: null }));
  const threads = numberedAfresh(views);
  const heats = new Map<number, Heat>();
  for (const { block, comments: said } of threads) {
    const here = heats.get(block ?? 0) ?? { threads: 0, comments: 0 };
    heats.set(block ?? 0, { threads: here.threads + 1, comments: here.comments + living(said).length });
  }
  const alive = threads.flatMap((thread) => living(thread.comments));
  return { head: { ...shown.head, comments: alive.length, participants: new Set(alive.map(({ by }) => by?.id)).size }, heats, threads };
}

function living(comments: readonly CommentView[]): CommentView[] {
  return comments.filter(({ by }) => by !== null);
}

export async function gatedArticle(db: Db, memberId: string, shown: VisibleArticle): Promise<ArticleView> {
  const [{ head, heats, threads }, blocks] = await Promise.all([seenBy(db, memberId, shown), allBlocks(db, shown)]);
  const on = (number: number) => threads.filter(({ block }) => (block ?? 0) === number);
  return { head, blocks: blocks.map((one) => viewOfBlock(one, heats, on(one.number))), wholeArticle: { heat: heats.get(0) ?? { threads: 0, comments: 0 }, threads: on(0) } };
}

export async function gatedWhole(db: Db, memberId: string, shown: VisibleArticle): Promise<WholePageView> {
  return { ...(await gatedArticle(db, memberId, shown)), from: null, next: null };
}

/** @throws Refusal noSuch.block */
export async function gatedBlock(db: Db, memberId: string, shown: VisibleArticle, number: number): Promise<BlockPageView> {
  const [{ head, heats, threads }, found] = await Promise.all([seenBy(db, memberId, shown), blockNumbered(db, shown, number)]);
  return { head, block: viewOfBlock(found, heats, threads.filter(({ block }) => block === number)), next: null };
}

/** @throws Refusal noSuch.thread when nothing of it may be seen */
export async function gatedThread(db: Db, memberId: string, shown: VisibleArticle, id: string): Promise<ThreadPageView> {
  const { head, heats, threads } = await seenBy(db, memberId, shown);
  const thread = threads.find((one) => one.id === id);
  const [first] = thread?.comments ?? [];
  const branch = first && branchOf(first.id, thread?.comments ?? []);
  if (!thread || !branch) throw noSuch("thread");
  const block = thread.block === null ? null : viewOfBlock(await blockNumbered(db, shown, thread.block), heats, []);
  const { quote, total, old, answer, isPinned } = thread;
  return { head, thread: { id, quote, total, old, answer, isPinned }, block, branch, above: null, after: null, next: null };
}
