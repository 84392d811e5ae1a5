/** The page of everything as pieces of markup, in their order. */
import type { ReactElement, ReactNode } from "react";
import type { WholePageView } from "../../domain/reading";
import type { ThreadView } from "../../domain/thread";
import { AllBlock, FlatComments, FlatThread, NotesOfBlock, NotesOnTheWhole } from "./all-page";
import { footnotesOf } from "./blocks-of-article";
import type { Place } from "./place";

/** About a hundredth of a second of work: between two pieces other requests have their turn. */
const COMMENTS_A_PIECE = 50;

type Markup = (element: ReactElement) => string;

export function* piecesOf(place: Place, { head, blocks, wholeArticle }: WholePageView, markup: Markup): Generator<string> {
  const footnoteHref = footnotesOf(blocks);
  for (const block of blocks) {
    yield markup(<AllBlock place={place} block={block} language={head.language} footnoteHref={footnoteHref} />);
    if (block.threads.length > 0) yield* around((hole) => <NotesOfBlock block={block}>{hole}</NotesOfBlock>, threadsOf(place, block.threads, markup), markup);
  }
  const { threads } = wholeArticle;
  if (threads.length > 0) yield* around((hole) => <NotesOnTheWhole words={place.words}>{hole}</NotesOnTheWhole>, threadsOf(place, threads, markup), markup);
}

function* threadsOf(place: Place, threads: readonly ThreadView[], markup: Markup): Generator<string> {
  for (const thread of threads) yield* around((hole) => <FlatThread place={place} thread={thread}>{hole}</FlatThread>, commentsOf(place, thread, markup), markup);
}

function* commentsOf(place: Place, { comments }: ThreadView, markup: Markup): Generator<string> {
  for (let at = 0; at < comments.length; at += COMMENTS_A_PIECE) yield markup(<FlatComments place={place} comments={comments.slice(at, at + COMMENTS_A_PIECE)} />);
}

/** No text can hold it: `<` in text is always written as an entity. */
const HOLE = "<li data-hole=\"\"></li>";

function* around(frame: (hole: ReactNode) => ReactElement, inside: Iterable<string>, markup: Markup): Generator<string> {
  const [before = "", after = ""] = markup(frame(<li data-hole="" />)).split(HOLE);
  yield before;
  yield* inside;
  yield after;
}
