import { APPEAL_LENGTH } from "../../../domain/moderation/appeals";
import { FACTS_LENGTH } from "../../../domain/moderation/decision";
import type { AppealCase } from "../../../server/appeals/queries";
import { Document } from "../document";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { appealPath, decisionPath } from "../paths";
import type { Words } from "../words";
import { AppealThread } from "./appeal-thread";
import { groundSays } from "./ground-says";
import { ItemContext } from "./item-context";
import { NamelessReports } from "./nameless-reports";
import { Statement, titleOf } from "./statement";

export type AppealValues = { body: string; outcome: string; facts: string };
type Props = { words: Words; reader: { name: string }; appeal: AppealCase; isDone: boolean; values: AppealValues | null; error: FormError | null };

/** The whole case of an objection, and what becomes of it. */
export function AppealPage({ words, reader, appeal, isDone, values, error }: Props) {
  const { statement, by, record, context } = appeal;
  const title = words.t("appeals.title");
  const name = by.isGone ? words.t("member.deleted") : (by.name ?? words.t("appeals.inClass.student"));
  const isOpen = statement.appeal?.closedAt === null;
  return (
    <Document words={words} title={formTitle(words, title, error)} path={appealPath(appeal.id)} noindex reader={reader}>
      <div className="work narrow">
        <p className="facts">
          <a href={words.to("/moderation")}>{words.t("appeals.queue")}</a>
          <span>{words.t(context ? "appeals.inClass.kicker" : "appeals.kicker")}</span>
          <time dateTime={appeal.at}>{words.minute(appeal.at)}</time>
        </p>
        <h1>{title}</h1>
        {isDone && (
          <p className="notice" role="status">
            {words.t("appeals.done")}
          </p>
        )}
        <p className="facts">
          <span>{words.t.rich("appeals.by", { name: () => <bdi key="name">{name}</bdi> })}</span>
          {record && <span>{words.t("appeals.since", { day: words.day(record.since) })}</span>}
          {record && <span>{words.t("appeals.decisions", { count: record.decisions })}</span>}
        </p>
        {context && <p className="notice">{words.t("appeals.inClass.says")}</p>}
        <section aria-labelledby="thread">
          <h2 className="rule" id="thread">
            {words.t("appeals.thread")}
          </h2>
          {statement.appeal && <AppealThread words={words} appeal={statement.appeal} author={name} />}
        </section>
        <section aria-labelledby="decision">
          <h2 className="rule" id="decision">
            {words.t("appeals.decision")}
          </h2>
          <p>{context ? titleOf(words, statement) : <a href={words.to(decisionPath(statement.id))}>{titleOf(words, statement)}</a>}</p>
          <Statement words={words} statement={statement} />
        </section>
        {context && <ClassContext words={words} context={context} />}
        <NamelessReports words={words} reports={appeal.reports} />
        <Earlier words={words} appeal={appeal} />
        {isOpen ? <Deciding words={words} appeal={appeal} values={values} error={error} /> : <p className="notice">{words.t(statement.appeal?.outcome === "reversed" ? "appeals.closedReversed" : statement.appeal?.outcome === "upheld" ? "appeals.closedStands" : "appeals.closedGone")}</p>}
      </div>
    </Document>
  );
}

/** Of a class: the comment with what it answers, in its passage. */
function ClassContext({ words, context: { passage, before, comment, language } }: { words: Words; context: NonNullable<AppealCase["context"]> }) {
  return (
    <section aria-labelledby="where">
      <h2 className="rule" id="where">
        {words.t("appeals.inClass.where")}
      </h2>
      <ItemContext words={words} item={{ id: comment.id, passage, before, comment, after: [], restriction: comment.restriction, version: 0, article: { language }, waiting: null, reports: [] }} sealedSays={words.t("statement.inClass.wordsOnly")} />
    </section>
  );
}

function Earlier({ words, appeal: { earlier } }: Pick<Props, "words" | "appeal">) {
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 className="rule" id="earlier">
        {words.t("appeals.earlier")}
      </h2>
      <ul className="ledger">
        {earlier.map(({ id, act, about, ground, at, isReversed }) => (
          <li key={id}>
            <a href={words.to(decisionPath(id))}>{words.t(`publicLog.acts.${act}`, { object: about })}</a>
            <span className="facts">
              {ground !== null && <span>{groundSays(words, ground)}</span>}
              {isReversed && <span>{words.t("appeals.reversedMark")}</span>}
              <time dateTime={at}>{words.day(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deciding({ words, appeal: { id, version, fault, context }, values, error }: Pick<Props, "words" | "appeal" | "values" | "error">) {
  return (
    <>
      <section aria-labelledby="answer">
        <h2 className="rule" id="answer">
          {words.t("appeals.answer")}
        </h2>
        <form className="fields" method="post" action={words.to("/forms/appeals.write")}>
          <HiddenFields hidden={{ appeal: id, as: "moderator" }} />
          <TextField name="body" label={words.t("appeals.answer")} hint={words.t("appeals.answerHint")} error={error} rows={4} defaultValue={values?.body} maxLength={APPEAL_LENGTH.most} dir="auto" required />
          <div className="row">
            <button className="button" type="submit">
              {words.t("appeals.answerSend")}
            </button>
          </div>
        </form>
      </section>
      <section aria-labelledby="decide">
        <h2 className="rule" id="decide">
          {words.t("appeals.decide")}
        </h2>
        <ErrorAbove fields={["body", "facts"]} error={error} />
        {fault !== null ? (
          <p className="notice">{words.t(`appeals.faults.${fault}`)}</p>
        ) : (
          <form className="fields" method="post" action={words.to("/forms/appeals.decide")}>
            <HiddenFields hidden={{ appeal: id, seen: String(version) }} />
            <fieldset className="kinds">
              <legend>{words.t("appeals.decide")}</legend>
              <div className="choices">
                {(["upheld", "reversed"] as const).map((outcome) => (
                  <label key={outcome}>
                    <input type="radio" name="outcome" value={outcome} defaultChecked={values?.outcome === outcome} required />
                    {words.t(outcome === "upheld" ? "appeals.stands" : "appeals.reverse")}
                  </label>
                ))}
              </div>
            </fieldset>
            <TextField name="facts" label={words.t("appeals.facts")} hint={words.t(context ? "appeals.inClass.factsHint" : "appeals.factsHint")} error={error} rows={4} defaultValue={values?.facts} maxLength={FACTS_LENGTH.most} dir="auto" />
            <div className="row">
              <button className="button main" type="submit">
                {words.t("appeals.submit")}
              </button>
            </div>
          </form>
        )}
      </section>
    </>
  );
}
