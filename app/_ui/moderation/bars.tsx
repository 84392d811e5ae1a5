import type { Words } from "../words";

export type Bar = { name: string; count: number };
type Props = { words: Words; title: string; id: string; bars: readonly Bar[] };

/** In units of the drawing: a hundred is the longest. */
const LONGEST = 100;

/** Counts as a table, each with a bar, so that one sees at a glance how they compare. */
export function Bars({ words, title, id, bars }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {title}
      </h2>
      {bars.length === 0 ? (
        <p className="quiet">{words.t("monthReport.none")}</p>
      ) : (
        <table className="counted">
          <thead>
            <tr>
              <th scope="col">{words.t("monthReport.name")}</th>
              <th scope="col" className="num">
                {words.t("monthReport.count")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{words.number(count)}</td>
                <td aria-hidden="true">
                  <svg className="bar-of" viewBox={`0 0 ${LONGEST} 1`} preserveAspectRatio="none">
                    <rect width={Math.max((count / most) * LONGEST, count > 0 ? 1 : 0)} height="1" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
