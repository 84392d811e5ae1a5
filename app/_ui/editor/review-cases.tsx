import type { Review, ReviewCase as Case } from "../../../server/revising/queries";
import { HiddenFields } from "../hidden-fields";
import { reviewPath } from "../paths";
import type { Words } from "../words";
import { ReviewCase } from "./review-case";

/** A page of the threads of one group, those that ask the same one after the other. */
export function ReviewCases({ words, review }: { words: Words; review: Review }) {
  const { slug, version, group, cases, next, canUndo } = review;
  return (
    <section aria-labelledby="cases">
      <div className="row cases-head">
        <h2 className="rule" id="cases" tabIndex={-1}>
          {words.t(`review.groups.${group}`)}
        </h2>
        {canUndo && (
          <form method="post" action={words.to("/forms/revising.undo")} data-undo="">
            <HiddenFields hidden={{ of: slug, version: String(version) }} />
            <button className="button" type="submit">
              {words.t("review.undo")}
            </button>
          </form>
        )}
      </div>
      {cases.length === 0 && <p className="quiet">{words.t(`review.none.${group}`)}</p>}
      {cases.map((one, place) => (
        <ReviewCase key={one.thread} words={words} review={review} case={one} then={cases[place + 1]?.thread ?? ""} isFirstAlike={one.alike > 1 && !isAlike(one, cases[place - 1])} isStop={place === 0} />
      ))}
      {group === "needs-you" && cases.some((one) => !isAlike(one, cases[0])) && <WholePage words={words} review={review} />}
      {next !== null && (
        <p className="row">
          <a className="button" rel="next" href={words.to(reviewPath(slug, { group, after: next }))}>
            {words.t("review.more")}
          </a>
        </p>
      )}
    </section>
  );
}

function isAlike(one: Case, other: Case | undefined): boolean {
  return other !== undefined && one.old?.number === other.old?.number && one.now?.number === other.now?.number;
}

/** The place shown is right for all of the page, or for none. */
function WholePage({ words, review: { slug, version, group, cases } }: { words: Words; review: Review }) {
  return (
    <form className="row" method="post" action={words.to("/forms/revising.decide")}>
      <HiddenFields hidden={{ of: slug, version: String(version), threads: cases.map(({ thread }) => thread).join(" "), group }} />
      <button className="button" type="submit" name="decision" value="accepted">
        {words.t("review.acceptAll", { count: cases.length })}
      </button>
      <button className="button" type="submit" name="decision" value="detached">
        {words.t("review.detachAll", { count: cases.length })}
      </button>
    </form>
  );
}
