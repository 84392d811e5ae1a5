import type { CommentView } from "../../domain/thread";
import { Comment } from "./comment";
import { Document } from "./document";
import { Folded } from "./folded";
import { Mute } from "./mute-form";
import { ErrorAbove } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { HiddenFields } from "./hidden-fields";
import { Icon } from "./icon";
import { CommentBody } from "./comment-body";
import { itemPath } from "./moderation/queue-paths";
import { classCasePath, commentPath, composePath, editorThreadPath, editPath, heldPath, reportPath, revisionPath, threadsPath } from "./paths";
import type { Place } from "./place";
import type { Words } from "./words";

/** An earlier text of a comment; `until`: when it was replaced; `proposal`: the wording it proposed, where that was another than the next one. */
export type EarlierText = { body: string; proposal: string | null; until: string };

export type CommentActsProps = {
  place: Place;
  comment: CommentView;
  /** What this reader may do. */
  can: { reply: boolean; edit: boolean; delete: boolean; mute: boolean; answer: boolean; report: boolean; change: boolean; moderate: boolean; /** The class whose case it can be. */ moderateIn: string | null };
  thread: string;
  /** The revision and the block of its passage that were in sight when it was written; null: it is about the whole article. */
  written: { revision: number; block: number } | null;
  /** Whether this reader muted the one who wrote it. */
  muted: boolean;
  /** The newest first. */
  history: EarlierText[];
  reader: { name: string } | null;
  /** For the form that deletes. */
  hidden: Record<string, string>;
  error: FormError | null;
};

/** One comment and what can be done with it. */
export function CommentActsPage({ place, comment, thread, can, written, muted, history, reader, hidden, error }: CommentActsProps) {
  const { words } = place;
  const { by } = comment;
  const path = commentPath(comment.id);
  const title = words.t("commentActs.title");
  return (
    <Document words={words} title={formTitle(words, title, error)} path={`${path}/acts`} noindex reader={reader}>
      <div className="work narrow">
        <p className="back">
          <a href={words.to(path)}>
            <Icon name="arrow-left" />
            {words.t("commentActs.back")}
          </a>
        </p>
        <h1>{title}</h1>
        <Folded words={words} name={muted ? (by?.name ?? null) : null}>
          <div className="thread">
            <Comment place={place} comment={comment} whole reportable={can.report} />
          </div>
        </Folded>
        <p className="row">
          {can.reply && (
            <a className="button" href={words.to(composePath({ discussion: place.discussionId, parent: comment.id }))}>
              <Icon name="corner-down-right" />
              {words.t("acts.reply")}
            </a>
          )}
          {can.edit && (
            <a className="button" href={words.to(editPath(comment.id))}>
              <Icon name="pencil" />
              {words.t("acts.edit")}
            </a>
          )}
          {can.answer && (
            <a className="button" href={words.to(editorThreadPath(place.slug, thread))}>
              {words.t("answers.answer")}
            </a>
          )}
          {can.moderate && (
            <a className="button" href={`${words.to(itemPath(comment.id))}#item`}>
              {words.t("moderation.item.fromActs")}
            </a>
          )}
          {can.moderateIn !== null && (
            <a className="button" href={words.to(classCasePath(can.moderateIn, comment.id))}>
              {words.t("classes.reports.fromActs")}
            </a>
          )}
          {written !== null && written.revision < place.revision && (
            <a className="button" href={`${words.to(revisionPath(place.slug, written.revision))}#b-${written.block}`}>
              {words.t("oldWords.asItWas", { revision: written.revision })}
            </a>
          )}
          {can.change && (
            <a className="button" href={words.to(heldPath(comment.id))}>
              <Icon name="pencil" />
              {words.t("held.see")}
            </a>
          )}
          {can.report && (
            <a className="button" href={words.to(reportPath(comment.id))}>
              {words.t("report.report")}
            </a>
          )}
          {by !== null && by.name !== null && (
            <a className="button" href={words.to(threadsPath(place.slug, { by: by.id }))}>
              <span>{words.t.rich("threads.byThem", { name: () => <bdi key="name">{by.name}</bdi> })}</span>
            </a>
          )}
        </p>
        {can.mute && by !== null && by.name !== null && <Mute words={words} muted={muted} name={by.name} comment={comment.id} />}
        {can.delete && <Delete words={words} hidden={hidden} error={error} />}
        <History words={words} history={history} language={place.language} />
      </div>
    </Document>
  );
}

function Delete({ words, hidden, error }: { words: Words; hidden: Record<string, string>; error: FormError | null }) {
  return (
    <section aria-labelledby="delete">
      <h2 className="rule" id="delete">
        {words.t("commentActs.deleteTitle")}
      </h2>
      <form className="fields" method="post" action={words.to("/forms/comments.delete")}>
        <HiddenFields hidden={hidden} />
        <ErrorAbove fields={[]} error={error} />
        <p>{words.t("commentActs.deleteSays")}</p>
        <div className="row">
          <button className="button grave" type="submit">
            <Icon name="trash-2" />
            {words.t("commentActs.delete")}
          </button>
        </div>
      </form>
    </section>
  );
}

function History({ words, history, language }: { words: Words; history: EarlierText[]; language: string }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="rule" id="history">
        {words.t("commentActs.history")}
      </h2>
      <ol className="ledger">
        {history.map(({ body, proposal, until }) => (
          <li key={until}>
            <p className="facts">
              <time dateTime={until}>{words.t("commentActs.until", { day: words.minute(until) })}</time>
            </p>
            <CommentBody words={words} body={body} />
            {proposal !== null && (
              <div className="proposal">
                <p className="quiet">{words.t("commentActs.proposed")}</p>
                <p className="words" lang={language}>
                  {proposal}
                </p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
