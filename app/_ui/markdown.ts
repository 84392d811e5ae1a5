/** Comments are written in Markdown. What comes out is safe wherever it is put: no HTML, no pictures, no headings. */
import { commentMarkdown } from "../../domain/comment-markdown";

const markdown = commentMarkdown();

/** A comment must not add to the headings by which the page is travelled. */
markdown.renderer.rules.heading_open = () => "<p><strong>";
markdown.renderer.rules.heading_close = () => "</strong></p>\n";

/** The reader's language and order may differ from the page's; the writer's links earn nothing. */
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet("rel", "nofollow ugc noopener");
  return self.renderToken(tokens, index, options);
};

/** A picture elsewhere would tell its owner who reads: its words stand for it, as a link where one may stand. */
markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  if (token === undefined) return "";
  const escape = markdown.utils.escapeHtml;
  const address = String(token.attrGet("src") ?? "");
  const label = escape(token.content === "" ? address : token.content);
  return insideLink(tokens, index) ? label : `<a href="${escape(address)}" rel="nofollow ugc noopener">${label}</a>`;
};

function insideLink(tokens: readonly { type: string }[], index: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const type = tokens[before]?.type;
    if (type === "link_open") return true;
    if (type === "link_close") return false;
  }
  return false;
}

export function markdownHtml(body: string): string {
  return markdown.render(body);
}

/** The words alone, on one line, for lists in which nothing else has room. */
export function markdownText(body: string): string {
  return markdown
    .parse(body, {})
    .flatMap(({ type, content, children }) => (type === "inline" ? (children ?? []).map(wordsOf).join("") : type === "fence" || type === "code_block" ? content : []))
    .join(" ");
}

function wordsOf({ type, content }: { type: string; content: string }): string {
  return type === "softbreak" || type === "hardbreak" ? " " : content;
}
