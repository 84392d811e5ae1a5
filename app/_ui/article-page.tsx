import type { ReactNode } from "react";
import type { ArticleHead as Head, ArticleView, Credit } from "../../domain/reading";
import { AppendixHead } from "./appendix";
import { ArticleHead } from "./article-head";
import { BlocksOfArticle } from "./blocks-of-article";
import { Document, type DocumentProps } from "./document";
import { Opening } from "./opening";
import { allPath, articlePath, commentPath, composePath, responsePath, revisionPath, revisionsPath, threadsPath } from "./paths";
import { composeBase } from "./compose-base";
import { type Place, placeOf } from "./place";
import { sheetClass } from "./sheet-class";
import { Thread } from "./thread";
import type { Words } from "./words";

/** `above`: what the work is, where a class reads it. */
type Props = { words: Words; view: ArticleView; now: Date; origin?: string; above?: ReactNode; reader?: DocumentProps["reader"] };

export function ArticlePage({ words, view, now, origin, above, reader = null }: Props) {
  const { head, blocks, wholeArticle } = view;
  const place = placeOf(words, head);
  const newest = articlePath(head);
  const path = head.readAt !== undefined || head.revision === head.newestRevision ? newest : revisionPath(head.slug, head.revision);
  return (
    <Document words={words} title={head.title} path={path} origin={origin} description={head.readAt === undefined ? head.standfirst : null} noindex={head.readAt !== undefined} reader={reader} reading>
      <div className={sheetClass(head.language)} data-compose={composeBase(place)} data-comments={head.comments}>
        <ArticleHead place={place} head={head} blocks={blocks} above={above} />
        <Tally words={words} head={head} now={now} />
        <AppendixHead words={words}>
          <Shown words={words} view={view} origin={origin} />
        </AppendixHead>
        <BlocksOfArticle place={place} blocks={blocks} language={head.language} />
        <OnRemovedPassages place={place} threads={wholeArticle.threads.filter(({ old }) => old !== null)} />
        <OnTheWhole place={place} threads={wholeArticle.threads.filter(({ old }) => old === null)} />
        <Credits words={words} credits={view.credits ?? []} />
        <End place={place} head={head} />
      </div>
    </Document>
  );
}

/** Paper cannot be unfolded: how much of the discussion is on it, and where all of it is. */
function Shown({ words, view: { head, blocks, wholeArticle }, origin = "" }: Omit<Props, "now">) {
  const shown = [...blocks, wholeArticle].flatMap(({ threads }) => threads.flatMap(({ comments }) => comments.filter(({ by }) => by !== null))).length;
  if (shown >= head.comments) return null;
  return <p>{words.t("print.shown", { shown, total: head.comments, address: origin + words.to(allPath(head)) })}</p>;
}

/** Above the square: how many speak, or that nobody does yet and how to begin. */
export function Tally({ words, head, now }: { words: Words; head: Head; now: Date }) {
  const opening = <Opening words={words} opening={head.opening} now={now} />;
  if (head.comments === 0) {
    return (
      <div className="tally empty">
        {opening}
        <p className="title">{words.t("article.empty")}</p>
        <p>{words.t("article.begin")}</p>
      </div>
    );
  }
  return (
    <div className="tally">
      {opening}
      <p>
        <a href={words.to(head.readAt === undefined ? threadsPath(head.slug) : allPath(head))}>
          <strong>{words.t("article.comments", { count: head.comments })}</strong>
        </a>{" "}
        {words.t("article.by", { count: head.participants })}
        {head.hasResponse && (
          <>
            {" · "}
            <a href={words.to(responsePath(head.slug))}>{words.t("response.heading")}</a>
          </>
        )}
      </p>
    </div>
  );
}

/** Threads whose passage is gone have no place beside the text: they stand behind it, with the words they were about. */
function OnRemovedPassages({ place, threads }: { place: Place; threads: ArticleView["wholeArticle"]["threads"] }) {
  if (threads.length === 0) return null;
  return (
    <section className="whole" aria-labelledby="removed">
      <h2 id="removed">{place.words.t("article.removed")}</h2>
      {threads.map((thread) => (
        <Thread key={thread.id} place={place} thread={thread} />
      ))}
    </section>
  );
}

function OnTheWhole({ place, threads }: { place: Place; threads: ArticleView["wholeArticle"]["threads"] }) {
  const { words } = place;
  const compose = composePath({ discussion: place.discussionId, revision: place.revision });
  return (
    <section className="whole" aria-labelledby="whole">
      <h2 id="whole">{words.t("article.whole")}</h2>
      {threads.map((thread) => (
        <Thread key={thread.id} place={place} thread={thread} />
      ))}
      <p className="add">
        <a href={words.to(compose)}>{words.t("article.commentOnWhole")}</a>
      </p>
    </section>
  );
}

/** Who worded what in this revision, at their wish by name. */
function Credits({ words, credits }: { words: Words; credits: readonly Credit[] }) {
  if (credits.length === 0) return null;
  return (
    <section className="credits" aria-labelledby="credits">
      <h2 id="credits">{words.t("proposal.credits")}</h2>
      <ul>
        {credits.map(({ block, comment, name }) => (
          <li key={comment}>
            <a href={`#b-${block}`}>¶&#8239;{block}</a>: <a href={words.to(commentPath(comment))}>{name === null ? words.t("response.aReader") : <bdi>{name}</bdi>}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function End({ place, head }: { place: Place; head: Head }) {
  const { words } = place;
  return (
    <p className="end">
      {words.t("article.end", { revision: head.revision })} {head.newestRevision > 1 && <a href={words.to(revisionsPath(head.slug))}>{words.t("revisions.link")}</a>} <a href={words.to(allPath(head))}>{words.t("article.all")}</a>
    </p>
  );
}
