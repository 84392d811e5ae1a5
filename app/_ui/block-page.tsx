import type { BlockPageView } from "../../domain/reading";
import { BlockElement } from "./block-element";
import { Cite } from "./cite";
import { footnotesElsewhere } from "./blocks-of-article";
import { composeBase } from "./compose-base";
import { Document, type DocumentProps } from "./document";
import { blockPath, composePath, withQuery } from "./paths";
import { placeOf } from "./place";
import { Thread } from "./thread";
import { asParagraph } from "./thread-page";
import { WayBack } from "./way-back";
import type { Words } from "./words";

/** `after`: the cursor of the page shown, null on the first. */
type Props = { words: Words; view: BlockPageView; after?: string | null; origin?: string; reader?: DocumentProps["reader"] };

/** One block and its threads, a page of them at a time. */
export function BlockPage({ words, view, after = null, origin, reader = null }: Props) {
  const { head, block, next } = view;
  const place = placeOf(words, head);
  const path = blockPath(head, block.number);
  const compose = composePath({ discussion: head.discussionId, block: block.number, revision: head.revision });
  return (
    <Document words={words} title={words.t("block.title", { number: block.number, title: head.title })} path={path} origin={origin} noindex={head.readAt !== undefined || after !== null} reader={reader} reading>
      <div className="aside" data-compose={composeBase(place)}>
        <WayBack place={place} title={head.title} number={block.number} />
        <h1>{words.t("block.heading", { number: block.number })}</h1>
        <BlockElement place={place} block={asParagraph(block)} language={head.language} footnoteHref={footnotesElsewhere(place)} />
        <Cite words={words} head={head} block={block} origin={origin} />
        <p className="tally">{words.t("article.comments", { count: block.heat.comments })}</p>
        <div className="threads">
          {block.threads.map((thread) => (
            <Thread key={thread.id} place={place} thread={thread} whole />
          ))}
        </div>
        <p className="row">
          <a className="button main" href={words.to(compose)}>
            {words.t("block.comment", { number: block.number })}
          </a>
          {next !== null && (
            <a className="button" rel="next" href={withQuery(words.to(path), { after: next })}>
              {words.t("pages.moreThreads")}
            </a>
          )}
          {after !== null && <a href={words.to(path)}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}
