/** Rows of an article as its pages are told them. */
import type { block } from "../../db/schema/articles";
import type { AnswerView } from "../../domain/answers";
import type { ArticleView, BlockView, Heat } from "../../domain/reading";
import type { CommentView, OldWords, ThreadView } from "../../domain/thread";
import type { PlacedThread } from "./placed";

export type StoredBlock = typeof block.$inferSelect;

const NOTHING_SAID: Heat = { threads: 0, comments: 0 };

export function viewOfBlock({ number, blockId, kind, text, marks, sentences, shape }: StoredBlock, heats: Map<number, Heat>, threads: ThreadView[]): BlockView {
  return { number, blockId, kind, text, marks, sentences, shape, heat: heats.get(number) ?? NOTHING_SAID, threads };
}

/** `old`: of the threads whose passage is no longer what it was. */
export function viewOfThread(placed: PlacedThread, comments: Map<string, CommentView[]>, old: ReadonlyMap<string, OldWords>): ThreadView {
  const { id, blockNumber, ordinal, quote, total, pinnedAt, lockedBy, start, end, firstSentence, lastSentence } = placed;
  return {
    ...{ id, ordinal, quote, total },
    answer: answerOf(placed),
    isPinned: pinnedAt !== null,
    isLocked: lockedBy !== null,
    block: blockNumber === 0 ? null : blockNumber,
    span: start === null || end === null ? null : { start, end },
    sentences: firstSentence === null || lastSentence === null ? null : { first: firstSentence, last: lastSentence },
    comments: comments.get(id) ?? [],
    old: old.get(id) ?? null,
  };
}

/** The answer in force; null: none, or taken back. */
export function answerOf({ answer }: Pick<PlacedThread, "answer">): AnswerView | null {
  if (answer === null || answer.kind === null) return null;
  const { kind, text, revision, block: number, comment, at } = answer;
  return { kind, text, change: revision === null || number === null ? null : { revision, block: number }, comment, at: at.toISOString() };
}

/** Blocks with their threads, those of a block in the order given; threads without comments are left out. */
export function arranged(head: ArticleView["head"], blocks: StoredBlock[], heats: Map<number, Heat>, placed: readonly PlacedThread[], comments: Map<string, CommentView[]>, old: ReadonlyMap<string, OldWords>): ArticleView {
  const byBlock = new Map<number, ThreadView[]>();
  for (const thread of placed) {
    if (!comments.has(thread.id)) continue;
    const here = byBlock.get(thread.blockNumber) ?? [];
    here.push(viewOfThread(thread, comments, old));
    byBlock.set(thread.blockNumber, here);
  }
  return {
    head,
    blocks: blocks.map((one) => viewOfBlock(one, heats, byBlock.get(one.number) ?? [])),
    wholeArticle: { heat: heats.get(0) ?? NOTHING_SAID, threads: byBlock.get(0) ?? [] },
  };
}

/** In the order of the words they are about, those on the whole block first: beside the text no line crosses another. At a passage the pinned come first. */
export function byPassage(threads: readonly PlacedThread[]): PlacedThread[] {
  const turn = ({ pinnedAt }: PlacedThread): number => (pinnedAt === null ? 1 : 0);
  return [...threads].sort((one, other) => (one.start ?? 0) - (other.start ?? 0) || turn(one) - turn(other));
}
