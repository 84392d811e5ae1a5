import type { PassageSaid, Review, ReviewCase as Case } from "../../../server/revising/queries";
import { slice } from "../../../domain/blocks";
import { HiddenFields } from "../hidden-fields";
import { commentPath } from "../paths";
import type { Words } from "../words";

type Props = { words: Words; review: Review; case: Case };

/** One thread: its words as they were and as they would be, what is said in it, and where it should go. */
export function ReviewCase({ words, review, case: one }: Props) {
  const { slug, version, language } = review;
  const { thread, old, now, nearest, group, decision } = one;
  const id = `t-${thread}`;
  return (
    <article className="case" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <header>
        <h3 id={`${id}-title`}>{old === null ? words.t("review.onArticle") : words.t("review.onBlock", { number: old.number })}</h3>
        <p className="facts">
          <span>{words.t(`review.groups.${group}`)}</span>
          {decision !== null && <span>{words.t(`review.decisions.${decision}`)}</span>}
        </p>
      </header>
      <div className="sides">
        <Side title={words.t("review.before", { number: review.number - 1 })} none={words.t("review.wasGone")} passage={old} language={language} />
        <Side title={words.t("review.after", { number: review.number })} none={words.t("review.gone")} passage={now} language={language} />
      </div>
      <blockquote className="quoted" dir="auto">
        {one.said}
      </blockquote>
      <p className="quiet">
        <a href={words.to(commentPath(one.first))}>{words.t("review.comments", { count: one.comments })}</a>
      </p>
      <form className="fields decide" method="post" action={words.to("/forms/revising.decide")}>
        <HiddenFields hidden={{ of: slug, version: String(version), threads: thread, group }} />
        <fieldset>
          <legend>{words.t("review.where")}</legend>
          <div className="choices">
            {now !== null && <Choice value="accepted" label={words.t("review.accept", { number: now.number })} isChosen={decision === "accepted"} />}
            <Choice value="detached" label={words.t("review.detach")} isChosen={decision === "detached"} />
            <Choice value="attached" label={words.t("review.attach")} isChosen={decision === "attached"} />
          </div>
        </fieldset>
        <label className="inline">
          {words.t("review.attachTo")} <input className="field short" name="number" inputMode="numeric" pattern="[0-9]*" defaultValue={nearest?.number ?? now?.number} />
        </label>
        <button className="button" type="submit" aria-describedby={`${id}-title`}>
          {words.t("review.decide")}
        </button>
      </form>
    </article>
  );
}

function Choice({ value, label, isChosen }: { value: string; label: string; isChosen: boolean }) {
  return (
    <label>
      <input type="radio" name="decision" value={value} defaultChecked={isChosen} required />
      {label}
    </label>
  );
}

function Side({ title, none, passage, language }: { title: string; none: string; passage: PassageSaid | null; language: string }) {
  return (
    <div>
      <h4>
        {title}
        {passage !== null && <span className="muted"> ¶ {passage.number}</span>}
      </h4>
      {passage === null ? (
        <p className="none">{none}</p>
      ) : (
        <p className="words" lang={language}>
          <Said passage={passage} />
        </p>
      )}
    </div>
  );
}

/** The block, its words marked where the thread is about some of them. */
function Said({ passage: { text, span } }: { passage: PassageSaid }) {
  if (span === null) return text;
  return (
    <>
      {slice(text, { start: 0, end: span.start })}
      <mark>{slice(text, span)}</mark>
      {slice(text, { start: span.end, end: Array.from(text).length })}
    </>
  );
}
