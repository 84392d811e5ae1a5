import type { ReactNode } from "react";
import type { ArticleHead as Head, BlockView } from "../../domain/reading";
import { codePoints } from "../../domain/blocks";
import { articlePath, comparePath } from "./paths";
import type { Place } from "./place";
import { mostDiscussed, Score } from "./score";

/** Title, standfirst, who and when, which revision, and the score with its most discussed places in words. */
export function ArticleHead({ place, head, blocks, above }: { place: Place; head: Head; blocks: readonly BlockView[]; /** What the work is, where a class reads it. */ above?: ReactNode }) {
  const { words } = place;
  return (
    <header className="head">
      {above}
      <h1 lang={head.language}>{head.title}</h1>
      {head.standfirst !== null && (
        <p className="deck" lang={head.language}>
          {head.standfirst}
        </p>
      )}
      <Origin place={place} head={head} />
      {head.revision !== head.newestRevision && (
        <p className="older">
          {words.t("article.older", { revision: head.revision, newest: head.newestRevision })}{" "}
          <a href={words.to(articlePath(head))}>{words.t("article.readNewest")}</a>{" "}
          <a href={words.to(comparePath(head.slug, head.revision, head.newestRevision))}>{words.t("article.changedSince")}</a>
        </p>
      )}
      {blocks.length > 0 && <Overview place={place} blocks={blocks} />}
    </header>
  );
}

export function Origin({ place, head }: { place: Place; head: Head }) {
  const { words } = place;
  return (
    <p className="by">
      {head.byline !== null && (
        <span lang={head.language}>
          <bdi>{head.byline}</bdi>
        </span>
      )}
      {head.date !== null && <time dateTime={head.date}>{words.printed(head.date)}</time>}
      <span>{words.t("article.revision", { revision: head.revision })}</span>
      {head.revision > 1 && <Revised words={words} head={head} />}
      {head.source !== null && <Source words={words} source={head.source} />}
    </p>
  );
}

/** When it was made what it is, and the way to what that changed. */
function Revised({ words, head: { slug, revision, revisedAt } }: { words: Place["words"]; head: Head }) {
  return (
    <span>
      {words.t.rich("article.revised", { day: () => <time key="day" dateTime={revisedAt}>{words.day(revisedAt)}</time> })} <a href={words.to(comparePath(slug, revision - 1, revision))}>{words.t("article.whatChanged")}</a>
    </span>
  );
}

/** A source is often an address, sometimes the name of a paper. */
function Source({ words, source }: { words: Place["words"]; source: string }) {
  if (!/^https?:\/\//i.test(source)) return <span>{source}</span>;
  return (
    <a href={source} rel="noopener">
      {words.t("article.source")}
    </a>
  );
}

function Overview({ place, blocks }: { place: Place; blocks: readonly BlockView[] }) {
  const { words } = place;
  const score = blocks.map((block) => ({ number: block.number, length: codePoints(block.text), comments: block.heat.comments }));
  const most = mostDiscussed(score);
  return (
    <div className="over">
      <Score words={words} blocks={score} />
      <p>
        {most.length === 0 ? words.t("article.nothingSaid") : words.t("article.mostDiscussed")}{" "}
        {most.map((number) => (
          <a key={number} href={`#b-${number}`}>
            ¶&#8239;{number}
          </a>
        ))}
      </p>
    </div>
  );
}
