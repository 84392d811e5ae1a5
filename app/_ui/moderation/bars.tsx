import { CountTable } from "../count-table";
import type { Words } from "../words";

export type Bar = { name: string; count: number };
type Props = { words: Words; title: string; id: string; bars: readonly Bar[] };

/** Counts under a title of their own. */
export function Bars({ words, title, id, bars }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {title}
      </h2>
      {bars.length === 0 ? <p className="quiet">{words.t("monthReport.none")}</p> : <CountTable words={words} heads={[words.t("monthReport.name"), words.t("monthReport.count")]} rows={bars} />}
    </section>
  );
}
