import MarkdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";

/** markdown-it leaves out, silently, what is nested deeper; a list in a list costs two. No article nests 50 lists. */
const deepestNesting = 100;

/** A table's short rows are filled up, so 2 MB can become 50 million cells; this is some 300 MB of tokens. */
const mostTokens = 1_000_000;

/** The footnote plugin looks for a label's end from each "[^" on: longer labels would take time by the square. */
const endlessLabel = /\[\^[^\]\s]{100}/;

export type MarkdownRefusal = { refused: "nested-too-deep"; line: number; limit: number } | { refused: "too-many-blocks"; limit: number };

/** The block tokens of Markdown (CommonMark and tables; HTML is text), each note's where it was written. `line` counts from 1. */
export function tokensOf(markdown: string): Token[] | MarkdownRefusal {
  const parser = new MarkdownIt({ html: false, maxNesting: deepestNesting });
  // Links and images of any scheme are parsed, so that the words of those we do not follow are kept and not their brackets.
  parser.validateLink = () => true;
  // Struck words stay visibly struck: without a mark for it, "~~shall~~ may" would read as both.
  parser.disable("strikethrough");
  if (!endlessLabel.test(markdown)) useFootnotes(parser);
  let isCrowded = false;
  parser.block.ruler.before("table", "crowded", (state, _, endLine) => {
    isCrowded ||= state.tokens.length > mostTokens;
    if (isCrowded) state.line = endLine;
    return isCrowded;
  });
  const tokens = parser.parse(markdown, {});
  if (isCrowded) return { refused: "too-many-blocks", limit: mostTokens };
  const deep = tokens.find(({ level, nesting }) => nesting === 1 && level >= deepestNesting - 1);
  return deep ? { refused: "nested-too-deep", line: (deep.map?.[0] ?? 0) + 1, limit: deepestNesting } : tokens;
}

/** Of the plugin, notes and their references; its notes within the text nest without bound, and its tail copies all tokens for each note. */
function useFootnotes(parser: InstanceType<typeof MarkdownIt>): void {
  parser.use(footnotes);
  parser.inline.ruler.disable("footnote_inline");
  parser.core.ruler.disable("footnote_tail");
}
