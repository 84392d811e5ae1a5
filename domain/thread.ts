/**
 * A thread is a comment on a passage, or on the whole article, and its replies. Here: what a page is told of one,
 * and how comments that arrive as rows become the tree that is shown.
 */
import type { Sentences } from "./anchors";
import type { AnswerView } from "./answers";
import type { Span } from "./blocks";
import type { Ground, Restriction } from "./moderation/decision";

export const commentKinds = ["question", "evidence", "objection", "suggestion"] as const;
export type CommentKind = (typeof commentKinds)[number];

export function isCommentKind(word: string): word is CommentKind {
  return commentKinds.some((kind) => kind === word);
}

/** What a participant is in this discussion beyond a reader; shown as a tag beside the name. */
export type Badge = "editor" | "moderator" | "administrator" | "teacher" | "assistant";

export type Participant = {
  id: string;
  /** The handle; null: a member who deleted their account and left what they wrote. */
  name: string | null;
  /** What they wish to be called; the handle always stands beside it. */
  displayName: string | null;
  badge: Badge | null;
  /** Of which the tile is cut; absent: of the id. In a class it is the name, which somebody keeps when they move to another group, where they have another id. */
  tile?: string;
};

export type CommentView = {
  id: string;
  threadId: string;
  parentId: string | null;
  /** Levels below the thread's first comment, which has 0. */
  depth: number;
  /** Which comment of its thread it is by arrival, from 1: by which it is marked as read. */
  sequence: number;
  /** Null on a tombstone: the place is kept, name and text are gone. */
  by: Participant | null;
  kind: CommentKind | null;
  /** Markdown as written; empty on a tombstone. */
  body: string;
  /** ISO 8601, UTC. */
  at: string;
  editedAt: string | null;
  deletedAt: string | null;
  /** How and on what ground it is kept from view; null: it is not, or its author has taken it back. Absent where nothing is. */
  restricted?: { how: Restriction; ground: Ground; isAutomatic: boolean } | null;
  /** Another wording of the passage, with the one its writer saw; null: none is proposed. */
  proposal: { before: string; after: string } | null;
  /** How many direct replies there are, shown or not. */
  replies: number;
  /** Set where it may be shown without the comment it answers: the name answered, null when that one is deleted. */
  answering?: string | null;
};

/** What a thread was written about, where the revision shown says something else, or nothing, in its place. */
export type OldWords = {
  /** The revision it was written on, and its block there. */
  revision: number;
  block: number;
  /** The words then; and now, null where the passage is gone. */
  then: string;
  now: string | null;
  /** An editor said where it stands now. */
  isPlaced: boolean;
  /** The author of its first comment saw the words as they are now, and keeps it. */
  isKept: boolean;
};

export type ThreadView = {
  id: string;
  /** The block of the shown revision after which the thread stands; null: on the whole article. */
  block: number | null;
  /** Which thread of its block it is, from 1, by age: with the block's number, its note on paper. */
  ordinal: number;
  /** What an editor said to it; null: nothing yet. */
  answer: AnswerView | null;
  /** It stands first at its passage. */
  isPinned: boolean;
  /** It takes no more replies. */
  isLocked: boolean;
  /** The words it is about, when it is about less than the block. */
  quote: string | null;
  /** Where they stand in the shown revision's block, in code points; null: all of it, or they are gone. */
  span: Span | null;
  /** Which of its sentences they are, when they are whole ones. */
  sentences: Sentences | null;
  /** The first comments, parents before their replies. */
  comments: CommentView[];
  /** How many comments the thread has, shown or not. */
  total: number;
  /** Null where the passage is as it was when this was written. */
  old: OldWords | null;
};

/** Replies indent this many levels; deeper ones stay there and name whom they answer, or a phone shows a word a line. */
export const INDENTED_LEVELS = 4;

/** Deeper than this a page shows a link to the rest: a chain of thousands stays readable, and its HTML shallow. */
export const SHOWN_LEVELS = 8;

/** A comment in its place: its replies that are shown, and how many more there are. */
export type Branch = {
  comment: CommentView;
  /** The name answered, where indentation does not tell; null on a tombstone's reply or where it does. */
  answers: string | null;
  replies: Branch[];
  /** Direct replies that exist and are not here. */
  more: number;
};

/**
 * The tree under `rootId`, from rows in which every parent comes before its replies. Levels are counted from the root
 * of the view, so that a thread continued on its own page starts afresh. Rows without a shown parent stand right under the
 * root when they may (`answering`), or are left out: `more` of the nearest one shown counts them. Iterative: a chain may
 * be 10,000 deep.
 */
export function branchOf(rootId: string, rows: readonly CommentView[]): Branch | null {
  const placed = new Map<string, { branch: Branch; level: number }>();
  for (const comment of rows) {
    const branch: Branch = { comment, answers: null, replies: [], more: comment.replies };
    if (comment.id === rootId) {
      placed.set(comment.id, { branch, level: 0 });
      continue;
    }
    const parent = comment.parentId === null ? undefined : placed.get(comment.parentId);
    if (parent === undefined || parent.level >= SHOWN_LEVELS) {
      if (comment.answering !== undefined) placed.get(rootId)?.branch.replies.push({ ...branch, answers: comment.answering });
      continue;
    }
    const level = parent.level + 1;
    if (level > INDENTED_LEVELS) branch.answers = parent.branch.comment.by?.name ?? null;
    parent.branch.replies.push(branch);
    parent.branch.more -= 1;
    placed.set(comment.id, { branch, level });
  }
  return placed.get(rootId)?.branch ?? null;
}
