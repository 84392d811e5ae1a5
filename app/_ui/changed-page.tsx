import type { ChangedComment } from "../../server/revisions/own";
import { Document } from "./document";
import { HiddenFields } from "./hidden-fields";
import { Icon } from "./icon";
import { articlePath, changedPath, commentPath, comparePath, editPath, FROM_CHANGED, revisionPath, withQuery } from "./paths";
import { WordDiff } from "./word-diff";
import type { Words } from "./words";

type Props = {
  words: Words;
  reader: { name: string };
  comments: ChangedComment[];
  /** Cursors: of the next page, and of this one (null on the first). */
  next: string | null;
  after: string | null;
  /** What was just done about one of them. */
  done: "kept" | "edited" | "withdrawn" | null;
};

/** A member's comments whose passage says something else since, or is gone: what stood there, what stands there, and what they want to do. */
export function ChangedPage({ words, reader, comments, next, after, done }: Props) {
  return (
    <Document words={words} title={words.t("changed.title")} path={changedPath({ after })} noindex reader={reader}>
      <div className="work">
        <p className="back">
          <a href={words.to("/me")}>
            <Icon name="arrow-left" />
            {words.t("me.title")}
          </a>
        </p>
        <h1>{words.t("changed.title")}</h1>
        <p className="lead">{words.t("changed.lead")}</p>
        {done !== null && (
          <p className="notice" role="status">
            {words.t(`changed.${done}`)}
          </p>
        )}
        {comments.length === 0 && <p className="quiet">{words.t("changed.none")}</p>}
        {comments.map((comment) => (
          <Changed key={comment.id} words={words} comment={comment} />
        ))}
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(changedPath({ after: next }))}>
              {words.t("changed.more")}
            </a>
          )}
          {after !== null && <a href={words.to(changedPath())}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function Changed({ words, comment }: { words: Words; comment: ChangedComment }) {
  const { id, said, article, old, number } = comment;
  const { slug, title, language, revision } = article;
  const heading = `on-${id}`;
  return (
    <article className="case" aria-labelledby={heading}>
      <header>
        <h2 id={heading} lang={language}>
          <bdi>{title}</bdi>
        </h2>
        <p className="facts">
          <time dateTime={comment.at}>{words.day(comment.at)}</time>
          <span>
            <a href={words.to(commentPath(id))}>{words.t("changed.inPlace")}</a>
          </span>
          <span>
            <a href={words.to(comparePath(slug, old.revision, revision))}>{words.t("oldWords.whatChanged")}</a>
          </span>
        </p>
      </header>
      <div className="sides">
        <div>
          <h3>
            <a href={`${words.to(revisionPath(slug, old.revision))}#b-${old.block}`}>{words.t("changed.then", { revision: old.revision, number: old.block })}</a>
          </h3>
          <p className="words" lang={language}>
            {old.now === null ? old.then : <WordDiff words={words} before={old.then} after={old.now} language={language} side="before" />}
          </p>
        </div>
        <div>
          <h3>{number === null ? words.t("changed.nowGone", { revision }) : <a href={`${words.to(articlePath(slug))}#b-${number}`}>{words.t("changed.now", { revision, number })}</a>}</h3>
          {old.now === null ? (
            <p className="none">{words.t("changed.gone")}</p>
          ) : (
            <p className="words" lang={language}>
              <WordDiff words={words} before={old.then} after={old.now} language={language} side="after" />
            </p>
          )}
        </div>
      </div>
      <blockquote className="quoted" dir="auto">
        {said}
      </blockquote>
      <form className="row" method="post" action={words.to("/forms/revisions.keep")}>
        <HiddenFields hidden={{ comment: id, revision: String(revision) }} />
        <button className="button main" type="submit" aria-describedby={heading}>
          {words.t("changed.keep")}
        </button>
        <a className="button" href={words.to(editPath(id, FROM_CHANGED))} aria-describedby={heading}>
          {words.t("changed.edit")}
        </a>
        <a className="button" href={words.to(`${withQuery(`${commentPath(id)}/acts`, { from: FROM_CHANGED })}#delete`)} aria-describedby={heading}>
          {words.t("changed.withdraw")}
        </a>
      </form>
    </article>
  );
}
