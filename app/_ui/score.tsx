import { heatLevel } from "./heat";
import type { Words } from "./words";

export type ScoreBlock = { number: number; length: number; comments: number };

/** The drawing's own units; it is stretched to its place, so only the proportions of the width matter. */
const WIDTH = 1000;
const HEIGHT = 22;
const THICKNESS = [1.5, 4, 8, 12, 17, 22];

/** Between two bars, and the least a bar shows of a short heading. */
const GAP = 6;
const LEAST = 5;

/** Naming more would repeat the drawing. */
const NAMED = 2;

/** The heat line lying down: a bar for each block, as long as its text, as thick as its discussion. */
export function Score({ words, blocks }: { words: Words; blocks: readonly ScoreBlock[] }) {
  const most = mostDiscussed(blocks);
  const label = most.length === 0 ? words.t("score.none") : words.t("score.most", { numbers: words.list(most.map((number) => `¶ ${number}`)) });
  return (
    <svg className="score" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {barsOf(blocks).map(({ number, level, x, width }) => {
        const height = THICKNESS[level] ?? HEIGHT;
        return <rect key={number} className={level > 0 ? "hot" : undefined} x={x} y={(HEIGHT - height) / 2} width={width} height={height} />;
      })}
    </svg>
  );
}

/** The blocks most is said on, in order of the text. */
export function mostDiscussed(blocks: readonly Pick<ScoreBlock, "number" | "comments">[]): number[] {
  const said = blocks.filter((block) => block.comments > 0).sort((one, other) => other.comments - one.comments || one.number - other.number);
  return said.slice(0, NAMED).map((block) => block.number).sort((one, other) => one - other);
}

function barsOf(blocks: readonly ScoreBlock[]) {
  const gap = Math.min(GAP, WIDTH / (2 * Math.max(blocks.length, 1)));
  const room = WIDTH - gap * (blocks.length - 1);
  const least = Math.min(LEAST, room / Math.max(blocks.length, 1));
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  const stretch = (room - least * blocks.length) / Math.max(total, 1);
  let x = 0;
  return blocks.map(({ number, length, comments }) => {
    const width = least + length * stretch;
    const bar = { number, level: heatLevel(comments), x: round(x), width: round(width) };
    x += width + gap;
    return bar;
  });
}

/** A tenth of a thousandth of the width is finer than any screen, and shorter than sixteen digits. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
