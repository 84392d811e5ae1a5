import type { BlockView } from "../../domain/reading";
import { type BlockGroup, groupsOf, hasThreads } from "./block-groups";
import { BlockElement } from "./block-element";
import { CountLink } from "./count-link";
import { Items } from "./items";
import { WithNewestPlace } from "./newest-place";
import { articlePath } from "./paths";
import type { Place } from "./place";
import { Table } from "./table";
import { ThreadsOfBlock } from "./threads-of-block";

export type FootnoteHref = (label: string) => string | null;

type Props = { place: Place; blocks: readonly BlockView[]; language: string };

/** All blocks in order, each followed by its count and its threads: the order of reading, of Tab and of the eye. */
export function BlocksOfArticle({ place, blocks, language }: Props) {
  const footnoteHref = footnotesOf(blocks);
  return groupsOf(blocks).map((group) => (
    <Group key={keyOf(group)} place={place} group={group} language={language} footnoteHref={footnoteHref} />
  ));
}

function Group({ place, group, language, footnoteHref }: { place: Place; group: BlockGroup; language: string; footnoteHref: FootnoteHref }) {
  const shared = { place, language, footnoteHref };
  if (group.kind === "list") return <Items {...shared} blocks={group.blocks} ordered={group.ordered} beside={hasThreads(group)} />;
  if (group.kind === "table") return <Table {...shared} blocks={group.blocks} />;
  return (
    <>
      <WithNewestPlace place={place} blocks={[group.block]}>
        <BlockElement {...shared} block={group.block} />
      </WithNewestPlace>
      <CountLink place={place} block={group.block} />
      <ThreadsOfBlock place={place} block={group.block} rows={group.rows} />
    </>
  );
}

function keyOf(group: BlockGroup): number | undefined {
  return group.kind === "single" ? group.block.number : group.blocks[0]?.number;
}

/** References lead to the footnote on this page. */
export function footnotesOf(blocks: readonly BlockView[]): FootnoteHref {
  const numbers = new Map<string, number>();
  for (const block of blocks) if (block.kind === "footnote" && block.shape.label !== undefined) numbers.set(block.shape.label, block.number);
  return (label) => (numbers.has(label) ? `#b-${numbers.get(label)}` : null);
}

/** On the page of one block the footnotes are elsewhere: references lead to the article. */
export function footnotesElsewhere(place: Place): FootnoteHref {
  return () => place.words.to(articlePath(place));
}
