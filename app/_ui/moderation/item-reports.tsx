import type { ItemView } from "../../../server/moderation/item";
import { groundSaid, phaseSaid } from "./said";
import type { Words } from "../words";

/** Who reported it for what, and which rule caught it. */
export function ItemReports({ words, item: { reports, waiting, comment } }: { words: Words; item: ItemView }) {
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
          <span>
            <bdi>{report.isVisitor ? words.t("moderation.item.visitor") : (report.name ?? words.t("moderation.queue.gone"))}</bdi>
            {!report.isVisitor && <small>{report.accuracy === null ? words.t("moderation.item.noRecord") : words.t("moderation.item.accuracy", { share: report.accuracy })}</small>}
          </span>
          <span>
            {groundSaid(words, report.ground)}. {report.note === "" ? words.t("moderation.item.noNote") : <span dir="auto">{words.t("moderation.item.quoted", { quote: report.note })}</span>}
            {report.quote !== null && (
              <q className="quoted-words" dir="auto">
                {report.quote}
              </q>
            )}
            {report.outcome !== null && <span className="tag">{words.t(`moderation.item.outcomes.${report.outcome}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
