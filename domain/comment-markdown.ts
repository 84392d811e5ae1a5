/** Which Markdown a comment is written in: asked by those who show it and by those who count what is in it. */
import MarkdownIt from "markdown-it";

/** Deeper quotations and lists are shown at this depth: a card has no room, and HTML nested by thousands breaks browsers. */
const NESTING = 12;

/** Nothing else can leave the page; addresses without a scheme would point into this site. */
const ALLOWED = /^(?:https?|mailto):/i;

/** A parser of one's own, to which rules of showing can be added. HTML is text to it. */
export function commentMarkdown(): InstanceType<typeof MarkdownIt> {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: NESTING });
  markdown.validateLink = (address) => ALLOWED.test(address.trim());
  // Only whole addresses become links: "readme.md" and "a.b" are words.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  markdown.linkify.add("ftp:", null).add("//", null);
  return markdown;
}
