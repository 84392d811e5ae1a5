import { APPEAL_LENGTH } from "../../../domain/moderation/appeals";
import type { StatementView } from "../../../server/decisions/statement";
import { Document } from "../document";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { appealPath, decisionPath, doorPath } from "../paths";
import type { Words } from "../words";
import { AppealThread } from "./appeal-thread";
import { Statement, titleOf } from "./statement";

type Props = {
  words: Words;
  reader: { name: string } | null;
  /** By which its member came to it, who cannot sign in; null: they are signed in. */
  token?: string | null;
  statement: StatementView;
  /** What was written and not taken. */
  body: string;
  error: FormError | null;
};

/** A decision as its member reads it, and what they can do. */
export function StatementPage({ words, reader, token = null, statement, body, error }: Props) {
  const title = titleOf(words, statement);
  return (
    <Document words={words} title={formTitle(words, title, error)} path={token === null ? decisionPath(statement.id) : doorPath(token)} noindex reader={reader}>
      <div className="work narrow">
        <p className="facts">
          <span>{words.t(statement.isOfClass ? "statement.inClass.kicker" : statement.isAutomatic && statement.caught ? "statement.kickerRule" : "statement.kicker")}</span>
          <time dateTime={statement.at}>{words.day(statement.at)}</time>
        </p>
        <h1>{title}</h1>
        {!statement.isMine && <p className="notice">{words.t(statement.isOfClass ? "statement.inClass.notYours" : "statement.notYours")}</p>}
        <Statement words={words} statement={statement} />
        {statement.isMine && <Acknowledge words={words} statement={statement} />}
        <Objecting words={words} token={token} statement={statement} body={body} error={error} />
        {token !== null && <p className="hint">{words.t("suspended.keep")}</p>}
        {!statement.isOfClass && (
          <p className="hint">
            <a href={words.to("/moderation/log")}>{words.t("statement.toLog")}</a>
          </p>
        )}
      </div>
    </Document>
  );
}

function Acknowledge({ words, statement: { id, warning } }: { words: Words; statement: StatementView }) {
  if (warning?.acknowledgedAt) return <p className="quiet">{words.t("statement.acknowledged", { day: words.minute(warning.acknowledgedAt) })}</p>;
  if (!warning?.isOpen) return null;
  return (
    <form className="row" method="post" action={words.to("/forms/decisions.acknowledge")}>
      <HiddenFields hidden={{ decision: id }} />
      <button className="button main" type="submit">
        {words.t("statement.acknowledge")}
      </button>
    </form>
  );
}

function Objecting({ words, token, statement, body, error }: Omit<Props, "reader">) {
  const { appeal, appealUntil, canObject, ground, isMine, reversedBy } = statement;
  if (appealUntil === null) return null;
  const day = words.day(appealUntil);
  return (
    <section aria-labelledby="objecting">
      <h2 className="rule" id="objecting">
        {words.t(appeal === null ? "statement.object" : isMine ? "statement.objection" : "statement.objectionOf")}
      </h2>
      {appeal !== null && <Appeal words={words} token={token} statement={statement} appeal={appeal} body={body} error={error} />}
      {appeal === null && ground === "review" && <p>{words.t("statement.notYet")}</p>}
      {appeal === null && ground !== "review" && !canObject && reversedBy === null && isMine && <p>{words.t("statement.noLonger", { day })}</p>}
      {canObject && (
        <>
          <p>{words.t(statement.isOfClass ? "statement.inClass.objectSays" : "statement.objectSays", { day })}</p>
          <form className="fields" method="post" action={words.to(token ? "/forms/decisions.objectByLink" : "/forms/appeals.open")}>
            <HiddenFields hidden={token ? { token } : { decision: statement.id }} />
            <ErrorAbove fields={["body"]} error={error} />
            <TextField name="body" label={words.t("statement.objectBody")} error={error} rows={8} defaultValue={body} maxLength={APPEAL_LENGTH.most} dir="auto" required />
            <div className="row">
              <button className="button main" type="submit">
                {words.t("statement.objectSend")}
              </button>
            </div>
          </form>
        </>
      )}
      {ground !== "review" && isMine && <p className="hint">{words.t("statement.courts")}</p>}
    </section>
  );
}

function Appeal({ words, token, statement, appeal, body, error }: Omit<Props, "reader"> & { appeal: NonNullable<StatementView["appeal"]> }) {
  const isOpen = appeal.closedAt === null;
  return (
    <>
      <p className="notice" role="status">
        {words.t(isOpen ? "statement.open" : appeal.outcome === "reversed" ? "statement.granted" : "statement.upheld")}
      </p>
      <AppealThread words={words} appeal={appeal} author={words.t(statement.isMine ? "statement.you" : "statement.author")} />
      {!statement.isMine && !statement.isOfClass && (
        <p>
          <a href={words.to(appealPath(appeal.id))}>{words.t("appeals.decide")}</a>
        </p>
      )}
      {statement.isMine && isOpen && (
        <form className="fields" method="post" action={words.to(token ? "/forms/decisions.writeByLink" : "/forms/appeals.write")}>
          <HiddenFields hidden={token ? { token } : { appeal: appeal.id, decision: statement.id }} />
          <ErrorAbove fields={["body"]} error={error} />
          <TextField name="body" label={words.t("statement.more")} error={error} rows={4} defaultValue={body} maxLength={APPEAL_LENGTH.most} dir="auto" required />
          <div className="row">
            <button className="button" type="submit">
              {words.t("statement.moreSend")}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
