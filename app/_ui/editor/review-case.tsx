import type { Review, ReviewCase as Case } from "../../../server/revising/queries";
import { HiddenFields } from "../hidden-fields";
import { commentPath, passagesPath } from "../paths";
import type { Words } from "../words";
import { ReviewSides } from "./review-sides";

/** `then`: the thread whose turn is next; `isFirstAlike`: the one of those that ask the same where all can be decided; `isStop`: Tab comes here. */
type Props = { words: Words; review: Review; case: Case; then: string; isFirstAlike: boolean; isStop: boolean };

/** One thread: its words as they were and as they would be, what is said in it, and where it should go. */
export function ReviewCase({ words, review, case: one, then, isFirstAlike, isStop }: Props) {
  const { thread, old, group, decision } = one;
  const id = `t-${thread}`;
  return (
    <article className="case" id={id} data-case="" aria-labelledby={`${id}-title`} tabIndex={isStop ? 0 : -1}>
      <header>
        <h3 id={`${id}-title`}>{old === null ? words.t("review.onArticle") : words.t("review.onBlock", { number: old.number })}</h3>
        <p className="facts">
          <span className={`fate ${group}`}>{words.t(`review.groups.${group}`)}</span>
          {decision !== null && <span>{words.t(`review.decisions.${decision}`)}</span>}
        </p>
      </header>
      <ReviewSides words={words} review={review} case={one} />
      <div className="decide">
        <div>
          <blockquote className="quoted" dir="auto">
            {one.said}
          </blockquote>
          <p className="quiet">
            <a href={words.to(commentPath(one.first))}>{words.t("review.comments", { count: one.comments })}</a>
          </p>
        </div>
        <Decide words={words} review={review} case={one} then={then} titleId={`${id}-title`} />
      </div>
      {isFirstAlike && <Alike words={words} review={review} case={one} />}
    </article>
  );
}

function Decide({ words, review: { slug, version, number, group, after }, case: { thread, now, nearest, old, decidedIn }, then, titleId }: Omit<Props, "isFirstAlike" | "isStop"> & { titleId: string }) {
  const way = { group, after: after ?? "", then };
  const isHere = now !== null && now.number === old?.number;
  const elsewhere = passagesPath(slug, { thread, group, after: after ?? undefined, then: then || undefined });
  return (
    <form className="choices" method="post" action={words.to("/forms/revising.decide")} aria-label={words.t("review.decideWhich")} aria-describedby={titleId}>
      <HiddenFields hidden={{ of: slug, version: String(version), threads: thread, seen: decidedIn ?? "", ...(nearest ? { number: String(nearest.number) } : {}), ...way }} />
      {now !== null && (
        <button className="button" type="submit" name="decision" value="accepted" data-act="accept">
          {words.t(isHere ? "review.accept" : "review.acceptMoved", { number: now.number })}
        </button>
      )}
      {now === null && nearest !== null && (
        <button className="button" type="submit" name="decision" value="attached" data-act="accept">
          {words.t("review.nearest", { number: nearest.number })}
        </button>
      )}
      <a className="button" href={words.to(elsewhere)} data-act="attach">
        {words.t("review.attach")}
      </a>
      <button className="button" type="submit" name="decision" value="detached" data-act="detach">
        {words.t("review.detach", { number: number - 1 })}
      </button>
    </form>
  );
}

/** For all that ask the same, on other pages of the review too. */
function Alike({ words, review: { slug, version, group, after }, case: { thread, alike, old } }: Pick<Props, "words" | "review" | "case">) {
  return (
    <form className="row alike" method="post" action={words.to("/forms/revising.decide")}>
      <HiddenFields hidden={{ of: slug, version: String(version), alike: thread, group, after: after ?? "" }} />
      <p>{words.t("review.alike", { count: alike, number: old?.number ?? 0 })}</p>
      <button className="button" type="submit" name="decision" value="accepted">
        {words.t("review.acceptAlike", { count: alike })}
      </button>
      <button className="button" type="submit" name="decision" value="detached">
        {words.t("review.detachAlike", { count: alike })}
      </button>
    </form>
  );
}
