import { attributeOf } from "./html-elements";
import type { PageElement } from "./html-tree";
import { StyledText, type Style } from "./styled-text";

/** A stretch of words with the styles around it, a line's end, or a picture. `isLinked`: it leads to another page; `isJump`: to a place on its own. */
export type Words = { text: string; styles: readonly Style[]; isLinked: boolean; isJump: boolean };
export type Piece = Words | { image: PageElement } | "line";

const emphasised = new Set(["em", "i", "cite", "dfn", "var"]);
const strong = new Set(["strong", "b"]);
const code = new Set(["code", "kbd", "samp", "tt"]);

/** The only schemes a link may have (limits, "Markdown in comments"). */
const linkSchemes = new Set(["http:", "https:", "mailto:"]);
const imageSchemes = new Set(["http:", "https:", "data:"]);

export const isWords = (piece: Piece): piece is Words => typeof piece === "object" && "text" in piece;

/** The style an inline element gives its words, or null. `base`: what relative addresses are relative to. */
export function styleOf(element: PageElement, base: string | null): Style | null {
  const { tag } = element;
  if (emphasised.has(tag)) return { kind: "emphasis" };
  if (strong.has(tag) || (tag === "span" && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributeOf(element, "style")))) return { kind: "strong" };
  if (code.has(tag)) return { kind: "code" };
  const href = tag === "a" ? absolute(attributeOf(element, "href"), base, linkSchemes) : null;
  return href === null ? null : { kind: "link", href };
}

/** An address with its scheme and host, when it has one of the schemes; null otherwise. A place on the same page is none. */
export function absolute(address: string, base: string | null, schemes = imageSchemes): string | null {
  const trimmed = address.trim();
  if (trimmed === "" || trimmed.startsWith("#") || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  return schemes.has(url.protocol) ? url.href : null;
}

/** Adds pieces to a text, each style begun and ended around as many of them as it covers. */
export function styledText(pieces: Piece[], text = new StyledText()): StyledText {
  let open: readonly Style[] = [];
  for (const piece of pieces) {
    if (piece === "line") text.breakLine();
    if (!isWords(piece)) continue;
    const parting = open.findIndex((style, at) => piece.styles[at] !== style);
    const kept = parting < 0 ? open.length : parting;
    open.slice(kept).forEach(() => text.end());
    piece.styles.slice(kept).forEach((style) => text.begin(style));
    open = piece.styles;
    text.add(piece.text);
  }
  open.forEach(() => text.end());
  return text;
}
