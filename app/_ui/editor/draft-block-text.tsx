import type { DraftBlockView } from "../../../server/editing/queries";
import { BlockText } from "../block-text";
import { Figure } from "../figure";
import { depthClass, Marked } from "../marked";
import type { Words } from "../words";

/** A block as readers will see it. Headings are none here: the page of an editor has sections of its own. */
export function DraftBlockText({ words, block, language }: { words: Words; block: DraftBlockView; language: string }) {
  const text = <BlockText block={block} footnoteHref={() => null} />;
  const { kind, shape } = block;
  switch (kind) {
    case "heading":
      return (
        <p className={`block heading level-${shape.level ?? 1}`} lang={language}>
          {text}
        </p>
      );
    case "quotation":
      return (
        <blockquote className="block quotation" lang={language}>
          {text}
        </blockquote>
      );
    case "figure":
      return <Figure words={words} image={shape.image} attributes={{ className: "block figure", lang: language }} caption={text} />;
    case "list-item":
      return (
        <p className={`block entry ${depthClass(block)}`} lang={language}>
          <Marked block={block}>{text}</Marked>
        </p>
      );
    case "footnote":
      return (
        <p className="block footnote" lang={language}>
          {shape.label !== undefined && <span className="label">{shape.label}</span>} <span className="words">{text}</span>
        </p>
      );
    case "table-row":
    case "paragraph":
      return (
        <p className={`block ${kind}`} lang={language}>
          {text}
        </p>
      );
  }
}
