import { ANSWER_LENGTH, type AnswerKind, answerKinds } from "../../../domain/answers";
import type { Answering, GivenAnswer } from "../../../server/answers/queries";
import { AnswerTag } from "../answer";
import { Comment } from "../comment";
import { Document } from "../document";
import { ErrorAbove, ErrorUnder, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { commentPath, editorThreadPath, revisionPath, threadPath } from "../paths";
import type { Place } from "../place";
import { Quote } from "../thread";
import type { Words } from "../words";

export type WrittenAnswer = { kind: string; text: string; revision: string; block: string; comment: string };
type Props = { words: Words; reader: { name: string } | null; thread: Answering; written: WrittenAnswer | null; error: FormError | null };

/** A thread and what its editors say to it. */
export function AnsweringPage({ words, reader, thread, written, error }: Props) {
  const { slug, language, discussionId, newest, quote, comment, block, isPinned, id } = thread;
  const place: Place = { words, slug, discussionId, language, revision: newest };
  const title = words.t("answers.answer");
  return (
    <Document words={words} title={formTitle(words, title, error)} path={editorThreadPath(slug, id)} noindex reader={reader}>
      <div className="work narrow">
        <p className="back">
          <a href={words.to(threadPath(slug, id))}>
            <Icon name="arrow-left" />
            {words.t("answers.toThread")}
          </a>
        </p>
        <h1>{title}</h1>
        <p className="facts">
          <span>{block === null ? words.t("threads.whole") : words.t("answers.onBlock", { number: block })}</span>
          {isPinned && <span>{words.t("answers.pinned")}</span>}
        </p>
        <div className="thread">
          {quote !== null && <Quote place={place} words={quote} />}
          <Comment place={place} comment={comment} whole />
        </div>
        {comment.proposal !== null && <Accept words={words} thread={thread} />}
        <Give words={words} thread={thread} written={written} error={error} />
        <Pin words={words} id={id} isPinned={isPinned} />
        <History words={words} slug={slug} given={thread.given} />
      </div>
    </Document>
  );
}

/** Of a proposed wording: one button, and what came of it. */
function Accept({ words, thread: { comment, id, proposed } }: { words: Words; thread: Answering }) {
  if (proposed?.isAccepted) return <p className="notice">{proposed.revision === null ? words.t("proposal.isAccepted") : words.t("proposal.isIn", { revision: proposed.revision })}</p>;
  return (
    <form className="notice" method="post" action={words.to("/forms/answers.accept")}>
      <HiddenFields hidden={{ comment: comment.id, thread: id }} />
      <p>{words.t("proposal.acceptSays")}</p>
      <p className="row">
        <button className="button main" type="submit">
          {words.t("proposal.accept")}
        </button>
      </p>
    </form>
  );
}

function Give({ words, thread, written, error }: Omit<Props, "reader">) {
  const { id, seen, newest, block, replies, given } = thread;
  const now = given[0];
  const value = written ?? { kind: now?.kind ?? "", text: now?.text ?? "", revision: String(now?.revision ?? newest), block: String(now?.block ?? block ?? ""), comment: now?.comment ?? "" };
  return (
    <section aria-labelledby="give">
      <h2 className="rule" id="give">
        {words.t("answers.give")}
      </h2>
      <form className="fields" method="post" action={words.to("/forms/answers.give")}>
        <HiddenFields hidden={{ thread: id, seen: String(seen) }} />
        <ErrorAbove fields={["text", "change", "comment"]} error={error} />
        <fieldset className="kinds">
          <legend>{words.t("answers.which")}</legend>
          <div className="choices">
            {answerKinds.map((kind) => (
              <Choice key={kind} words={words} kind={kind} isChosen={kind === value.kind} />
            ))}
          </div>
        </fieldset>
        <TextField name="text" label={words.t("answers.text")} hint={words.t("answers.textHint", { limit: ANSWER_LENGTH })} error={error} rows={4} dir="auto" defaultValue={value.text} />
        <fieldset className="kinds">
          <legend>{words.t("answers.changeAt")}</legend>
          <p className="inline">
            <label>
              {words.t("answers.revision")} <input className="field short" type="text" name="revision" inputMode="numeric" pattern="[0-9]*" defaultValue={value.revision} />
            </label>{" "}
            <label>
              {words.t("answers.block")} <input className="field short" type="text" name="block" inputMode="numeric" pattern="[0-9]*" defaultValue={value.block} />
            </label>
          </p>
          <ErrorUnder name="change" error={error} />
        </fieldset>
        {replies.length > 0 && (
          <div className="labelled">
            <label htmlFor="comment">{words.t("answers.reply")}</label>
            <select className="field" id="comment" name="comment" defaultValue={value.comment}>
              <option value="">{words.t("answers.noReply")}</option>
              {replies.map((reply) => (
                <option key={reply.id} value={reply.id}>
                  {reply.name}: {reply.beginning}
                </option>
              ))}
            </select>
            <ErrorUnder name="comment" error={error} />
          </div>
        )}
        <div className="row">
          <button className="button main" type="submit">
            {words.t("answers.save")}
          </button>
          {now?.kind && (
            <button className="button" type="submit" formAction={words.to("/forms/answers.takeBack")} formNoValidate>
              {words.t("answers.takeBack")}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function Choice({ words, kind, isChosen }: { words: Words; kind: AnswerKind; isChosen: boolean }) {
  return (
    <label>
      <input type="radio" name="kind" value={kind} defaultChecked={isChosen} required />
      {words.t(`answers.kinds.${kind}`)}
    </label>
  );
}

function Pin({ words, id, isPinned }: { words: Words; id: string; isPinned: boolean }) {
  return (
    <section aria-labelledby="pin">
      <h2 className="rule" id="pin">
        {words.t("answers.pinTitle")}
      </h2>
      <p>{words.t("answers.pinSays")}</p>
      <form className="row" method="post" action={words.to("/forms/answers.pin")}>
        <HiddenFields hidden={{ thread: id, pinned: isPinned ? "" : "1" }} />
        <button className="button" type="submit">
          {words.t(isPinned ? "answers.unpin" : "answers.pin")}
        </button>
      </form>
    </section>
  );
}

function History({ words, slug, given }: { words: Words; slug: string; given: readonly GivenAnswer[] }) {
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="rule" id="history">
        {words.t("answers.history")}
      </h2>
      <ol className="ledger">
        {given.map(({ number, kind, text, revision, block, comment, by, at }) => (
          <li key={number}>
            <p className="facts">
              {kind === null ? <span>{words.t("answers.takenBack")}</span> : <AnswerTag words={words} kind={kind} />}
              {revision !== null && block !== null && <a href={`${words.to(revisionPath(slug, revision))}#b-${block}`}>{words.t("answers.change", { revision, number: block })}</a>}
              {comment !== null && <a href={words.to(commentPath(comment))}>{words.t("answers.byReply")}</a>}
              {by !== null && <bdi>{by}</bdi>}
              <time dateTime={at}>{words.minute(at)}</time>
            </p>
            {text !== null && (
              <p className="says" dir="auto">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
