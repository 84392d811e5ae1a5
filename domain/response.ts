/** The response to comments: what was said on each passage, and what became of it. Shapes only. */
import type { AnswerKind, AnswerView } from "./answers";
import type { ArticleHead } from "./reading";
import type { CommentKind } from "./thread";

/** `name` null: a reader who did not ask to be named. `body`: Markdown as written. `at`: ISO 8601, UTC. */
export type ResponseComment = { id: string; kind: CommentKind | null; name: string | null; body: string; at: string };

export type ResponseThread = {
  id: string;
  /** Its first comment; of the replies only how many there are. */
  first: ResponseComment;
  replies: number;
  /** The words it is about, when it is about less than the block. */
  quote: string | null;
  proposal: { before: string; after: string } | null;
  answer: AnswerView | null;
  /** The reply that answers, where the answer points to one that is still there. */
  answering: ResponseComment | null;
  /** Where the newest revision says it otherwise: the passage its writer saw, in which revision, and the words now; null: they are gone. */
  change: { revision: number; before: string; after: string | null } | null;
};

/** `block` null: the whole article, and passages that are gone. `text`: as the newest revision has it. */
export type ResponseGroup = { block: number | null; text: string | null; threads: ResponseThread[] };

/** A page of it. `answers`: how many threads there are of each answer. `contributors`: named at their wish; `others`: how many are not. */
export type ResponseView = {
  head: ArticleHead;
  groups: ResponseGroup[];
  answers: { answer: AnswerKind | null; count: number }[];
  contributors: string[];
  others: number;
  next: string | null;
};
