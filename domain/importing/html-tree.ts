import { defaultTreeAdapter, type DefaultTreeAdapterTypes, Parser } from "parse5";

/** A page as a tree of elements and texts: all that reading an article needs, and nothing a script could hold on to. */
export type PageElement = { tag: string; attributes: ReadonlyMap<string, string>; children: PageNode[]; parent: PageElement | null };
export type PageNode = PageElement | string;

/** Browsers stop nesting here too (Chromium: 512), and each level costs every tag below it a step. */
const deepestNesting = 512;

/** No page's element has as many; beyond, the parser compares each with all before it. */
const mostAttributes = 200;

/** "nested-too-deep": line counts from 1. */
export type PageRefusal = { refused: "nested-too-deep"; line: number; limit: number };

/** All of a page, as a browser without scripts would build it from tags in any order. */
export function treeOf(html: string): PageElement | PageRefusal {
  let depth = 0;
  const adapter = { ...defaultTreeAdapter, onItemPush: () => void (depth += 1), onItemPop: () => void (depth -= 1) };
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({ treeAdapter: adapter, scriptingEnabled: false });
  adapter.onItemPush = () => {
    depth += 1;
    if (depth > deepestNesting) throw new TooDeep(parser.tokenizer.preprocessor.line);
  };
  try {
    parser.tokenizer.write(withFewerAttributes(html), true);
  } catch (error) {
    if (error instanceof TooDeep) return { refused: "nested-too-deep", line: error.line, limit: deepestNesting };
    throw error;
  }
  const page: PageElement = { tag: "#page", attributes: new Map(), children: [], parent: null };
  for (const node of parser.document.childNodes) adopt(node, page);
  return page;
}

/** The parser has no other way to be stopped. */
class TooDeep extends Error {
  constructor(readonly line: number) {
    super("nested too deep");
  }
}

function adopt(node: DefaultTreeAdapterTypes.ChildNode, parent: PageElement): void {
  if ("value" in node) parent.children.push(node.value);
  if (!("tagName" in node)) return;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const element: PageElement = { tag: node.tagName, attributes, children: [], parent };
  parent.children.push(element);
  for (const child of node.childNodes) adopt(child, element);
}

/** The tag's name and its attributes, as the standard's tokenizer tells them apart. */
const tagStart = /<[a-z][^\s/>]*/giy;
const attribute = /[\s/]*(?:=[^\s/>=]*|[^\s/>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|(?!["'])[^\s>]*))?/gy;

function withFewerAttributes(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    tagStart.lastIndex = at;
    if (!tagStart.test(html)) {
      at += 1;
      continue;
    }
    attribute.lastIndex = tagStart.lastIndex;
    let end = attribute.lastIndex;
    let cut = end;
    for (let count = 1; attribute.test(html); count += 1) {
      end = attribute.lastIndex;
      if (count <= mostAttributes) cut = end;
    }
    if (cut < end) {
      kept.push(html.slice(from, cut));
      from = end;
    }
    at = end;
  }
  return kept.join("") + html.slice(from);
}
