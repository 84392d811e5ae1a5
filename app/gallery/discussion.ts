/** An article and what is said on it, made up so that every state of a card and of a thread is there. */
import type { Block } from "../../domain/blocks";
import type { ArticleHead, ArticleView, BlockView } from "../../domain/reading";
import { commentKinds, type CommentView, type Participant, type ThreadView } from "../../domain/thread";

const ann: Participant = { id: "p-ann", name: "ann", displayName: "Ann of the Ferry", badge: null };
const editor: Participant = { id: "p-editor", name: "a_rather_long_name_of_an_editor", displayName: null, badge: "editor" };

export const head: ArticleHead = {
  id: "article",
  slug: "a-gallery",
  title: "Every state of everything",
  standfirst: "What a reader may meet, once each.",
  byline: "Nobody in particular",
  date: "2026-05-08",
  source: "https://example.org/source",
  language: "en",
  revision: 2,
  newestRevision: 3,
  revisedAt: "2026-05-08T12:00:00.000Z",
  discussionId: "discussion",
  comments: 40,
  participants: 3,
  opening: { opensAt: null, closesAt: "2026-06-30T15:00:00.000Z", timeZone: "Europe/Berlin", prompt: "Which of these would you change, and how?" },
  hasResponse: true,
};

type Wish = Partial<CommentView> & { id: string };

function comment({ id, ...more }: Wish): CommentView {
  return { id, threadId: "t", parentId: null, depth: 0, sequence: 1, by: ann, kind: null, body: "A comment of one sentence.", at: "2026-05-08T12:00:00.000Z", editedAt: null, deletedAt: null, proposal: null, replies: 0, ...more };
}

function thread(id: string, comments: CommentView[], more: Partial<ThreadView> = {}): ThreadView {
  return { id, block: 2, ordinal: 1, answer: null, isPinned: false, isLocked: false, quote: null, span: null, sentences: null, comments, total: comments.length, old: null, ...more };
}

const nobody: Participant = { id: "p-gone", name: null, displayName: null, badge: null };

export const answered = comment({ id: "answered", kind: "question", body: "Is it so?" });

const MARKDOWN = "**Strong**, *emphasis*, `code`, [a link](https://example.org).\n\n> A quotation.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |";
const chain = Array.from({ length: 7 }, (_, depth) => comment({ id: `chain-${depth}`, depth, parentId: depth === 0 ? null : `chain-${depth - 1}`, replies: depth === 6 ? 4 : 1, body: `Level ${depth}.` }));

/** One of each state; the third block has so many that the last are folded. */
const threads: ThreadView[] = [
  ...commentKinds.map((kind, at) => thread(`kind-${kind}`, [comment({ id: `kind-${kind}`, kind })], { ordinal: at + 1, block: 1 })),
  thread("words", [comment({ id: "words", by: editor, editedAt: "2026-05-09T12:00:00.000Z", body: MARKDOWN })], { quote: "some of its words", span: { start: 20, end: 37 } }),
  thread("adopted", [comment({ id: "adopted", kind: "suggestion", proposal: { before: "An item of a list.", after: "An item of a short list." } })], { ordinal: 5, isPinned: true, answer: { kind: "adopted", text: null, change: { revision: 3, block: 4 }, comment: null, at: "2026-05-10T12:00:00.000Z" } }),
  thread("not-adopted", [comment({ id: "not-adopted" })], { ordinal: 6, answer: { kind: "not-adopted", text: "It would cost more than it saves.", change: null, comment: null, at: "2026-05-10T12:00:00.000Z" } }),
  thread("overlapping", [comment({ id: "overlapping" })], { ordinal: 2, quote: "of the words", span: { start: 25, end: 37 }, old: { revision: 1, block: 2, then: "of the words", now: "of its words", isPlaced: false, isKept: true } }),
  thread("long", [comment({ id: "long", body: "A long comment, cut beside an article. ".repeat(80) })], { ordinal: 3 }),
  thread("gone", [comment({ id: "gone", by: null, body: "", deletedAt: "2026-05-09T12:00:00.000Z", replies: 1 }), comment({ id: "stays", parentId: "gone", depth: 1, by: nobody })], { ordinal: 4 }),
  thread("chain", chain, { ordinal: 1, block: 3, total: 12 }),
  ...Array.from({ length: 12 }, (_, at) => thread(`crowd-${at}`, [comment({ id: `crowd-${at}`, body: "One of a crowd. ".repeat(12) })], { ordinal: at + 2, block: 3 })),
];

export const deepThread = thread("chain", chain, { block: 3, total: 12 });

const TEXTS: Pick<Block, "kind" | "text" | "shape">[] = [
  { kind: "heading", text: "A section", shape: { level: 1 } },
  { kind: "paragraph", text: "A paragraph of which some of its words are spoken about. And a second sentence.", shape: {} },
  { kind: "paragraph", text: "A paragraph with a crowd beside it.", shape: {} },
  { kind: "list-item", text: "An item of a list.", shape: { list: { ordered: true, depth: 0, ordinal: 1 } } },
  { kind: "list-item", text: "A deeper one.", shape: { list: { ordered: false, depth: 1, ordinal: 1 } } },
  { kind: "quotation", text: "A quotation, of one sentence.", shape: {} },
  { kind: "table-row", text: "Year\tCables", shape: { row: { header: true } } },
  { kind: "table-row", text: "2026\t600", shape: { row: { header: false } } },
  { kind: "figure", text: "A chart of cables.", shape: { image: { source: "https://example.org/chart.png", alternative: "A chart" } } },
  { kind: "footnote", text: "The note, in full.", shape: { label: "1" } },
];

export const blocks: BlockView[] = TEXTS.map((block, at) => {
  const number = at + 1;
  const here = threads.filter((one) => one.block === number);
  const comments = here.reduce((sum, { total }) => sum + total, 0);
  return { ...block, marks: [], sentences: [], number, blockId: `block-${number}`, heat: { threads: here.length, comments }, threads: here };
});

export const discussed: ArticleView = { head, blocks, wholeArticle: { heat: { threads: 1, comments: 1 }, threads: [thread("whole", [comment({ id: "whole" })], { block: null }), thread("removed", [comment({ id: "removed" })], { block: null, ordinal: 2, old: { revision: 1, block: 4, then: "A passage that was taken out.", now: null, isPlaced: false, isKept: false } })] } };

export const silent: ArticleView = {
  head: { ...head, revision: 3, comments: 0, participants: 0 },
  blocks: blocks.map((block) => ({ ...block, heat: { threads: 0, comments: 0 }, threads: [] })),
  wholeArticle: { heat: { threads: 0, comments: 0 }, threads: [] },
};
