import type { ReactNode } from "react";
import type { CaughtBy } from "../../../domain/moderation/phases";
import type { ItemView } from "../../../server/moderation/item";
import type { Words } from "../words";
import { groundSaid, phaseSaid } from "./said";

type Report = Pick<ItemView["reports"][number], "id" | "ground" | "note" | "quote" | "outcome">;
type Reported<Of extends Report> = { reports: readonly Of[]; waiting: { caught: { phase: CaughtBy; span?: { start: number; end: number } | null } | null } | null; comment: { body: string } };

/** Who reported it for what, and which rule caught it. `who`: what is said of one who reported. */
export function ItemReports<Of extends Report>({ words, item: { reports, waiting, comment }, who }: { words: Words; item: Reported<Of>; who: (report: Of) => ReactNode }) {
  const caught = waiting?.caught ?? null;
  if (reports.length === 0 && caught === null) return null;
  const span = caught?.span ?? null;
  return (
    <ul className="reps" role="list" aria-label={words.t("moderation.item.reports")}>
      {caught && (
        <li>
          <span>{words.t("moderation.item.caught")}</span>
          <span>
            {phaseSaid(words, caught.phase)}
            {span && <> {words.t("moderation.item.quoted", { quote: Array.from(comment.body).slice(span.start, span.end).join("") })}</>}
          </span>
        </li>
      )}
      {reports.map((report) => (
        <li key={report.id}>
          {who(report)}
          <span>
            {groundSaid(words, report.ground)}. {report.note === "" ? words.t("moderation.item.noNote") : <span dir="auto">{words.t("moderation.item.quoted", { quote: report.note })}</span>}
            {report.quote !== null && (
              <q className="quoted-words" dir="auto">
                {report.quote}
              </q>
            )}
            {report.outcome !== null && <> <span className="tag">{words.t(`moderation.item.outcomes.${report.outcome}`)}</span></>}
          </span>
        </li>
      ))}
    </ul>
  );
}
