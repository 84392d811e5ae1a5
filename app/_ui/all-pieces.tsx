/** The page of everything as pieces of markup, in their order. Lists are taken apart, for each piece stands alone; tables cannot be. */
import type { ReactElement, ReactNode } from "react";
import type { BlockView, WholePageView } from "../../domain/reading";
import type { ThreadView } from "../../domain/thread";
import { FlatComments, FlatThread, NotesOfBlock, NotesOnTheWhole } from "./all-page";
import { BlockElement } from "./block-element";
import { groupsOf } from "./block-groups";
import { footnotesOf } from "./blocks-of-article";
import type { Place } from "./place";
import { TableAlone } from "./table";

/** About a hundredth of a second of work: between two pieces other requests have their turn. */
const COMMENTS_A_PIECE = 50;

type Markup = (element: ReactElement) => string;

export function* piecesOf(place: Place, { head, blocks, wholeArticle }: WholePageView, markup: Markup): Generator<string> {
  const shared = { place, language: head.language, footnoteHref: footnotesOf(blocks) };
  for (const group of groupsOf(blocks)) {
    if (group.kind === "table") {
      yield markup(<TableAlone {...shared} blocks={group.blocks} />);
      for (const row of group.blocks) yield* notesOf(place, row, markup);
      continue;
    }
    for (const block of group.kind === "single" ? [group.block] : group.blocks) {
      yield markup(<BlockElement {...shared} block={block} />);
      yield* notesOf(place, block, markup);
    }
  }
  const { threads } = wholeArticle;
  if (threads.length > 0) yield* around((hole) => <NotesOnTheWhole words={place.words}>{hole}</NotesOnTheWhole>, threadsOf(place, threads, markup), markup);
}

function* notesOf(place: Place, block: BlockView, markup: Markup): Generator<string> {
  if (block.threads.length > 0) yield* around((hole) => <NotesOfBlock block={block}>{hole}</NotesOfBlock>, threadsOf(place, block.threads, markup), markup);
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
