import { type CarryGroup, carryGroups } from "../../../domain/carry-over";
import type { Review } from "../../../server/revising/queries";
import { Document } from "../document";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { editorPath, reviewPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ReviewCase } from "./review-case";

export type ReviewPageProps = { words: Words; reader: { name: string } | null; review: Review; error: FormError | null };

/** What a draft does to the discussion: how many threads stay, and each of the others with its old and new words. */
export function ReviewPage({ words, reader, review, error }: ReviewPageProps) {
  const { slug, title, language, number, version, isCurrent, counts, group, cases, next } = review;
  const all = carryGroups.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Document words={words} title={formTitle(words, words.t("review.title"), error)} path={reviewPath(slug, { group })} noindex reader={reader} script="editor.js">
      <div className="work editor">
        <p className="back">
          <a href={words.to(editorPath(slug))}>
            <Icon name="arrow-left" />
            {words.t.rich("review.draftOf", { number, title: () => <bdi key="title" lang={language}>{title}</bdi> })}
          </a>
        </p>
        <h1>{words.t("review.title")}</h1>
        <p className="lead">{isCurrent ? words.t("review.lead", { all, exact: counts.exact, asked: counts["needs-you"] }) : words.t("review.outOfDate")}</p>
        <ErrorAbove fields={["why"]} error={error} />
        {isCurrent ? <Counts words={words} slug={slug} counts={counts} group={group} /> : <Compute words={words} slug={slug} version={version} />}
        {isCurrent && (
          <section aria-labelledby="cases">
            <h2 className="rule" id="cases">
              {words.t(`review.groups.${group}`)}
            </h2>
            {cases.length === 0 && <p className="quiet">{words.t(`review.none.${group}`)}</p>}
            {cases.map((one) => (
              <ReviewCase key={one.thread} words={words} review={review} case={one} />
            ))}
            {group === "needs-you" && cases.length > 1 && <AllAlike words={words} review={review} />}
            {next !== null && (
              <p className="row">
                <a className="button" rel="next" href={withQuery(words.to(reviewPath(slug, { group })), { after: next })}>
                  {words.t("review.more")}
                </a>
              </p>
            )}
          </section>
        )}
        {isCurrent && <Publish words={words} review={review} error={error} />}
      </div>
    </Document>
  );
}

function Counts({ words, slug, counts, group }: { words: Words; slug: string; counts: Review["counts"]; group: CarryGroup }) {
  return (
    <ul className="sum" role="list">
      {carryGroups.map((one) => (
        <li key={one} className={one}>
          <a href={words.to(reviewPath(slug, { group: one }))} aria-current={one === group ? "true" : undefined}>
            <span className="what">{words.t(`review.groups.${one}`)}</span>
            <strong>{words.number(counts[one])}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Compute({ words, slug, version }: { words: Words; slug: string; version: number }) {
  return (
    <form className="row" method="post" action={words.to("/forms/revising.makeReview")}>
      <HiddenFields hidden={{ of: slug, version: String(version) }} />
      <button className="button main" type="submit">
        {words.t("review.compute")}
      </button>
    </form>
  );
}

/** For those of one page that are alike: the likely place is right for all, or gone for all. */
function AllAlike({ words, review: { slug, version, cases } }: { words: Words; review: Review }) {
  return (
    <form className="row" method="post" action={words.to("/forms/revising.decide")}>
      <HiddenFields hidden={{ of: slug, version: String(version), threads: cases.map(({ thread }) => thread).join(" ") }} />
      <button className="button" type="submit" name="decision" value="accepted">
        {words.t("review.acceptAll", { count: cases.length })}
      </button>
      <button className="button" type="submit" name="decision" value="detached">
        {words.t("review.detachAll", { count: cases.length })}
      </button>
    </form>
  );
}

function Publish({ words, review: { slug, version, number, counts }, error }: { words: Words; review: Review; error: FormError | null }) {
  const asked = counts["needs-you"];
  return (
    <form className="fields publish" method="post" action={words.to("/forms/revising.publish")}>
      <HiddenFields hidden={{ of: slug, version: String(version) }} />
      <TextField name="why" label={words.t("review.why")} hint={words.t("review.whyHint")} error={error} rows={2} dir="auto" />
      <div className="pub">
        <p>{asked > 0 ? words.t("review.stillAsked", { count: asked }) : words.t("review.allDecided")}</p>
        <button className="button main" type="submit">
          {words.t("review.publish", { number })}
        </button>
      </div>
    </form>
  );
}
