import type { Token } from "markdown-it";
import { onOneLine } from "./characters";
import type { StyledText, Style } from "./styled-text";

/** The only schemes a link may have (limits, "Markdown in comments"). */
const linkSchemes = new Set(["http:", "https:", "mailto:"]);
const imageSchemes = new Set(["http:", "https:"]);

/** An image and what to call it: its title or its text alternative, which may both be empty. */
export type Image = { source: string | null; alternative: string; caption: string };

/** Adds the words and marks of a paragraph's inline tokens. Links elsewhere than to http, https and mailto keep their words only. */
export function addInline(tokens: Token[], text: StyledText): void {
  for (const token of tokens) {
    const { type, content } = token;
    if (type === "softbreak" || type === "hardbreak") text.breakLine();
    else if (type === "image") text.add(alternativeOf(token));
    else if (type === "code_inline") addStyled(content, { kind: "code" }, text);
    else if (type === "footnote_ref") addStyled(`[${labelOf(token)}]`, { kind: "footnote-reference", label: labelOf(token) }, text);
    else if (token.nesting === 1) text.begin(styleOf(token));
    else if (token.nesting === -1) text.end();
    else text.add(content);
  }
}

/** The images of a paragraph that holds nothing else, links around them aside; null when it holds words too. */
export function imagesAlone(tokens: Token[]): Image[] | null {
  const others = tokens.filter(({ type, content }) => !/break$|^link_/.test(type) && !(type === "text" && content.trim() === ""));
  return others.length > 0 && others.every(({ type }) => type === "image") ? others.map(imageOf) : null;
}

/** A footnote's label, of a reference or of the note. */
export function labelOf(token: Token): string {
  return typeof token.meta?.label === "string" ? token.meta.label : "";
}

function addStyled(words: string, style: Style, text: StyledText): void {
  text.begin(style);
  text.add(words);
  text.end();
}

function styleOf(token: Token): Style | null {
  if (token.type === "em_open") return { kind: "emphasis" };
  if (token.type === "strong_open") return { kind: "strong" };
  const href = String(token.attrGet("href") ?? "");
  return linkSchemes.has(schemeOf(href)) ? { kind: "link", href } : null;
}

const schemeOf = (address: string) => (URL.canParse(address) ? new URL(address).protocol : "");

function imageOf(token: Token): Image {
  const source = String(token.attrGet("src") ?? "");
  const alternative = onOneLine(alternativeOf(token));
  const caption = onOneLine(String(token.attrGet("title") ?? "")) || alternative;
  return { source: imageSchemes.has(schemeOf(source)) ? source : null, alternative, caption };
}

function alternativeOf(token: Token): string {
  return (token.children ?? [])
    .map((child) => (child.type === "image" ? alternativeOf(child) : /break$/.test(child.type) ? " " : child.content))
    .join("");
}
