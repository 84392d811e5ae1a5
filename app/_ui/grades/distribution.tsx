import type { Distribution as Lies } from "../../../domain/classroom/grade-distribution";
import { type Points, writtenPoints } from "../../../domain/classroom/points";
import type { Words } from "../words";

/** In units of the drawing: a hundred is the longest. */
const LONGEST = 100;

/** How grades lie: a bar for each tenth of the points, its count beside it, and the middle in words. */
export function Distribution({ words, title, id, of }: { words: Words; title: string; id: string; of: Lies }) {
  const most = Math.max(1, ...of.bins.map(({ count }) => count));
  const said = (points: Points | null): string => (points === null ? "–" : writtenPoints(points));
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="hint">{words.t("grades.distribution.says", { count: of.count, least: said(of.least), median: said(of.median), most: said(of.most), mean: said(of.mean) })}</p>
      <table className="counted">
        <thead>
          <tr>
            <th scope="col">{words.t("grades.distribution.points")}</th>
            <th scope="col" className="num">
              {words.t("grades.distribution.students")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {of.bins.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">{`${writtenPoints(from)}–${writtenPoints(to)}`}</th>
              <td className="num">{words.number(count)}</td>
              <td aria-hidden="true">
                <svg className="bar-of" viewBox={`0 0 ${LONGEST} 1`} preserveAspectRatio="none">
                  <rect width={(count / most) * LONGEST} height="1" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
