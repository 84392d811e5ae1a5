import type { EditedDiscussion } from "../../../server/discussions/queries";
import { PROMPT_LENGTH, timeZones } from "../../../domain/opening";
import { AnswerTag } from "../answer";
import { Document } from "../document";
import { ErrorAbove, ErrorUnder, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { openingSaid } from "../opening";
import { articlePath, editorDiscussionPath, editorPath, responsePath, threadsPath } from "../paths";
import type { Words } from "../words";

export type WrittenDiscussion = { opensAt: string; closesAt: string; timeZone: string; prompt: string; mode: "after" | "before" | null };
type Props = { words: Words; reader: { name: string } | null; discussion: EditedDiscussion; written: WrittenDiscussion | null; error: FormError | null; notice: string | null; now: Date };

/** When a discussion is open, what it asks, how its threads are answered, and the response to them. */
export function DiscussionPage({ words, reader, discussion, written, error, notice, now }: Props) {
  const { slug, title, language, opening, answers } = discussion;
  const heading = words.t("discussion.title");
  const said = openingSaid(words, opening, now);
  return (
    <Document words={words} title={formTitle(words, heading, error)} path={editorDiscussionPath(slug)} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <p className="back">
          <a href={words.to(`${editorPath(slug)}?about=1`)}>
            <Icon name="arrow-left" />
            <bdi lang={language}>{title}</bdi>
          </a>
        </p>
        <h1>{heading}</h1>
        {notice !== null && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        <p className="facts">
          <span>{said ?? words.t("discussion.always")}</span>
          <span>
            <a href={words.to(articlePath(slug))}>{words.t("editor.public.read")}</a>
          </span>
        </p>
        <Settings words={words} discussion={discussion} written={written} error={error} />
        <Answers words={words} slug={slug} answers={answers} />
        <Response words={words} discussion={discussion} />
      </div>
    </Document>
  );
}

function Settings({ words, discussion: { slug, version, opening, local, mode }, written, error }: Pick<Props, "words" | "discussion" | "written" | "error">) {
  const value = written ?? { ...local, timeZone: opening.timeZone, prompt: opening.prompt ?? "", mode };
  return (
    <form className="fields" method="post" action={words.to("/forms/discussions.change")}>
      <HiddenFields hidden={{ of: slug, version: String(version) }} />
      <ErrorAbove fields={["opensAt", "closesAt", "timeZone", "prompt"]} error={error} />
      <TextField name="prompt" label={words.t("discussion.prompt")} hint={words.t("discussion.promptHint", { limit: PROMPT_LENGTH })} error={error} rows={3} dir="auto" defaultValue={value.prompt} />
      <Field name="opensAt" type="datetime-local" label={words.t("discussion.opensAt")} hint={words.t("discussion.opensHint")} error={error} defaultValue={value.opensAt} />
      <Field name="closesAt" type="datetime-local" label={words.t("discussion.closesAt")} hint={words.t("discussion.closesHint")} error={error} defaultValue={value.closesAt} />
      <div className="labelled">
        <label htmlFor="timeZone">{words.t("discussion.timeZone")}</label>
        <select className="field" id="timeZone" name="timeZone" defaultValue={value.timeZone}>
          {timeZones().map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        <ErrorUnder name="timeZone" error={error} />
      </div>
      <div className="labelled">
        <label htmlFor="mode">{words.t("discussion.mode")}</label>
        <select className="field" id="mode" name="mode" defaultValue={value.mode ?? ""}>
          <option value="">{words.t("discussion.modes.site")}</option>
          <option value="after">{words.t("discussion.modes.after")}</option>
          <option value="before">{words.t("discussion.modes.before")}</option>
        </select>
      </div>
      <div className="row">
        <button className="button main" type="submit">
          {words.t("discussion.save")}
        </button>
        <button className="button" type="submit" formAction={words.to("/forms/discussions.closeNow")} formNoValidate>
          {words.t("discussion.closeNow")}
        </button>
      </div>
    </form>
  );
}

function Answers({ words, slug, answers }: { words: Words; slug: string; answers: EditedDiscussion["answers"] }) {
  const none = answers.find(({ answer }) => answer === null)?.count ?? 0;
  return (
    <section aria-labelledby="answers">
      <h2 className="rule" id="answers">
        {words.t("answers.title")}
      </h2>
      <p>{words.t("answers.how")}</p>
      <ul className="ledger">
        <li>
          <a href={words.to(threadsPath(slug, { answer: "none" }))}>{words.t("answers.unanswered")}</a>
          <span>{words.number(none)}</span>
        </li>
        {answers.map(
          ({ answer, count }) =>
            answer !== null && (
              <li key={answer}>
                <a href={words.to(threadsPath(slug, { answer }))}>
                  <AnswerTag words={words} kind={answer} />
                </a>
                <span>{words.number(count)}</span>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

function Response({ words, discussion: { slug, hasResponse } }: Pick<Props, "words" | "discussion">) {
  const path = words.to(responsePath(slug));
  return (
    <section aria-labelledby="response">
      <h2 className="rule" id="response">
        {words.t("response.heading")}
      </h2>
      <p>{words.t(hasResponse ? "response.isPublic" : "response.isHidden")}</p>
      <p className="row">
        <a className="button main" href={path}>
          {words.t("response.make")}
        </a>
        <a href={`${path}.md`}>Markdown</a>
        <a href={`${path}.docx`}>Word (.docx)</a>
      </p>
      <form className="row" method="post" action={words.to("/forms/discussions.publishResponse")}>
        <HiddenFields hidden={{ of: slug, published: hasResponse ? "" : "1" }} />
        <button className="button" type="submit">
          {words.t(hasResponse ? "response.hide" : "response.publish")}
        </button>
      </form>
    </section>
  );
}
