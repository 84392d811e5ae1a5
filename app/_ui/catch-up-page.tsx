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

/** A comment the reader has not read. `block`: null on the whole article, or on a passage that is gone. `answers`: whom; null on a first comment, or gone. */
export type UnreadComment = { block: number | null; isRemoved: boolean; thread: string; quote: string | null; answers: string | null; comment: CommentView };

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
        {blocksOf(comments).map(({ block, isRemoved, comments: here }) => (
          <UnreadBlock key={keyOf({ block, isRemoved })} place={place} block={block} isRemoved={isRemoved} beginning={block === null ? null : (beginnings.get(block) ?? null)} language={head.language} comments={here} />
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
    <a key="title" href={words.to(articlePath(head))} lang={head.language}>
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

type On = Pick<UnreadComment, "block" | "isRemoved">;

const keyOf = ({ block, isRemoved }: On): string => (isRemoved ? "removed" : String(block ?? "whole"));

/** They come in reading order; only those on the whole article and on removed passages are mingled. */
function blocksOf(comments: readonly UnreadComment[]): (On & { comments: UnreadComment[] })[] {
  const blocks = new Map<string, On & { comments: UnreadComment[] }>();
  for (const one of comments) {
    const { block, isRemoved } = one;
    const here = blocks.get(keyOf(one)) ?? { block, isRemoved, comments: [] };
    blocks.set(keyOf(one), here);
    here.comments.push(one);
  }
  return [...blocks.values()];
}
