import type { Words } from "../words";
import { groundSays } from "./ground-says";

type Props = { words: Words; reports: readonly { id: string; ground: Parameters<typeof groundSays>[1]; note: string; quote: string | null }[] };

/** What was reported, for who decides without being told by whom. */
export function NamelessReports({ words, reports }: Props) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reports">
      <h2 className="rule" id="reports">
        {words.t("appeals.reports")}
      </h2>
      <ul className="ledger">
        {reports.map(({ id, ground, note, quote }) => (
          <li key={id}>
            <span>{groundSays(words, ground)}</span>
            {quote !== null && (
              <p className="says" dir="auto">
                <q>{quote}</q>
              </p>
            )}
            <p className="says" dir="auto">
              {note === "" ? words.t("appeals.noNote") : note}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
