/** How a list of threads may be wished for. */
import { type AnswerKind, isAnswerKind } from "./answers";
import type { CommentKind } from "./thread";

/** Along the text, by newest activity, by number of comments. The first is what nobody need name. */
export const threadOrders = ["place", "newest", "discussed"] as const;
export type ThreadOrder = (typeof threadOrders)[number];

export function isThreadOrder(word: string): word is ThreadOrder {
  return threadOrders.some((order) => order === word);
}

/** "none": nobody answered it yet. */
export type AnswerOrNone = AnswerKind | "none";

export function isAnswerOrNone(word: string): word is AnswerOrNone {
  return word === "none" || isAnswerKind(word);
}

/** `kind`: threads whose first comment is of it; `answer`: those so answered; `by`: those in which this participant wrote. Null: all. */
export type ThreadWish = { order: ThreadOrder; kind: CommentKind | null; answer: AnswerOrNone | null; by: string | null };
