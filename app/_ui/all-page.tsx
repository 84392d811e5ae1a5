/**
 * Everything about an article on one page, for print and archives. It is made and sent in pieces: the head, then each
 * block with its threads, then the end; see `renderAround`. No piece is long enough to hold up other requests.
 */
import type { ReactElement } from "react";
import type { ArticleHead as Head, BlockView } from "../../domain/reading";
import type { ThreadView } from "../../domain/thread";
import { ArticleHead } from "./article-head";
import { Tally } from "./article-page";
import { BlockElement } from "./block-element";
import type { FootnoteHref } from "./blocks-of-article";
import { Comment } from "./comment";
import { Document } from "./document";
import { articlePath } from "./paths";
import { type Place, placeOf } from "./place";
import { sheetClass } from "./sheet-class";
import { Slot } from "./slot";
import { Quote, threadLabel } from "./thread";
import { asParagraph } from "./thread-page";
import type { FlatComment } from "./whole-thread";
import type { Words } from "./words";

/** About a hundredth of a second of work: between two pieces other requests have their turn. */
export const COMMENTS_A_PIECE = 50;

/** The page with a slot where the pieces go. */
export function AllPage({ words, head, blocks, origin }: { words: Words; head: Head; blocks: readonly BlockView[]; origin?: string }) {
  const place = placeOf(words, head);
  const title = words.t("all.title", { title: head.title });
  return (
    <Document words={words} title={title} path={`${articlePath(head.slug)}/all`} origin={origin} noindex reading>
      <div className={sheetClass(head.language, "flat")}>
        <ArticleHead place={place} head={head} blocks={blocks} />
        <Tally words={words} head={head} />
        <Slot />
        <p className="end">
          <a href={words.to(articlePath(head.slug))}>{words.t("all.back")}</a>
        </p>
      </div>
    </Document>
  );
}

/** A block; lists and tables are taken apart, for each piece stands alone. */
export function AllBlock({ place, block, language, footnoteHref }: { place: Place; block: BlockView; language: string; footnoteHref: FootnoteHref }) {
  const shown = block.kind === "heading" ? block : asParagraph(block);
  return <BlockElement place={place} block={shown} language={language} footnoteHref={footnoteHref} />;
}

/** Before the threads on the whole article. */
export function AllOnTheWhole({ words }: { words: Words }) {
  return <h2 className="block heading">{words.t("article.whole")}</h2>;
}

/** Some of a thread's comments. */
export function AllComments({ place, comments }: { place: Place; comments: readonly FlatComment[] }) {
  return comments.map(({ comment, level, answers }) => (
    <li key={comment.id} className={`level-${level}`}>
      <Comment place={place} comment={comment} answers={answers} whole />
    </li>
  ));
}

type Whole = Pick<ThreadView, "id" | "block" | "quote" | "total"> & { comments: readonly FlatComment[] };

/** A whole thread in pieces of markup. */
export function* threadInPieces(place: Place, thread: Whole, markup: (element: ReactElement) => string): Generator<string> {
  const [before = "", after = ""] = markup(<Frame place={place} thread={thread} />).split(HOLE);
  yield before;
  for (let at = 0; at < thread.comments.length; at += COMMENTS_A_PIECE) {
    yield markup(<AllComments place={place} comments={thread.comments.slice(at, at + COMMENTS_A_PIECE)} />);
  }
  yield after;
}

const HOLE = "<li data-slot=\"\"></li>";

function Frame({ place, thread }: { place: Place; thread: Whole }) {
  return (
    <section className="thread" id={`t-${thread.id}`} data-thread-id={thread.id} aria-label={threadLabel(place, thread)}>
      {thread.quote !== null && <Quote place={place} words={thread.quote} />}
      <ol className="flat-replies">
        <li data-slot="" />
      </ol>
    </section>
  );
}
