import type { Distribution as Lies } from "../../../domain/classroom/grade-distribution";
import { type Points, writtenPoints } from "../../../domain/classroom/points";
import { CountTable } from "../count-table";
import type { Words } from "../words";

/** How grades lie: a bar for each tenth of the points, its count beside it, and the middle in words. */
export function Distribution({ words, title, id, of }: { words: Words; title: string; id: string; of: Lies }) {
  const said = (points: Points | null): string => (points === null ? "–" : writtenPoints(points));
  const rows = of.bins.map(({ from, to, count }) => ({ name: `${writtenPoints(from)}–${writtenPoints(to)}`, count }));
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="hint">{words.t("grades.distribution.says", { count: of.count, least: said(of.least), median: said(of.median), most: said(of.most), mean: said(of.mean) })}</p>
      <CountTable words={words} heads={[words.t("grades.distribution.points"), words.t("grades.distribution.students")]} rows={rows} />
    </section>
  );
}
