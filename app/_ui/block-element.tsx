import { noteNumber, notesBeside } from "../../domain/notes";
import type { Passage } from "../../domain/passages";
import type { BlockView } from "../../domain/reading";
import { BlockText } from "./block-text";
import type { FootnoteHref } from "./blocks-of-article";
import { Figure } from "./figure";
import { heatLevel } from "./heat";
import { depthClass, Marked } from "./marked";
import type { Place } from "./place";

type Props = { place: Place; block: BlockView; language: string; footnoteHref: FootnoteHref };

/** What every block's element carries: its number on this page, its lasting id, its heat and its language. */
export function blockAttributes(block: BlockView, language: string, className: string) {
  return {
    className: `block ${className} heat-${heatLevel(block.heat.comments)}`,
    id: `b-${block.number}`,
    "data-block-id": block.blockId,
    "data-n": block.number,
    "data-s": sentencesSaid(block),
    "data-notes": notesSaid(block),
    lang: language,
  };
}

/** The words of a block that its shown threads are about. */
export function passagesOf({ number, threads }: Pick<BlockView, "number" | "threads">): Passage[] {
  return threads.flatMap(({ id, ordinal, span }) => (span === null ? [] : [{ ...span, thread: id, note: noteNumber(number, ordinal) }]));
}

/** The numbers of its shown threads, for the margin of a printed page. */
export function notesSaid({ number, threads }: Pick<BlockView, "number" | "threads">): string | undefined {
  return notesBeside(number, threads.map(({ ordinal }) => ordinal)) || undefined;
}

/** Where its sentences are, for whoever chooses one; a block of one sentence is chosen whole. */
export function sentencesSaid({ sentences }: Pick<BlockView, "sentences">): string | undefined {
  return sentences.length > 1 ? sentences.map(({ start, end }) => `${start}-${end}`).join(" ") : undefined;
}

export function BlockElement({ place, block, language, footnoteHref }: Props) {
  const text = <BlockText block={block} passages={passagesOf(block)} footnoteHref={footnoteHref} />;
  const marked = (className: string) => blockAttributes(block, language, className);
  switch (block.kind) {
    case "heading":
      return <Heading level={block.shape.level ?? 1} attributes={marked("heading")} text={text} />;
    case "quotation":
      return <blockquote {...marked("quotation")}>{text}</blockquote>;
    case "figure":
      return <Figure words={place.words} image={block.shape.image} attributes={marked("figure")} caption={text} />;
    case "footnote":
      return (
        <p {...marked("footnote")} role="doc-footnote">
          {block.shape.label !== undefined && <span className="label">{block.shape.label}</span>} <span className="words">{text}</span>
        </p>
      );
    case "list-item":
      return (
        <p {...marked(`entry ${depthClass(block)}`)}>
          <Marked block={block}>{text}</Marked>
        </p>
      );
    case "paragraph":
    case "table-row":
      return <p {...marked("paragraph")}>{text}</p>;
  }
}

/** The title is the page's h1, so a section of the article is an h2; HTML has no seventh. */
function Heading({ level, attributes, text }: { level: number; attributes: ReturnType<typeof blockAttributes>; text: React.ReactNode }) {
  if (level <= 1) return <h2 {...attributes}>{text}</h2>;
  if (level === 2) return <h3 {...attributes}>{text}</h3>;
  if (level === 3) return <h4 {...attributes}>{text}</h4>;
  if (level === 4) return <h5 {...attributes}>{text}</h5>;
  return <h6 {...attributes}>{text}</h6>;
}
