import type { MonthReport } from "../../../domain/moderation/transparency";
import { Document } from "../document";
import { logPath, monthReportPath } from "../paths";
import type { Words } from "../words";
import { Bars } from "./bars";
import { groundSays } from "./ground-says";
import { actSays } from "./log-row";

export type ReportView = { report: MonthReport; previous: string; next: string | null };
type Props = { words: Words; origin: string } & ReportView;

/** A month of moderation in figures, each with a table beside its bars. */
export function ReportPage({ words, origin, report, previous, next }: Props) {
  const { month, appeals, reports, decisions, medianHours, reversalRate } = report;
  const title = words.t("monthReport.title", { month: words.month(month) });
  return (
    <Document words={words} title={title} path={monthReportPath(month)} origin={origin} description={words.t("monthReport.lead")}>
      <div className="work month-report">
        <h1>{title}</h1>
        <p className="lead">{words.t("monthReport.lead")}</p>
        <nav className="row" aria-label={words.t("monthReport.months")}>
          <a rel="prev" href={words.to(monthReportPath(previous))}>
            {words.month(previous)}
          </a>
          {next !== null && (
            <a rel="next" href={words.to(monthReportPath(next))}>
              {words.month(next)}
            </a>
          )}
          <a href={words.to(monthReportPath(month, ".csv"))}>{words.t("monthReport.csv")}</a>
          <a href={words.to(logPath())}>{words.t("monthReport.log")}</a>
        </nav>
        <dl className="figures">
          <Figure name={words.t("monthReport.total")} value={words.number(decisions)} />
          <Figure name={words.t("monthReport.median")} value={medianHours === null ? words.t("monthReport.unknown") : medianHours < 1 ? words.t("monthReport.underAnHour") : words.t("monthReport.hours", { hours: medianHours })} />
          {reversalRate !== null && <Figure name={words.t("monthReport.rate")} value={words.percent(reversalRate)} />}
        </dl>
        <Bars words={words} id="acts" title={words.t("monthReport.acts")} bars={report.byAct.map(([act, count]) => ({ name: actSays(words, { act, object: "comment" }), count }))} />
        <Bars words={words} id="grounds" title={words.t("monthReport.grounds")} bars={report.byGround.map(([ground, count]) => ({ name: groundSays(words, ground), count }))} />
        <Bars words={words} id="automation" title={words.t("monthReport.automation")} bars={report.byAutomation.map(([how, count]) => ({ name: words.t(`monthReport.automations.${how}`), count }))} />
        <Bars words={words} id="objections" title={words.t("monthReport.appeals")} bars={[{ name: words.t("monthReport.made"), count: appeals.made }, { name: words.t("monthReport.upheld"), count: appeals.upheld }, { name: words.t("monthReport.reversed"), count: appeals.reversed }]} />
        <Bars words={words} id="reports" title={words.t("monthReport.reports")} bars={[{ name: words.t("monthReport.made"), count: reports.made }, { name: words.t("monthReport.reportsUpheld"), count: reports.upheld }, { name: words.t("monthReport.reportsRejected"), count: reports.rejected }]} />
        <p className="hint">{words.t("monthReport.note")}</p>
      </div>
    </Document>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
