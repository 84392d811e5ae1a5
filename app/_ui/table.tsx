import type { BlockView } from "../../domain/reading";
import { type Mark, slice } from "../../domain/blocks";
import { within } from "../../domain/marks";
import type { Passage } from "../../domain/passages";
import { notesSaid, passagesOf } from "./block-element";
import { BlockText } from "./block-text";
import type { FootnoteHref } from "./blocks-of-article";
import { CountLink } from "./count-link";
import { WithNewestPlace } from "./newest-place";
import type { Place } from "./place";
import { ThreadsOfBlock } from "./threads-of-block";

type Props = { place: Place; blocks: readonly BlockView[]; language: string; footnoteHref: FootnoteHref };

/** A table whose rows can be commented on; the threads follow it in row order, for HTML allows none between rows. */
export function Table({ place, blocks, language, footnoteHref }: Props) {
  return (
    <>
      <WithNewestPlace place={place} blocks={blocks}>
        <TableAlone place={place} blocks={blocks} language={language} footnoteHref={footnoteHref} />
      </WithNewestPlace>
      {blocks.map((block) => (
        <ThreadsOfBlock key={block.number} place={place} block={block} />
      ))}
    </>
  );
}

/** Without the threads. */
export function TableAlone({ place, blocks, language, footnoteHref }: Props) {
  const { words } = place;
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return null;
  const label = words.t("table.label", { first: first.number, last: last.number });
  const isHeader = (block: BlockView) => block.shape.row?.header === true;
  const row = (block: BlockView) => <Row key={block.number} place={place} block={block} footnoteHref={footnoteHref} />;
  return (
    <section className="block table" aria-label={label} tabIndex={0} lang={language}>
      <table>
        {isHeader(first) && <thead>{row(first)}</thead>}
        <tbody>{blocks.filter((block) => block !== first || !isHeader(first)).map(row)}</tbody>
      </table>
    </section>
  );
}

function Row({ place, block, footnoteHref }: { place: Place; block: BlockView; footnoteHref: FootnoteHref }) {
  const header = block.shape.row?.header === true;
  return (
    <tr id={`b-${block.number}`} data-block-id={block.blockId}>
      {cellsOf(block).map((cell, index) => {
        const text = <BlockText block={cell} passages={cell.passages} footnoteHref={footnoteHref} />;
        if (header) return <th key={index} scope="col">{text}</th>;
        return index === 0 ? <th key={index} scope="row">{text}</th> : <td key={index}>{text}</td>;
      })}
      <td className="said" data-notes={notesSaid(block)}>
        <CountLink place={place} block={block} />
      </td>
    </tr>
  );
}

/** The cells are joined by tabs in the row's text; each takes its share of the marks. */
function cellsOf(block: BlockView): { text: string; marks: Mark[]; passages: Passage[] }[] {
  const passages = passagesOf(block);
  let start = 0;
  return block.text.split("\t").map((text) => {
    const span = { start, end: start + Array.from(text).length };
    start = span.end + 1;
    return { text: slice(block.text, span), marks: within(block.marks, span), passages: within(passages, span) };
  });
}
