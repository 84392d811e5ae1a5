import type { BlockView } from "../../domain/reading";
import { notesSaid, passagesOf, sentencesSaid } from "./block-element";
import { BlockText } from "./block-text";
import type { FootnoteHref } from "./blocks-of-article";
import { CountLink } from "./count-link";
import { heatLevel } from "./heat";
import { NewestPlace } from "./newest-place";
import { depthClass, Marked } from "./marked";
import type { Place } from "./place";
import { ThreadsOfBlock } from "./threads-of-block";

type Props = { place: Place; blocks: readonly BlockView[]; ordered: boolean; beside: boolean; language: string; footnoteHref: FootnoteHref };

/** A list, flat: depth is shown by indentation, for an item's threads stand last in its own `<li>`, before its sub-items. */
export function Items({ place, blocks, ordered, beside, language, footnoteHref }: Props) {
  const items = blocks.map((block) => (
    <li
      key={block.number}
      className={`item ${depthClass(block)}`}
      id={`b-${block.number}`}
      data-block-id={block.blockId}
      value={block.shape.list?.ordered === true ? block.shape.list.ordinal : undefined}
    >
      <div className={`block heat-${heatLevel(block.heat.comments)}`} data-n={block.number} data-s={sentencesSaid(block)} data-notes={notesSaid(block)} lang={language}>
        <Marked block={block}>
          <BlockText block={block} passages={passagesOf(block)} footnoteHref={footnoteHref} />
        </Marked>
      </div>
      <CountLink place={place} block={block} />
      <NewestPlace place={place} block={block} />
      <ThreadsOfBlock place={place} block={block} />
    </li>
  ));
  const className = beside ? "items beside" : "items";
  return ordered ? (
    <ol className={className} role="list">
      {items}
    </ol>
  ) : (
    <ul className={className} role="list">
      {items}
    </ul>
  );
}
