import type { ListedRevision } from "../../server/revisions/list";
import type { ArticleHead } from "../../domain/reading";
import { CompareForm, type CompareWish } from "./compare-form";
import { Document } from "./document";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { comparePath, revisionPath, revisionsPath } from "./paths";
import { placeOf } from "./place";
import { WayBack } from "./way-back";
import type { Words } from "./words";

type Props = {
  words: Words;
  view: { head: ArticleHead; revisions: ListedRevision[]; next: string | null };
  /** The cursor of the page shown, null on the first. */
  after: string | null;
  origin?: string;
  /** What was asked to be compared, and why it cannot be. */
  wish?: CompareWish;
  error?: FormError | null;
};

/** Every revision of an article: when, by whom, why, and what it did to the discussion. */
export function RevisionsPage({ words, view, after, origin, wish, error = null }: Props) {
  const { head, revisions, next } = view;
  return (
    <Document words={words} title={formTitle(words, words.t("revisions.title", { title: head.title }), error)} path={revisionsPath(head.slug, { after })} origin={origin} noindex={after !== null || error !== null}>
      <div className="work narrow">
        <WayBack place={placeOf(words, head)} title={head.title} number={null} whole={false} />
        <h1>{words.t("revisions.heading")}</h1>
        <ol className="listed-threads" role="list">
          {revisions.map((one) => (
            <li key={one.number}>
              <Listed words={words} slug={head.slug} revision={one} isNewest={one.number === head.newestRevision} />
            </li>
          ))}
        </ol>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(revisionsPath(head.slug, { after: next }))}>
              {words.t("revisions.more")}
            </a>
          )}
          {after !== null && <a href={words.to(revisionsPath(head.slug))}>{words.t("pages.first")}</a>}
        </p>
        {head.newestRevision > 1 && <CompareForm words={words} slug={head.slug} wish={wish ?? { from: String(head.newestRevision - 1), to: String(head.newestRevision) }} error={error} />}
      </div>
    </Document>
  );
}

function Listed({ words, slug, revision, isNewest }: { words: Words; slug: string; revision: ListedRevision; isNewest: boolean }) {
  const { number, at, by, why, carried } = revision;
  return (
    <>
      <h2 className="begins">
        <a href={words.to(revisionPath(slug, number))}>{words.t("article.revision", { revision: number })}</a>
      </h2>
      <p className="facts">
        <time dateTime={at}>{words.day(at)}</time>
        {by !== null && <span>{words.t.rich("revisions.by", { name: () => <bdi key="name">{by}</bdi> })}</span>}
        {isNewest && <span>{words.t("revisions.newest")}</span>}
      </p>
      {why !== null && (
        <p className="why" dir="auto">
          {why}
        </p>
      )}
      {carried !== null && <p className="quiet">{carriedSaid(words, carried)}</p>}
      {number > 1 && (
        <p className="facts">
          <a href={words.to(comparePath(slug, number - 1, number))}>{words.t("revisions.whatChanged", { number: number - 1 })}</a>
        </p>
      )}
    </>
  );
}

/** What became of the threads there were: only what happened is said. */
function carriedSaid(words: Words, carried: NonNullable<ListedRevision["carried"]>): string {
  const all = carried.exact + carried.changed + carried.moved + carried.removed;
  if (all === 0) return words.t("revisions.nothingSaid");
  const parts = (["exact", "changed", "moved", "removed"] as const).filter((one) => carried[one] > 0).map((one) => words.t(`revisions.carried.${one}`, { count: carried[one] }));
  const decided = carried.decided ? words.t("revisions.carried.decided", { count: carried.decided }) : "";
  return words.t("revisions.carriedOver", { all, parts: parts.join(words.t("revisions.comma")) }) + decided;
}
