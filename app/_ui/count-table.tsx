import type { Words } from "./words";

/** In units of the drawing: a hundred is the longest. */
const LONGEST = 100;

/** Counts as a table, each with a bar, so that one sees at a glance how they compare. `heads`: of the names, of the counts. */
export function CountTable({ words, heads: [named, counted], rows }: { words: Words; heads: readonly [string, string]; rows: readonly { name: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className="counted">
      <thead>
        <tr>
          <th scope="col">{named}</th>
          <th scope="col" className="num">
            {counted}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count }) => (
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
  );
}
