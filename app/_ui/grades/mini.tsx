import type { Where } from "../../../domain/classroom/activity";
import type { Words } from "../words";

/** Columns a row of a table has room for; of a longer article several blocks share one. */
const MOST_COLUMNS = 24;
/** Of the drawing: a column, the gap after it, a comment's height, the highest, and what stands where there is nothing. */
const [WIDE, GAP, HIGH, HIGHEST, NOTHING] = [6, 2, 4, 18, 1.5];

/** Where in the article a student wrote: a column for each passage the class talked of, in order. `talked`: those, from the class's heat. */
export function Mini({ words, where, talked }: { words: Words; where: readonly Where[]; talked: readonly number[] }) {
  const share = Math.max(1, Math.ceil(talked.length / MOST_COLUMNS));
  const columns = Array.from({ length: Math.ceil(talked.length / share) }, (_, at) => {
    const blocks = talked.slice(at * share, (at + 1) * share);
    return where.reduce((sum, { block, count }) => (blocks.includes(block) ? sum + count : sum), 0);
  });
  if (columns.length === 0) return null;
  const width = columns.length * (WIDE + GAP);
  return (
    <svg className="mini" role="img" aria-label={whereSaid(words, where)} viewBox={`0 0 ${width} ${HIGHEST}`} width={width} height={HIGHEST}>
      {columns.map((count, at) => {
        const height = count === 0 ? NOTHING : Math.min(HIGHEST, count * HIGH + 2);
        return <rect key={at} className={count === 0 ? "none" : undefined} x={at * (WIDE + GAP)} y={HIGHEST - height} width={WIDE} height={height} />;
      })}
    </svg>
  );
}

function whereSaid(words: Words, where: readonly Where[]): string {
  if (where.length === 0) return words.t("grades.students.nowhere");
  return words.list(where.map(({ block, count }) => (block === 0 ? words.t("grades.students.onWhole", { count }) : words.t("grades.students.onBlock", { block, count }))));
}
