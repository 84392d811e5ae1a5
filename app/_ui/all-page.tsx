/**
 * Everything about an article, for print and archives, a page of two thousand comments at a time. It is made and sent in
 * pieces: the head, then each block with its threads, then the end. No piece is long enough to hold up other requests.
 */
import type { ReactNode } from "react";
import { noteNumber } from "../../domain/notes";
import type { BlockView, WholePageView } from "../../domain/reading";
import { type CommentView, INDENTED_LEVELS, type ThreadView } from "../../domain/thread";
import { Answer } from "./answer";
import { AppendixHead, passageSaid } from "./appendix";
import { ArticleHead } from "./article-head";
import { Tally } from "./article-page";
import { Document, type DocumentProps } from "./document";
import { allPath, articlePath, withQuery } from "./paths";
import { OldWords } from "./old-words";
import { PlainComment } from "./plain-comment";
import { type Place, placeOf } from "./place";
import { sheetClass } from "./sheet-class";
import { Slot } from "./slot";
import { Quote, threadLabel } from "./thread";
import type { Words } from "./words";

type PageProps = { words: Words; view: WholePageView; after: string | null; now: Date; origin?: string; reader?: DocumentProps["reader"] };

/** The page with a slot where the pieces go. `after`: the cursor of the page shown. */
export function AllPage({ words, view: { head, blocks, from, next }, after, now, origin, reader = null }: PageProps) {
  const path = allPath(head);
  return (
    <Document words={words} title={words.t("all.title", { title: head.title })} path={withQuery(path, { after: after ?? undefined })} origin={origin} noindex reader={reader} reading plain>
      <div className={sheetClass(head.language, "flat")}>
        <ArticleHead place={placeOf(words, head)} head={head} blocks={from === null && next === null ? blocks : []} />
        <Tally words={words} head={head} now={now} />
        {(from !== null || next !== null) && <p className="part">{partSaid(words, blocks)}</p>}
        <AppendixHead words={words} />
        <Slot />
        <p className="end row">
          {next !== null && (
            <a className="button" rel="next" href={withQuery(words.to(path), { after: next })}>
              {words.t("all.next")}
            </a>
          )}
          {from !== null && <a href={words.to(path)}>{words.t("pages.first")}</a>}
          <a href={words.to(articlePath(head))}>{words.t("all.back")}</a>
        </p>
      </div>
    </Document>
  );
}

function partSaid(words: Words, blocks: readonly BlockView[]): string {
  const [first, last] = [blocks[0]?.number, blocks.at(-1)?.number];
  if (first === undefined || last === undefined) return words.t("all.whole");
  return first === last ? words.t("all.block", { first }) : words.t("all.blocks", { first, last });
}

/** Around the threads of a block. */
export function NotesOfBlock({ block, children }: { block: BlockView; children: ReactNode }) {
  return (
    <div className="notes" data-passage={passageSaid(block)}>
      {children}
    </div>
  );
}

/** Around the threads on the whole article. */
export function NotesOnTheWhole({ words, children }: { words: Words; children: ReactNode }) {
  return (
    <section className="whole" aria-labelledby="whole">
      <h2 id="whole">{words.t("article.whole")}</h2>
      <div className="notes">{children}</div>
    </section>
  );
}

/** Around the comments of a thread. */
export function FlatThread({ place, thread, children }: { place: Place; thread: ThreadView; children: ReactNode }) {
  return (
    <section className="thread" id={`t-${thread.id}`} data-note={noteNumber(thread.block, thread.ordinal)} aria-label={threadLabel(place, thread)}>
      {thread.quote !== null && <Quote place={place} words={thread.quote} />}
      {thread.old !== null && <OldWords place={place} old={thread.old} isQuoted={thread.quote !== null} short={thread.old.now !== null} />}
      <ol className="flat-replies">{children}</ol>
      {thread.answer !== null && <Answer place={place} answer={thread.answer} />}
    </section>
  );
}

/** Some of a thread's comments. */
export function FlatComments({ place, comments }: { place: Place; comments: readonly CommentView[] }) {
  return comments.map((comment) => (
    <li key={comment.id} className={comment.depth > 0 ? `level-${Math.min(comment.depth, INDENTED_LEVELS)}` : undefined}>
      <PlainComment place={place} comment={comment} />
    </li>
  ));
}
