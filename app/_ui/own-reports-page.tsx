import type { OwnReports } from "../../server/moderation/own-reports";
import { Document } from "./document";
import { groundName } from "./moderation/reasons-fields";
import { commentPath, ownReportsPath } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; reader: { name: string } | null; own: OwnReports; after: string | null };

/** What a member reported, what became of it, and what their next report counts for. */
export function OwnReportsPage({ words, reader, own, after }: Props) {
  const { reports, next, upheld, rejected, accuracy } = own;
  const title = words.t("report.mine");
  const percent = Math.round((0.5 + accuracy) * 100);
  return (
    <Document words={words} title={title} path={ownReportsPath()} noindex reader={reader}>
      <div className="work">
        <h1>{title}</h1>
        <p className="lead">{words.t("report.mineLead")}</p>
        <p>{upheld + rejected === 0 ? words.t("report.noRecord") : words.t("report.record", { upheld, rejected, percent })}</p>
        {reports.length === 0 && <p className="quiet">{words.t("report.none")}</p>}
        <ul className="ledger">
          {reports.map(({ id, comment, ground, quote, note, outcome, at, article }) => (
            <li key={id}>
              <a href={words.to(commentPath(comment))}>{groundName(words, ground)}</a>
              <span className="facts">
                <span className="tag">{words.t(`report.outcomes.${outcome ?? "open"}`)}</span>
                <bdi lang={article.language}>{article.title}</bdi>
                <time dateTime={at}>{words.day(at)}</time>
              </span>
              {quote !== null && (
                <p className="says" dir="auto">
                  <q>{quote}</q>
                </p>
              )}
              {note !== "" && (
                <p className="says" dir="auto">
                  {note}
                </p>
              )}
            </li>
          ))}
        </ul>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(ownReportsPath({ after: next }))}>
              {words.t("report.more")}
            </a>
          )}
          {after !== null && <a href={words.to(ownReportsPath())}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}
