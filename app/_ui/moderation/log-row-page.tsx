import { canAdminister, type Reader } from "../../../domain/permissions";
import type { logRowOf } from "../../../server/record/log";
import { Document } from "../document";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { logPath, logRowPath } from "../paths";
import type { Words } from "../words";
import { actSays, LogFacts, LogReason, whoSays } from "./log-row";

type Props = { words: Words; reader: Reader | null; row: Awaited<ReturnType<typeof logRowOf>>; isDone: boolean; why: string; error: FormError | null };

/** One row of the log, with what it is chained by; an administrator can blank its words. */
export function LogRowPage({ words, reader, row, isDone, why, error }: Props) {
  const title = words.t("publicLog.rowTitle", { order: row.order });
  const canBlank = reader !== null && canAdminister(reader) && (row.reason !== null || row.citation !== null);
  return (
    <Document words={words} title={formTitle(words, title, error)} path={logRowPath(row.order)} noindex reader={reader}>
      <div className="work narrow">
        <p>
          <a href={words.to(logPath())}>{words.t("publicLog.back")}</a>
        </p>
        <h1>{title}</h1>
        {isDone && (
          <p className="notice" role="status">
            {words.t("publicLog.redactDone")}
          </p>
        )}
        <p>
          <strong>{actSays(words, row)}</strong>
        </p>
        <p className="facts">
          <span>{whoSays(words, row)}</span>
          <time dateTime={row.at}>{words.minute(row.at)}</time>
          <LogFacts words={words} row={row} />
        </p>
        <LogReason words={words} row={row} />
        <dl className="statement">
          <dt>{words.t("publicLog.decision")}</dt>
          <dd>
            <code>{row.decision}</code>
          </dd>
          <dt>{words.t("publicLog.link")}</dt>
          <dd>
            <code>{row.link}</code>
          </dd>
        </dl>
        {row.others.length > 0 && (
          <section aria-labelledby="others">
            <h2 className="rule" id="others">
              {words.t("publicLog.others")}
            </h2>
            <ul className="ledger">
              {row.others.map(({ order, act, at }) => (
                <li key={order}>
                  <a href={words.to(logRowPath(order))}>
                    {words.t("publicLog.row", { order })}: {actSays(words, { act, object: row.object })}
                  </a>
                  <time className="facts" dateTime={at}>
                    {words.minute(at)}
                  </time>
                </li>
              ))}
            </ul>
          </section>
        )}
        {canBlank && <Redact words={words} order={row.order} why={why} error={error} />}
      </div>
    </Document>
  );
}

function Redact({ words, order, why, error }: { words: Words; order: number; why: string; error: FormError | null }) {
  return (
    <section aria-labelledby="redact">
      <h2 className="rule" id="redact">
        {words.t("publicLog.redact")}
      </h2>
      <p>{words.t("publicLog.redactSays")}</p>
      <form className="fields" method="post" action={words.to("/forms/record.redact")}>
        <HiddenFields hidden={{ order: String(order) }} />
        <ErrorAbove fields={["why"]} error={error} />
        <TextField name="why" label={words.t("publicLog.redactWhy")} error={error} rows={3} defaultValue={why} dir="auto" required />
        <div className="row">
          <button className="button grave" type="submit">
            {words.t("publicLog.redactSubmit")}
          </button>
        </div>
      </form>
    </section>
  );
}
