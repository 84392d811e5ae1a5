/** How a list of threads may be wished for. */
import type { CommentKind } from "./thread";

/** Along the text, by newest activity, by number of comments. The first is what nobody need name. */
export const threadOrders = ["place", "newest", "discussed"] as const;
export type ThreadOrder = (typeof threadOrders)[number];

export function isThreadOrder(word: string): word is ThreadOrder {
  return threadOrders.some((order) => order === word);
}

/** `kind`: threads whose first comment is of it; `by`: those in which this participant wrote. Null: all. */
export type ThreadWish = { order: ThreadOrder; kind: CommentKind | null; by: string | null };
