import type { ArticleHead } from "../../domain/reading";
import type { CommentView } from "../../domain/thread";
import { composeBase } from "./compose-base";
import { Document } from "./document";
import { HiddenFields } from "./hidden-fields";
import { articlePath, newPath } from "./paths";
import { placeOf } from "./place";
import { UnreadBlock } from "./unread-block";
import { WayBack } from "./way-back";
import type { Words } from "./words";

/** A comment the reader has not read. `block`: null on the whole article. `answers`: whom; null on a first comment, or gone. */
export type UnreadComment = { block: number | null; thread: string; quote: string | null; answers: string | null; comment: CommentView };

type Props = {
  words: Words;
  reader: { name: string };
  head: ArticleHead;
  /** In reading order; `passages`: how their blocks begin; `until`: when it was looked up. */
  unread: { comments: UnreadComment[]; passages: { number: number; beginning: string }[]; total: number; until: string; next: string | null };
  /** The cursor of the page shown; null on the first. */
  after: string | null;
  /** All was marked as read just now. */
  isMarked: boolean;
};

/** What is new to one reader, along the text. */
export function CatchUpPage({ words, reader, head, unread, after, isMarked }: Props) {
  const { comments, passages, total, next } = unread;
  const place = placeOf(words, head);
  const beginnings = new Map(passages.map(({ number, beginning }) => [number, beginning]));
  return (
    <Document words={words} title={words.t("catchUp.title", { title: head.title })} path={newPath(head.slug)} noindex reader={reader}>
      <div className="work narrow catch-up" data-compose={composeBase(place)}>
        <WayBack place={place} title={head.title} number={null} whole={false} />
        <h1>{words.t("catchUp.heading")}</h1>
        {isMarked && (
          <p className="notice" role="status">
            {words.t("catchUp.marked")}
          </p>
        )}
        {total === 0 ? <Nothing words={words} head={head} /> : <Lead words={words} head={head} total={total} until={unread.until} />}
        {total > 0 && comments.length === 0 && <p className="quiet">{words.t("catchUp.noneHere")}</p>}
        {blocksOf(comments).map(({ block, comments: here }) => (
          <UnreadBlock key={block ?? 0} place={place} block={block} beginning={block === null ? null : (beginnings.get(block) ?? null)} language={head.language} comments={here} />
        ))}
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(newPath(head.slug, { after: next }))}>
              {words.t("catchUp.more")}
            </a>
          )}
          {after !== null && <a href={words.to(newPath(head.slug))}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function titleOf(words: Words, head: ArticleHead) {
  return () => (
    <a key="title" href={words.to(articlePath(head.slug))} lang={head.language}>
      <bdi>{head.title}</bdi>
    </a>
  );
}

function Lead({ words, head, total, until }: { words: Words; head: ArticleHead; total: number; until: string }) {
  return (
    <>
      <p className="lead">{words.t.rich("catchUp.lead", { count: total, title: titleOf(words, head) })}</p>
      <form className="row" method="post" action={words.to("/forms/reading.markAll")}>
        <HiddenFields hidden={{ discussion: head.discussionId, slug: head.slug, until }} />
        <button className="button" type="submit">
          {words.t("catchUp.markAll")}
        </button>
      </form>
    </>
  );
}

function Nothing({ words, head }: { words: Words; head: ArticleHead }) {
  return (
    <div className="empty">
      <h2>{words.t("catchUp.none")}</h2>
      <p>{words.t.rich("catchUp.noneSays", { title: titleOf(words, head) })}</p>
    </div>
  );
}

/** They come in reading order, so that those of one block stand together. */
function blocksOf(comments: readonly UnreadComment[]): { block: number | null; comments: UnreadComment[] }[] {
  const blocks: { block: number | null; comments: UnreadComment[] }[] = [];
  for (const one of comments) {
    const last = blocks.at(-1);
    if (last && last.block === one.block) last.comments.push(one);
    else blocks.push({ block: one.block, comments: [one] });
  }
  return blocks;
}
