import { attributeOf, closest, elementsIn, firstIn, isBlock, namesOf, textOf } from "./html-elements";
import type { PageElement } from "./html-tree";

/** The notes of a page: the links that refer to one and the elements where one begins, with their label; the ways back are left out. */
export type Notes = { references: Map<PageElement, string>; begins: Map<PageElement, string>; returns: Set<PageElement> };

/** "1", "[12]", "(a)", "*", as a reference prints it. */
const label = /^[[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})\s*[\])]?$/i;

/** What leads from a note back to its reference. */
const wayBack = /^(?:[\^↑↩⏎←⤴\uFE0E\s]*|(?:back|zurück|jump up|return)\b.{0,20})$/iu;

/** Longer than this, in code units, is a chapter: the link was one of a table of contents. */
const longestNote = 3000;

export function notesIn(root: PageElement, address: string | null): Notes {
  const places = placesIn(root);
  const notes: Notes = { references: new Map(), begins: new Map(), returns: new Set() };
  for (const link of elementsIn(root, ({ tag }) => tag === "a")) {
    const fragment = fragmentOf(attributeOf(link, "href"), address);
    const target = fragment === null ? undefined : places.byName.get(fragment);
    if (!target) continue;
    const isBack = (places.order.get(target) ?? 0) < (places.order.get(link) ?? 0);
    const printed = label.exec(textOf(link, 40))?.[1];
    if (isBack && (printed !== undefined || wayBack.test(textOf(link, 40)))) notes.returns.add(link);
    else if (!isBack && printed !== undefined && isNote(target)) {
      notes.references.set(link, printed);
      if (!notes.begins.has(target)) notes.begins.set(target, printed);
    }
  }
  if (notes.begins.size === 0) notes.returns.clear();
  for (const element of elementsIn(root, isBacklink)) notes.returns.add(element);
  return notes;
}

function placesIn(root: PageElement): { byName: Map<string, PageElement>; order: Map<PageElement, number> } {
  const byName = new Map<string, PageElement>();
  const order = new Map<PageElement, number>();
  for (const element of elementsIn(root, () => true)) {
    order.set(element, order.size);
    for (const name of [attributeOf(element, "id"), element.tag === "a" ? attributeOf(element, "name") : ""]) {
      if (name !== "" && !byName.has(name)) byName.set(name, element);
    }
  }
  return { byName, order };
}

/** What stands after # when the address leads to the page itself. */
function fragmentOf(href: string, address: string | null): string | null {
  const at = href.indexOf("#");
  if (at < 0 || at === href.length - 1) return null;
  const page = href.slice(0, at);
  const isSame = page === "" || (address !== null && URL.canParse(page, address) && withoutFragment(new URL(page, address).href) === withoutFragment(address));
  return isSame ? decoded(href.slice(at + 1)) : null;
}

const withoutFragment = (address: string) => address.replace(/#.*$/, "");

function decoded(fragment: string): string {
  return /%(?![0-9a-f]{2})/i.test(fragment) ? fragment : fragment.replace(/(?:%[0-7][0-9a-f])+/gi, decodeURIComponent);
}

function isNote(target: PageElement): boolean {
  if (closest(target, ({ tag }) => /^h[1-6]$/.test(tag)) || firstIn(target, ({ tag }) => /^h[1-6]$/.test(tag))) return false;
  return !isBlock(target) || textOf(target, longestNote + 1).length <= longestNote;
}

const isBacklink = (element: PageElement) => !isBlock(element) && namesOf(element).some((name) => /^(?:backlink|backref|reversefootnote)$/.test(name));
