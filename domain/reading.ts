/** What the pages of an article are told: shapes only, equal for every reader. */
import type { AnswerKind, AnswerView } from "./answers";
import type { Block } from "./blocks";
import type { OpeningView } from "./opening";
import type { Spot } from "./reading-order";
import type { Branch, CommentView, OldWords, ThreadView } from "./thread";

export type Language = "en" | "zh";

export type ArticleHead = {
  id: string;
  slug: string;
  /** Path of the page on which this discussion of it is read, a class's; absent: the article's own. */
  readAt?: string;
  title: string;
  standfirst: string | null;
  byline: string | null;
  /** As printed: "2015-12-10" or "2015-12-10T18:13", of no zone. */
  date: string | null;
  source: string | null;
  /** BCP 47, of the text: not of the interface. */
  language: string;
  /** The revision shown, and the newest there is. */
  revision: number;
  newestRevision: number;
  /** When the one shown was published, ISO 8601, UTC. */
  revisedAt: string;
  discussionId: string;
  /** Comments that are not deleted, on the newest revision. */
  comments: number;
  participants: number;
  opening: OpeningView;
  /** The response to its comments is public. */
  hasResponse: boolean;
};

/** How much is said on a block. */
export type Heat = { threads: number; comments: number };

/** A block in its place, with what stands after it. */
export type BlockView = Block & { number: number; blockId: string; heat: Heat; threads: ThreadView[]; /** Of an older revision: where the newest has it. */ newest?: NewestPlace };

/** A block of an older revision in the newest one: its number there, null where it is gone, and whether its words are others. */
export type NewestPlace = { number: number | null; isChanged: boolean };

/** Wording that was proposed in a comment and stands in this revision; `name` null: its author does not wish to be named. */
export type Credit = { block: number; comment: string; name: string | null };

export type ArticleView = { head: ArticleHead; blocks: BlockView[]; wholeArticle: { heat: Heat; threads: ThreadView[] }; credits?: Credit[] };

/**
 * One page of everything: its blocks and all comments on them, a block's threads by age. `from`: where it begins, null for
 * the first page; `next`: the cursor of the following one.
 */
export type WholePageView = ArticleView & { from: Spot | null; next: string | null };

/** A block with one page of its threads; `next` is the cursor of the following page. */
export type BlockPageView = { head: ArticleHead; block: BlockView; next: string | null };

/** One thread, from its first comment or continued from a deeper one (`from`), one page of it. */
export type ThreadPageView = {
  head: ArticleHead;
  thread: { id: string; quote: string | null; total: number; old: OldWords | null; answer: AnswerView | null; isPinned: boolean };
  /** The block it stands on in the newest revision; null: on the whole article. */
  block: BlockView | null;
  branch: Branch;
  /** The comment above the top one, when the view starts deeper in the thread. */
  above: CommentView | null;
  /** Which page: cursors of the next and, by its presence, that this is not the first. */
  next: string | null;
  after: string | null;
};

/** A thread in a list: enough to decide whether to read it. */
export type ListedThread = {
  id: string;
  /** The block it stands on in the newest revision; null: on the whole article. */
  block: number | null;
  /** Whether the words it is about are as they were when it was written. */
  passage: "exact" | "changed" | "removed";
  /** The words it is about, when it is about less than the block. */
  quote: string | null;
  /** Its first comment, the body cut; a tombstone where that is deleted. */
  first: CommentView;
  /** Comments after the first that are not deleted. */
  replies: number;
  /** When something was last written in it, ISO 8601, UTC. */
  lastAt: string;
  answer: AnswerKind | null;
  isPinned: boolean;
};

/** A page of threads; `by`: in which this participant wrote, null where all are asked for. */
export type ThreadListView = { head: ArticleHead; by: { id: string; name: string } | null; threads: ListedThread[]; next: string | null; /** Some thread of the article was answered. */ hasAnswers: boolean };

export type ListedArticle = Pick<ArticleHead, "slug" | "title" | "byline" | "date" | "language" | "comments" | "participants" | "revision"> & {
  /** The standfirst, or else the first sentence. */
  standfirst: string;
  /** Blocks in order, with their length in code points and comments: the score. */
  score: { number: number; length: number; comments: number }[];
};

export type ArticleListView = { articles: ListedArticle[]; next: string | null };
