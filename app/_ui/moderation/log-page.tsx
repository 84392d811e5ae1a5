import type { LogRowView } from "../../../server/record/log";
import { Document } from "../document";
import { logPath, logRowPath, monthReportPath } from "../paths";
import type { Words } from "../words";
import { actSays, LogFacts, LogReason, whoSays } from "./log-row";

type Props = { words: Words; origin: string; rows: readonly LogRowView[]; next: number | null; after: number | null };

/** Every decision, for everybody: roles and aliases, the newest first. */
export function LogPage({ words, origin, rows, next, after }: Props) {
  return (
    <Document words={words} title={words.t("publicLog.title")} path={logPath({ after })} origin={origin} description={words.t("publicLog.lead")} noindex={after !== null}>
      <div className="work public-log">
        <h1>{words.t("publicLog.title")}</h1>
        <p className="lead">{words.t("publicLog.lead")}</p>
        <p className="row">
          <a href={words.to(monthReportPath())}>{words.t("publicLog.report")}</a>
          <a href="/moderation/log.json">{words.t("publicLog.json")}</a>
          <a href={words.to("/moderation/log.atom")} type="application/atom+xml">
            {words.t("publicLog.atom")}
          </a>
        </p>
        {rows.length === 0 && <p className="quiet">{words.t("publicLog.none")}</p>}
        <ol className="ledger">
          {rows.map((row) => (
            <li key={row.order} id={`row-${row.order}`} data-act={row.act}>
              <p>
                <a className="num" href={words.to(logRowPath(row.order))} aria-label={words.t("publicLog.row", { order: row.order })}>
                  {words.number(row.order)}
                </a>{" "}
                <strong>{actSays(words, row)}</strong>
              </p>
              <p className="facts">
                <span>{whoSays(words, row)}</span>
                <time dateTime={row.at}>{words.minute(row.at)}</time>
              </p>
              <div className="says">
                <p className="facts">
                  <LogFacts words={words} row={row} />
                </p>
                <LogReason words={words} row={row} />
              </div>
            </li>
          ))}
        </ol>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(logPath({ after: next }))}>
              {words.t("publicLog.more")}
            </a>
          )}
          {after !== null && <a href={words.to(logPath())}>{words.t("pages.first")}</a>}
        </p>
        <section aria-labelledby="how">
          <h2 className="rule" id="how">
            {words.t("publicLog.howTitle")}
          </h2>
          <p>{words.t("publicLog.how")}</p>
        </section>
      </div>
    </Document>
  );
}
