import { type CarryGroup, carryGroups } from "../../../domain/carry-over";
import { carryingRefused } from "../../../server/refusals";
import type { Review } from "../../../server/revising/queries";
import { Document } from "../document";
import { ErrorAbove, ErrorLine } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { editorPath, reviewPath } from "../paths";
import type { Words } from "../words";
import { CarryingProgress } from "./carrying-progress";
import { ReviewCases } from "./review-cases";
import { ReviewKeys } from "./review-keys";
import { ReviewPublish } from "./review-publish";

export type ReviewPageProps = { words: Words; reader: { name: string } | null; review: Review; /** What was written and not taken. */ written?: { why: string }; error: FormError | null };

/** Without a script the page is asked for again so often: no sooner than somebody could read it. */
const REFRESH_SECONDS = 2;

/** What a draft does to the discussion: how many threads stay, and each of the others with its old and new words. */
export function ReviewPage({ words, reader, review, written = { why: review.why }, error }: ReviewPageProps) {
  const { slug, title, language, number, carrying } = review;
  const isRunning = carrying?.isRunning === true;
  return (
    <Document words={words} title={formTitle(words, words.t("review.title"), error)} path={reviewPath(slug, { group: review.group })} noindex reader={reader} script="editor.js" refresh={isRunning ? REFRESH_SECONDS : undefined}>
      <div className="work editor" data-review={review.version}>
        <p className="back">
          <a href={words.to(editorPath(slug))}>
            <Icon name="arrow-left" />
            {words.t.rich("review.draftOf", { number, title: () => <bdi key="title" lang={language}>{title}</bdi> })}
          </a>
        </p>
        <h1>{words.t("review.title")}</h1>
        {isRunning ? <CarryingProgress words={words} carrying={carrying} /> : <Reviewed words={words} review={review} written={written} error={error} />}
      </div>
    </Document>
  );
}

function Reviewed({ words, review, written, error }: { words: Words; review: Review; written: { why: string }; error: FormError | null }) {
  const { slug, version, isCurrent, counts, group, carrying, isAnother, number } = review;
  const all = carryGroups.reduce((sum, one) => sum + counts[one], 0);
  // What was refused about an earlier version says nothing of this one.
  const refusal = error === null && carrying?.refusal && carrying.version === version ? carryingRefused(carrying.refusal).details : null;
  return (
    <>
      <p className="lead">{isCurrent ? words.t("review.lead", { all, asked: counts["needs-you"], exact: counts.exact, moved: counts.moved, changed: counts.changed, removed: counts.removed }) : words.t("review.outOfDate")}</p>
      <ErrorAbove fields={["why", "agreed"]} error={error} />
      {refusal && <ErrorLine id="carrying-error" message={words.t(`refusals.${refusal.reason}`, refusal.values)} />}
      {isCurrent && isAnother && <p className="notice">{words.t("review.another", { number: number - 1 })}</p>}
      {isCurrent ? (
        <>
          <Counts words={words} slug={slug} counts={counts} group={group} />
          <ReviewCases words={words} review={review} />
          <ReviewPublish words={words} review={review} written={written} error={error} keys={<ReviewKeys words={words} />} />
        </>
      ) : (
        <form className="row" method="post" action={words.to("/forms/revising.makeReview")}>
          <HiddenFields hidden={{ of: slug, version: String(version) }} />
          <button className="button main" type="submit">
            {words.t("review.compute")}
          </button>
        </form>
      )}
    </>
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
