import type { Passages } from "../../../server/revising/passages";
import { Document } from "../document";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { passagesPath, reviewPath } from "../paths";
import type { Words } from "../words";
import { Pager } from "./pager";

/** `way`: back to where in the review it was asked. */
type Props = { words: Words; reader: { name: string } | null; passages: Passages; way: { group: string; after: string; then: string }; error: FormError | null };

/** The passages of a draft, to choose where a thread belongs; without scripts too. */
export function PassagesPage({ words, reader, passages, way, error }: Props) {
  const { slug, version, thread, decidedIn, said, old, query, found, language } = passages;
  const given = { thread, ...(way.group ? { group: way.group } : {}), ...(way.after ? { after: way.after } : {}), ...(way.then ? { then: way.then } : {}) };
  return (
    <Document words={words} title={formTitle(words, words.t("review.passages.title"), error)} path={passagesPath(slug, { ...given, query: query || undefined })} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <p className="back">
          <a href={`${words.to(reviewPath(slug, { group: way.group || undefined, after: way.after || undefined }))}#t-${thread}`}>
            <Icon name="arrow-left" />
            {words.t("review.title")}
          </a>
        </p>
        <h1>{words.t("review.passages.title")}</h1>
        <ErrorAbove fields={[]} error={error} />
        <blockquote className="quoted" dir="auto">
          {said}
        </blockquote>
        {old !== null && (
          <>
            <p>{words.t("review.passages.about", { number: old.number })}</p>
            <p className="was" lang={language}>
              {old.text}
            </p>
          </>
        )}
        <form className="row find" method="get" action={words.to(`/editor/${slug}/review/passages`)} role="search">
          <HiddenFields hidden={given} />
          <div className="labelled">
            <label htmlFor="query">{words.t("review.passages.find")}</label>
            <input className="field" type="search" id="query" name="query" defaultValue={query} maxLength={200} aria-describedby="query-hint" />
            <p className="hint" id="query-hint">
              {words.t("review.passages.findHint")}
            </p>
          </div>
          <button className="button" type="submit">
            {words.t("review.passages.search")}
          </button>
        </form>
        <p role="status">
          {words.t("review.passages.found", { count: found })}
          {query !== "" && (
            <>
              {" "}
              <a href={words.to(passagesPath(slug, given))}>{words.t("review.passages.all")}</a>
            </>
          )}
        </p>
        <form method="post" action={words.to("/forms/revising.decide")} aria-label={words.t("review.passages.list")}>
          <HiddenFields hidden={{ of: slug, version: String(version), threads: thread, seen: decidedIn ?? "", decision: "attached", choosing: "1", query, ...way }} />
          <ul className="passages" role="list">
            {passages.passages.map(({ number, text }) => (
              <li key={number}>
                <button type="submit" name="number" value={number}>
                  <span className="n">¶&#8239;{number}</span> <span lang={language}>{text}</span>
                </button>
                <a className="some" href={words.to(passagesPath(slug, { ...given, in: String(number) }))} aria-label={words.t("review.passages.someOf", { number })}>
                  {words.t("review.passages.some")}
                </a>
              </li>
            ))}
          </ul>
        </form>
        <Pager words={words} page={passages.page} pages={passages.pages} to={(page) => words.to(passagesPath(passages.slug, { ...given, query: passages.query || undefined, page }))} />
      </div>
    </Document>
  );
}
