import { citationOf } from "../../domain/citation";
import type { ArticleHead, BlockView } from "../../domain/reading";
import { revisionPath } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; head: ArticleHead; block: BlockView; origin?: string };

/** The paragraph as it is quoted elsewhere, ready to be copied. */
export function Cite({ words, head, block, origin = "" }: Props) {
  return (
    <details className="cite">
      <summary>{words.t("cite.title")}</summary>
      <textarea className="field" readOnly rows={4} aria-label={words.t("cite.title")} defaultValue={citationOf({ ...citedFrom(words, head), quote: block.text, number: `¶ ${block.number}`, link: linkTo(words, head, origin, block.number) })} />
    </details>
  );
}

function citedFrom(words: Words, { title, byline, date, revision }: ArticleHead) {
  return { title, byline, date: date === null ? null : words.printed(date), revision: words.t("cite.revision", { revision }) };
}

function linkTo(words: Words, { slug, revision }: ArticleHead, origin: string, number: number): string {
  return `${origin}${words.to(revisionPath(slug, revision))}#b-${number}`;
}
