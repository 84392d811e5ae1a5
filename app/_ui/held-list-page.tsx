import type { OwnHeld } from "../../server/moderation/own-held";
import { Document } from "./document";
import { caughtSays } from "./moderation/caught";
import { heldPath, withQuery } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; reader: { name: string } | null; held: OwnHeld[]; /** Cursors: of the next page, and of this one. */ next: string | null; after: string | null; notice: string | null };

/** A member's own comments that nobody else has seen yet. */
export function HeldListPage({ words, reader, held, next, after, notice }: Props) {
  const title = words.t("held.title");
  return (
    <Document words={words} title={title} path={heldPath()} noindex reader={reader}>
      <div className="work">
        <h1>{title}</h1>
        {notice !== null && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        <p className="lead">{words.t("held.lead")}</p>
        {held.length === 0 && <p className="quiet">{words.t("held.none")}</p>}
        <ul className="ledger">
          {held.map((one) => (
            <li key={one.id}>
              <a href={words.to(heldPath(one.id))} dir="auto">
                {one.body}
              </a>
              <span className="facts">
                <span className="tag">{words.t(`held.tags.${one.state}`)}</span>
                {one.caught !== null && <span>{caughtSays(words, one.caught)}</span>}
                <bdi lang={one.article.language}>{one.article.title}</bdi>
                <time dateTime={one.at}>{words.day(one.at)}</time>
              </span>
            </li>
          ))}
        </ul>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={withQuery(words.to(heldPath()), { after: next })}>
              {words.t("held.more")}
            </a>
          )}
          {after !== null && <a href={words.to(heldPath())}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}
